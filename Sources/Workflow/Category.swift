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
    // Sorted lists: nearly every command makes a tree, and uses little of it.
    private let byID: [Category]
    private let byParent: [Category]

    package init(_ categories: [Category]) {
        self.categories = categories
        byID = categories.sorted { $0.id < $1.id }
        byParent = categories.filter { $0.parent != nil }.sorted { ($0.parent ?? 0, $0.id) < ($1.parent ?? 0, $1.id) }
    }

    /// The category with an id, or nil.
    package subscript(id: Category.ID) -> Category? {
        let place = byID.partitioningIndex { $0.id >= id }
        return place < byID.count && byID[place].id == id ? byID[place] : nil
    }

    /// Names from the root down to the category; empty for nil.
    package func path(of id: Category.ID?) -> [String] {
        var path: [String] = []
        var next = id
        while let category = next.flatMap({ self[$0] }), path.count < 1000 {
            path.append(category.name)
            next = category.parent
        }
        return path.reversed()
    }

    /// The path as people see it, or nil for no category.
    package func printedPath(of id: Category.ID?) -> String? {
        id.map { path(of: $0).joined(by: Self.separator) }
    }

    /// The category and everything below it, each once.
    package func subtree(of id: Category.ID) -> [Category.ID] {
        var found = [id]
        var next = 0
        while next < found.count, found.count <= categories.count {
            found += children(of: found[next])
            next += 1
        }
        // Of a damaged file, which leads back to where it began, there would be more than there are.
        return found.count <= categories.count ? found : Set(found).sorted()
    }

    package func children(of id: Category.ID) -> [Category.ID] {
        let start = byParent.partitioningIndex { ($0.parent ?? 0) >= id }
        return byParent[start...].prefix { $0.parent == id }.map(\.id)
    }
}
