import Workflow

/// Whom customers belong to.
package struct Organisation: Equatable, Sendable {
    package var name: String
    package var isRetired: Bool
    /// The customers who belong to it.
    package var customers: [String]
    /// Tickets of theirs that are not done, and all.
    package var open: Int
    package var tickets: Int
}

/// Reading organisations.
package enum Organisations {
    /// In the order of their names' bytes.
    package static func all(withRetired: Bool = false, in db: any Transaction) throws -> [Organisation] {
        let members = try members(in: db)
        return try db.rows(select, [.removal(withRetired: withRetired)]).map { row in
            Organisation(
                name: try row.text(1), isRetired: try row.flag(2), customers: members[try row.integer(0)] ?? [],
                open: try row.int(3), tickets: try row.int(4))
        }.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    private static func members(in db: any Transaction) throws -> [Int64: [String]] {
        let sql = """
            SELECT organisation_id, name FROM customer
            WHERE organisation_id IS NOT NULL AND merged_into IS NULL AND removal = 0 ORDER BY folded
            """
        let rows = try db.rows(sql).map { (try $0.integer(0), try $0.text(1)) }
        return Dictionary(grouping: rows) { $0.0 }.mapValues { $0.map(\.1) }
    }

    private static let select = """
        SELECT organisation.id, organisation.name, organisation.removal,
            (SELECT COUNT(*) FROM ticket JOIN customer ON customer.id = ticket.customer_id
                WHERE customer.organisation_id = organisation.id AND ticket.removal = 0
                    AND ticket.status <= \(Status.lastOpen.rawValue)),
            (SELECT COUNT(*) FROM ticket JOIN customer ON customer.id = ticket.customer_id
                WHERE customer.organisation_id = organisation.id AND ticket.removal = 0)
        FROM organisation WHERE organisation.removal <= $1
        """
}
