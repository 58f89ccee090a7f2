import Workflow

/// How the promises stand that are still open, or that nobody wrote down yet. Those that are written down are asked of SQL.
package struct SLAStates: Sendable {
    /// Whether the desk promises anything: else only what is written down counts.
    private(set) var isMeasuring = false
    /// Tickets that were measured and are done: their verdicts are not written down yet.
    private(set) var unsettled: [Int64] = []
    /// Each ticket that was measured now; what is written down of these does not count.
    private var found: [Entry] = []

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
        let touched = Set(try SLAVerdictWriter.touched(in: db))
        let isWritten = try !reader.isVolatile && SLARunning.isCurrent(in: db)
        let open = Set(try SLARunning.open(in: db))
        unsettled = touched.subtracting(open).map(\.rawValue).sorted()
        if isWritten { try read(besides: touched, at: slaContext.queryContext.now, in: db) }
        let measured = isWritten ? touched : touched.union(open)
        try reader.each(of: measured.sorted()) { ticket, sla in
            // How they were measured is asked of one ticket, never of all.
            let measures = (sla.measures + sla.undone).map { measure in
                var measure = measure
                measure.spans = []
                return measure
            }
            found.append(Entry(ticket: ticket.rawValue, measures: measures))
        }
        if isWritten && !measured.isEmpty { found.sort { $0.ticket < $1.ticket } }
    }

    /// What runs as it is written down, with what came out of the same tickets before.
    private mutating func read(besides touched: Set<Ticket.Number>, at now: Instant, in db: any Transaction) throws {
        var running: [(ticket: Int64, measure: SLAMeasure)] = []
        try SLARunning.each(at: now, in: db) { running.append(($0, $1)) }
        var place = 0
        func takeRunning(upTo ticket: Int64) {
            while place < running.count, running[place].ticket < ticket {
                add(running[place].measure, of: running[place].ticket, besides: touched)
                place += 1
            }
        }
        let told = """
            SELECT \(SLAVerdicts.columns) FROM sla_verdict JOIN ticket ON ticket.id = sla_verdict.ticket_id
            WHERE ticket.status <= \(Status.lastOpen.rawValue) AND ticket.removal = 0
            ORDER BY sla_verdict.ticket_id, sla_verdict.started_at, sla_verdict.goal, sla_verdict.sequence
            """
        try db.eachInPlace(told, []) { row in
            let ticket = try row.integer(0)
            takeRunning(upTo: ticket)
            add(try SLAVerdicts.measure(row), of: ticket, besides: touched)
        }
        takeRunning(upTo: .max)
    }

    private mutating func add(_ measure: SLAMeasure, of ticket: Int64, besides touched: Set<Ticket.Number>) {
        if found.last?.ticket == ticket {
            found[found.count - 1].measures.append(measure)
        } else if !touched.contains(Ticket.Number(ticket)) {
            found.append(Entry(ticket: ticket, measures: [measure]))
        }
    }

    /// The promises for a ticket; nil where only what is written down of it counts.
    package func measures(of ticket: Int64) -> [SLAMeasure]? {
        let place = found.partitioningIndex { $0.ticket >= ticket }
        return place < found.count && found[place].ticket == ticket ? found[place].measures : nil
    }

    /// Tickets of which a goal stands so; nil: all goals together.
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

    /// When each ticket is due next.
    var dues: [(ticket: Int64, due: Int64)] {
        found.compactMap { entry in entry.due.map { (entry.ticket, $0) } }
    }

    /// When each promise is due that still runs.
    var allDues: [(ticket: Int64, due: Int64)] {
        found.flatMap { entry in
            entry.present.filter { !$0.isFinished }.compactMap { measure in
                measure.due.map { (entry.ticket, $0.milliseconds) }
            }
        }
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
