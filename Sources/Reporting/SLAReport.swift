import Storage
import Workflow

/// How promises were kept, and how those stand that still run.
enum SLAReport {
    private static let states: [(state: Query.SLAState, measure: Measure)] = [
        (.met, .met), (.breached, .breached), (.unanswered, .unanswered), (.running, .running), (.paused, .paused),
        (.unmeasured, .unmeasured),
    ]

    static func made(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        var request = request
        // Measured once for all the figures.
        if request.scene.promises == nil, let world = SLAWorld(request.scene) {
            request.scene.promises = try SLAStates(world, in: db)
        }
        var report = Report(
            .sla, of: request, keys: [.promise],
            columns: [.met, .breached, .rate, .unanswered, .running, .paused, .unmeasured], main: .rate)
        report.isPartition = false
        for goal in SLAGoal.allCases { report.add(try row(.promise(goal), goal.field, request, in: db)) }
        report.total = try row(.all, .sla, request, in: db)
        report.total.count(
            .tickets, try TicketCounts.count(request.asked, request.scene, where: "1 = 1", in: db), request.asked)
        return report
    }

    private static func row(
        _ label: Label, _ field: Query.Field, _ request: ReportRequest, in db: any Transaction
    ) throws -> Report.Row {
        var row = Report.Row(label)
        for (state, measure) in states {
            let asked = request.asked.narrowed(by: .asking(field, .slaState(state)))
            row.count(measure, try TicketCounts.count(asked, request.scene, where: "1 = 1", in: db), asked)
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
