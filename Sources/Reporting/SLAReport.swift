import Storage
import Workflow

/// How promises were kept, each in the period in which it came out, and how those stand that still run.
enum SLAReport {
    private static let verdicts: [(verdict: SLAMeasure.Verdict, measure: Measure)] = [
        (.breached, .breached), (.met, .met), (.unanswered, .unanswered), (.running, .running), (.paused, .paused),
    ]

    /// One for each request; what runs is measured once for all of them.
    static func made(_ requests: [ReportRequest], in db: any Transaction) throws -> [Report] {
        guard let queryContext = requests.first?.queryContext else { return [] }
        guard let slaContext = SLAContext(queryContext) else { throw QueryError.notSupported(.sla, at: .nowhere) }
        let states = try queryContext.promises ?? SLAStates(slaContext, in: db)
        if requests.contains(where: { $0.fact != nil }) {
            return try requests.map { request in
                var request = request
                request.queryContext.promises = states
                return try PromiseFacts.report(request, states, in: db)
            }
        }
        let told = try ToldPromises.told(in: requests.map(\.promiseSpan), db)
        return try zip(requests, told).map { try made($0, states, $1, in: db) }
    }

    private static func made(
        _ request: ReportRequest, _ states: SLAStates, _ told: ToldPromises, in db: any Transaction
    ) throws -> Report {
        var request = request
        request.queryContext.promises = states
        let tally = try PromiseTally(request, states, told, in: db)
        var report = Report(
            .sla, of: request, keys: [request.group?.key ?? .promise],
            columns: columns + [.running, .paused, .unmeasured], main: .rate)
        // What of a ticket is not measured is not measured of each promise.
        report.isPartition = false
        if request.group == nil {
            for goal in SLAGoal.allCases { report.add(row(.promise(goal), tally.all, [goal], request)) }
        }
        for (label, counts) in tally.groups {
            var part = request
            part.query = request.query.narrowed(by: request.group?.asking(label) ?? .everything)
            report.add(row(label, counts, SLAGoal.allCases, part))
        }
        if request.group?.isMany == true { report.remarks.append(.severalEach) }
        report.total = row(.all, tally.all, SLAGoal.allCases, request)
        if tally.all.changed > 0 { report.remarks.append(.changedAfterDue(tally.all.changed)) }
        return report
    }

    static let columns: [Measure] = [.met, .breached, .ofMerged, .ofTrashed, .rate, .unanswered]

    static func row(
        _ label: Label, _ counts: PromiseCounts, _ goals: [SLAGoal], _ request: ReportRequest
    ) -> Report.Row {
        var row = Report.Row(label)
        for (verdict, measure) in verdicts {
            let count = counts.count(verdict, goals)
            guard let asked = asking(verdict, goals, request.period) else {
                row.count(measure, count.promises)
                continue
            }
            row.count(measure, count.promises, tickets: count.tickets, request.query.narrowed(by: asked))
        }
        if let asked = asking(.breached, goals, request.period) {
            let (merged, trashed) = (counts.merged(goals), counts.trashed(goals))
            let all = request.query.narrowed(by: asked).narrowed(by: .asking(.is, .flag(.ever)))
            let gone = Query.asking(.is, .flag(.deleted))
            row.count(
                .ofMerged, merged.promises, tickets: merged.tickets,
                all.narrowed(by: .asking(.is, .flag(.merged))).narrowed(by: gone.negated))
            row.count(.ofTrashed, trashed.promises, tickets: trashed.tickets, all.narrowed(by: gone))
        }
        let unmeasured = standing(.unmeasured, goals, request.period)
        row.count(.unmeasured, counts.unmeasured(goals), request.query.narrowed(by: unmeasured))
        let (met, breached) = (row[.met].whole, row[.breached].whole)
        row.set(.rate, to: .share(met, met + breached))
        return row
    }

    /// Nil where a goal cannot come out so.
    private static func asking(
        _ verdict: SLAMeasure.Verdict, _ goals: [SLAGoal], _ period: ReportPeriod?
    ) -> Query? {
        switch verdict {
        case .running: return standing(.running, goals, period)
        case .paused: return standing(.paused, goals, period)
        case .met, .breached, .unanswered:
            let field = SLAOutcome(goals.count == 1 ? goals[0] : nil, verdict).field
            return field.map {
                period?.asking($0) ?? .asking($0, .any).narrowed(by: .asking(.is, .flag(.ever)))
            }
        }
    }

    /// How a promise stands now, of the tickets that came in the period.
    private static func standing(_ state: Query.SLAState, _ goals: [SLAGoal], _ period: ReportPeriod?) -> Query {
        let field: Query.Field = goals.count == 1 ? goals[0].field : .sla
        return Query.asking(field, .slaState(state)).narrowed(by: period?.asking(.created) ?? .everything)
    }
}

extension SLAGoal {
    fileprivate var field: Query.Field {
        switch self {
        case .first: .slaFirst
        case .next: .slaNext
        case .resolve: .slaResolve
        }
    }
}
