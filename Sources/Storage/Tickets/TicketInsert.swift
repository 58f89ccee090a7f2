import Workflow

/// A ticket about to be written. Everything it names is known to the desk already.
struct TicketInsert {
    var number: Ticket.Number
    var uuid: UUIDBytes
    var title: String
    var status: Status
    var statusText: String?
    var priority = Priority.normal
    var priorityText: String?
    var category: Category.ID?
    var customer: Int64?
    var assignee: Int64?
    var team: Int64?
    var channel: String?
    var createdAt: Instant?
    var updatedAt: Instant?
    var resolvedAt: Instant?
    var closedAt: Instant?
    var resolution: Resolution?
    var wakeAt: Instant?
    var version = 1
    var mergedInto: Ticket.Number?
    var sourceFile: Int64?
    var sourcePosition: Int?
}

extension Operation {
    /// Writes a ticket and that it was created.
    mutating func insert(_ ticket: TicketInsert) throws {
        try db.run(
            """
            INSERT INTO ticket (id, uuid, title, status, status_text, priority, priority_text, category_id, customer_id,
                assignee_id, team_id, channel, created_at, updated_at, resolved_at, closed_at, version, merged_into,
                source_file_id, source_position, resolution, wake_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
                $21, $22)
            """,
            [
                .integer(ticket.number.rawValue), .blob(ticket.uuid.bytes), .text(ticket.title),
                .integer(ticket.status.rawValue), .optional(ticket.statusText), .integer(ticket.priority.rawValue),
                .optional(ticket.priorityText), .optional(ticket.category), .optional(ticket.customer),
                .optional(ticket.assignee), .optional(ticket.team), .optional(ticket.channel),
                .optional(ticket.createdAt?.milliseconds), .optional(ticket.updatedAt?.milliseconds),
                .optional(ticket.resolvedAt?.milliseconds), .optional(ticket.closedAt?.milliseconds),
                .integer(ticket.version), .optional(ticket.mergedInto?.rawValue), .optional(ticket.sourceFile),
                .optional(ticket.sourcePosition), .optional(ticket.resolution?.rawValue),
                .optional(ticket.wakeAt?.milliseconds),
            ])
        try recordCreation(of: ticket)
    }

    /// Takes the next `count` ticket numbers and gives the first of them.
    func takeNumbers(_ count: Int) throws -> Ticket.Number {
        let row = try db.row(
            "UPDATE counter SET last = last + $1 WHERE name = 'ticket' RETURNING last", [.integer(count)])
        guard let last = try row?.integer(0) else { throw StorageError.damaged(detail: "no ticket counter") }
        return Ticket.Number(last - Int64(count) + 1)
    }

    /// Writes a message at a place on a ticket; without an event, because the ticket's creation tells it.
    func insert(
        _ message: MessageDraft, at sequence: Int, of ticket: Ticket.Number, agent: Agent.ID? = nil,
        customer: Int64? = nil
    ) throws {
        try db.run(
            """
            INSERT INTO message (ticket_id, sequence, role, agent_id, origin, is_internal, is_description, body, at, customer_id)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            [
                .integer(ticket.rawValue), .integer(sequence), .integer(message.role.rawValue), .optional(agent),
                .integer(message.origin.rawValue), .flag(message.isInternal), .flag(message.isDescription),
                .text(message.body), .optional(message.at?.milliseconds), .optional(customer),
            ])
    }

    /// Writes a message with whoever said it, who is made known where he is not.
    func insert(
        _ message: MessageDraft, at sequence: Int, of ticket: Ticket.Number, _ names: inout Names
    ) throws {
        let agent = try message.role == .agent ? message.author.map { try names.pastAgent($0) } : nil
        let customer = try message.role == .customer ? message.author.map { try names.customer($0) } : nil
        try insert(message, at: sequence, of: ticket, agent: agent, customer: customer)
    }

    func insert(
        cause: Int64, at position: Int, of ticket: Ticket.Number, state: CauseState, isPrimary: Bool = false
    ) throws {
        try db.run(
            """
            INSERT INTO ticket_cause (ticket_id, cause_id, position, state, is_primary) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (ticket_id, cause_id) DO NOTHING
            """,
            [
                .integer(ticket.rawValue), .integer(cause), .integer(position), .integer(state.rawValue),
                .flag(isPrimary),
            ])
    }

    func insert(field: Int64, text: String, of ticket: Ticket.Number) throws {
        try db.run(
            """
            INSERT INTO ticket_field (ticket_id, field_id, text) VALUES ($1, $2, $3)
            ON CONFLICT (ticket_id, field_id) DO UPDATE SET text = excluded.text
            """,
            [.integer(ticket.rawValue), .integer(field), .text(text)])
    }

    func insert(tag: Int64, of ticket: Ticket.Number) throws {
        try db.run(
            "INSERT INTO ticket_tag (ticket_id, tag_id) VALUES ($1, $2) ON CONFLICT (ticket_id, tag_id) DO NOTHING",
            [.integer(ticket.rawValue), .integer(tag)])
    }
}
