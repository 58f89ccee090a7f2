import Workflow

/// Rows known by their name, made when first named. Remembers what it found for as long as one transaction lasts.
struct Names {
    let db: any Transaction
    private var paths: [[ExactText]: Category.ID] = [:]
    private var categories: [CategoryKey: Category.ID] = [:]
    private var causes: [ExactText: Int64] = [:]
    private var fields: [ExactText: Int64] = [:]
    private var tags: [ExactText: Int64] = [:]
    /// How many categories, and top categories among them, were made.
    private(set) var newCategories = 0
    private(set) var newTopCategories = 0

    private struct CategoryKey: Hashable {
        var parent: Int64?
        var name: ExactText
    }

    init(db: any Transaction) { self.db = db }

    /// The category at a path, made with its parents where missing; nil for an empty path.
    mutating func category(_ path: [String]) throws -> Category.ID? {
        guard !path.isEmpty else { return nil }
        let key = path.map(ExactText.init)
        if let known = paths[key] { return known }
        let printed = path.joined(separator: CategoryTree.separator)
        let renamed = try db.row("SELECT category_id FROM category_alias WHERE folded = $1", [.text(folded(printed))])
        var id = try renamed?.integer(0)
        if id == nil { for name in path { id = try category(name, below: id) } }
        paths[key] = id
        return id
    }

    private mutating func category(_ name: String, below parent: Int64?) throws -> Int64 {
        let key = CategoryKey(parent: parent, name: ExactText(name))
        if let known = categories[key] { return known }
        let id = try storedCategory(name, below: parent) ?? newCategory(name, below: parent)
        categories[key] = id
        return id
    }

    private func storedCategory(_ name: String, below parent: Int64?) throws -> Int64? {
        guard let parent else {
            return try db.row("SELECT id FROM category WHERE name = $1 AND parent_id IS NULL", [.text(name)])?.integer(0)
        }
        let values: [Value] = [.text(name), .integer(parent)]
        return try db.row("SELECT id FROM category WHERE name = $1 AND parent_id = $2", values)?.integer(0)
    }

    private mutating func newCategory(_ name: String, below parent: Int64?) throws -> Int64 {
        newCategories += 1
        if parent == nil { newTopCategories += 1 }
        return try inserted(
            "INSERT INTO category (parent_id, name, folded) VALUES ($1, $2, $3) RETURNING id",
            [.optional(parent), .text(name), .text(folded(name))])
    }

    mutating func cause(_ text: String) throws -> Int64 {
        if let known = causes[ExactText(text)] { return known }
        let stored = try db.row("SELECT id FROM cause WHERE name = $1", [.text(text)])?.integer(0)
        let id =
            try stored
            ?? inserted(
                "INSERT INTO cause (name, folded, is_placeholder) VALUES ($1, $2, $3) RETURNING id",
                [.text(text), .text(folded(text)), .flag(TicketCause.isPlaceholder(text))])
        causes[ExactText(text)] = id
        return id
    }

    mutating func field(_ name: String) throws -> Int64 {
        if let known = fields[ExactText(name)] { return known }
        let stored = try db.row("SELECT id FROM field WHERE name = $1", [.text(name)])?.integer(0)
        let id =
            try stored
            ?? inserted(
                "INSERT INTO field (name, folded) VALUES ($1, $2) RETURNING id", [.text(name), .text(folded(name))])
        fields[ExactText(name)] = id
        return id
    }

    mutating func tag(_ name: String) throws -> Int64 {
        if let known = tags[ExactText(name)] { return known }
        let id = try foundOrInserted(
            "SELECT id FROM tag WHERE folded = $2", "INSERT INTO tag (name, folded) VALUES ($1, $2) RETURNING id", name)
        tags[ExactText(name)] = id
        return id
    }

    func customer(_ name: String) throws -> Int64 {
        try foundOrInserted(
            "SELECT id FROM customer WHERE folded = $2",
            "INSERT INTO customer (name, folded) VALUES ($1, $2) RETURNING id", name)
    }

    func team(_ name: String) throws -> Int64 {
        try foundOrInserted(
            "SELECT id FROM team WHERE folded = $2", "INSERT INTO team (name, folded) VALUES ($1, $2) RETURNING id", name)
    }

    /// An agent known only by name gets the least role.
    func agent(_ name: String) throws -> Int64 {
        try foundOrInserted(
            "SELECT id FROM agent WHERE folded = $2",
            "INSERT INTO agent (name, folded, role) VALUES ($1, $2, 1) RETURNING id", name)
    }

    private func foundOrInserted(_ select: String, _ insert: String, _ name: String) throws -> Int64 {
        let values: [Value] = [.text(name), .text(folded(name))]
        return try db.row(select, values)?.integer(0) ?? inserted(insert, values)
    }

    private func inserted(_ sql: String, _ values: [Value]) throws -> Int64 {
        guard let id = try db.row(sql, values)?.integer(0) else { throw StorageError.failed(detail: "no row was made") }
        return id
    }
}
