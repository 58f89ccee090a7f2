import Storage
import Workflow

/// How late a promise was kept, or is by now.
package enum Lateness: Int, CaseIterable, Sendable {
    case hour, fourHours, day, longer

    init(_ milliseconds: Int64) {
        switch milliseconds {
        case ...3_600_000: self = .hour
        case ...14_400_000: self = .fourHours
        case ...86_400_000: self = .day
        default: self = .longer
        }
    }
}

/// Promises told apart by what each has of its own: its policy, whose ticket it was, how late it was.
struct PromiseFacts {
    private var counts: [Label: PromiseCounts] = [:]
    private var tickets: [Label: [Int64]] = [:]
    private var all = PromiseCounts()

    static func report(_ request: ReportRequest, _ states: SLAStates, in db: any Transaction) throws -> Report {
        let facts = try PromiseFacts(request, states, in: db)
        var report = Report(
            .sla, of: request, keys: [request.key], columns: SLAReport.columns + [.running, .paused], main: .rate)
        report.isPartition = false
        let isOfBreaches = request.fact == .lateness
        if isOfBreaches { (report.columns, report.main) = ([.breached, .ofMerged, .ofTrashed, .share], .breached) }
        let order = facts.counts.map { ($0.key, $0.value) }
        let sorted =
            isOfBreaches
            ? order.sorted { Label.precedes($0.0, $1.0) }.map { (label: $0.0, count: $0.1) }
            : Label.mostFirst(order.map { (label: $0.0, count: $0.1) }) { $0.broken + $0.kept }
        for (label, count) in sorted {
            var part = request
            let own = facts.tickets[label] ?? []
            part.query = request.query.narrowed(by: .asking(.id, anyOf: own.map { .number($0) }))
            var row = SLAReport.row(label, count, SLAGoal.allCases, part)
            row.forget(.unmeasured)
            if isOfBreaches { row.set(.share, to: .share(count.broken, facts.all.broken)) }
            report.add(row)
        }
        report.total = SLAReport.row(.all, facts.all, SLAGoal.allCases, request)
        report.total.forget(.unmeasured)
        if isOfBreaches { report.total.set(.share, to: .share(facts.all.broken, facts.all.broken)) }
        if facts.all.changed > 0 { report.remarks.append(.changedAfterDue(facts.all.changed)) }
        return report
    }

    private init(_ request: ReportRequest, _ states: SLAStates, in db: any Transaction) throws {
        let span = request.promiseSpan
        var asked = try PerTicket<AskedTicket?>(nil, in: db)
        var (measured, runs): ([Int64], [Int64]) = ([], [])
        try request.eachTicket(
            of: request.query.narrowed(by: .asking(.is, .flag(.ever))), telling: "ticket.created_at", "ticket.removal",
            "ticket.merged_into", in: db
        ) { row, ticket in
            let isTrashed = try row.integer(3) != 0
            let came = try row.optionalInteger(2).map(span.contains) ?? (request.period == nil)
            asked[ticket] = AskedTicket(
                came: came && !isTrashed, isMerged: try !isTrashed && row.optionalInteger(4) != nil,
                isTrashed: isTrashed)
            if states.measures(of: ticket) != nil { measured.append(ticket) }
            if !states.running(of: ticket).isEmpty { runs.append(ticket) }
        }
        let label = try Labelling(request, in: db)
        // Whose a ticket was is looked up where that is not written down yet.
        func outcomes(_ measures: [SLAMeasure], of ticket: Int64) throws -> [Outcome] {
            try measures.map { measure in
                var outcome = Outcome(measure)
                if label.needsOwner, outcome.owner == nil {
                    let time = outcome.cameAt ?? request.queryContext.now
                    outcome.owner = try TicketOwner.owner(of: Ticket.Number(ticket), at: time, in: db)
                }
                return outcome
            }
        }
        for ticket in measured {
            guard let found = asked[ticket] else { continue }
            try add(ticket, found, try outcomes(states.measures(of: ticket) ?? [], of: ticket), span, label)
            asked[ticket] = nil
        }
        var running: [Int64: [Outcome]] = [:]
        for ticket in runs { running[ticket] = try outcomes(states.running(of: ticket).map(\.measure), of: ticket) }
        try readTold(asked, running, span, label, in: db)
    }

    /// What is written down of all other tickets, as it is read, and what runs of them.
    private mutating func readTold(
        _ asked: PerTicket<AskedTicket?>, _ running: [Int64: [Outcome]], _ span: Range<Int64>, _ label: Labelling,
        in db: any Transaction
    ) throws {
        var running = running
        var ticket: Int64 = 0
        var outcomes: [Outcome] = []
        func finish() throws {
            guard let found = asked[ticket] else { return }
            try add(ticket, found, outcomes + (running.removeValue(forKey: ticket) ?? []), span, label)
        }
        try db.eachInPlace(Outcome.select, []) { row in
            let next = try row.integer(0)
            if next != ticket {
                try finish()
                outcomes.removeAll(keepingCapacity: true)
                ticket = next
            }
            guard asked[next] != nil else { return }
            outcomes.append(try Outcome(row, needsPolicy: label.needsPolicy))
        }
        try finish()
        outcomes = []
        // Those of which nothing has come out yet.
        for number in running.keys.sorted() {
            ticket = number
            try finish()
        }
    }

    /// What is asked about a ticket that has promises.
    private struct AskedTicket {
        var came: Bool
        var isMerged: Bool
        var isTrashed: Bool

        var promises: PromisesOfTicket {
            var promises = PromisesOfTicket()
            promises.begin(came: came, isMerged: isMerged, isTrashed: isTrashed)
            return promises
        }
    }

    private mutating func add(
        _ ticket: Int64, _ found: AskedTicket, _ outcomes: [Outcome], _ span: Range<Int64>, _ label: Labelling
    ) throws {
        var whole = found.promises
        var parts: [Label: PromisesOfTicket] = [:]
        for outcome in outcomes where outcome.counts(in: span, ofTicketThatCame: found.came) {
            guard let label = try label(outcome) else { continue }
            whole.add(outcome.goal, outcome.verdict, isChanged: outcome.isChanged)
            parts[label, default: found.promises].add(outcome.goal, outcome.verdict, isChanged: outcome.isChanged)
        }
        guard !parts.isEmpty else { return }
        all.add(whole)
        for (label, part) in parts {
            counts[label, default: PromiseCounts()].add(part)
            tickets[label, default: []].append(ticket)
        }
    }
}

/// How a promise came out, or stands: what is told apart by.
private struct Outcome {
    let goal: Int
    let verdict: Int
    /// Nil while it runs.
    let cameAt: Instant?
    let due: Instant?
    let end: Instant?
    let isChanged: Bool
    let undoneAt: Instant?
    let policy: String
    var owner: Int64?

    init(_ measure: SLAMeasure) {
        (goal, verdict) = (measure.goal.place, measure.verdict.place)
        let isOver = measure.isFinished || measure.verdict == .breached
        cameAt = isOver ? measure.outcomeAt : nil
        (due, end, isChanged, undoneAt) = (measure.due, measure.end, measure.isChanged, measure.undoneAt)
        (policy, owner) = (measure.policy, measure.owner)
    }

    static let select = """
        SELECT ticket_id, \(ToldPromises.goal), \(ToldPromises.verdict), came_at, due_at, ended_at, is_changed, undone_at,
            policy, owner_id
        FROM sla_verdict ORDER BY ticket_id
        """

    /// - Parameter row: of `select`.
    /// - Throws: `StorageError.wrongValue` where a goal or a verdict is none that is known.
    init(_ row: any RowInPlace, needsPolicy: Bool) throws {
        (goal, verdict) = (Int(try row.integer(1)), Int(try row.integer(2)))
        cameAt = try row.instant(3)
        (due, end) = (try row.optionalInstant(4), try row.optionalInstant(5))
        (isChanged, undoneAt) = (try row.flag(6), try row.optionalInstant(7))
        policy = needsPolicy ? try row.text(8) : ""
        owner = try row.optionalInteger(9)
    }

    /// As `PromisesOfTicket.counts` of a measure.
    func counts(in span: Range<Int64>, ofTicketThatCame came: Bool) -> Bool {
        guard let cameAt else { return came && undoneAt == nil }
        guard span.contains(cameAt.milliseconds) else { return false }
        return undoneAt.map { $0.milliseconds >= span.upperBound } ?? true
    }
}

/// What a promise is told apart by.
private struct Labelling {
    private let fact: FactGroup?
    private let names: GroupLabels
    private let now: Instant
    private let agents: Set<Int64>

    init(_ request: ReportRequest, in db: any Transaction) throws {
        fact = request.fact
        now = request.queryContext.now
        names = try TicketGroup.agent.labels(request.queryContext, in: db)
        agents = Set(try db.rows("SELECT id FROM agent").map { try $0.integer(0) })
    }

    var needsPolicy: Bool { fact == .policy }
    var needsOwner: Bool { fact == .ownerThen }

    /// Nil for what is not told: of what was not late nobody asks how late.
    func callAsFunction(_ outcome: Outcome) throws -> Label? {
        switch fact {
        case .policy: return outcome.policy.isEmpty ? .nobody : .named(outcome.policy)
        case .lateness:
            guard outcome.verdict == SLAMeasure.Verdict.breached.place, let due = outcome.due else { return nil }
            return .late(Lateness((outcome.end ?? now).milliseconds - due.milliseconds))
        case .ownerThen, .author, .resolver, nil:
            guard let owner = outcome.owner, agents.contains(owner) else { return .nobody }
            return try names.label(owner)
        }
    }
}

extension PromiseCounts {
    fileprivate var kept: Int { count(.met, SLAGoal.allCases).promises }
}
