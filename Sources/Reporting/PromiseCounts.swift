import Storage
import Workflow

/// How many promises came out how, and for how many tickets.
struct PromiseCounts {
    private var promises = PromisePlaces()
    private var tickets = PromisePlaces()
    /// Of all goals together a ticket counts once.
    private var ticketsOfAll = [Int](repeating: 0, count: PromisePlaces.verdicts)
    private var unmeasured = [Int](repeating: 0, count: PromisePlaces.goals)
    private var unmeasuredOfAll = 0
    /// Breaches of what was merged, and of what was thrown away.
    private var merged = GoneBreaches()
    private var trashed = GoneBreaches()
    /// Promises that were changed after they were broken.
    private(set) var changed = 0

    /// - Parameter goals: one or all.
    func count(_ verdict: SLAMeasure.Verdict, _ goals: [SLAGoal]) -> (promises: Int, tickets: Int) {
        let sum = goals.reduce(0) { $0 + promises[$1, verdict] }
        return (sum, goals.count == 1 ? tickets[goals[0], verdict] : ticketsOfAll[verdict.place])
    }

    func unmeasured(_ goals: [SLAGoal]) -> Int { goals.count == 1 ? unmeasured[goals[0].place] : unmeasuredOfAll }
    func merged(_ goals: [SLAGoal]) -> (promises: Int, tickets: Int) { merged.count(goals) }
    func trashed(_ goals: [SLAGoal]) -> (promises: Int, tickets: Int) { trashed.count(goals) }

    var broken: Int { count(.breached, SLAGoal.allCases).promises }

    /// Whether there is anything to tell.
    var isThere: Bool {
        unmeasuredOfAll > 0 || SLAMeasure.Verdict.allCases.contains { count($0, SLAGoal.allCases).promises > 0 }
            || unmeasured.contains { $0 > 0 }
    }

    mutating func add(_ ticket: PromisesOfTicket) {
        changed += ticket.changed
        if !ticket.hasAny {
            guard ticket.came else { return }
            for goal in unmeasured.indices { unmeasured[goal] += 1 }
            return unmeasuredOfAll += 1
        }
        for goal in SLAGoal.allCases {
            if ticket.came && !ticket.isPromised[goal.place] { unmeasured[goal.place] += 1 }
        }
        for verdict in SLAMeasure.Verdict.allCases {
            var isThere = false
            for goal in SLAGoal.allCases where ticket.counts[goal, verdict] > 0 {
                promises[goal, verdict] += ticket.counts[goal, verdict]
                tickets[goal, verdict] += 1
                isThere = true
            }
            if isThere { ticketsOfAll[verdict.place] += 1 }
        }
        if ticket.isMerged { merged.add(ticket.counts) }
        if ticket.isTrashed { trashed.add(ticket.counts) }
    }

    mutating func add(_ other: PromiseCounts) {
        promises.add(other.promises)
        tickets.add(other.tickets)
        for place in ticketsOfAll.indices { ticketsOfAll[place] += other.ticketsOfAll[place] }
        for place in unmeasured.indices { unmeasured[place] += other.unmeasured[place] }
        unmeasuredOfAll += other.unmeasuredOfAll
        merged.add(other.merged)
        trashed.add(other.trashed)
        changed += other.changed
    }
}

/// Breaches of tickets that are not there any more.
private struct GoneBreaches {
    private var promises = [Int](repeating: 0, count: PromisePlaces.goals)
    private var tickets = [Int](repeating: 0, count: PromisePlaces.goals)
    private var ticketsOfAll = 0

    func count(_ goals: [SLAGoal]) -> (promises: Int, tickets: Int) {
        let sum = goals.reduce(0) { $0 + promises[$1.place] }
        return (sum, goals.count == 1 ? tickets[goals[0].place] : ticketsOfAll)
    }

    mutating func add(_ counts: PromisePlaces) {
        var isThere = false
        for goal in SLAGoal.allCases where counts[goal, .breached] > 0 {
            promises[goal.place] += counts[goal, .breached]
            tickets[goal.place] += 1
            isThere = true
        }
        if isThere { ticketsOfAll += 1 }
    }

    mutating func add(_ other: GoneBreaches) {
        for place in promises.indices {
            promises[place] += other.promises[place]
            tickets[place] += other.tickets[place]
        }
        ticketsOfAll += other.ticketsOfAll
    }
}

/// The promises of one ticket.
struct PromisesOfTicket {
    /// It came in the period.
    private(set) var came = false
    private(set) var isMerged = false
    private(set) var isTrashed = false
    private(set) var hasAny = false
    private(set) var changed = 0
    private(set) var isPromised = [Bool](repeating: false, count: PromisePlaces.goals)
    private(set) var counts = PromisePlaces()

    mutating func begin(came: Bool, isMerged: Bool, isTrashed: Bool) {
        (self.came, self.isMerged, self.isTrashed, changed) = (came, isMerged, isTrashed, 0)
        guard hasAny else { return }
        hasAny = false
        for goal in isPromised.indices { isPromised[goal] = false }
        counts.clear()
    }

    mutating func add(_ measure: SLAMeasure, _ span: Range<Int64>) {
        // What was undone since is no promise that stands.
        guard measure.undoneAt == nil || counts(measure, span) else { return }
        add(measure.goal.place, counts(measure, span) ? measure.verdict.place : nil, isChanged: measure.isChanged)
    }

    /// Whether it belongs to the period: by when it came out, or by when the ticket came where it runs.
    func counts(_ measure: SLAMeasure, _ span: Range<Int64>) -> Bool {
        let isOver = measure.isFinished || measure.verdict == .breached
        return isOver ? measure.cameOut(in: span) : came
    }

    /// - Parameter verdict: nil where it came out at another time.
    mutating func add(_ goal: Int, _ verdict: Int?, isChanged: Bool) {
        hasAny = true
        isPromised[goal] = true
        guard let verdict else { return }
        counts.add(goal, verdict)
        if isChanged { changed += 1 }
    }
}

/// A number for each goal and verdict.
struct PromisePlaces {
    static let goals = SLAGoal.allCases.count
    static let verdicts = SLAMeasure.Verdict.allCases.count
    private var counts = [Int](repeating: 0, count: goals * verdicts)

    subscript(goal: SLAGoal, verdict: SLAMeasure.Verdict) -> Int {
        get { counts[goal.place * Self.verdicts + verdict.place] }
        set { counts[goal.place * Self.verdicts + verdict.place] = newValue }
    }

    mutating func add(_ goal: Int, _ verdict: Int) { counts[goal * Self.verdicts + verdict] += 1 }

    mutating func add(_ other: PromisePlaces) {
        for place in counts.indices { counts[place] += other.counts[place] }
    }

    mutating func clear() {
        for place in counts.indices { counts[place] = 0 }
    }
}

extension SLAGoal {
    var place: Int {
        switch self {
        case .first: 0
        case .next: 1
        case .resolve: 2
        }
    }
}

extension SLAMeasure.Verdict {
    var place: Int {
        switch self {
        case .met: 0
        case .breached: 1
        case .running: 2
        case .paused: 3
        case .unanswered: 4
        }
    }
}
