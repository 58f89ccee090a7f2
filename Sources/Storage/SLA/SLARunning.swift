import Workflow

/// The promises that run, as they were measured last.
enum SLARunning {
    /// Whether what is written down still holds for every ticket that nothing was done to since: neither a policy, a calendar
    /// nor a name that a policy may go by became another.
    static func isCurrent(in db: any Transaction) throws -> Bool {
        guard try db.row("SELECT last FROM counter WHERE name = 'sla-running'")?.integer(0) == 1 else { return false }
        return try SLAChanges.general(in: db).isEmpty
    }

    static func open(in db: any Transaction) throws -> [Ticket.Number] {
        let sql = "SELECT id FROM ticket WHERE status <= \(Status.lastOpen.rawValue) AND removal = 0"
        return try db.rows(sql).map { Ticket.Number(try $0.integer(0)) }
    }

    /// Tickets of which anything ran when it was written down.
    static func all(in db: any Transaction) throws -> [Ticket.Number] {
        try db.rows("SELECT DISTINCT ticket_id FROM sla_running").map { Ticket.Number(try $0.integer(0)) }
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

    /// What ran of these tickets.
    /// - Parameter tickets: `SLATimelines.atOnce` at most.
    static func of(_ tickets: [Ticket.Number], in db: any Transaction) throws -> [Int64: [SLAMeasure]] {
        let statements = SLAStatements.for(tickets.count)
        var running: [Int64: [SLAMeasure]] = [:]
        try db.eachInPlace(statements.running, statements.values(tickets)) { row in
            running[try row.integer(0), default: []].append(try measure(row))
        }
        return running
    }

    private static func measure(_ row: any RowInPlace) throws -> SLAMeasure {
        guard let goal = SLAGoal(rawValue: try row.text(1)) else { throw row.wrongValue(1, "a known promise") }
        return SLAMeasure(
            goal: goal, start: try row.instant(2), target: .wall(0), length: 0, spans: [], end: nil, due: nil,
            verdict: .running)
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
