import Workflow

/// How the promises stand that are still open, or that nobody wrote down yet. Those that are written down are asked of SQL.
package struct SLAStates: Sendable {
    /// Whether the desk promises anything: else only what is written down counts.
    private(set) var isMeasuring = false
    /// Tickets that were measured and are done: their verdicts are not written down yet.
    private(set) var unsettled: [Int64] = []
    /// Whether all open tickets are among those that were measured: else only `unsettled` are.
    private(set) var holdsOpen = true
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

    /// - Parameter onlyOutcomes: how promises came out is all that is asked, and not how those stand that run.
    package init(_ slaContext: SLAContext, onlyOutcomes: Bool = false, in db: any Transaction) throws {
        let reader = try SLAReader(slaContext, in: db)
        guard !reader.isEmpty else { return }
        isMeasuring = true
        let touched = try SLAVerdictWriter.touched(in: db)
        let isWritten = try !reader.isVolatile && SLARunning.isCurrent(in: db)
        let measured: Set<Ticket.Number>
        if isWritten && onlyOutcomes {
            measured = touched.union(try SLARunning.fallenDue(at: slaContext.queryContext.now, in: db))
            unsettled = measured.map(\.rawValue).sorted()
            holdsOpen = false
        } else {
            let open = Set(try SLARunning.open(in: db))
            unsettled = touched.subtracting(open).map(\.rawValue).sorted()
            measured = isWritten ? touched : touched.union(open)
        }
        if isWritten && !onlyOutcomes { try read(besides: touched, at: slaContext.queryContext.now, in: db) }
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
        // From the open tickets on, which are few among all that promises were made for.
        let sql = """
            SELECT \(SLAVerdicts.columns) FROM ticket \(db.joinInOrder) sla_verdict
            WHERE sla_verdict.ticket_id = ticket.id
                AND ticket.status <= \(Status.lastOpen.rawValue) AND ticket.removal = 0
            """
        var told: [(ticket: Int64, measure: SLAMeasure)] = []
        try db.eachInPlace(sql, []) { told.append((try $0.integer(0), try SLAVerdicts.measure($0))) }
        told.sort { ($0.ticket, $0.measure.start) < ($1.ticket, $1.measure.start) }
        for (ticket, measure) in told {
            takeRunning(upTo: ticket)
            add(measure, of: ticket, besides: touched)
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
