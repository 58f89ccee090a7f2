import Workflow

/// Looking after the category tree. Each is one operation that can be undone.
extension Store {
    /// Makes a category with the levels above it.
    /// - Returns: whether anything had to be made.
    package func addCategory(_ path: [String], _ deed: Deed) throws -> Bool {
        try database.write { db in
            var names = Names(db: db)
            _ = try names.category(path)
            if names.newCategories > 0 { _ = try Operation.begin(deed, in: db) }
            return names.newCategories > 0
        }
    }

    /// Gives a category another name. Its old path, and those of everything below it, become aliases, so that queries and
    /// files that use them still find it.
    package func renameCategory(_ id: Category.ID, to name: String, _ deed: Deed) throws {
        try database.write { db in
            var operation = try Operation.begin(deed, in: db)
            try operation.rename(category: id, to: name)
        }
    }

    package func aliasCategory(_ id: Category.ID, _ alias: String, _ deed: Deed) throws {
        try database.write { db in
            _ = try Operation.begin(deed, in: db)
            try Operation.alias(folded(alias), to: id, in: db)
        }
    }

    package func retireCategory(_ id: Category.ID, _ isRetired: Bool, _ deed: Deed) throws {
        try database.write { db in
            var operation = try Operation.begin(deed, in: db)
            try operation.retire(category: id, isRetired)
        }
    }
}

extension Operation {
    mutating func rename(category id: Category.ID, to name: String) throws {
        let tree = try CategoryTree.read(in: db)
        guard let before = tree.path(of: id).last, !before.isSameText(as: name) else { return }
        let parent = tree.categories.first { $0.id == id }?.parent
        let isTaken = tree.categories.contains { $0.parent == parent && $0.id != id && $0.name.isSameText(as: name) }
        guard !isTaken else { throw StorageError.categoryExists(name) }
        let oldPaths = tree.subtree(of: id).map { ($0, tree.printedPath(of: $0) ?? "") }
        try db.run(
            "UPDATE category SET name = $1, folded = $2 WHERE id = $3",
            [.text(name), .text(folded(name)), .integer(id)])
        for (category, path) in oldPaths { try Self.alias(folded(path), to: category, in: db) }
        try dropAliasesThatAreNames()
        try record(Event(.change, .categoryName, of: nil, subject: id, before: before, after: name))
    }

    // An alias that is a category's own path again would only stand in the way of the next rename.
    private func dropAliasesThatAreNames() throws {
        let tree = try CategoryTree.read(in: db)
        for category in tree.categories {
            let path = folded(tree.printedPath(of: category.id) ?? "")
            try db.run("DELETE FROM category_alias WHERE folded = $1", [.text(path)])
        }
    }

    mutating func retire(category id: Category.ID, _ isRetired: Bool) throws {
        try change(.categoryRetired, ofRow: id, to: .flag(isRetired))
    }

    static func alias(_ folded: String, to id: Category.ID, in db: any Transaction) throws {
        try db.run(
            """
            INSERT INTO category_alias (folded, category_id) VALUES ($1, $2)
            ON CONFLICT (folded) DO UPDATE SET category_id = excluded.category_id
            """, [.text(folded), .integer(id)])
    }
}
