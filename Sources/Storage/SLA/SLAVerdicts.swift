import Workflow

/// Verdicts that were told once. They stand as long as the ticket's own times are those they were about.
enum SLAVerdicts {
    static func settled(_ measures: [SLAMeasure], _ told: [SLAMeasure]) -> [SLAMeasure] {
        guard !told.isEmpty else { return measures }
        let known = measures.map { measure in told.first { $0.isAbout(measure) } ?? measure }
        // What a policy no longer promises was promised then.
        let goals = Set(measures.map(\.goal))
        return known.enumerated().map { index, measure in
            var measure = measure
            measure.spans = measures[index].spans
            return measure
        } + told.filter { !goals.contains($0.goal) }
    }

    /// What was told of each of these tickets, in the order of the beginnings.
    /// - Parameter tickets: `SLATimelines.atOnce` at most.
    static func told(of tickets: [Ticket.Number], in db: any Transaction) throws -> [Int64: [SLAMeasure]] {
        let statements = SLAStatements.for(tickets.count)
        var told: [Int64: [SLAMeasure]] = [:]
        try db.eachInPlace(statements.verdicts, statements.values(tickets)) { row in
            told[try row.integer(0), default: []].append(try measure(row))
        }
        return told
    }

    private static func measure(_ row: any RowInPlace) throws -> SLAMeasure {
        guard let goal = SLAGoal(rawValue: try row.text(1)) else { throw row.wrongValue(1, "a known promise") }
        guard let verdict = SLAMeasure.Verdict(rawValue: try row.text(5)) else {
            throw row.wrongValue(5, "how a promise ended")
        }
        guard let target = SLALength(text: try row.text(6)) else { throw row.wrongValue(6, "a length of time") }
        return SLAMeasure(
            goal: goal, start: try row.instant(2), target: target, length: try row.integer(7),
            spans: [], end: try row.optionalInstant(3), due: try row.optionalInstant(4), verdict: verdict)
    }
}

extension SLAMeasure {
    /// Whether it is the same promise, with the same end.
    fileprivate func isAbout(_ other: SLAMeasure) -> Bool {
        goal == other.goal && start == other.start && end == other.end
    }
}

/// Writing down how promises ended, of every ticket that something was done to since the last time.
struct SLAVerdictWriter {
    private let slaContext: SLAContext
    private let db: any Transaction

    init(_ slaContext: SLAContext, in db: any Transaction) {
        self.slaContext = slaContext
        self.db = db
    }

    func run() throws {
        let reader = try SLAReader(slaContext, in: db)
        guard !reader.isEmpty else { return }
        let newest = try db.row("SELECT COALESCE(MAX(id), 0) FROM operation")?.integer(0) ?? 0
        try reader.each(of: try Self.touched(in: db)) { try recompute($1, of: $0) }
        try db.run("UPDATE counter SET last = $1 WHERE name = 'sla'", [.integer(newest)])
    }

    /// Tickets whose verdicts may not be written down yet.
    static func touched(in db: any Transaction) throws -> [Ticket.Number] {
        let sql = """
            SELECT DISTINCT ticket_id FROM event WHERE ticket_id IS NOT NULL
                AND operation_id > (SELECT last FROM counter WHERE name = 'sla') ORDER BY ticket_id
            """
        return try db.rows(sql).map { Ticket.Number(try $0.integer(0)) }
    }

    private func recompute(_ sla: TicketSLA, of ticket: Ticket.Number) throws {
        let goals = Set(sla.measures.map(\.goal))
        let known = try SLAVerdicts.told(of: [ticket], in: db)[ticket.rawValue] ?? []
        for told in known where goals.contains(told.goal) {
            guard !sla.measures.contains(where: told.isAbout) else { continue }
            // It was undone, or said otherwise.
            try db.run(
                "DELETE FROM sla_verdict WHERE ticket_id = $1 AND goal = $2 AND started_at = $3",
                [.integer(ticket.rawValue), .text(told.goal.rawValue), .integer(told.start.milliseconds)])
        }
        for measure in sla.measures {
            guard let end = measure.end, let policy = sla.policy else { continue }
            try db.run(
                """
                INSERT INTO sla_verdict (ticket_id, goal, started_at, ended_at, due_at, verdict, policy, target, length)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (ticket_id, goal, started_at) DO NOTHING
                """,
                [
                    .integer(ticket.rawValue), .text(measure.goal.rawValue), .integer(measure.start.milliseconds),
                    .integer(end.milliseconds), .optional(measure.due?.milliseconds), .text(measure.verdict.rawValue),
                    .text(policy.name), .text(measure.target.text), .integer(measure.length),
                ])
        }
    }
}

extension Store {
    /// Writes down how promises ended.
    package func writeSLAVerdicts(_ slaContext: SLAContext) throws {
        guard try read({ try !SLAPolicies.all(in: $0).isEmpty }) else { return }
        try maintain { try SLAVerdictWriter(slaContext, in: $0).run() }
    }
}
