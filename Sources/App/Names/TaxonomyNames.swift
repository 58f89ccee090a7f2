import Storage
import Workflow

/// A tag or cause as somebody named it.
package enum TaxonomyName {
    package static func tag(_ name: String, in db: any Transaction) throws -> Taxonomy.Named {
        let (found, nearest) = Taxonomy.find(name.trimmed, among: try Taxonomy.tags(in: db))
        guard let found else { throw UsageError.badTag(name, nearest: nearest) }
        return found
    }

    package static func cause(_ name: String, in db: any Transaction) throws -> Taxonomy.Named {
        let (found, nearest) = Taxonomy.find(name.trimmed, among: try Taxonomy.causes(in: db))
        guard let found else { throw UsageError.badCause(name, nearest: nearest) }
        return found
    }

    /// Names of causes as the desk writes them: one that is not there is a slip of the hand and never a new cause.
    /// - Throws: `UsageError.badCause`
    package static func causes(_ names: [String], in db: any Transaction) throws -> [String] {
        try names.map(\.trimmed).filter { !$0.isEmpty }.map { name in
            if let known = try Taxonomy.cause(named: name, in: db) { return known }
            return try cause(name, in: db).name
        }
    }

    package static func field(_ name: String, in db: any Transaction) throws -> Taxonomy.Field {
        let fields = try Taxonomy.fields(in: db)
        guard let found = fields.first(where: { folded($0.name) == folded(name) }) else {
            let nearest = Nearest(to: folded(name)).among(fields.map(\.name))
            throw UsageError.badFieldName(name, nearest: nearest)
        }
        return found
    }

    /// - Throws: `UsageError.noName` for nothing but blanks.
    package static func new(_ name: String) throws -> String {
        guard let name = name.trimmed.nilWhenEmpty else { throw UsageError.noName }
        return name
    }
}

/// A category as somebody named it.
package struct FoundCategory {
    package let id: Workflow.Category.ID
    package let levels: [String]

    package var printed: String { levels.joined(by: CategoryTree.separator) }

    /// Where one is chosen for a ticket, a retired one is none.
    package init(_ path: String, mayBeRetired: Bool = false, in db: any Transaction) throws {
        let tree = try CategoryTree.read(in: db)
        if mayBeRetired, case .retired(let printed) = try tree.find(path, in: db) {
            id = tree.categories.first { tree.printedPath(of: $0.id)?.isSameText(as: printed) ?? false }?.id ?? 0
        } else {
            id = try CategoryName.id(of: path, in: db)
        }
        levels = tree.path(of: id)
    }
}
