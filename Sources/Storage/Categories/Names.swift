import Workflow

/// Rows known by their name, made when first named. Remembers what it found for as long as one transaction lasts.
struct Names {
    let db: any Transaction
    private var paths: [[ExactText]: Category.ID] = [:]
    private var categories: [CategoryKey: Category.ID] = [:]
    private var causes: [ExactText: Int64] = [:]
    private var fields: [ExactText: Int64] = [:]
    private var tags: [ExactText: Int64] = [:]
    private var customers: [ExactText: Int64] = [:]
    private var agents: [ExactText: Int64] = [:]
    // Plain lists, by the codes of kinds: every kind of dictionary more makes each start of the program dearer.
    private var lastIDs = [Int64](repeating: -1, count: 8)
    private var firstMade = [Int64](repeating: 0, count: 8)
    /// What was found that was there: the code of a kind, and an id.
    private var foundIDs: [Int64] = []
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
        var (id, rest) = try aliased(path)
        for name in rest { id = try category(name, below: id) }
        paths[key] = id
        return id
    }

    /// The category that the longest known alias at the start of the path stands for, and the levels below it.
    private func aliased(_ path: [String]) throws -> (Category.ID?, ArraySlice<String>) {
        for count in (1...path.count).reversed() {
            let start = folded(Array(path.prefix(count)).joined(by: CategoryTree.separator))
            let row = try db.row("SELECT category_id FROM category_alias WHERE folded = $1", [.text(start)])
            if let id = try row?.integer(0) { return (id, path.dropFirst(count)) }
        }
        return (nil, path[...])
    }

    private mutating func category(_ name: String, below parent: Int64?) throws -> Int64 {
        let key = CategoryKey(parent: parent, name: ExactText(name))
        if let known = categories[key] { return known }
        let id =
            try noted(storedCategory(name, below: parent), in: .category) ?? newCategory(name, below: parent)
        categories[key] = id
        return id
    }

    private func storedCategory(_ name: String, below parent: Int64?) throws -> Int64? {
        guard let parent else {
            return try db.row("SELECT id FROM category WHERE name = $1 AND parent_id IS NULL", [.text(name)])?.integer(
                0)
        }
        let values: [SQLValue] = [.text(name), .integer(parent)]
        return try db.row("SELECT id FROM category WHERE name = $1 AND parent_id = $2", values)?.integer(0)
    }

    private mutating func newCategory(_ name: String, below parent: Int64?) throws -> Int64 {
        newCategories += 1
        if parent == nil { newTopCategories += 1 }
        return try inserted(
            into: .category, "INSERT INTO category (id, parent_id, name, folded) VALUES ($1, $2, $3, $4)",
            [.optional(parent), .text(name), .text(folded(name))])
    }

    static let causeOfName = "SELECT id, is_retired FROM cause WHERE name = $1"

    mutating func cause(_ text: String) throws -> Int64 {
        if let known = causes[ExactText(text)] { return known }
        let stored = try noted(known(Self.causeOfName, [.text(text)], or: folded(text), .cause), in: .cause)
        let id =
            try stored
            ?? inserted(
                into: .cause, "INSERT INTO cause (id, name, folded, is_placeholder) VALUES ($1, $2, $3, $4)",
                [.text(text), .text(folded(text)), .flag(TicketCause.isPlaceholder(text))])
        causes[ExactText(text)] = id
        return id
    }

    // What is offered by that name, else what the name stands for since it was changed or merged.
    private func known(
        _ sql: String, _ values: [SQLValue], or alias: String, _ table: AliasTable
    ) throws -> Int64? {
        let row = try db.row(sql, values)
        if let row, try !row.flag(1) { return try row.integer(0) }
        return try table.meaning(of: alias, in: db) ?? row?.integer(0)
    }

    mutating func field(_ name: String) throws -> Int64 {
        if let known = fields[ExactText(name)] { return known }
        let stored = try noted(
            db.row("SELECT id FROM field WHERE name = $1", [.text(name)])?.integer(0), in: .field)
        let id =
            try stored
            ?? inserted(
                into: .field, "INSERT INTO field (id, name, folded) VALUES ($1, $2, $3)",
                [.text(name), .text(folded(name))])
        fields[ExactText(name)] = id
        return id
    }

    mutating func tag(_ name: String) throws -> Int64 {
        if let known = tags[ExactText(name)] { return known }
        let stored = try noted(
            known("SELECT id, is_retired FROM tag WHERE folded = $1", [.text(folded(name))], or: folded(name), .tag),
            in: .tag)
        let id =
            try stored
            ?? inserted(
                into: .tag, "INSERT INTO tag (id, name, folded) VALUES ($1, $2, $3)",
                [.text(name), .text(folded(name))])
        tags[ExactText(name)] = id
        return id
    }

    /// A name that was merged into another is that one.
    mutating func customer(_ name: String) throws -> Int64 {
        if let known = customers[ExactText(name)] { return known }
        let id = try foundOrInserted(
            "SELECT COALESCE(merged_into, id) FROM customer WHERE folded = $1", into: .customer,
            "INSERT INTO customer (id, name, folded) VALUES ($1, $2, $3)", name)
        customers[ExactText(name)] = id
        return id
    }

    mutating func team(_ name: String) throws -> Int64 {
        try foundOrInserted(
            "SELECT id FROM team WHERE folded = $1", into: .team,
            "INSERT INTO team (id, name, folded) VALUES ($1, $2, $3)", name)
    }

    /// An agent known only by name gets the least role.
    mutating func agent(_ name: String) throws -> Int64 {
        try foundOrInserted(
            "SELECT id FROM agent WHERE folded = $1", into: .agent,
            "INSERT INTO agent (id, name, folded, role) VALUES ($1, $2, $3, 1)", name)
    }

    /// Somebody whom a file names as an agent: without the desk's knowledge retired, so that he may do nothing.
    mutating func pastAgent(_ name: String) throws -> Int64 {
        if let known = agents[ExactText(name)] { return known }
        let id = try foundOrInserted(
            "SELECT id FROM agent WHERE folded = $1", into: .agent,
            "INSERT INTO agent (id, name, folded, role, removal) VALUES ($1, $2, $3, 1, 1)", name)
        agents[ExactText(name)] = id
        return id
    }

    private mutating func foundOrInserted(
        _ select: String, into table: NameKind, _ insert: String, _ name: String
    ) throws -> Int64 {
        try noted(db.row(select, [.text(folded(name))])?.integer(0), in: table)
            ?? inserted(into: table, insert, [.text(name), .text(folded(name))])
    }

    private mutating func noted(_ id: Int64?, in kind: NameKind) -> Int64? {
        if let id, made(kind)?.contains(id) != true { foundIDs += [kind.rawValue, id] }
        return id
    }

    /// What was made of a kind: ids in a row.
    func made(_ kind: NameKind) -> ClosedRange<Int64>? {
        let first = firstMade[Int(kind.rawValue)]
        return first > 0 ? first...lastIDs[Int(kind.rawValue)] : nil
    }

    /// What was found of a kind that was there, each once, ascending.
    func found(_ kind: NameKind) -> [Int64] {
        let ids = stride(from: 0, to: foundIDs.count, by: 2).filter { foundIDs[$0] == kind.rawValue }.map {
            foundIDs[$0 + 1]
        }
        return Set(ids).sorted()
    }

    // The id is chosen here, by the rule of `Transaction`. `RETURNING` would make SQLite set a savepoint a row, and each of those writes out what the
    // search index has gathered so far: an import took three times as long.
    private mutating func inserted(into table: NameKind, _ sql: String, _ values: [SQLValue]) throws -> Int64 {
        let kind = Int(table.rawValue)
        let last = try lastIDs[kind] >= 0 ? lastIDs[kind] : db.row(table.lastID)?.integer(0) ?? 0
        lastIDs[kind] = last + 1
        if firstMade[kind] == 0 { firstMade[kind] = last + 1 }
        try db.run(sql, [.integer(last + 1)] + values)
        return last + 1
    }
}
