import Storage
import Workflow

/// What came, was resolved, opened again and merged, each by its own day; and how many more were open at the end of it.
enum VolumeReport {
    static func made(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        var report = Report(
            .volume, of: request, keys: [.bucket], columns: [.created, .solved, .reopened, .merged, .net],
            main: .created)
        let without = try unknown(request, in: db)
        if without > 0 { report.remarks.append(.withoutTime(without)) }
        guard let period = try request.period ?? known(request, in: db) else { return report }
        let history = try PeriodHistory(request, period, in: db)
        let known = try DeskKnowledge(request, in: db)
        for (position, bucket) in history.buckets.enumerated() {
            var row = Report.Row(.bucket(bucket.name))
            row.part = bucket.part
            set(history.moves.buckets[position], history.net(position), bucket.period, request, known, in: &row)
            report.add(row)
        }
        // Of the whole time each ticket counts once: the rows add up to more where one was resolved in two of them.
        set(history.moves.all, history.net, period, request, known, in: &report.total)
        report.isPartition = false
        report.remarks += known.remarks(before: period, late: history.moves.late)
        return report
    }

    private static func set(
        _ counts: BucketMoves.Counts, _ net: Int, _ period: ReportPeriod, _ request: ReportRequest,
        _ known: DeskKnowledge, in row: inout Report.Row
    ) {
        @Sendable func asking(_ field: Query.Field) -> Query { request.query.narrowed(by: period.asking(field)) }
        guard !known.knowsNothing(of: period) else { return }
        row.count(.created, counts.created, asking(.wasCreated))
        row.count(.solved, counts.resolved, asking(.wasResolved))
        row.count(.reopened, counts.reopened, asking(.wasReopened))
        row.count(.merged, counts.merged, asking(.wasMerged))
        row.count(.net, net)
    }

    /// From the first thing known to today.
    private static func known(_ request: ReportRequest, in db: any Transaction) throws -> ReportPeriod? {
        let condition = try request.condition(request.query, in: db)
        let sql = "SELECT MIN(ticket.created_at) FROM ticket WHERE ticket.created_at IS NOT NULL AND \(condition.sql)"
        let created = try db.row(sql, condition.values)?.optionalInstant(0)?.milliseconds
        let moves = """
            SELECT MIN(event.at) FROM ticket JOIN event ON event.ticket_id = ticket.id
            WHERE \(condition.sql) AND event.counts_as IS NOT NULL AND event.counts_as <> \(Counting.handedOver.rawValue)
            """
        let moved = try db.row(moves, condition.values)?.optionalInteger(0)
        guard let first = [created, moved].compactMap({ $0 }).min() else { return nil }
        return ReportPeriod.since(first, request.queryContext)
    }

    private static func unknown(_ request: ReportRequest, in db: any Transaction) throws -> Int {
        try TicketCounts.count(
            request.query.narrowed(by: .asking(.created, .none)), request.queryContext, in: db)
    }
}

/// What came and went in the buckets of a period, and what was open at the end of each: of one reading of the history.
struct PeriodHistory {
    let buckets: [Bucket]
    let moves: BucketMoves
    /// Open before each bucket and at its end, and so of the whole period last.
    private let open: [(before: StatusCounts, after: StatusCounts)]

    init(_ request: ReportRequest, _ period: ReportPeriod, in db: any Transaction) throws {
        buckets = try request.buckets ?? Bucket.all(request.bucket ?? Bucket.usual(for: period), in: period)
        let zone = request.queryContext.zone
        let line = BucketLine(buckets, zone)
        let spans = line.spans
        let whole = period.instants(zone)
        let times = Set((spans + [whole]).flatMap { [$0.lowerBound, $0.upperBound] }).sorted()
        var past = PastStatuses(before: times)
        var moves = BucketMoves(line, whole: period.instants(zone))
        try ReportHistory.of(request, in: db).each(in: db) { life, made in
            past.add(life)
            moves.add(life, made)
        }
        self.moves = moves
        let counts = past.counts
        func count(at time: Int64) -> StatusCounts { counts[times.partitioningIndex { $0 >= time }] }
        open = (spans + [whole]).map { (count(at: $0.lowerBound), count(at: $0.upperBound)) }
    }

    /// How many more were open after a bucket than before it.
    func net(_ position: Int) -> Int { open[position].after.open - open[position].before.open }

    /// In all of the period.
    var net: Int { net(open.count - 1) }
}

extension Figure {
    /// A count as a number to add up.
    var whole: Int { if case .count(let count) = self { count } else { 0 } }
}
