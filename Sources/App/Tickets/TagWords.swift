import Workflow

/// `+a`, `b` and `-c` among words.
package enum TagWords {
    /// - Throws: `UsageError.badName` for a label that a query would read as something else.
    package static func read(_ words: [String]) throws -> (added: [String], removed: [String]) {
        var (added, removed): ([String], [String]) = ([], [])
        for word in words {
            let name = String(word.drop { $0 == "+" || $0 == "-" }).trimmed
            guard !name.isEmpty else { continue }
            if !word.hasPrefix("-") && NewName.isWord(name) { throw UsageError.badName(name) }
            if word.hasPrefix("-") { removed.append(name) } else { added.append(name) }
        }
        return (added, removed)
    }
}
