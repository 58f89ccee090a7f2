import Workflow

/// When something was done last to tickets, or to what all promises go by, since promises were written down. What had fallen due
/// until then was written down before.
struct SLAChanges {
    private var tickets: [Int64: Int64] = [:]
    private var all: Int64?
    /// Tickets that came since.
    private var new: Set<Int64> = []
    /// When promises were written down last; nil where they never were.
    private var written: Instant?

    init(in db: any Transaction) throws {
        guard try db.row("SELECT last FROM counter WHERE name = 'sla-running'")?.integer(0) == 1 else { return }
        let last =
            "SELECT at FROM operation WHERE id <= (SELECT last FROM counter WHERE name = 'sla') ORDER BY id DESC LIMIT 1"
        written = try db.row(last)?.optionalInstant(0)
        let came = """
            SELECT ticket_id FROM event WHERE kind = 'create' AND field = 'ticket' AND ticket_id IS NOT NULL
                AND operation_id > (SELECT last FROM counter WHERE name = 'sla')
            """
        try db.each(came, []) { new.insert(try $0.integer(0)) }
        // What comes with an earlier time was due by that time.
        let sql = """
            SELECT event.ticket_id, MAX(operation.at) FROM event JOIN operation ON operation.id = event.operation_id
            WHERE event.operation_id > (SELECT last FROM counter WHERE name = 'sla') AND event.ticket_id IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM event AS came WHERE came.operation_id = event.operation_id
                    AND came.ticket_id = event.ticket_id AND came.kind = 'create' AND came.field = 'ticket')
            GROUP BY event.ticket_id
            """
        try db.each(sql, []) { tickets[try $0.integer(0)] = try $0.integer(1) }
        all = try Self.general(in: db).max()
    }

    /// A promise that ended as it is measured now, when what ran last time is looked at. What had ended then is written down: one
    /// that is not was no promise at the time, as a policy promised it only later. Of what ran the answer may have been told
    /// later, with its own time; any other end came with a change, such as an undo, and belongs to it.
    /// - Returns: nil for what was no promise.
    func known(_ measure: SLAMeasure, of ticket: Ticket.Number, running: [SLAMeasure]) -> SLAMeasure? {
        guard let written, let end = measure.end, end <= written.second, !new.contains(ticket.rawValue) else {
            return measure
        }
        guard running.contains(where: measure.isSamePromise(as:)) else { return nil }
        guard measure.goal == .resolve || measure.verdict == .unanswered else { return measure }
        var moved = measure
        // It was moved so before.
        if let old = running.first(where: { $0.isSamePromise(as: measure) && $0.verdict == measure.verdict }),
            let known = old.end, known > end
        {
            moved.end = known
            return moved
        }
        moved.end = last(of: ticket)?.second ?? end
        return moved
    }

    /// Whether anything was written down.
    var isKnown: Bool { written != nil }

    func last(of ticket: Ticket.Number) -> Instant? {
        let times = [tickets[ticket.rawValue], all].compactMap { $0 }
        return times.max().map { Instant(milliseconds: $0) }
    }

    /// The times at which policies, calendars, or names that a policy may go by became others.
    static func general(in db: any Transaction) throws -> [Int64] {
        let sql = """
            SELECT event.field, event.before, operation.at FROM event JOIN operation ON operation.id = event.operation_id
            WHERE event.operation_id > (SELECT last FROM counter WHERE name = 'sla') AND event.ticket_id IS NULL
            """
        return try db.rows(sql).compactMap { row in
            guard let field = try row.optionalText(0) else { return nil }
            // A name that was not there before is no ticket's yet.
            let isNew = try row.optionalText(1) == nil
            let counts = measuring.contains { field.hasPrefix($0) } || !isNew && naming.contains { field.hasPrefix($0) }
            return counts ? try row.integer(2) : nil
        }
    }

    private static let measuring = ["sla", "calendar", "setting"]
    private static let naming = [
        "category", "tag", "cause", "customer", "organisation", "team", "agent", "view", "field",
    ]
}

extension Query.Node {
    /// What stands in the ticket's row, or changes only with an event of the ticket or of a name.
    private static let ofTheTicket: [Query.Field] = [
        .status, .priority, .category, .assignee, .team, .customer, .organization, .tag, .channel, .resolution, .custom,
    ]

    /// Whether nothing but what happens to a ticket decides whether it is meant: no time that passes, no other ticket.
    var isOfTheTicketAlone: Bool {
        switch self {
        case .all: true
        case .and(let parts), .or(let parts): parts.allSatisfy(\.isOfTheTicketAlone)
        case .not(let part): part.isOfTheTicketAlone
        case .term(let term): Self.ofTheTicket.contains(term.field)
        case .was, .changed, .word, .view: false
        }
    }
}
