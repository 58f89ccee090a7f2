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
        let span = request.period?.instants(request.queryContext.zone) ?? .min..<(.max)
        let told = try SLAVerdicts.byTicket(in: db)
        let names = try TicketGroup.agent.labels(request.queryContext, in: db)
        let now = request.queryContext.now
        let agents = try Self.agents(in: db)
        var found: [Found] = []
        try request.eachTicket(
            of: request.query.narrowed(by: .asking(.is, .flag(.ever))), telling: "ticket.created_at", "ticket.removal",
            "ticket.merged_into", in: db
        ) { row, ticket in
            guard let measures = states.measures(of: ticket) ?? told[ticket], !measures.isEmpty else { return }
            let isTrashed = try row.integer(3) != 0
            let came = try row.optionalInteger(2).map(span.contains) ?? (request.period == nil)
            found.append(
                Found(
                    ticket: ticket, came: came && !isTrashed, isMerged: try !isTrashed && row.optionalInteger(4) != nil,
                    isTrashed: isTrashed, measures: measures))
        }
        // Whose a ticket was is looked up where that is not written down yet.
        for one in found {
            try add(one, span) { measure in
                switch request.fact {
                case .policy: return measure.policy.isEmpty ? .nobody : .named(measure.policy)
                case .lateness:
                    guard measure.verdict == .breached, let due = measure.due else { return nil }
                    return .late(Lateness((measure.end ?? now).milliseconds - due.milliseconds))
                case .ownerThen, .author, .resolver, nil:
                    let isOver = measure.isFinished || measure.verdict == .breached
                    let time = isOver ? measure.outcomeAt ?? now : now
                    let owner =
                        try measure.owner ?? TicketOwner.owner(of: Ticket.Number(one.ticket), at: time, in: db)
                    guard let owner, agents.contains(owner) else { return .nobody }
                    return try names.label(owner)
                }
            }
        }
    }

    /// A ticket with its promises.
    private struct Found {
        var ticket: Int64
        var came: Bool
        var isMerged: Bool
        var isTrashed: Bool
        var measures: [SLAMeasure]

        var promises: PromisesOfTicket {
            var promises = PromisesOfTicket()
            promises.begin(came: came, isMerged: isMerged, isTrashed: isTrashed)
            return promises
        }
    }

    private mutating func add(
        _ found: Found, _ span: Range<Int64>, _ label: (SLAMeasure) throws -> Label?
    ) throws {
        var whole = found.promises
        var parts: [Label: PromisesOfTicket] = [:]
        for measure in found.measures where whole.counts(measure, span) {
            guard let label = try label(measure) else { continue }
            whole.add(measure, span)
            parts[label, default: found.promises].add(measure, span)
        }
        guard !parts.isEmpty else { return }
        all.add(whole)
        for (label, part) in parts {
            counts[label, default: PromiseCounts()].add(part)
            tickets[label, default: []].append(found.ticket)
        }
    }

    private static func agents(in db: any Transaction) throws -> Set<Int64> {
        Set(try db.rows("SELECT id FROM agent").map { try $0.integer(0) })
    }
}

extension PromiseCounts {
    fileprivate var kept: Int { count(.met, SLAGoal.allCases).promises }
}
