import Workflow

/// Looking after the category tree. Each is one operation that can be undone.
extension Store {
    /// Makes a category with the levels above it, or offers it again.
    package func addCategory(
        _ path: [String], _ deed: Deed, isRehearsal: Bool = false
    ) throws -> DeedOutcome {
        try carry(deed, isRehearsal: isRehearsal) { try $0.offer(category: path) }.deed
    }

    /// Gives a category another name. Its old path, and those of everything below it, become aliases, so that queries and
    /// files that use them still find it.
    package func renameCategory(
        _ id: Category.ID, to name: String, _ deed: Deed, isRehearsal: Bool = false
    ) throws -> DeedOutcome {
        try carry(deed, isRehearsal: isRehearsal) { try $0.rename(category: id, to: name) }.deed
    }

    package func aliasCategory(
        _ id: Category.ID, _ alias: String, _ deed: Deed, isRehearsal: Bool = false
    ) throws -> DeedOutcome {
        try carry(deed, isRehearsal: isRehearsal) { try $0.alias(folded(alias), to: id) }.deed
    }

    package func retireCategory(
        _ id: Category.ID, _ isRetired: Bool, _ deed: Deed, isRehearsal: Bool = false
    ) throws -> DeedOutcome {
        try carry(deed, isRehearsal: isRehearsal) { try $0.retire(category: id, isRetired) }.deed
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
        try change(.categoryName, ofRow: id, to: .text(name))
        for (category, path) in oldPaths { try alias(folded(path), to: category) }
        try dropAliasesThatAreNames()
    }

    // An alias that is a category's own path again would only stand in the way of the next rename.
    private mutating func dropAliasesThatAreNames() throws {
        let tree = try CategoryTree.read(in: db)
        for category in tree.categories {
            let path = folded(tree.printedPath(of: category.id) ?? "")
            if let id = try categoryAliased(path) { try remove(alias: path, of: id) }
        }
    }

    mutating func retire(category id: Category.ID, _ isRetired: Bool) throws {
        try change(.categoryRetired, ofRow: id, to: .flag(isRetired))
    }

    /// Lets another path find a category, and no other any more.
    mutating func alias(_ folded: String, to id: Category.ID) throws {
        let before = try categoryAliased(folded)
        guard before != id else { return }
        if let before { try remove(alias: folded, of: before) }
        try add(alias: folded, of: id)
    }

    private func categoryAliased(_ folded: String) throws -> Category.ID? {
        try db.row("SELECT category_id FROM category_alias WHERE folded = $1", [.text(folded)])?.integer(0)
    }

    mutating func add(alias folded: String, of id: Category.ID) throws {
        try db.run(
            """
            INSERT INTO category_alias (folded, category_id) VALUES ($1, $2)
            ON CONFLICT (folded) DO UPDATE SET category_id = excluded.category_id
            """, [.text(folded), .integer(id)])
        try record(Event(.add, .categoryAlias, of: nil, subject: id, after: folded))
    }

    mutating func remove(alias folded: String, of id: Category.ID) throws {
        try db.run(
            "DELETE FROM category_alias WHERE folded = $1 AND category_id = $2", [.text(folded), .integer(id)])
        try record(Event(.remove, .categoryAlias, of: nil, subject: id, before: folded))
    }

    mutating func offer(category path: [String]) throws {
        let known = Set(try CategoryTree.read(in: db).categories.map(\.id))
        var names = Names(db: db)
        let made = try names.category(path)
        let tree = try CategoryTree.read(in: db)
        // Undoing sets aside what was made: as if each had been retired before.
        for category in tree.categories where !known.contains(category.id) {
            try record(Event(.change, .categoryRetired, of: nil, subject: category.id, before: "1", after: "0"))
        }
        if let made, known.contains(made) { try retire(category: made, false) }
    }
}
