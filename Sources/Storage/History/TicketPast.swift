import Workflow

/// The rows that the past of some tickets is made of: their own, those of the tickets they are connected with, and the
/// names they use. Reading these takes as long as the tickets are, however large the desk is.
struct TicketPast {
    private let last: Int64
    private let present: any Transaction
    private let tickets: Set<Int64>
    /// Events of no ticket since, which are taken back as well.
    private let namings: [Naming]
    private let operations: Set<Int64>
    private let names: Names

    /// - Parameter last: the newest operation that counts.
    /// - Parameter named: moments that will be looked up among the operations.
    init(of asked: [Ticket.Number], last: Int64, named: [Moment], in present: any Transaction) throws {
        self.last = last
        self.present = present
        tickets = try TicketSurroundings(of: asked, in: present).all
        let names = try Names(of: tickets, in: present)
        self.names = names
        namings = try Naming.after(last, in: present).filter { names.hold($0) }
        let moments = try named.map { try $0.lastOperation(upTo: last, in: present) }
        let newest = "SELECT COALESCE(MAX(id), 0) FROM operation WHERE id <= $1"
        let limits = try ([last] + moments).map { try present.row(newest, [.integer($0)])?.integer(0) ?? 0 }
        operations = Set(limits + namings.map(\.operation))
    }

    func copy(into past: any Transaction) throws {
        for table in Self.lists { try copy("SELECT * FROM \(table)", [], table, to: past) }
        let own = present.rowSet(of: tickets.sorted().map(SQLValue.integer))
        for (table, condition) in Self.ofTickets {
            let set = present.rows(ofSetAt: "$1")
            let rows = condition.replacing("…", with: set)
            try copy("SELECT * FROM \(table) WHERE \(rows)", [own], table, to: past)
        }
        try copyNames(to: past)
        try copyOperations(own, to: past)
    }

    private func copyNames(to past: any Transaction) throws {
        for (table, ids) in [("customer", names.customers), ("cause", names.causes), ("tag", names.tags)] {
            try copy("SELECT * FROM \(table) WHERE id IN \(present.rows(ofSetAt: "$1"))", [set(ids)], table, to: past)
        }
    }

    private func copyOperations(_ own: SQLValue, to past: any Transaction) throws {
        let naming = "SELECT * FROM event WHERE ticket_id IS NULL AND operation_id = $1 AND sequence = $2"
        for event in namings {
            try copy(naming, [.integer(event.operation), .integer(event.sequence)], "event", to: past)
        }
        let batches = try past.rows("SELECT id FROM batch").map { try $0.integer(0) }
        let (ofTickets, ofBatches) = (present.rows(ofSetAt: "$1"), present.rows(ofSetAt: "$2"))
        // What was undone decides what counts, and the first operation of an import whether that was there.
        try copy(
            """
            SELECT * FROM operation WHERE id IN (
                SELECT operation_id FROM event WHERE ticket_id IN \(ofTickets)
                UNION ALL SELECT id FROM operation WHERE id IN \(present.rows(ofSetAt: "$3"))
                UNION ALL SELECT id FROM operation WHERE undoes IS NOT NULL
                UNION ALL SELECT undoes FROM operation WHERE undoes IS NOT NULL
                UNION ALL SELECT MIN(id) FROM operation WHERE batch_id IN \(ofBatches) GROUP BY batch_id)
            """, [own, set(Set(batches)), set(operations)], "operation", to: past)
    }

    private func set(_ ids: Set<Int64>) -> SQLValue { present.rowSet(of: ids.sorted().map(SQLValue.integer)) }

    private func copy(
        _ sql: String, _ values: [SQLValue], _ table: String, to past: any Transaction
    ) throws {
        let rows = try present.rows(sql, values)
        guard let names = rows.first?.names else { return }
        let places = names.indices.map { "$\($0 + 1)" }.joined(by: ", ")
        let insert = "INSERT INTO \(table) (\(names.joined(by: ", "))) VALUES (\(places))"
        try past.run(insert, each: rows.map(\.values))
    }
}

extension TicketPast {
    /// Short lists, which are there whole.
    private static let lists = [
        "agent", "agent_role", "agent_skill", "calendar", "canned_reply", "category", "category_alias", "cause_state",
        "counter", "desk", "dialect", "field", "field_kind", "link_kind", "macro", "message_origin", "message_role",
        "organisation",
        "permission_override", "priority", "priority_alias", "problem", "report_schedule", "resolution", "rule",
        "setting",
        "sla_policy",
        "status", "team", "team_member", "view",
    ]

    /// Tables of what tickets have, and which of their rows are the tickets'.
    private static let ofTickets = [
        ("ticket", "id IN …"), ("message", "ticket_id IN …"), ("message_former_place", "ticket_id IN …"),
        ("message_version", "message_id IN (SELECT id FROM message WHERE ticket_id IN …)"),
        ("ticket_cause", "ticket_id IN …"), ("ticket_tag", "ticket_id IN …"), ("ticket_field", "ticket_id IN …"),
        ("ticket_watcher", "ticket_id IN …"), ("problem_incident", "ticket_id IN …"), ("attachment", "ticket_id IN …"),
        ("attachment_content", "sha256 IN (SELECT sha256 FROM attachment WHERE ticket_id IN …)"),
        ("sla_verdict", "ticket_id IN …"), ("ticket_source", "ticket_id IN …"), ("event", "ticket_id IN …"),
        ("ticket_link", "ticket_id IN … OR other_id IN …"),
        ("source_file", "id IN (SELECT source_file_id FROM ticket_source WHERE ticket_id IN …)"),
        (
            "batch",
            """
            id IN (SELECT source_file.batch_id FROM source_file JOIN ticket_source
                ON ticket_source.source_file_id = source_file.id WHERE ticket_source.ticket_id IN …)
            """
        ),
    ]
}
