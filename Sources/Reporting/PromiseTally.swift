import Storage
import Workflow

/// The promises for the tickets of a request: how many came out how in its period, how many still run of the tickets that came
/// in it, and for how many of these nothing was promised.
struct PromiseTally {
    let all: PromiseCounts
    let groups: [(label: Label, count: PromiseCounts)]

    init(_ request: ReportRequest, _ states: SLAStates, in db: any Transaction) throws {
        let span = request.period?.instants(request.queryContext.zone) ?? .min..<(.max)
        let told = try ToldPromises(in: span, db)
        var tally = try GroupTally(request, startingWith: PromiseCounts(), in: db)
        var promises = TicketPromises()
        try request.eachTicket(of: request.query, telling: "ticket.created_at", in: db) { row, ticket in
            let came = try row.optionalInteger(2).map(span.contains) ?? (request.period == nil)
            promises.begin(came: came)
            if let measures = states.measures(of: ticket) {
                for measure in measures { promises.add(measure, span) }
            } else {
                told.add(ticket, to: &promises)
            }
            try tally.count(row, ticket: ticket) { $0.add(promises) }
        }
        all = tally.all
        groups = try tally.sorted(by: { $0.count(.met, SLAGoal.allCases).promises + $0.broken }, { $0.add($1) })
    }
}

/// How many promises came out how, and for how many tickets.
struct PromiseCounts {
    private var promises = PromisePlaces()
    private var tickets = PromisePlaces()
    /// Of all goals together a ticket counts once.
    private var ticketsOfAll = [Int](repeating: 0, count: PromisePlaces.verdicts)
    private var unmeasured = [Int](repeating: 0, count: PromisePlaces.goals)
    private var unmeasuredOfAll = 0

    /// - Parameter goals: one or all.
    func count(_ verdict: SLAMeasure.Verdict, _ goals: [SLAGoal]) -> (promises: Int, tickets: Int) {
        let sum = goals.reduce(0) { $0 + promises[$1, verdict] }
        return (sum, goals.count == 1 ? tickets[goals[0], verdict] : ticketsOfAll[verdict.place])
    }

    func unmeasured(_ goals: [SLAGoal]) -> Int { goals.count == 1 ? unmeasured[goals[0].place] : unmeasuredOfAll }

    fileprivate var broken: Int { count(.breached, SLAGoal.allCases).promises }

    fileprivate mutating func add(_ ticket: TicketPromises) {
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
    }

    mutating func add(_ other: PromiseCounts) {
        promises.add(other.promises)
        tickets.add(other.tickets)
        for place in ticketsOfAll.indices { ticketsOfAll[place] += other.ticketsOfAll[place] }
        for place in unmeasured.indices { unmeasured[place] += other.unmeasured[place] }
        unmeasuredOfAll += other.unmeasuredOfAll
    }
}

/// The promises of one ticket.
private struct TicketPromises {
    /// It came in the period.
    private(set) var came = false
    private(set) var hasAny = false
    private(set) var isPromised = [Bool](repeating: false, count: PromisePlaces.goals)
    private(set) var counts = PromisePlaces()

    mutating func begin(came: Bool) {
        self.came = came
        guard hasAny else { return }
        hasAny = false
        for goal in isPromised.indices { isPromised[goal] = false }
        counts.clear()
    }

    mutating func add(_ measure: SLAMeasure, _ span: Range<Int64>) {
        let isOver = measure.isFinished || measure.verdict == .breached
        let counts = isOver ? measure.outcomeAt.map { span.contains($0.milliseconds) } ?? false : came
        add(measure.goal.place, counts ? measure.verdict.place : nil)
    }

    /// - Parameter verdict: nil where it came out at another time.
    mutating func add(_ goal: Int, _ verdict: Int?) {
        hasAny = true
        isPromised[goal] = true
        if let verdict { counts.add(goal, verdict) }
    }
}

/// The verdicts that are written down, by ticket.
private struct ToldPromises {
    /// By ticket the place of its first verdict; a ticket ends where the next one begins.
    private var starts: [Int32] = [0]
    private var codes: [UInt8] = []

    /// In the place of a verdict that was told at another time.
    private static let elsewhere: UInt8 = 15

    private static let goals = SLAGoal.allCases.map { "WHEN '\($0.rawValue)' THEN \($0.place)" }
        .joined(by: " ")
    private static let verdicts = SLAMeasure.Verdict.allCases.map { "WHEN '\($0.rawValue)' THEN \($0.place)" }
        .joined(by: " ")

    /// - Throws: `StorageError.wrongValue` where a goal or a verdict is none that is known.
    init(in span: Range<Int64>, _ db: any Transaction) throws {
        let sql = """
            SELECT ticket_id, CASE goal \(Self.goals) END AS goal, CASE verdict \(Self.verdicts) END AS verdict,
                CASE verdict WHEN '\(SLAMeasure.Verdict.breached.rawValue)' THEN due_at ELSE ended_at END
            FROM sla_verdict ORDER BY ticket_id
            """
        try db.eachInPlace(sql, []) { row in
            let (ticket, goal, verdict) = (try row.integer(0), try row.integer(1), try row.integer(2))
            while starts.count <= Int(ticket) { starts.append(Int32(codes.count)) }
            let isInside = try row.optionalInteger(3).map(span.contains) ?? false
            codes.append(UInt8(goal) << 4 | (isInside ? UInt8(verdict) : Self.elsewhere))
        }
        starts.append(Int32(codes.count))
    }

    func add(_ ticket: Int64, to promises: inout TicketPromises) {
        let place = Int(ticket)
        guard place + 1 < starts.count else { return }
        for code in codes[Int(starts[place])..<Int(starts[place + 1])] {
            let verdict = code & 15
            promises.add(Int(code >> 4), verdict == Self.elsewhere ? nil : Int(verdict))
        }
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
    fileprivate var place: Int {
        switch self {
        case .first: 0
        case .next: 1
        case .resolve: 2
        }
    }
}

extension SLAMeasure.Verdict {
    fileprivate var place: Int {
        switch self {
        case .met: 0
        case .breached: 1
        case .running: 2
        case .paused: 3
        case .unanswered: 4
        }
    }
}
