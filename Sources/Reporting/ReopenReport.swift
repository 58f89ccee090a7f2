import Storage
import Workflow

/// How much of what was resolved came back.
enum ReopenReport {
    static func made(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        var report = Report(
            .reopen, of: request, keys: [request.group?.key ?? .all],
            columns: [.solved, .reopened, .rate, .events, .per100], main: .rate)
        let resolved = resolved(request)
        let cameBack = resolved.narrowed(by: request.period?.asking(.cameBack) ?? .asking(.cameBack, .any))
        let (solved, back) = (try GroupCounts(resolved, request, in: db), try GroupCounts(cameBack, request, in: db))
        let events = try events(resolved, request, in: db)
        for label in solved.labels + [.all] {
            let group = label == .all ? Query.everything : request.group?.asking(label) ?? .everything
            var row = Report.Row(label)
            row.count(.solved, solved[label], resolved.narrowed(by: group))
            row.count(.reopened, back[label], cameBack.narrowed(by: group))
            row.set(.rate, to: .share(back[label], solved[label]))
            row.count(.events, events[label] ?? 0)
            let mean = Double(events[label] ?? 0) * 100 / Double(max(1, solved[label]))
            row.set(.per100, to: solved[label] > 0 ? .mean(mean) : .unknown)
            if label == .all { report.total = row } else { report.add(row) }
        }
        report.isPartition = request.group?.isMany != true
        return report
    }

    /// What was worked on and done: neither merged nor spam.
    static func resolved(_ request: ReportRequest) -> Query {
        let period = request.period == nil ? Query.asking(.wasResolved, .any) : .everything
        return request.asked.narrowed(by: period).narrowed(by: Query.asking(.is, .flag(.merged)).negated)
            .narrowed(by: Query.asking(.resolution, .resolution(.spam)).negated)
    }

    /// How often these tickets were opened again, ever.
    private static func events(
        _ resolved: Query, _ request: ReportRequest, in db: any Transaction
    ) throws -> [Label: Int] {
        let condition = try request.condition(resolved, in: db)
        let labels = try request.group?.labels(request.scene, in: db)
        let sql = """
            SELECT \(request.group?.column ?? "NULL"), COUNT(*) FROM ticket \(request.group?.join ?? "")
            JOIN event ON event.ticket_id = ticket.id JOIN operation ON operation.id = event.operation_id
            WHERE \(condition.sql) AND event.field = 'status' AND \(Moves.isReopening)
            GROUP BY \(request.group?.column ?? "ticket.removal")
            """
        var counts: [Label: Int] = [:]
        for row in try db.rows(sql, condition.values) {
            counts[try labels?.label(row, 0) ?? .all, default: 0] += try row.int(1)
        }
        if labels != nil, request.group?.isMany != true { counts[.all] = counts.values.reduce(0, +) }
        return counts
    }
}
