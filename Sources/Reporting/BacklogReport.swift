import Storage
import Workflow

/// What was not done at the end of each day, week or month: the sum of what came and what moved until then.
enum BacklogReport {
    static func made(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        var report = Report(
            .backlog, of: request, keys: [.bucket], columns: [.count, .new, .opened, .pending, .hold])
        // The last line stands for the whole: a backlog is no sum.
        report.isPartition = false
        guard let period = try request.period ?? known(request, in: db) else { return report }
        let buckets = Bucket.all(request.bucket ?? Bucket.usual(for: period), in: period)
        let line = BucketLine(buckets, request.scene.zone)
        let counts = try PastStatuses(request, before: buckets.indices.map(line.end), in: db).counts
        for (bucket, count) in zip(buckets, counts) {
            report.add(row(.bucket(bucket.name), count, request, bucket.period.last))
        }
        if let last = counts.last { report.total = row(.all, last, request, period.last) }
        return report
    }

    private static func row(
        _ label: Label, _ counts: StatusCounts, _ request: ReportRequest, _ day: Int
    ) -> Report.Row {
        var row = Report.Row(label)
        let asked = request.query.narrowed(by: ReportPeriod(first: day, last: day)?.asking(.openAt) ?? .everything)
        row.count(.count, counts.open, asked)
        for (status, measure) in CategoryReport.statuses where status.isOpen { row.count(measure, counts[status]) }
        return row
    }

    /// From the first day of the desk to today.
    private static func known(_ request: ReportRequest, in db: any Transaction) throws -> ReportPeriod? {
        try OperationLog.beginning(in: db).flatMap { ReportPeriod.since($0.milliseconds, request.scene) }
    }
}
