import Workflow

/// When something was done last to tickets, or to what all promises go by, since promises were written down. What had fallen due
/// until then was written down before.
struct SLAChanges {
    private var tickets: [Int64: Int64] = [:]
    private var all: Int64?
    /// When it was said what was written down since, and later than that: whole seconds, by ticket.
    private var entered: [Int64: Set<Int64>] = [:]
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
        // What comes with an earlier time was due by that time. Not grouped: that is looked for among all events there are.
        let sql = """
            SELECT event.ticket_id, operation.at FROM event \(db.joinInOrder) operation
            WHERE operation.id = event.operation_id
                AND event.operation_id > (SELECT last FROM counter WHERE name = 'sla') AND event.ticket_id IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM event AS came WHERE came.operation_id = event.operation_id
                    AND came.ticket_id = event.ticket_id AND came.kind = 'create' AND came.field = 'ticket')
            """
        try db.each(sql, []) { row in
            let ticket = try row.integer(0)
            tickets[ticket] = max(tickets[ticket] ?? .min, try row.integer(1))
        }
        let said = """
            SELECT event.ticket_id, message.at FROM event JOIN operation ON operation.id = event.operation_id
                JOIN message ON message.id = event.subject
            WHERE event.operation_id > (SELECT last FROM counter WHERE name = 'sla') AND event.ticket_id IS NOT NULL
                AND event.field = 'message' AND event.kind = 'add' AND message.at < operation.at
            """
        try db.each(said, []) { row in
            entered[try row.integer(0), default: []].insert(
                Instant(milliseconds: try row.integer(1)).second.milliseconds)
        }
        all = try Self.general(in: db).max()
    }

    /// Whether a promise that ended as it is measured now had ended when promises were written down last.
    func knew(_ measure: SLAMeasure, of ticket: Ticket.Number) -> Bool {
        guard let written, let end = measure.end else { return false }
        return end <= written.second && !new.contains(ticket.rawValue)
    }

    /// Whether it came out so by what was written down since, with an earlier time.
    func isEntered(_ measure: SLAMeasure, of ticket: Ticket.Number) -> Bool {
        guard let entered = entered[ticket.rawValue] else { return false }
        if measure.goal == .next, entered.contains(measure.start.milliseconds) { return true }
        guard measure.verdict == .met, measure.goal != .resolve, let end = measure.end else { return false }
        // What is older than its ticket counts as said when it came.
        return entered.contains(end.milliseconds) || end == measure.start && entered.contains { $0 < end.milliseconds }
    }

    /// Whether anything was written down since with an earlier time.
    func hasEntered(_ ticket: Ticket.Number) -> Bool { entered[ticket.rawValue] != nil }

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
