/// One node of the category tree.
package struct Category: Equatable, Sendable {
    package typealias ID = Int64

    package var id: ID
    package var parent: ID?
    package var name: String
    /// Not offered to new tickets any more.
    package var isRetired: Bool

    package init(id: ID, parent: ID?, name: String, isRetired: Bool = false) {
        self.id = id
        self.parent = parent
        self.name = name
        self.isRetired = isRetired
    }
}

/// All categories of a desk, so that a path can be told and a name be found without asking the engine again.
package struct CategoryTree: Sendable {
    /// Stands between the levels of a printed path.
    package static let separator = "｜"

    package let categories: [Category]
    private let byID: [Category.ID: Category]
    private let childIDs: [Category.ID: [Category.ID]]

    package init(_ categories: [Category]) {
        self.categories = categories
        byID = Dictionary(uniqueKeysWithValues: categories.map { ($0.id, $0) })
        childIDs = Dictionary(grouping: categories.filter { $0.parent != nil }) { $0.parent ?? 0 }.mapValues {
            $0.map(\.id)
        }
    }

    /// Names from the root down to the category; empty for nil.
    package func path(of id: Category.ID?) -> [String] {
        var path: [String] = []
        var next = id
        while let category = next.flatMap({ byID[$0] }), path.count < 1000 {
            path.append(category.name)
            next = category.parent
        }
        return path.reversed()
    }

    /// The path as people see it, or nil for no category.
    package func printedPath(of id: Category.ID?) -> String? {
        id.map { path(of: $0).joined(separator: Self.separator) }
    }

    /// The category and everything below it, each once.
    package func subtree(of id: Category.ID) -> [Category.ID] {
        var found = [id]
        var seen: Set<Category.ID> = [id]
        var next = 0
        while next < found.count {
            found += (childIDs[found[next]] ?? []).filter { seen.insert($0).inserted }
            next += 1
        }
        return found
    }

    package func children(of id: Category.ID) -> [Category.ID] { childIDs[id] ?? [] }
}
