import Workflow

/// Reading the desk's own words.
package enum Taxonomy {
    /// A tag or cause with the other names that find it.
    package struct Named: Equatable, Sendable {
        package var id: Int64
        package var name: String
        package var aliases: [String]
        package var tickets: Int
    }

    /// Tags that are offered, in the order of their names' bytes.
    package static func tags(in db: any Transaction) throws -> [Named] {
        let sql = """
            SELECT tag.id, tag.name, (SELECT COUNT(*) FROM ticket_tag JOIN ticket ON ticket.id = ticket_tag.ticket_id
                WHERE ticket_tag.tag_id = tag.id AND ticket.removal = 0)
            FROM tag WHERE tag.is_retired = 0
            """
        return try named(sql, .tag, in: db)
    }

    /// Causes that are offered, in the order of their names' bytes.
    package static func causes(in db: any Transaction) throws -> [Named] {
        let sql = """
            SELECT cause.id, cause.name, (
                SELECT COUNT(*) FROM ticket_cause JOIN ticket ON ticket.id = ticket_cause.ticket_id
                WHERE ticket_cause.cause_id = cause.id AND ticket.removal = 0
                    AND ticket_cause.state <> \(CauseState.rejected.rawValue))
            FROM cause WHERE cause.is_retired = 0 AND cause.is_placeholder = 0
            """
        return try named(sql, .cause, in: db)
    }

    /// The name of the cause that somebody means, by any spelling and any other name; where there is none the nearest.
    package static func cause(
        meant name: String, in db: any Transaction
    ) throws -> (found: String?, nearest: String?) {
        // The statement that writes will ask, which is prepared once for both.
        if let row = try db.row(Names.causeOfName, [.text(name)]), try !row.flag(1) { return (name, nil) }
        let (found, nearest) = find(name, among: try causes(in: db))
        return (found?.name, nearest)
    }

    private static func named(_ sql: String, _ table: AliasTable, in db: any Transaction) throws -> [Named] {
        try db.rows(sql).map { row in
            let id = try row.integer(0)
            return Named(
                id: id, name: try row.text(1), aliases: try table.names(of: id, in: db), tickets: try row.int(2))
        }.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// How many tickets have a cause in a state.
    package static func tickets(with cause: Int64, _ state: CauseState, in db: any Transaction) throws -> Int {
        let sql = """
            SELECT COUNT(*) FROM ticket_cause JOIN ticket ON ticket.id = ticket_cause.ticket_id
            WHERE ticket_cause.cause_id = $1 AND ticket_cause.state = $2 AND ticket.removal = 0
            """
        return try db.row(sql, [.integer(cause), .integer(state.rawValue)])?.int(0) ?? 0
    }

    /// The tag or cause of a name or alias, and what was probably meant by one that is none.
    package static func find(_ name: String, among all: [Named]) -> (found: Named?, nearest: String?) {
        let wanted = folded(name)
        let found =
            all.first { $0.name.isSameText(as: name) } ?? all.first { folded($0.name) == wanted }
            ?? all.first { $0.aliases.contains(wanted) }
        return (found, found == nil ? Nearest(to: wanted).among(all.map(\.name)) : nil)
    }

    /// A custom field and what it takes.
    package struct Field: Equatable, Sendable {
        package var id: Int64
        package var name: String
        /// Nil: nobody has said, so any text will do.
        package var kind: FieldKind?
        package var choices: [String]
        package var isRetired: Bool
        package var tickets: Int
    }

    /// Those that are offered or retired, in the order of their names' bytes; not those that went with an undone import.
    package static func fields(in db: any Transaction) throws -> [Field] {
        let setAside = try BatchNames.setAside(.field, in: db)
        let sql = """
            SELECT field.id, field.name, field.kind, field.choices, field.is_retired, (
                SELECT COUNT(*) FROM ticket_field JOIN ticket ON ticket.id = ticket_field.ticket_id
                WHERE ticket_field.field_id = field.id AND ticket.removal = 0)
            FROM field
            """
        return try db.rows(sql).map { row in
            Field(
                id: try row.integer(0), name: try row.text(1), kind: row.isNull(2) ? nil : try row.code(2),
                choices: (try row.optionalText(3) ?? "").split(separator: "\n").map { String($0) },
                isRetired: try row.flag(4), tickets: try row.int(5))
        }.filter { !setAside.contains($0.id) }.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// Own words for the four priorities.
    package static func priorityWords(in db: any Transaction) throws -> [(word: String, priority: Priority)] {
        let sql = "SELECT name, priority FROM priority_alias WHERE priority IS NOT NULL ORDER BY priority, folded"
        return try db.rows(sql).map { (try $0.text(0), try $0.code(1)) }
    }

    package static func priority(named name: String, in db: any Transaction) throws -> Priority? {
        let sql = "SELECT priority FROM priority_alias WHERE folded = $1 AND priority IS NOT NULL"
        return try db.row(sql, [.text(folded(name))])?.code(0)
    }

    /// What people read for statuses that were renamed.
    package static func statusLabels(in db: any Transaction) throws -> [(status: Status, label: String)] {
        try db.rows("SELECT id, label FROM status WHERE label IS NOT NULL ORDER BY id").map {
            (try $0.code(0), try $0.text(1))
        }
    }
}
