import Storage
import Workflow

/// What was not done at the end of each day, week or month: the sum of what came and what moved until then.
enum BacklogReport {
    /// One for each request, of one reading of the history; their periods follow one another.
    static func made(_ requests: [ReportRequest], in db: any Transaction) throws -> [Report] {
        guard let any = requests.first else { return [] }
        let lines = try requests.map { BucketLine(try buckets($0, in: db), $0.queryContext.zone) }
        let ends = lines.flatMap { line in line.buckets.indices.map(line.end) }
        var counts = try PastStatuses(any, before: ends, in: db).counts[...]
        return zip(requests, lines).map { request, line in
            defer { counts = counts.dropFirst(line.buckets.count) }
            return report(request, line.buckets, counts)
        }
    }

    private static func buckets(_ request: ReportRequest, in db: any Transaction) throws -> [Bucket] {
        guard let period = try request.period ?? known(request, in: db) else { return [] }
        return try Bucket.all(request.bucket ?? Bucket.usual(for: period), in: period)
    }

    /// - Parameter counts: those of the buckets first.
    private static func report(
        _ request: ReportRequest, _ buckets: [Bucket], _ counts: ArraySlice<StatusCounts>
    ) -> Report {
        var report = Report(
            .backlog, of: request, keys: [.bucket], columns: [.count, .new, .opened, .pending, .hold])
        // The last line stands for the whole: a backlog is no sum.
        report.isPartition = false
        for (bucket, count) in zip(buckets, counts) {
            report.add(row(.bucket(bucket.name), count, request, bucket.period.last))
            report.total = row(.all, count, request, bucket.period.last)
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
        try OperationLog.beginning(in: db).flatMap { ReportPeriod.since($0.milliseconds, request.queryContext) }
    }
}
