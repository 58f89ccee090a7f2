import Workflow

/// Writing down how promises ended, which were broken, and which still run. Once written a breach stays, whatever happens to its
/// ticket or its policy; so it is written before anything that could change it.
struct SLAVerdictWriter {
    private let slaContext: SLAContext
    private let db: any Transaction

    init(_ slaContext: SLAContext, in db: any Transaction) {
        self.slaContext = slaContext
        self.db = db
    }

    /// What fell due until a command came, before the command changes anything. It looks at what was touched since the last
    /// time and at what has fallen due.
    static func writeDue(_ turn: WriteTurn) throws {
        guard let zones = turn.context.zones, try SLAPolicies.areThere(in: turn.db) else { return }
        let zone = ZoneOffsets(try zones(try DeskFacts.read(in: turn.db).timeZone))
        let queryContext = QueryContext(
            agent: turn.author.agent, now: turn.author.at, zone: zone, categories: try CategoryTree.read(in: turn.db),
            zones: zones)
        try SLAVerdictWriter(SLAContext(queryContext: queryContext, zones: zones), in: turn.db).writeDue()
    }

    private func writeDue() throws {
        guard try SLARunning.isCurrent(in: db) else { return try run() }
        let now = slaContext.queryContext.now
        let tickets = try Self.touched(in: db).union(SLARunning.fallenDue(at: now, in: db)).sorted()
        guard !tickets.isEmpty else { return }
        try write(tickets, try SLAReader(slaContext, in: db))
    }

    /// Of every open ticket and all that something was done to since the last time.
    func run() throws {
        let reader = try SLAReader(slaContext, in: db)
        guard !reader.isEmpty else { return }
        let tickets = try Self.touched(in: db).union(SLARunning.open(in: db)).union(SLARunning.all(in: db))
        try write(tickets.sorted(), reader)
        try db.run("UPDATE counter SET last = 1 WHERE name = 'sla-running'")
    }

    private func write(_ tickets: [Ticket.Number], _ reader: SLAReader) throws {
        let newest = try db.row("SELECT COALESCE(MAX(operation_id), 0) FROM event")?.integer(0) ?? 0
        try reader.each(of: tickets) { try recompute($1, of: $0) }
        try db.run("UPDATE counter SET last = $1 WHERE name = 'sla'", [.integer(newest)])
    }

    /// Tickets whose verdicts may not be written down yet. Nothing is promised for those that came from elsewhere.
    static func touched(in db: any Transaction) throws -> Set<Ticket.Number> {
        // Neither sorted nor distinct: either is looked for among all events there are.
        let sql = """
            SELECT event.ticket_id FROM event \(db.joinInOrder) ticket
            WHERE ticket.id = event.ticket_id AND ticket.source_file_id IS NULL
                AND event.operation_id > (SELECT last FROM counter WHERE name = 'sla')
            """
        var touched: Set<Ticket.Number> = []
        try db.eachInPlace(sql, []) { touched.insert(Ticket.Number(try $0.integer(0))) }
        return touched
    }

    private func recompute(_ sla: TicketSLA, of ticket: Ticket.Number) throws {
        let known = try SLAVerdicts.told(of: [ticket], in: db)[ticket.rawValue] ?? []
        if let compared = sla.compared {
            for old in compared.refuted { try forget(old, of: ticket) }
            for old in compared.takenBack { try takeBack(old, of: ticket) }
            for old in compared.restored { try restore(old, of: ticket) }
        }
        let restored = sla.compared?.restored ?? []
        let standing = known.filter { $0.undoneAt == nil } + restored
        for told in standing where told.verdict == .breached {
            let present = sla.measures.first { $0.isSamePromise(as: told) && $0.verdict == .breached }
            if let present { try update(told, to: present, of: ticket) }
        }
        try db.run("DELETE FROM sla_running WHERE ticket_id = $1", [.integer(ticket.rawValue)])
        guard sla.policy != nil else { return }
        for measure in sla.measures where measure.isFinished || measure.verdict == .breached {
            guard !standing.contains(where: { $0.decidesAlready(measure) }) else { continue }
            try insert(measure, of: ticket)
        }
        for measure in sla.measures where !measure.isFinished && measure.verdict != .breached {
            try SLARunning.insert(measure, of: ticket, in: db)
        }
    }

    private func update(_ told: SLAMeasure, to present: SLAMeasure, of ticket: Ticket.Number) throws {
        let end = present.end
        guard end != told.end || present.isChanged != told.isChanged else { return }
        try db.run(
            """
            UPDATE sla_verdict SET ended_at = $4, is_changed = $5
            WHERE ticket_id = $1 AND goal = $2 AND started_at = $3 AND sequence = 0
            """,
            [
                .integer(ticket.rawValue), .text(told.goal.rawValue), .integer(told.start.milliseconds),
                .optional(end?.milliseconds), .flag(present.isChanged),
            ])
    }

    private func promise(_ told: SLAMeasure, of ticket: Ticket.Number) -> [SQLValue] {
        [.integer(ticket.rawValue), .text(told.goal.rawValue), .integer(told.start.milliseconds)]
    }

    private func forget(_ told: SLAMeasure, of ticket: Ticket.Number) throws {
        let sql = "DELETE FROM sla_verdict WHERE ticket_id = $1 AND goal = $2 AND started_at = $3 AND sequence = 0"
        _ = try db.run(sql, promise(told, of: ticket))
    }

    private func takeBack(_ told: SLAMeasure, of ticket: Ticket.Number) throws {
        try db.run(
            """
            UPDATE sla_verdict SET undone_at = $4, sequence = 1 + (SELECT MAX(other.sequence) FROM sla_verdict AS other
                WHERE other.ticket_id = $1 AND other.goal = $2 AND other.started_at = $3)
            WHERE ticket_id = $1 AND goal = $2 AND started_at = $3 AND sequence = 0
            """, promise(told, of: ticket) + [.optional(told.undoneAt?.milliseconds)])
    }

    private func restore(_ told: SLAMeasure, of ticket: Ticket.Number) throws {
        try db.run(
            """
            UPDATE sla_verdict SET undone_at = NULL, sequence = 0 WHERE ticket_id = $1 AND goal = $2 AND started_at = $3
                AND sequence = (SELECT MAX(other.sequence) FROM sla_verdict AS other WHERE other.ticket_id = $1
                    AND other.goal = $2 AND other.started_at = $3 AND other.undone_at = $4 AND other.verdict = $5)
            """,
            promise(told, of: ticket) + [.optional(told.undoneAt?.milliseconds), .text(told.verdict.rawValue)])
    }

    private func insert(_ measure: SLAMeasure, of ticket: Ticket.Number) throws {
        let owner = try measure.outcomeAt.flatMap { try TicketOwner.owner(of: ticket, at: $0, in: db) }
        try db.run(
            """
            INSERT INTO sla_verdict (
                ticket_id, goal, started_at, ended_at, due_at, verdict, policy, target, length, owner_id,
                came_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            ON CONFLICT (ticket_id, goal, started_at, sequence) DO NOTHING
            """,
            [
                .integer(ticket.rawValue), .text(measure.goal.rawValue), .integer(measure.start.milliseconds),
                .optional(measure.end?.milliseconds), .optional(measure.due?.milliseconds),
                .text(measure.verdict.rawValue), .text(measure.policy), .text(measure.target.text),
                .integer(measure.length), .optional(owner), .optional(measure.outcomeAt?.milliseconds),
            ])
    }
}

extension SLAMeasure {
    /// Whether what is written down says the same.
    fileprivate func decidesAlready(_ measure: SLAMeasure) -> Bool {
        verdict == .breached ? isSamePromise(as: measure) && measure.verdict == .breached : isAbout(measure)
    }
}

/// Whose a ticket was.
package enum TicketOwner {
    /// A value at a time is what the first change after it found; where none came, the present one.
    package static func owner(of ticket: Ticket.Number, at time: Instant, in db: any Transaction) throws -> Int64? {
        let values: [SQLValue] = [.integer(ticket.rawValue), .integer(time.milliseconds)]
        let later = """
            SELECT before FROM event WHERE ticket_id = $1 AND field = 'assignee' AND at > $2
            ORDER BY operation_id, sequence LIMIT 1
            """
        if let row = try db.row(later, values) { return try row.optionalText(0).flatMap { Int64($0) } }
        return try db.row("SELECT assignee_id FROM ticket WHERE id = $1", [values[0]])?.optionalInteger(0)
    }
}

extension Store {
    /// Writes down how promises ended, which were broken, and which still run.
    package func writeSLAVerdicts(_ slaContext: SLAContext) throws {
        guard try read({ try !SLAPolicies.all(in: $0).isEmpty }) else { return }
        try maintain { try SLAVerdictWriter(slaContext, in: $0).run() }
    }
}
