import Workflow

/// Reading what happened to a ticket, as far as its clocks go.
enum SLATimelines {
    /// Nil where nobody knows when the ticket came, or where it came from elsewhere: then nothing is measured.
    static func of(_ ticket: Ticket, at now: Instant, in db: any Transaction) throws -> SLATimeline? {
        guard let created = ticket.createdAt, ticket.source == nil else { return nil }
        let messages = try messages(of: ticket.number, in: db)
        let moves = try TicketMoves(of: ticket, in: db)
        var timeline = SLATimeline(
            created: created, now: now, stays: moves.stays(ticket.status, from: created),
            ranks: moves.ranks(ticket.priority, from: created), messages: messages.map(\.message),
            opening: messages.first { $0.isAgents && $0.message.at == created && $0.message.sequence == 1 }?
                .message.sequence)
        timeline.wasAnsweredAtOnce = ["phone", "电话"].contains(ticket.channel ?? "")
        let merged = "SELECT MIN(created_at) FROM ticket WHERE merged_into = $1 AND removal = 0"
        timeline.firstOfMerged = try db.row(merged, [.integer(ticket.number.rawValue)])?.optionalInstant(0)?.second
        return timeline
    }

    private typealias Said = (message: SLATimeline.Message, isAgents: Bool)

    // What nobody knows the time of stops no clock.
    private static func messages(of ticket: Ticket.Number, in db: any Transaction) throws -> [Said] {
        let sql = """
            SELECT message.at, message.sequence, message.role FROM message
            WHERE message.ticket_id = $1 AND message.removal = 0 AND message.is_internal = 0 AND message.at IS NOT NULL
                AND (message.role = 1 OR message.role = 2) ORDER BY message.sequence
            """
        return try db.rows(sql, [.integer(ticket.rawValue)]).map { row in
            let isAgents = try row.int(2) == 2
            let at = Instant(milliseconds: try row.integer(0))
            return (SLATimeline.Message(at: at, sequence: try row.int(1), isAgents: isAgents), isAgents)
        }
    }
}

/// The moves of one ticket that are in force.
private struct TicketMoves {
    private var statuses: [(at: Instant, before: Status, after: Status)] = []
    private var priorities: [(at: Instant, before: Priority, after: Priority)] = []

    // One text for all tickets, so that it is prepared once.
    private static let moves = """
        SELECT event.field, event.before, event.after, operation.at, (
            SELECT MIN(message.at) FROM event AS said JOIN message ON message.id = said.subject
            WHERE said.operation_id = event.operation_id AND said.ticket_id = event.ticket_id
                AND said.field = 'message' AND said.kind = 'add' AND message.role = 1)
        FROM event JOIN operation ON operation.id = event.operation_id
        WHERE event.ticket_id = $1 AND event.kind = 'change' AND (event.field = 'status' OR event.field = 'priority')
            AND \(Moves.isInForce) ORDER BY event.operation_id, event.sequence
        """

    init(of ticket: Ticket, in db: any Transaction) throws {
        for row in try db.rows(Self.moves, [.integer(ticket.number.rawValue)]) {
            let at = Instant(milliseconds: try row.integer(3))
            guard let before = Int64(try row.text(1)), let after = Int64(try row.text(2)) else { continue }
            if try row.text(0) == "status", let from = Status(rawValue: before), let to = Status(rawValue: after) {
                // What the customer said opened it when it was said, also where it was written down later.
                let said = try row.optionalInstant(4)
                statuses.append((to.isOpen && to != .pending && to != .hold ? min(said ?? at, at) : at, from, to))
            } else if let from = Priority(rawValue: before), let to = Priority(rawValue: after) {
                priorities.append((at, from, to))
            }
        }
    }

    func stays(_ present: Status, from created: Instant) -> [SLATimeline.Stay] {
        [SLATimeline.Stay(from: created, status: statuses.first?.before ?? present)]
            + statuses.map { SLATimeline.Stay(from: $0.at, status: $0.after) }
    }

    func ranks(_ present: Priority, from created: Instant) -> [SLATimeline.Rank] {
        [SLATimeline.Rank(from: created, priority: priorities.first?.before ?? present)]
            + priorities.map { SLATimeline.Rank(from: $0.at, priority: $0.after) }
    }
}
