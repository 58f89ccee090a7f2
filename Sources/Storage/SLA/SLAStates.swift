import Workflow

/// How the promises stand that nobody wrote down yet, and what runs. What is written down is asked of SQL.
package struct SLAStates: Sendable {
    /// Whether the desk promises anything: else only what is written down counts.
    private(set) var isMeasuring = false
    /// Whether every open ticket was measured, because what is written down of them may not hold any more.
    private(set) var holdsOpen = false
    /// Tickets that were measured beside those: what is written down of them does not count.
    private(set) var unsettled: [Int64] = []
    /// Each ticket that was measured now.
    private var found: [Entry] = []
    /// What runs of all others, in the order of the tickets.
    private var running: [(ticket: Int64, measure: SLAMeasure)] = []

    private struct Entry: Sendable {
        var ticket: Int64
        var measures: [SLAMeasure]
        /// Those that stand: nothing of them was undone.
        var present: [SLAMeasure] { measures.filter { $0.undoneAt == nil } }
        /// When it is due next.
        var due: Int64? { present.filter { !$0.isFinished }.compactMap { $0.due?.milliseconds }.min() }
    }

    package init(_ slaContext: SLAContext, in db: any Transaction) throws {
        let reader = try SLAReader(slaContext, in: db)
        guard !reader.isEmpty else { return }
        isMeasuring = true
        let now = slaContext.queryContext.now
        let touched = try SLAVerdictWriter.touched(in: db)
        holdsOpen = try reader.isVolatile || !SLARunning.isCurrent(in: db)
        let measured: Set<Ticket.Number>
        if holdsOpen {
            let open = Set(try SLARunning.open(in: db))
            unsettled = touched.subtracting(open).map(\.rawValue).sorted()
            measured = touched.union(open)
        } else {
            measured = touched.union(try SLARunning.fallenDue(at: now, in: db))
            unsettled = measured.map(\.rawValue).sorted()
            try SLARunning.each(at: now, in: db) { ticket, measure in
                if !measured.contains(Ticket.Number(ticket)) { running.append((ticket, measure)) }
            }
        }
        try reader.each(of: measured.sorted()) { ticket, sla in
            // How they were measured is asked of one ticket, never of all.
            let measures = (sla.measures + sla.undone).map { measure in
                var measure = measure
                measure.spans = []
                return measure
            }
            found.append(Entry(ticket: ticket.rawValue, measures: measures))
        }
    }

    /// The promises for a ticket; nil where only what is written down of it counts.
    package func measures(of ticket: Int64) -> [SLAMeasure]? {
        let place = found.partitioningIndex { $0.ticket >= ticket }
        return place < found.count && found[place].ticket == ticket ? found[place].measures : nil
    }

    /// What runs of a ticket that was not measured now.
    package func running(of ticket: Int64) -> ArraySlice<(ticket: Int64, measure: SLAMeasure)> {
        guard !running.isEmpty else { return [] }
        let start = running.partitioningIndex { $0.ticket >= ticket }
        return running[start...].prefix { $0.ticket == ticket }
    }

    /// Tickets of which a goal stands so; nil: all goals together. Only of those that were measured.
    func tickets(_ goal: SLAGoal?, _ state: Query.SLAState) -> [Int64] {
        found.filter { Self.stands(state, $0.present.filter { goal == nil || $0.goal == goal }) }.map(\.ticket)
    }

    /// Tickets to which something was promised; nil: whatever it was.
    func promised(_ goal: SLAGoal?) -> [Int64] {
        found.filter { $0.present.contains { goal == nil || $0.goal == goal } }.map(\.ticket)
    }

    /// Tickets of which a promise came out so at a time that suits.
    func tickets(_ outcome: SLAOutcome, _ suits: (SLAMeasure) -> Bool) -> [Int64] {
        found.filter { $0.measures.contains { outcome.isOf($0) && suits($0) } }.map(\.ticket)
    }

    var overdue: [Int64] { found.filter { $0.present.contains(where: \.isOverdue) }.map(\.ticket) }

    /// When each ticket is due next, in the order of the tickets.
    func dues(in db: any Transaction) throws -> [(ticket: Int64, due: Int64)] {
        var dues = Dictionary(uniqueKeysWithValues: found.compactMap { entry in entry.due.map { (entry.ticket, $0) } })
        func add(_ ticket: Int64, _ due: Int64) { dues[ticket] = min(dues[ticket] ?? due, due) }
        for (ticket, measure) in running { if let due = measure.due { add(ticket, due.milliseconds) } }
        if isMeasuring && !holdsOpen {
            // What is broken already and still not done.
            let measured = Set(unsettled)
            let sql = """
                SELECT sla_verdict.ticket_id, sla_verdict.due_at FROM ticket \(db.joinInOrder) sla_verdict
                WHERE sla_verdict.ticket_id = ticket.id AND \(SLAVerdicts.isUnfinished)
                    AND ticket.status <= \(Status.lastOpen.rawValue) AND ticket.removal = 0
                """
            try db.eachInPlace(sql, []) { row in
                let ticket = try row.integer(0)
                if !measured.contains(ticket), let due = try row.optionalInteger(1) { add(ticket, due) }
            }
        }
        return dues.map { (ticket: $0.key, due: $0.value) }.sorted { $0.ticket < $1.ticket }
    }

    /// When each promise is due that still runs and is not broken yet.
    var allDues: [(ticket: Int64, due: Int64)] {
        let measured = found.flatMap { entry in
            entry.present.filter { !$0.isFinished }.compactMap { measure in
                measure.due.map { (entry.ticket, $0.milliseconds) }
            }
        }
        return measured + running.compactMap { run in run.measure.due.map { (run.ticket, $0.milliseconds) } }
    }

    /// Whether any is broken, runs or waits; of those that ended well or in vain all have to be looked at.
    private static func stands(_ state: Query.SLAState, _ measures: [SLAMeasure]) -> Bool {
        let verdicts = Set(measures.map(\.verdict))
        return switch state {
        case .breached: verdicts.contains(.breached)
        case .running: verdicts.contains(.running)
        case .paused: verdicts.contains(.paused)
        case .met: verdicts.contains(.met) && verdicts.isDisjoint(with: [.breached, .running, .paused])
        case .unanswered: verdicts == [.unanswered]
        case .unmeasured: false
        }
    }
}
