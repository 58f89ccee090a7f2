import Storage
import Workflow

/// How promises were kept, and how those stand that still run.
enum SLAReport {
    private static let states: [(state: Query.SLAState, measure: Measure)] = [
        (.met, .met), (.breached, .breached), (.unanswered, .unanswered), (.running, .running), (.paused, .paused),
        (.unmeasured, .unmeasured),
    ]

    static func made(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        guard let world = SLAWorld(request.scene) else { throw QueryError.notKept(.sla, at: .nowhere) }
        let states = try SLAStates(world, in: db)
        var request = request
        // Measured once for all the figures.
        request.scene.promises = states
        let counts = try SLACounts(of: request.asked, states, request.scene, in: db)
        var report = Report(
            .sla, of: request, keys: [.promise],
            columns: [.met, .breached, .rate, .unanswered, .running, .paused, .unmeasured], main: .rate)
        report.isPartition = false
        for goal in SLAGoal.allCases { report.add(row(.promise(goal), goal, goal.field, counts, request)) }
        report.total = row(.all, nil, .sla, counts, request)
        report.total.count(
            .tickets, try TicketCounts.count(request.asked, request.scene, where: "1 = 1", in: db), request.asked)
        return report
    }

    private static func row(
        _ label: Label, _ goal: SLAGoal?, _ field: Query.Field, _ counts: SLACounts, _ request: ReportRequest
    ) -> Report.Row {
        var row = Report.Row(label)
        for (state, measure) in states {
            let asked = request.asked.narrowed(by: .asking(field, .slaState(state)))
            row.count(measure, counts[goal, state], asked)
        }
        let (met, breached) = (row[.met].whole, row[.breached].whole)
        row.set(.rate, to: .share(met, met + breached))
        return row
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
