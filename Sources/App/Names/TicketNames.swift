import Storage
import Workflow

/// What `--category` means.
package enum CategoryName {
    /// - Throws: `UsageError.badCategory`, `.ambiguousCategory`
    package static func id(of text: String, in db: any Transaction) throws -> Category.ID {
        switch try CategoryTree.read(in: db).find(text, in: db) {
        case .found(let id): return id
        case .retired(let path): throw UsageError.retiredCategory(path)
        case .unknown(let nearest): throw UsageError.badCategory(text, nearest: nearest)
        case .several(let paths): throw UsageError.ambiguousCategory(text, paths)
        }
    }

    package static func path(of text: String, in db: any Transaction) throws -> [String] {
        try CategoryTree.read(in: db).path(of: id(of: text, in: db))
    }
}

/// What `--priority` means.
package enum PriorityName {
    /// The priority, and the customer's own word where it is not ours.
    package static func read(_ text: String, in db: any Transaction) throws -> (Priority, String?) {
        guard let priority = try Priority(word: text) ?? Taxonomy.priority(named: text, in: db) else {
            throw UsageError.badPriority(text)
        }
        return (priority, priority.name == folded(text) ? nil : text)
    }
}
