import Workflow

/// `+a`, `b` and `-c` among words.
package enum TagWords {
    package static func read(_ words: [String]) -> (added: [String], removed: [String]) {
        var (added, removed): ([String], [String]) = ([], [])
        for word in words {
            let name = String(word.drop { $0 == "+" || $0 == "-" }).trimmed
            guard !name.isEmpty else { continue }
            if word.hasPrefix("-") { removed.append(name) } else { added.append(name) }
        }
        return (added, removed)
    }
}
