import Workflow

/// Verdicts that were told once. One that was kept stands as long as the ticket's own times are those it was about; a breach
/// stands whatever happens later.
package enum SLAVerdicts {
    /// - Parameter isThere: whether the ticket is neither merged nor in the trash.
    static func settled(_ measures: [SLAMeasure], _ told: [SLAMeasure], isThere: Bool) -> [SLAMeasure] {
        guard !told.isEmpty else { return measures }
        let known = measures.map { measure in
            guard let found = told.first(where: { $0.decides(measure) }) else { return measure }
            return found.told(of: measure)
        }
        // What a policy no longer promises was promised then.
        let goals = Set(measures.map(\.goal))
        let others = told.filter { old in
            old.verdict == .breached ? !measures.contains(where: old.isSamePromise(as:)) : !goals.contains(old.goal)
        }
        return known + others.map { $0.toldAlone(isThere: isThere) }
    }

    /// What was told of each of these tickets, in the order of the beginnings; also what was undone since.
    /// - Parameter tickets: `SLATimelines.atOnce` at most.
    static func told(of tickets: [Ticket.Number], in db: any Transaction) throws -> [Int64: [SLAMeasure]] {
        let statements = SLAStatements.for(tickets.count)
        var told: [Int64: [SLAMeasure]] = [:]
        try db.eachInPlace(statements.verdicts, statements.values(tickets)) { row in
            told[try row.integer(0), default: []].append(try measure(row))
        }
        return told
    }

    /// Takes away, on a copy of the desk that shows a past time, what came out later.
    static func forget(after moment: Moment, in db: any Transaction) throws {
        var time: Int64?
        switch moment {
        case .time(let instant): time = instant.milliseconds
        case .operation(let number):
            time = try db.row("SELECT at FROM operation WHERE id <= $1 ORDER BY id DESC LIMIT 1", [.integer(number)])?
                .integer(0)
        }
        let values: [SQLValue] = [.integer(time ?? .min)]
        try db.run("DELETE FROM sla_verdict WHERE came_at > $1", values)
        try db.run("UPDATE sla_verdict SET ended_at = NULL WHERE ended_at > $1", values)
        try db.run(
            """
            UPDATE sla_verdict SET undone_at = NULL, sequence = 0 WHERE undone_at > $1 AND NOT EXISTS (
                SELECT 1 FROM sla_verdict AS other WHERE other.ticket_id = sla_verdict.ticket_id
                    AND other.goal = sla_verdict.goal AND other.started_at = sla_verdict.started_at
                    AND (other.sequence = 0 OR other.undone_at > $1 AND other.sequence < sla_verdict.sequence))
            """, values)
        try SLARunning.forget(in: db)
    }

    /// A breach of what is still not done, in SQL.
    static let isUnfinished = """
        sla_verdict.verdict = '\(SLAMeasure.Verdict.breached.rawValue)' AND sla_verdict.ended_at IS NULL
            AND sla_verdict.sequence = 0
        """

    /// What `measure` reads.
    static let columns = """
        sla_verdict.ticket_id, sla_verdict.goal, sla_verdict.started_at, sla_verdict.ended_at, sla_verdict.due_at,
        sla_verdict.verdict, sla_verdict.target, sla_verdict.length, sla_verdict.policy, sla_verdict.is_changed,
        sla_verdict.owner_id, sla_verdict.came_at, sla_verdict.undone_at
        """

    /// - Parameter row: of `columns`.
    static func measure(_ row: any RowInPlace) throws -> SLAMeasure {
        guard let goal = SLAGoal(rawValue: try row.text(1)) else { throw row.wrongValue(1, "a known promise") }
        guard let verdict = SLAMeasure.Verdict(rawValue: try row.text(5)) else {
            throw row.wrongValue(5, "how a promise ended")
        }
        guard let target = SLALength(text: try row.text(6)) else { throw row.wrongValue(6, "a length of time") }
        var measure = SLAMeasure(
            goal: goal, start: try row.instant(2), target: target, length: try row.integer(7),
            spans: [], end: try row.optionalInstant(3), due: try row.optionalInstant(4), verdict: verdict)
        measure.policy = try row.text(8)
        measure.isChanged = try row.flag(9)
        measure.owner = try row.optionalInteger(10)
        measure.cameAt = try row.instant(11)
        measure.undoneAt = try row.optionalInstant(12)
        return measure
    }
}

extension SLAMeasure {
    func isSamePromise(as other: SLAMeasure) -> Bool { goal == other.goal && start == other.start }

    /// Whether it is the same promise, come out alike.
    func isAbout(_ other: SLAMeasure) -> Bool {
        isSamePromise(as: other) && end == other.end && verdict == other.verdict
    }

    /// Of a breach that was told: whether it turned out later that the promise was kept in time.
    func isRefuted(by measure: SLAMeasure) -> Bool {
        guard verdict == .breached, measure.verdict != .breached, let due, let end = measure.end else { return false }
        return end <= due
    }

    /// Whether what was told holds for a promise as it is measured now. What was kept by the terms of its time is not broken by
    /// others.
    func decides(_ measure: SLAMeasure) -> Bool {
        if verdict == .breached { return isSamePromise(as: measure) && !isRefuted(by: measure) }
        return isSamePromise(as: measure) && end == measure.end
            && (verdict == measure.verdict || measure.verdict == .breached)
    }

    /// What was told, of a promise as it is measured now.
    fileprivate func told(of measure: SLAMeasure) -> SLAMeasure {
        var told = self
        told.spans = measure.spans
        guard verdict == .breached else { return told }
        told.end = measure.end
        told.left = measure.end == nil ? 0 : nil
        told.isChanged = isChanged || measure.due != due
        return told
    }

    /// A breach that nothing is measured of any more is over.
    fileprivate func toldAlone(isThere: Bool) -> SLAMeasure {
        var told = self
        guard verdict == .breached else { return told }
        told.end = end ?? due
        told.isChanged = isChanged || isThere
        return told
    }
}
