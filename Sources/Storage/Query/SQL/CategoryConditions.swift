import Workflow

/// Conditions on the category.
extension QueryConditions {
    mutating func categoryCondition(_ term: Query.Term, _ value: Query.Value) throws -> String {
        switch value.content {
        case .none: return "ticket.category_id IS NULL"
        case .any: return "ticket.category_id IS NOT NULL"
        default: return among("ticket.category_id", try categories(term, value))
        }
    }

    func categories(_ term: Query.Term, _ value: Query.Value) throws -> [Category.ID] {
        let names = CategoryNames(tree: queryContext.categories, aliases: try CategoryNames.aliases(in: db))
        let found = names.find(value.foldedText ?? "", by: term.comparison)
        guard !found.isEmpty else {
            let wanted = value.foldedText ?? ""
            throw QueryError.unknownName(wanted, of: .category, nearest: names.nearest(to: wanted), at: value.range)
        }
        guard term.comparison == .matches else { return found }
        return Set(found.flatMap(queryContext.categories.subtree)).sorted()
    }
}

/// Finds categories by what people call them.
struct CategoryNames {
    let tree: CategoryTree
    let aliases: [String: Category.ID]

    /// A whole path wins, then a path split at `|`, `>` or `/`, then a name at any level.
    func find(_ wanted: String, by comparison: Query.Comparison) -> [Category.ID] {
        let paths = tree.categories.map { (id: $0.id, levels: tree.path(of: $0.id).map(folded)) }
        switch comparison {
        case .contains: return paths.filter { $0.levels.joined(by: "|").contains(wanted) }.map(\.id)
        case .starts: return paths.filter { $0.levels.joined(by: "|").hasPrefix(wanted) }.map(\.id)
        default: break
        }
        if let alias = aliases[wanted] { return [alias] }
        for separator in Self.separators {
            let levels = Self.levels(of: wanted, at: separator)
            let found = paths.filter { $0.levels == levels }.map(\.id)
            if !found.isEmpty { return found }
            // A former path is written like a present one.
            if levels.count > 1, let alias = aliases[levels.joined(by: "|")] { return [alias] }
        }
        return paths.filter { $0.levels.last == wanted }.map(\.id)
    }

    // Spaces around a separator fold away.
    private static let separators: [Character] = ["|", ">", "/"]

    private static func levels(of path: String, at separator: Character) -> [String] {
        path.split(separator: separator).map { folded(String($0)) }
    }

    static func aliases(in db: any Transaction) throws -> [String: Category.ID] {
        let rows = try db.rows("SELECT folded, category_id FROM category_alias")
        return Dictionary(try rows.map { (try $0.text(0), try $0.integer(1)) }) { first, _ in first }
    }

    /// What a name that is none was probably meant to be: misspelt, or the beginning or a part of a name.
    func nearest(to wanted: String) -> String? {
        let levels = Self.separators.map { Self.levels(of: wanted, at: $0) }.first { $0.count > 1 }
        let path = (levels ?? [wanted]).joined(by: "|")
        let paths = tree.categories.compactMap { tree.printedPath(of: $0.id) }
        if let near = Nearest(to: path).among(tree.categories.map(\.name) + paths) { return near }
        return paths.filter { !path.isEmpty && folded($0).contains(path) }.min { ($0.count, $0) < ($1.count, $1) }
    }
}
