import Workflow

/// Who does something to the desk, when, and with which words.
package struct Deed: Sendable {
    package var agent: Agent
    package var at: Instant
    /// The command as it was typed.
    package var command: String
    /// Why, in the agent's words.
    package var reason: String?

    package init(agent: Agent, at: Instant, command: String, reason: String? = nil) {
        self.agent = agent
        self.at = at
        self.command = command
        self.reason = reason
    }
}

/// One operation being written: its number, and the events it tells so far.
struct Operation {
    /// The change counter's number: gap-free, in the order of commit.
    let number: Int64
    let at: Instant
    let db: any Transaction
    /// It tells no events, and lowers versions where others raise them.
    let isWalkingBack: Bool
    private var sequence: Int64 = 0
    private let isUndo: Bool
    /// Tickets that it merges or takes out again.
    private var merging = TicketNumberList()
    /// Tickets whose version this operation has raised.
    var raised = TicketNumberList()
    /// Whom a rule chose, and from whom.
    var choices: [Ticket.Number: AssignmentChoice] = [:]

    /// Takes the next number; the engine lets one writer do so at a time.
    static func begin(
        _ deed: Deed, batch: Int64? = nil, undoing: Int64? = nil, in db: any Transaction
    ) throws -> Operation {
        let row = try db.row("UPDATE counter SET last = last + 1 WHERE name = 'change' RETURNING last")
        guard let number = try row?.integer(0) else { throw StorageError.damaged(detail: "no change counter") }
        try db.run(
            """
            INSERT INTO operation (id, agent_id, at, command, batch_id, undoes, reason)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            [
                .integer(number), .integer(deed.agent.id), .integer(deed.at.milliseconds), .text(deed.command),
                .optional(batch), .optional(undoing), .optional(deed.reason),
            ])
        if let undoing { try Counting.settle(undoing, in: db) }
        return Operation(number: number, at: deed.at, db: db, isUndo: undoing != nil)
    }

    /// An operation taken back without a trace, on a copy of the desk that is to show the past.
    static func walkingBack(_ number: Int64, in db: any Transaction) -> Operation {
        Operation(number: number, at: Instant(milliseconds: 0), db: db, isWalkingBack: true)
    }

    private init(
        number: Int64, at: Instant, db: any Transaction, isWalkingBack: Bool = false, isUndo: Bool = false
    ) {
        self.isUndo = isUndo
        self.number = number
        self.isWalkingBack = isWalkingBack
        self.at = at
        self.db = db
    }

    /// Whether it has changed anything so far.
    var hasEvents: Bool { sequence > 0 }

    mutating func record(_ event: Event) throws {
        var isMerging = false
        if let ticket = event.ticket, event.field == .mergedInto || event.field == .status {
            if event.field == .mergedInto, merging.insert(ticket) {
                try discountMoves(of: ticket)
            }
            isMerging = merging.contains(ticket)
        }
        try write(event, as: isUndo ? nil : Counting(event, isMerging: isMerging), at: at)
    }

    /// Records that a ticket came to the desk. One that comes as done counts as resolved at its own time.
    mutating func recordCreation(of ticket: TicketInsert) throws {
        let event = Event(.create, .ticket, of: ticket.number)
        if !ticket.status.isOpen && ticket.mergedInto == nil {
            try write(event, as: .resolved, at: ticket.resolvedAt)
        } else {
            try write(event, as: nil, at: at)
        }
    }

    private func discountMoves(of ticket: Ticket.Number) throws {
        let sql = "UPDATE event SET counts_as = NULL WHERE operation_id = $1 AND ticket_id = $2 AND field = 'status'"
        try db.run(sql, [.integer(number), .integer(ticket.rawValue)])
    }

    private mutating func write(_ event: Event, as counting: Counting?, at: Instant?) throws {
        guard !isWalkingBack else { return }
        sequence += 1
        try db.run(
            """
            INSERT INTO event (operation_id, sequence, ticket_id, kind, field, subject, before, after, at, counts_as)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            [
                .integer(number), .integer(sequence), .optional(event.ticket?.rawValue), .text(event.kind.rawValue),
                .optional(event.field?.rawValue), .optional(event.subject), .optional(event.before),
                .optional(event.after), .optional(at?.milliseconds), .optional(counting?.rawValue),
            ])
    }
}
