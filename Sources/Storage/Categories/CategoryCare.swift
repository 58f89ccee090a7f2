import Workflow

/// Looking after the category tree. Each is one operation that can be undone; one that changes nothing is none.
extension Store {
    /// Makes a category with the levels above it, or offers it again.
    package func addCategory(
        _ path: [String], _ context: CommandContext
    ) throws -> WriteResult {
        try write(context, needs: .taxonomy) { try $0.offer(category: path) }.result
    }

    /// Gives a category another name. Its old path, and those of everything below it, become aliases, so that queries and
    /// files that use them still find it.
    package func renameCategory(
        _ id: Category.ID, to name: String, _ context: CommandContext
    ) throws -> WriteResult {
        try write(context, needs: .taxonomy) { try $0.rename(category: id, to: name) }.result
    }

    package func aliasCategory(
        _ id: Category.ID, _ alias: String, _ context: CommandContext
    ) throws -> WriteResult {
        try write(context, needs: .taxonomy) { try $0.alias(folded(alias), to: id, .category) }.result
    }

    package func retireCategory(
        _ id: Category.ID, _ isRetired: Bool, _ context: CommandContext
    ) throws -> WriteResult {
        try write(context, needs: .taxonomy) { try $0.change(.categoryRetired, ofRow: id, to: .flag(isRetired)) }
            .result
    }

    /// Puts a category with everything below it under another; nil is the top. Old paths still find it.
    package func moveCategory(
        _ id: Category.ID, under parent: Category.ID?, _ context: CommandContext
    ) throws -> WriteResult {
        try write(context, needs: .taxonomy) { operation in
            try operation.keepingPaths { try $0.move(category: id, under: parent) }
        }.result
    }

    /// Gives the tickets of a category, and what is below it, to another one, which its old paths find from then on.
    /// - Returns: how many tickets changed.
    package func mergeCategory(
        _ id: Category.ID, into other: Category.ID, _ context: CommandContext
    ) throws -> Outcome<Int> {
        try write(context, needs: .taxonomy) { operation in
            let tree = try CategoryTree.read(in: operation.db)
            guard id != other, !tree.subtree(of: id).contains(other) else {
                throw StorageError.intoItself(tree.printedPath(of: id) ?? "")
            }
            return try operation.merge(category: id, into: other)
        }
    }
}

extension Operation {
    mutating func rename(category id: Category.ID, to name: String) throws {
        let tree = try CategoryTree.read(in: db)
        guard let before = tree.path(of: id).last, !before.isSameText(as: name) else { return }
        try requireFree(name, under: tree.categories.first { $0.id == id }?.parent, in: tree)
        try keepingPaths { try $0.change(.categoryName, ofRow: id, to: .text(name)) }
    }

    fileprivate mutating func move(category id: Category.ID, under parent: Category.ID?) throws {
        let tree = try CategoryTree.read(in: db)
        guard let category = tree.categories.first(where: { $0.id == id }), category.parent != parent else { return }
        if let parent, tree.subtree(of: id).contains(parent) {
            throw StorageError.intoItself(tree.printedPath(of: id) ?? "")
        }
        try requireFree(category.name, under: parent, in: tree)
        try change(.categoryParent, ofRow: id, to: .optional(parent))
    }

    private func requireFree(_ name: String, under parent: Category.ID?, in tree: CategoryTree) throws {
        let isTaken = tree.categories.contains { $0.parent == parent && $0.name.isSameText(as: name) }
        guard !isTaken else { throw StorageError.categoryExists(name) }
    }

    /// Runs a change of the tree; every path that it changed stays as an alias.
    fileprivate mutating func keepingPaths(_ change: (inout Operation) throws -> Void) throws {
        let before = try CategoryTree.read(in: db)
        try change(&self)
        let after = try CategoryTree.read(in: db)
        for category in after.categories {
            let old = before.printedPath(of: category.id) ?? ""
            guard let new = after.printedPath(of: category.id), !old.isEmpty, !old.isSameText(as: new) else { continue }
            try alias(folded(old), to: category.id, .category)
        }
        try dropAliasesThatAreNames(after)
    }

    // An alias that is a category's own path again would only stand in the way of the next change.
    private mutating func dropAliasesThatAreNames(_ tree: CategoryTree) throws {
        for category in tree.categories where !category.isRetired {
            let path = folded(tree.printedPath(of: category.id) ?? "")
            if let id = try AliasTable.category.meaning(of: path, in: db) {
                try remove(alias: path, of: id, .category)
            }
        }
    }

    /// Categories below that the other one has too are merged in turn, the others move under it.
    fileprivate mutating func merge(category id: Category.ID, into other: Category.ID) throws -> Int {
        let tree = try CategoryTree.read(in: db)
        var count = 0
        for child in tree.categories where child.parent == id {
            let twin = tree.categories.first { $0.parent == other && $0.name.isSameText(as: child.name) }
            if let twin {
                count += try merge(category: child.id, into: twin.id)
            } else {
                try keepingPaths { try $0.move(category: child.id, under: other) }
            }
        }
        let tickets = try db.rows("SELECT id FROM ticket WHERE category_id = $1 ORDER BY id", [.integer(id)])
        for row in tickets { try change(.category, of: Ticket.Number(try row.integer(0)), to: .integer(other)) }
        try change(.categoryRetired, ofRow: id, to: .flag(true))
        try moveAliases(of: id, to: other, .category)
        try alias(folded(tree.printedPath(of: id) ?? ""), to: other, .category)
        return count + tickets.count
    }

    /// Makes a category with the levels above it, or offers again one that is retired.
    fileprivate mutating func offer(category path: [String]) throws {
        let known = Set(try CategoryTree.read(in: db).categories.map(\.id))
        var names = Names(db: db)
        let made = try names.category(path)
        let tree = try CategoryTree.read(in: db)
        for category in tree.categories where !known.contains(category.id) {
            try self.made(.categoryRetired, category.id)
        }
        if let made, known.contains(made) { try change(.categoryRetired, ofRow: made, to: .flag(false)) }
    }

    /// Tells that a row was made. Undoing sets it aside: as if it had been retired before.
    mutating func made(_ field: EventField, _ id: Int64) throws {
        try record(Event(.change, field, of: nil, subject: id, before: "1", after: "0"))
    }
}
