import Workflow

/// One operation being written: its number, and the events it tells so far.
package struct Operation {
    /// The change counter's number: gap-free, in the order of commit.
    package let number: Int64
    package let db: any Transaction
    /// Nil where it tells no events, and lowers versions where others raise them.
    private let turn: WriteTurn?
    private var sequence: Int64 = 0
    private let isUndo: Bool
    /// Tickets that it merges or takes out again.
    private var merging = TicketNumberList()
    /// Tickets whose version this operation has raised.
    var raised = TicketNumberList()
    /// The number that a message is said to, where that is merged into the ticket which gets it.
    var addressee: Ticket.Number?
    /// Whom a rule chose, and from whom.
    var choices: [Ticket.Number: AssignmentChoice] = [:]

    /// Takes the next number in a turn that may make several operations.
    /// - Parameter undoing: the operation that it takes back.
    static func begin(_ turn: WriteTurn, batch: Int64? = nil, undoing: Int64? = nil) throws -> Operation {
        let number = try Counter.takeOperation(in: turn.db)
        return try begin(turn, number: number, batch: batch, undoing: undoing)
    }

    static func begin(
        _ turn: WriteTurn, number: Int64, batch: Int64? = nil, undoing: Int64? = nil
    ) throws -> Operation {
        let context = turn.context
        let made = try turn.db.run(
            """
            INSERT INTO operation (id, agent_id, at, command, batch_id, undoes, reason, cause_id, idempotency_key)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (idempotency_key) WHERE idempotency_key IS NOT NULL DO NOTHING
            """,
            [
                .integer(number), .integer(turn.author.agent.id), .integer(context.at.milliseconds),
                .text(context.command), .optional(batch), .optional(undoing), .optional(context.reason),
                .optional(context.cause), .optional(context.idempotencyKey),
            ])
        if made == 0, let key = context.idempotencyKey,
            let done = try OperationLog.number(withKey: key, in: turn.db)
        {
            throw StorageError.alreadyDone(operation: done)
        }
        if let undoing { try Counting.recompute(undoing, in: turn.db) }
        return Operation(number: number, db: turn.db, turn: turn, isUndo: undoing != nil)
    }

    /// An operation taken back without a trace, on a copy of the desk that is to show the past.
    static func replayingBackwards(_ number: Int64, in db: any Transaction) -> Operation {
        Operation(number: number, db: db, turn: nil)
    }

    private init(number: Int64, db: any Transaction, turn: WriteTurn?, isUndo: Bool = false) {
        self.isUndo = isUndo
        self.number = number
        self.turn = turn
        self.db = db
    }

    var isReplayingBackwards: Bool { turn == nil }

    /// When it happens.
    package var at: Instant { turn?.author.at ?? Instant(milliseconds: 0) }

    /// Whose operation it is.
    /// - Throws: `StorageError.failed` for one that is taken back without a trace.
    func author() throws -> Author { try present().author }

    /// The number for those who are told; nil in a rehearsal.
    package var reported: Int64? { turn?.context.isRehearsal ?? true ? nil : number }

    /// - Throws: `StorageError.roleTooLow`
    package func require(_ permission: Permission) throws { try present().require(permission) }

    /// - Throws: `NeedsConfirmation`
    package func confirm(_ confirmation: Confirmation) throws { try present().confirm(confirmation) }

    /// - Throws: `NeedsConfirmation` for more tickets than a person wants to change unasked.
    package func confirm(changing count: Int) throws { try present().confirm(changing: count) }

    func present() throws -> WriteTurn {
        guard let turn else { throw StorageError.failed(detail: "nobody writes") }
        return turn
    }

    /// Whether it has changed anything so far.
    var hasEvents: Bool { sequence > 0 }

    /// How many changes it tells so far.
    var eventCount: Int64 { sequence }

    /// Takes an operation back that has changed nothing: the log never hears of it, and its number is the next one's.
    /// - Throws: `StorageError.failed` for one that has changed something.
    func forget() throws {
        guard !hasEvents else { throw StorageError.failed(detail: "operation \(number) has changed something") }
        try db.run("DELETE FROM operation WHERE id = $1", [.integer(number)])
        try Counter.giveBackOperation(in: db)
    }

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
        guard let turn else { return }
        try turn.require(permissionOf: event)
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
