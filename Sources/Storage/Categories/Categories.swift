import Workflow

extension CategoryTree {
    /// Every category of the desk.
    package static func read(in db: any Transaction) throws -> CategoryTree {
        let rows = try db.rows("SELECT id, parent_id, name, is_retired FROM category ORDER BY id")
        return CategoryTree(
            try rows.map {
                Category(
                    id: try $0.integer(0), parent: try $0.optionalInteger(1), name: try $0.text(2),
                    isRetired: try $0.flag(3))
            })
    }
}

/// What a person's word for a category means.
package enum CategoryMatch: Equatable, Sendable {
    case found(Category.ID)
    case retired(String)
    case unknown(nearest: String?)
    case several([String])
}

extension CategoryTree {
    /// Finds a category by its path, an alias, or its name at any level.
    package func find(_ text: String, in db: any Transaction) throws -> CategoryMatch {
        let names = CategoryNames(tree: self, aliases: try CategoryNames.aliases(in: db))
        let found = names.find(folded(text), by: .matches)
        switch found.count {
        case 0: return .unknown(nearest: names.nearest(to: folded(text)))
        case 1:
            let isRetired = categories.contains { $0.id == found[0] && $0.isRetired }
            return isRetired ? .retired(printedPath(of: found[0]) ?? text) : .found(found[0])
        default: return .several(found.compactMap(printedPath).sortedByBytes())
        }
    }
}
