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
            let (found, nearest) = try Taxonomy.cause(meant: name, in: db)
            guard let found else { throw UsageError.badCause(name, nearest: nearest) }
            return found
        }
    }

    /// Texts for custom fields, by the names of fields that are there: one that is not is a slip of the hand.
    /// - Throws: `UsageError.badFieldName`
    package static func texts(_ texts: [NamedText], in db: any Transaction) throws -> [NamedText] {
        try texts.map { text in
            let field = try field(text.name, in: db)
            let plain = text.text.trimmed
            // A choice is kept in the words it was declared in.
            let choice = field.choices.first { folded($0) == folded(plain) }
            return NamedText(name: field.name, text: choice ?? plain)
        }
    }

    /// `NAME=TEXT`
    /// - Throws: `UsageError.badField`
    package static func text(_ word: String) throws -> NamedText {
        guard let sign = word.firstIndex(where: { $0 == "=" || $0 == "＝" }), sign != word.startIndex else {
            throw UsageError.badField(word)
        }
        return NamedText(name: String(word[..<sign]).trimmed, text: String(word[word.index(after: sign)...]))
    }

    package static func field(_ name: String, in db: any Transaction) throws -> Taxonomy.Field {
        let fields = try Taxonomy.fields(in: db)
        guard let found = fields.first(where: { folded($0.name) == folded(name) }) else {
            let nearest = Nearest(to: folded(name)).among(fields.map(\.name))
            throw UsageError.badFieldName(name, nearest: nearest)
        }
        return found
    }

    /// - Throws: `UsageError.noName` for nothing but blanks, `.badName` for a word that means something in a query.
    package static func new(_ name: String) throws -> String {
        guard let name = name.trimmed.nilWhenEmpty else { throw UsageError.noName }
        if NewName.isWord(name) { throw UsageError.badName(name) }
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
