import Storage
import Workflow

/// How many answers it took.
enum TouchReport {
    static func made(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        var report = Report(
            .touch, of: request, keys: [request.group?.key ?? .all],
            columns: [.solved, .oneTouch, .rate, .repliesMean], main: .rate)
        let resolved = ReopenReport.resolved(request)
        let once = resolved.narrowed(by: .asking(.replies, .number(1))).narrowed(by: .asking(.reopens, .number(0)))
        let (solved, easy) = (try GroupCounts(resolved, request, in: db), try GroupCounts(once, request, in: db))
        let replies = try replies(resolved, request, in: db)
        for label in solved.labels + [.all] {
            let group = label == .all ? Query.everything : request.group?.asking(label) ?? .everything
            var row = Report.Row(label)
            row.count(.solved, solved[label], resolved.narrowed(by: group))
            row.count(.oneTouch, easy[label], once.narrowed(by: group))
            row.set(.rate, to: .share(easy[label], solved[label]))
            let isEnough = solved[label] >= request.leastForMean
            let mean = Double(replies[label] ?? 0) / Double(max(1, solved[label]))
            row.set(.repliesMean, to: isEnough ? .mean(mean) : .unknown)
            if label == .all { report.total = row } else { report.add(row) }
        }
        report.isPartition = request.group?.isMany != true
        return report
    }

    private static func replies(
        _ resolved: Query, _ request: ReportRequest, in db: any Transaction
    ) throws -> [Label: Int] {
        let condition = try request.condition(resolved, in: db)
        var counts: [Label: Int] = [:]
        let whole = "SELECT COALESCE(SUM(\(Timeline.replies)), 0) FROM ticket WHERE \(condition.sql)"
        counts[.all] = try db.row(whole, condition.values)?.int(0) ?? 0
        guard let group = request.group else { return counts }
        let labels = try group.labels(request.scene, in: db)
        let sql = """
            SELECT \(group.column), COALESCE(SUM(\(Timeline.replies)), 0) FROM ticket \(group.join)
            WHERE \(condition.sql) GROUP BY \(group.column)
            """
        for row in try db.rows(sql, condition.values) {
            counts[try labels.label(row, 0), default: 0] += try row.int(1)
        }
        return counts
    }
}
