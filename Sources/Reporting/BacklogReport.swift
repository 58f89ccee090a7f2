import Storage
import Workflow

/// What was not done at the end of each day, week or month: the sum of what came and what moved until then.
enum BacklogReport {
    static func made(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        try made(request, after: nil, in: db).report
    }

    /// A report and the one of an earlier period, of one reading of the history.
    static func made(
        _ request: ReportRequest, after before: ReportRequest?, in db: any Transaction
    ) throws -> (report: Report, before: Report?) {
        guard let period = try request.period ?? known(request, in: db) else { return (empty(request), nil) }
        let unit = request.bucket ?? Bucket.usual(for: period)
        let buckets = Bucket.all(unit, in: period)
        let earlier = before?.period.map { Bucket.all(unit, in: $0) } ?? []
        let lines = [BucketLine(earlier, request.scene.zone), BucketLine(buckets, request.scene.zone)]
        let ends = lines.flatMap { line in line.buckets.indices.map(line.end) }
        let counts = try PastStatuses(request, before: ends, in: db).counts
        let then = before.map { filled($0, earlier, counts.prefix(earlier.count)) }
        return (filled(request, buckets, counts.suffix(buckets.count)), then)
    }

    private static func empty(_ request: ReportRequest) -> Report {
        var report = Report(
            .backlog, of: request, keys: [.bucket], columns: [.count, .new, .opened, .pending, .hold])
        // The last line stands for the whole: a backlog is no sum.
        report.isPartition = false
        return report
    }

    private static func filled(
        _ request: ReportRequest, _ buckets: [Bucket], _ counts: ArraySlice<StatusCounts>
    ) -> Report {
        var report = empty(request)
        for (bucket, count) in zip(buckets, counts) {
            report.add(row(.bucket(bucket.name), count, request, bucket.period.last))
        }
        if let last = buckets.last, let count = counts.last {
            report.total = row(.all, count, request, last.period.last)
        }
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
