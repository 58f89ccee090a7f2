import Workflow

/// Something to tell about a promise, once.
package struct SLANotice: Equatable, Sendable {
    package enum Kind: String, Sendable {
        case warning, breach
    }

    package var ticket: Ticket.Number
    package var goal: SLAGoal
    package var kind: Kind
    package var due: Instant
}

extension Store {
    /// Writes a note on every ticket of which a promise will soon be broken, or is: once for each promise and kind, and only
    /// while its calendar works.
    package func noticeSLA(
        _ slaContext: SLAContext, _ context: CommandContext, _ words: (SLANotice) -> String
    ) throws -> [SLANotice] {
        guard try read({ try !SLAPolicies.all(in: $0).isEmpty }) else { return [] }
        return try inTurn(context, needs: .work) { turn in
            let db = turn.db
            let due = try SLANotices(slaContext, in: db).due
            for (notice, start) in due {
                let note = TicketCommand.note(words(notice), at: nil)
                _ = try ApplyCommand(verb: note, version: nil, turn: turn).run([notice.ticket])
                try db.run(
                    "INSERT INTO sla_notice (ticket_id, goal, started_at, kind) VALUES ($1, $2, $3, $4)",
                    [
                        .integer(notice.ticket.rawValue), .text(notice.goal.rawValue), .integer(start.milliseconds),
                        .text(notice.kind.rawValue),
                    ])
            }
            return due.map(\.notice)
        }
    }
}

/// Finding what is to be told.
private struct SLANotices {
    private(set) var due: [(notice: SLANotice, start: Instant)] = []

    init(_ slaContext: SLAContext, in db: any Transaction) throws {
        let reader = try SLAReader(slaContext, in: db)
        let sql = """
            SELECT id FROM ticket WHERE status <= \(Status.lastOpen.rawValue) AND removal = 0
                AND created_at IS NOT NULL ORDER BY id
            """
        let numbers = try db.rows(sql).map { Ticket.Number(try $0.integer(0)) }
        var due: [(notice: SLANotice, start: Instant)] = []
        try reader.each(of: numbers) { ticket, sla in
            for measure in sla.measures where !measure.isFinished {
                // Nobody is told at night of what only runs by day.
                guard !measure.target.isWork || sla.calendar.isWorking(at: slaContext.queryContext.now) else {
                    continue
                }
                guard let kind = Self.kind(of: measure, sla.policy?.terms.warning), let at = measure.due else {
                    continue
                }
                let notice = SLANotice(ticket: ticket, goal: measure.goal, kind: kind, due: at)
                if try !Self.isTold(notice, measure.start, in: db) { due.append((notice, measure.start)) }
            }
        }
        self.due = due
    }

    private static func kind(of measure: SLAMeasure, _ warning: SLALength?) -> SLANotice.Kind? {
        if measure.isOverdue { return .breach }
        guard measure.verdict == .running, let left = measure.left, let warning = warning?.milliseconds else {
            return nil
        }
        return left <= warning ? .warning : nil
    }

    private static func isTold(_ notice: SLANotice, _ start: Instant, in db: any Transaction) throws -> Bool {
        let sql = "SELECT 1 FROM sla_notice WHERE ticket_id = $1 AND goal = $2 AND started_at = $3 AND kind = $4"
        let values: [SQLValue] = [
            .integer(notice.ticket.rawValue), .text(notice.goal.rawValue), .integer(start.milliseconds),
            .text(notice.kind.rawValue),
        ]
        return try db.row(sql, values) != nil
    }
}

extension SLALength {
    /// Of working days a day of eight hours: it only says how early somebody is warned.
    fileprivate var milliseconds: Int64 {
        switch self {
        case .wall(let length), .work(let length): length
        case .workDays(let days): Int64(days) * 28_800_000
        }
    }
}
