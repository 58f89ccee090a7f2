import Workflow

/// Somebody who asks.
package struct Customer: Equatable, Sendable {
    package var id: Int64
    package var name: String
    package var phone: String?
    package var email: String?
    package var organisation: String?
    package var isVIP: Bool
    package var language: String?
    package var isRetired: Bool
    /// Tickets that are not done, and all.
    package var open: Int
    package var tickets: Int
}

/// Reading customers.
package enum Customers {
    /// Those that are there, in the order of their names' bytes; those that were merged into others are left out.
    package static func all(withRetired: Bool = false, in db: any Transaction) throws -> [Customer] {
        let sql = "\(select) WHERE customer.merged_into IS NULL AND customer.removal <= $1"
        return try db.rows(sql, [.removal(withRetired: withRetired)]).map(decode)
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    package static func find(_ id: Int64, in db: any Transaction) throws -> Customer {
        guard let row = try db.row("\(select) WHERE customer.id = $1", [.integer(id)]) else {
            throw StorageError.failed(detail: "no customer \(id)")
        }
        return try decode(row)
    }

    /// Names that find the customer since others were merged into him.
    package static func aliases(of id: Int64, in db: any Transaction) throws -> [String] {
        try db.rows("SELECT name FROM customer WHERE merged_into = $1", [.integer(id)]).map { try $0.text(0) }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The customers somebody may mean by a name, a telephone number or an e-mail address.
    static func ids(called text: String, in db: any Transaction) throws -> [Int64] {
        if let line = try NamedTable.customer.line(text, in: db) { return [line.id] }
        let sql = """
            SELECT DISTINCT COALESCE(merged_into, id) FROM customer
            WHERE removal < \(Removal.undone.rawValue) AND (phone_key = $1 OR email_key = $2) ORDER BY 1
            """
        let (phone, email) = (ContactText.phoneKey(text), ContactText.emailKey(text))
        guard phone != nil || email != nil else { return [] }
        return try db.rows(sql, [.optional(phone), .optional(email)]).map { try $0.integer(0) }
    }

    /// The customer somebody means by a name, a telephone number or an e-mail address.
    /// - Throws: `StorageError.noSuchName`, `.severalCustomers`.
    package static func known(_ text: String, in db: any Transaction) throws -> Int64 {
        guard let id = try one(called: text, in: db), try !isUndone(id, in: db) else {
            return try NamedTable.customer.known(text, in: db).id
        }
        return id
    }

    /// The same, also when the making of the customer was undone; nil when nobody is called so.
    static func one(called text: String, in db: any Transaction) throws -> Int64? {
        let ids = try ids(called: text, in: db)
        guard ids.count < 2 else {
            throw StorageError.severalCustomers(text, try ids.map { try NamedTable.customer.name(of: $0, in: db) })
        }
        return ids.first
    }

    static func isUndone(_ id: Int64, in db: any Transaction) throws -> Bool {
        try db.row("SELECT removal FROM customer WHERE id = $1", [.integer(id)])?.integer(0) == Removal.undone.rawValue
    }

    /// The names of the customers that a telephone number or an address means; none for another text.
    package static func names(ofContact text: String, in db: any Transaction) throws -> [String] {
        guard ContactText.phoneKey(text) != nil || ContactText.emailKey(text) != nil else { return [] }
        return try ids(called: text, in: db).map { try NamedTable.customer.name(of: $0, in: db) }
    }

    /// The name of the customer that a telephone number or an address means; nil where that is not one customer's.
    package static func name(ofContact text: String, in db: any Transaction) throws -> String? {
        guard ContactText.phoneKey(text) != nil || ContactText.emailKey(text) != nil else { return nil }
        let ids = try ids(called: text, in: db)
        return ids.count == 1 ? try NamedTable.customer.name(of: ids[0], in: db) : nil
    }

    /// The organisation of a ticket's customer, and whether it is somebody who must not wait.
    package static func standing(
        of ticket: Ticket, in db: any Transaction
    ) throws -> (organisation: String?, isVIP: Bool) {
        guard ticket.customer != nil else { return (nil, false) }
        let sql = """
            SELECT organisation.name, customer.is_vip FROM ticket JOIN customer ON customer.id = ticket.customer_id
            LEFT JOIN organisation ON organisation.id = customer.organisation_id WHERE ticket.id = $1
            """
        let row = try db.row(sql, [.integer(ticket.number.rawValue)])
        return (try row?.optionalText(0), try row?.flag(1) ?? false)
    }

    private static let select = """
        SELECT customer.id, customer.name, customer.phone, customer.email, organisation.name, customer.is_vip,
            customer.language, customer.removal,
            (SELECT COUNT(*) FROM ticket WHERE ticket.customer_id = customer.id AND ticket.removal = 0
                AND ticket.status <= \(Status.lastOpen.rawValue)),
            (SELECT COUNT(*) FROM ticket WHERE ticket.customer_id = customer.id AND ticket.removal = 0)
        FROM customer LEFT JOIN organisation ON organisation.id = customer.organisation_id
        """

    private static func decode(_ row: SQLRow) throws -> Customer {
        Customer(
            id: try row.integer(0), name: try row.text(1), phone: try row.optionalText(2),
            email: try row.optionalText(3), organisation: try row.optionalText(4), isVIP: try row.flag(5),
            language: try row.optionalText(6), isRetired: try row.flag(7), open: try row.int(8),
            tickets: try row.int(9))
    }
}
