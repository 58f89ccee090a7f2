import Workflow

/// Everything the desk keeps of a cause on a ticket. An event holds it whole, so that taking the cause off and putting it
/// back loses nothing.
struct CauseRow: Equatable {
    var state: CauseState
    var position: Int
    var isPrimary = false
    /// The message that shows it.
    var evidence: Message.ID?
    /// Who judged it, and when.
    var agent: Agent.ID?
    var at: Instant?

    init(state: CauseState, position: Int) {
        self.state = state
        self.position = position
    }

    /// As an event wrote it; early events say no more than the state and the place.
    init?(eventText: String) {
        let parts = eventText.split(separator: " ").map { Int64($0) }
        guard let code = parts.first ?? nil, let state = CauseState(rawValue: code) else { return nil }
        func part(_ index: Int) -> Int64? { index < parts.count ? parts[index] : nil }
        self.init(state: state, position: Int(part(1) ?? 1))
        isPrimary = part(2) == 1
        evidence = part(3)
        agent = part(4)
        at = part(5).map(Instant.init(milliseconds:))
    }

    var eventText: String {
        let parts: [Int64?] = [
            state.rawValue, Int64(position), isPrimary ? 1 : 0, evidence, agent, at?.milliseconds,
        ]
        return parts.map { $0.map { String($0) } ?? "-" }.joined(by: " ")
    }
}

/// Changes of the causes a ticket holds.
extension Operation {
    func causeRow(_ cause: Int64, of ticket: Ticket.Number) throws -> CauseRow? {
        let row = try db.row(
            """
            SELECT state, position, is_primary, evidence_id, agent_id, at FROM ticket_cause
            WHERE ticket_id = $1 AND cause_id = $2
            """, [.integer(ticket.rawValue), .integer(cause)])
        return try row.map { row in
            var found = CauseRow(state: try row.code(0), position: try row.int(1))
            found.isPrimary = try row.flag(2)
            found.evidence = try row.optionalInteger(3)
            found.agent = try row.optionalInteger(4)
            found.at = try row.optionalInstant(5)
            return found
        }
    }

    mutating func add(cause: Int64, _ row: CauseRow, to ticket: Ticket.Number) throws {
        try db.run(
            """
            INSERT INTO ticket_cause (ticket_id, cause_id, state, position, is_primary, evidence_id, agent_id, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (ticket_id, cause_id) DO NOTHING
            """,
            [
                .integer(ticket.rawValue), .integer(cause), .integer(row.state.rawValue), .integer(row.position),
                .flag(row.isPrimary), .optional(row.evidence), .optional(row.agent), .optional(row.at?.milliseconds),
            ])
        try record(Event(.add, .cause, of: ticket, subject: cause, after: row.eventText))
        try bumpVersion(of: ticket)
    }

    /// Takes a cause off the ticket; nothing happens when it is not there.
    mutating func remove(cause: Int64, from ticket: Ticket.Number) throws {
        guard let row = try causeRow(cause, of: ticket) else { return }
        try db.run(
            "DELETE FROM ticket_cause WHERE ticket_id = $1 AND cause_id = $2",
            [.integer(ticket.rawValue), .integer(cause)])
        try record(Event(.remove, .cause, of: ticket, subject: cause, before: row.eventText))
        try bumpVersion(of: ticket)
    }

    /// Takes a cause off the ticket when it is in the given state.
    /// - Returns: whether it was.
    mutating func remove(cause: Int64, of ticket: Ticket.Number, only state: CauseState) throws -> Bool {
        guard try causeRow(cause, of: ticket)?.state == state else { return false }
        try remove(cause: cause, from: ticket)
        return true
    }

    /// Lets a cause stand on the ticket as the row says, in place of what it was.
    mutating func replace(cause: Int64, with row: CauseRow, on ticket: Ticket.Number) throws {
        guard try causeRow(cause, of: ticket) != row else { return }
        try remove(cause: cause, from: ticket)
        try add(cause: cause, row, to: ticket)
    }

    /// Puts a cause into a state, whether it was on the ticket or not; it keeps its place.
    mutating func setCauseState(
        _ cause: String, _ state: CauseState, _ proof: CauseProof, on ticket: Ticket.Number
    ) throws {
        var names = Names(db: db)
        let id = try names.cause(cause)
        let before = try causeRow(id, of: ticket)
        var row = try before ?? CauseRow(state: state, position: nextCausePosition(of: ticket))
        row.state = state
        if proof.isPrimary { row.isPrimary = true }
        if let evidence = proof.evidence { row.evidence = try message(evidence, of: ticket) }
        guard before != row || before == nil else { return }
        row.agent = try author().agent.id
        row.at = at
        if proof.isPrimary { try clearPrimary(of: ticket, besides: id) }
        try replace(cause: id, with: row, on: ticket)
    }

    private mutating func clearPrimary(of ticket: Ticket.Number, besides cause: Int64) throws {
        let sql = "SELECT cause_id FROM ticket_cause WHERE ticket_id = $1 AND is_primary = 1 AND cause_id <> $2"
        for found in try db.rows(sql, [.integer(ticket.rawValue), .integer(cause)]) {
            let other = try found.integer(0)
            guard var row = try causeRow(other, of: ticket) else { continue }
            row.isPrimary = false
            try replace(cause: other, with: row, on: ticket)
        }
    }

    private func message(_ sequence: Int, of ticket: Ticket.Number) throws -> Message.ID {
        let sql = "SELECT id FROM message WHERE ticket_id = $1 AND sequence = $2 AND removal = 0"
        guard let row = try db.row(sql, [.integer(ticket.rawValue), .integer(sequence)]) else {
            throw StorageError.noSuchMessage(ticket: ticket.rawValue, sequence: sequence)
        }
        return try row.integer(0)
    }

    func nextCausePosition(of ticket: Ticket.Number) throws -> Int {
        let sql = "SELECT COALESCE(MAX(position), 0) + 1 FROM ticket_cause WHERE ticket_id = $1"
        return try db.row(sql, [.integer(ticket.rawValue)])?.int(0) ?? 1
    }
}
