import Storage
import Workflow

/// What was not done at the end of each day, week or month: the sum of what came and what moved until then.
enum BacklogReport {
    /// One for each request, of one reading of the history; their periods follow one another.
    static func made(_ requests: [ReportRequest], in db: any Transaction) throws -> [Report] {
        guard let any = requests.first else { return [] }
        let lines = try requests.map { BucketLine(try buckets($0, in: db), $0.queryContext.zone) }
        func end(_ request: ReportRequest) -> Int64? { request.period?.instants(request.queryContext.zone).upperBound }
        let ends = lines.flatMap { line in line.buckets.indices.map(line.end) } + requests.compactMap(end)
        let times = Set(ends).sorted()
        var past = PastStatuses(before: times)
        try (any.history?.lives ?? TicketLives(any, in: db)).each(in: db) { past.add($0) }
        let counts = past.counts
        let known = try DeskKnowledge(any, in: db)
        func count(at time: Int64) -> StatusCounts { counts[times.partitioningIndex { $0 >= time }] }
        return zip(requests, lines).map { request, line in
            let own = line.buckets.indices.map { count(at: line.end(of: $0)) }
            var report = report(request, line.buckets, own, known)
            if let period = request.period, let end = end(request) {
                report.total = row(.all, count(at: end), request, period, known)
            }
            if let first = line.buckets.first?.period {
                report.remarks += known.remarks(before: first, late: 0)
            }
            return report
        }
    }

    private static func buckets(_ request: ReportRequest, in db: any Transaction) throws -> [Bucket] {
        if let buckets = request.buckets { return buckets }
        guard let period = try request.period ?? known(request, in: db) else { return [] }
        return try Bucket.all(request.bucket ?? Bucket.usual(for: period), in: period)
    }

    private static func report(
        _ request: ReportRequest, _ buckets: [Bucket], _ counts: [StatusCounts], _ known: DeskKnowledge
    ) -> Report {
        var report = Report(
            .backlog, of: request, keys: [.bucket], columns: [.count, .new, .opened, .pending, .hold])
        // The last line stands for the whole: a backlog is no sum.
        report.isPartition = false
        for (bucket, count) in zip(buckets, counts) {
            var line = row(.bucket(bucket.name), count, request, bucket.period, known)
            line.part = bucket.part
            report.add(line)
            report.total = row(.all, count, request, bucket.period, known)
        }
        return report
    }

    private static func row(
        _ label: Label, _ counts: StatusCounts, _ request: ReportRequest, _ period: ReportPeriod, _ known: DeskKnowledge
    ) -> Report.Row {
        var row = Report.Row(label)
        guard !known.knowsNothing(of: period) else { return row }
        let day = ReportPeriod(first: period.last, last: period.last)
        let asked = request.query.narrowed(by: day?.asking(.openAt) ?? .everything)
        row.count(.count, counts.open, asked)
        for (status, measure) in CategoryReport.statuses where status.isOpen { row.count(measure, counts[status]) }
        return row
    }

    /// From the first day of the desk to today.
    private static func known(_ request: ReportRequest, in db: any Transaction) throws -> ReportPeriod? {
        try OperationLog.beginning(in: db).flatMap { ReportPeriod.since($0.milliseconds, request.queryContext) }
    }
}
