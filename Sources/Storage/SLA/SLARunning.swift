import Workflow

/// The promises that run, as they were measured last.
enum SLARunning {
    /// Whether what is written down still holds for every ticket that nothing was done to since: neither a policy, a calendar
    /// nor a name that a policy may go by became another.
    static func isCurrent(in db: any Transaction) throws -> Bool {
        guard try db.row("SELECT last FROM counter WHERE name = 'sla-running'")?.integer(0) == 1 else { return false }
        let sql = """
            SELECT field, before FROM event WHERE operation_id > (SELECT last FROM counter WHERE name = 'sla')
                AND ticket_id IS NULL
            """
        return try !db.rows(sql).contains { row in
            guard let field = try row.optionalText(0) else { return false }
            if measuring.contains(where: { field.hasPrefix($0) }) { return true }
            // A name that was not there before is no ticket's yet.
            return try row.optionalText(1) != nil && naming.contains { field.hasPrefix($0) }
        }
    }

    private static let measuring = ["sla", "calendar", "setting"]
    private static let naming = ["category", "tag", "cause", "customer", "organisation", "team", "agent", "view", "field"]

    static func open(in db: any Transaction) throws -> [Ticket.Number] {
        let sql = "SELECT id FROM ticket WHERE status <= \(Status.lastOpen.rawValue) AND removal = 0"
        return try db.rows(sql).map { Ticket.Number(try $0.integer(0)) }
    }

    /// Tickets of which a promise was due before.
    static func fallenDue(at now: Instant, in db: any Transaction) throws -> [Ticket.Number] {
        try db.rows("SELECT ticket_id FROM sla_running WHERE due_at < $1", [.integer(now.second.milliseconds)])
            .map { Ticket.Number(try $0.integer(0)) }
    }

    static func insert(_ measure: SLAMeasure, of ticket: Ticket.Number, in db: any Transaction) throws {
        try db.run(
            """
            INSERT INTO sla_running (ticket_id, goal, started_at, due_at, is_paused, policy, target, length)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (ticket_id, goal, started_at) DO NOTHING
            """,
            [
                .integer(ticket.rawValue), .text(measure.goal.rawValue), .integer(measure.start.milliseconds),
                .optional(measure.due?.milliseconds), .flag(measure.verdict == .paused), .text(measure.policy),
                .text(measure.target.text), .integer(measure.length),
            ])
    }

    /// Hands over what runs, in the order of the tickets: broken where it was due before now.
    static func each(at now: Instant, in db: any Transaction, _ body: (Int64, SLAMeasure) throws -> Void) throws {
        let sql = """
            SELECT ticket_id, goal, started_at, due_at, is_paused, policy, target, length FROM sla_running
            ORDER BY ticket_id, started_at, goal
            """
        var lengths: [String: SLALength] = [:]
        let second = now.second
        try db.eachInPlace(sql, []) { row in
            guard let goal = SLAGoal(rawValue: try row.text(1)) else { throw row.wrongValue(1, "a known promise") }
            let text = try row.text(6)
            guard let target = lengths[text] ?? SLALength(text: text) else {
                throw row.wrongValue(6, "a length of time")
            }
            lengths[text] = target
            let due = try row.optionalInstant(3)
            let isBroken = due.map { second > $0 } ?? false
            var measure = SLAMeasure(
                goal: goal, start: try row.instant(2), target: target, length: try row.integer(7), spans: [],
                end: nil, due: due, verdict: isBroken ? .breached : try row.flag(4) ? .paused : .running)
            measure.policy = try row.text(5)
            try body(try row.integer(0), measure)
        }
    }

    /// Says that nothing is known of what runs, such as on a copy of the desk that shows another time.
    static func forget(in db: any Transaction) throws {
        try db.run("DELETE FROM sla_running")
        try db.run("UPDATE counter SET last = 0 WHERE name = 'sla-running'")
    }
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
