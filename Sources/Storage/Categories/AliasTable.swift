import Workflow

/// Other names by which a category, tag or cause is found: those it had, and those it was given.
struct AliasTable: Sendable {
    let field: EventField
    let select: String
    let insert: String
    let delete: String
    let ofOne: String

    static let category = AliasTable(
        field: .categoryAlias, select: "SELECT category_id FROM category_alias WHERE folded = $1",
        insert: "INSERT INTO category_alias (folded, category_id) VALUES ($1, $2) ON CONFLICT (folded) DO NOTHING",
        delete: "DELETE FROM category_alias WHERE folded = $1 AND category_id = $2",
        ofOne: "SELECT folded FROM category_alias WHERE category_id = $1 ORDER BY folded")
    static let tag = AliasTable(
        field: .tagAlias, select: "SELECT tag_id FROM tag_alias WHERE folded = $1",
        insert: "INSERT INTO tag_alias (folded, tag_id) VALUES ($1, $2) ON CONFLICT (folded) DO NOTHING",
        delete: "DELETE FROM tag_alias WHERE folded = $1 AND tag_id = $2",
        ofOne: "SELECT folded FROM tag_alias WHERE tag_id = $1 ORDER BY folded")
    static let cause = AliasTable(
        field: .causeAlias, select: "SELECT cause_id FROM cause_alias WHERE folded = $1",
        insert: "INSERT INTO cause_alias (folded, cause_id) VALUES ($1, $2) ON CONFLICT (folded) DO NOTHING",
        delete: "DELETE FROM cause_alias WHERE folded = $1 AND cause_id = $2",
        ofOne: "SELECT folded FROM cause_alias WHERE cause_id = $1 ORDER BY folded")

    /// What the name stands for.
    func meaning(of folded: String, in db: any Transaction) throws -> Int64? {
        try db.row(select, [.text(folded)])?.integer(0)
    }

    func names(of id: Int64, in db: any Transaction) throws -> [String] {
        try db.rows(ofOne, [.integer(id)]).map { try $0.text(0) }
    }
}

extension Operation {
    /// Lets another name find this, and nothing else any more.
    mutating func alias(_ folded: String, to id: Int64, _ table: AliasTable) throws {
        let before = try table.meaning(of: folded, in: db)
        guard before != id else { return }
        if let before { try remove(alias: folded, of: before, table) }
        try add(alias: folded, of: id, table)
    }

    mutating func add(alias folded: String, of id: Int64, _ table: AliasTable) throws {
        try db.run(table.insert, [.text(folded), .integer(id)])
        try record(Event(.add, table.field, of: nil, subject: id, after: folded))
    }

    mutating func remove(alias folded: String, of id: Int64, _ table: AliasTable) throws {
        try db.run(table.delete, [.text(folded), .integer(id)])
        try record(Event(.remove, table.field, of: nil, subject: id, before: folded))
    }

    /// Everything that found one finds the other.
    mutating func moveAliases(of id: Int64, to other: Int64, _ table: AliasTable) throws {
        for name in try table.names(of: id, in: db) { try alias(name, to: other, table) }
    }
}
