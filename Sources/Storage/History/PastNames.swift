import Workflow

extension TicketPast {
    /// Names of which a desk may have very many: only those are there that the tickets use or used.
    struct Names {
        private(set) var customers: Set<Int64> = []
        private(set) var causes: Set<Int64> = []
        private(set) var tags: Set<Int64> = []

        init(of tickets: Set<Int64>, in db: any Transaction) throws {
            let (own, set) = (db.rowSet(of: tickets.sorted().map(SQLValue.integer)), db.rows(ofSetAt: "$1"))
            customers = try Self.ids(
                """
                SELECT customer_id FROM ticket WHERE id IN \(set) AND customer_id IS NOT NULL
                UNION ALL SELECT customer_id FROM message WHERE ticket_id IN \(set) AND customer_id IS NOT NULL
                """, own, db)
            causes = try Self.ids("SELECT cause_id FROM ticket_cause WHERE ticket_id IN \(set)", own, db)
            tags = try Self.ids("SELECT tag_id FROM ticket_tag WHERE ticket_id IN \(set)", own, db)
            let events = """
                SELECT field, subject, before, after FROM event
                WHERE ticket_id IN \(set) AND (field = 'customer' OR field = 'cause' OR field = 'tag')
                """
            for row in try db.rows(events, [own]) { try add(row) }
        }

        private static func ids(_ sql: String, _ own: SQLValue, _ db: any Transaction) throws -> Set<Int64> {
            Set(try db.rows(sql, [own]).map { try $0.integer(0) })
        }

        private mutating func add(_ event: SQLRow) throws {
            let field = EventField(rawValue: try event.text(0))
            if field == .customer {
                customers.formUnion(try [2, 3].compactMap { try event.optionalText($0).flatMap { Int64($0) } })
            } else if let id = try event.optionalInteger(1) {
                if field == .cause { causes.insert(id) } else { tags.insert(id) }
            }
        }

        /// Whether what an event is about is there.
        func hold(_ naming: Naming) -> Bool {
            // No ticket's page tells of diagnoses and domains.
            guard ![.diagnosisRemoval, .domainVerified, .domainRemoval].contains(naming.field) else { return false }
            guard let subject = naming.subject else { return true }
            if Self.ofCustomers.contains(naming.field) { return customers.contains(subject) }
            if Self.ofTags.contains(naming.field) { return tags.contains(subject) }
            return !Self.ofCauses.contains(naming.field) || causes.contains(subject)
        }

        private static let ofCustomers: [EventField?] = [
            .customerName, .customerPhone, .customerEmail, .customerOrganisation, .customerVIP, .customerLanguage,
            .customerMergedInto, .customerRemoval,
        ]
        private static let ofTags: [EventField?] = [.tagName, .tagRetired, .tagAlias]
        private static let ofCauses: [EventField?] = [.causeName, .causeRetired, .causeAlias]
    }

    /// An event of no ticket.
    struct Naming {
        var operation: Int64
        var sequence: Int64
        var field: EventField?
        var subject: Int64?

        static func after(_ last: Int64, in db: any Transaction) throws -> [Naming] {
            let sql = """
                SELECT operation_id, sequence, field, subject FROM event
                WHERE ticket_id IS NULL AND operation_id > $1 ORDER BY operation_id, sequence
                """
            return try db.rows(sql, [.integer(last)]).map { row in
                Naming(
                    operation: try row.integer(0), sequence: try row.integer(1),
                    field: try row.optionalText(2).flatMap(EventField.init(rawValue:)),
                    subject: try row.optionalInteger(3))
            }
        }
    }
}

extension TicketPast {
    /// Whether what is told of a ticket follows from its own rows: what is promised may depend on words, or on names that no
    /// ticket uses.
    static func suffices(in db: any Transaction) throws -> Bool {
        let sql = """
            SELECT query FROM sla_policy
            UNION ALL SELECT before FROM event WHERE ticket_id IS NULL AND field = 'slaQuery' AND before IS NOT NULL
            """
        return try db.rows(sql).allSatisfy { try !Query.parse($0.text(0), in: db).root.contains(where: \.looksAround) }
    }
}

extension Query.Node {
    /// What stands in the ticket's row, and names from lists that are there whole.
    private static let ofTheTicket: [Query.Field] = [
        .status, .is, .priority, .category, .assignee, .team, .organization, .created, .updated,
    ]

    fileprivate var looksAround: Bool {
        switch self {
        case .all, .and, .or, .not: false
        case .was, .changed, .word, .view: true
        case .term(let term): !Self.ofTheTicket.contains(term.field)
        }
    }
}
