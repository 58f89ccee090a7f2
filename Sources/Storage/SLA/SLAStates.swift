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
        /// When it is due next.
        var due: Int64?
    }

    package init(_ slaContext: SLAContext, in db: any Transaction) throws {
        let reader = try SLAReader(slaContext, in: db)
        guard !reader.isEmpty else { return }
        isMeasuring = true
        let sql = "SELECT id FROM ticket WHERE status <= \(Status.lastOpen.rawValue) AND removal = 0"
        let open = try db.rows(sql).map {
            Ticket.Number(try $0.integer(0))
        }
        let touched = Set(try SLAVerdictWriter.touched(in: db)).subtracting(open)
        unsettled = touched.map(\.rawValue).sorted()
        let numbers = touched.union(open).sorted()
        try reader.each(of: numbers) { ticket, sla in
            // How they were measured is asked of one ticket, never of all.
            let measures = sla.measures.map { measure in
                var measure = measure
                measure.spans = []
                return measure
            }
            let pressing = sla.pressing?.due.map(\.milliseconds)
            found.append(Entry(ticket: ticket.rawValue, measures: measures, due: pressing))
        }
    }

    /// The promises for a ticket; nil where only what is written down of it counts.
    package func measures(of ticket: Int64) -> [SLAMeasure]? {
        let place = found.partitioningIndex { $0.ticket >= ticket }
        return place < found.count && found[place].ticket == ticket ? found[place].measures : nil
    }

    /// Tickets of which a goal stands so; nil: all goals together.
    func tickets(_ goal: SLAGoal?, _ state: Query.SLAState) -> [Int64] {
        found.filter { Self.stands(state, $0.measures.filter { goal == nil || $0.goal == goal }) }.map(\.ticket)
    }

    /// Tickets to which something was promised; nil: whatever it was.
    func promised(_ goal: SLAGoal?) -> [Int64] {
        found.filter { $0.measures.contains { goal == nil || $0.goal == goal } }.map(\.ticket)
    }

    /// Tickets of which a promise came out so at a time that suits.
    func tickets(_ outcome: SLAOutcome, _ suits: (Instant) -> Bool) -> [Int64] {
        found.filter { $0.measures.contains { outcome.isOf($0) && $0.outcomeAt.map(suits) == true } }.map(\.ticket)
    }

    var overdue: [Int64] { found.filter { $0.measures.contains(where: \.isOverdue) }.map(\.ticket) }

    /// When each ticket is due next.
    var dues: [(ticket: Int64, due: Int64)] {
        found.compactMap { entry in entry.due.map { (entry.ticket, $0) } }
    }

    /// When each promise is due that still runs.
    var allDues: [(ticket: Int64, due: Int64)] {
        found.flatMap { entry in
            entry.measures.filter { !$0.isFinished }.compactMap { measure in
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
