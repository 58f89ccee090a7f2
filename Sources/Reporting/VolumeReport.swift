import Storage
import Workflow

/// What came, was resolved, opened again and merged, each by its own day.
enum VolumeReport {
    static func made(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        var report = Report(
            .volume, of: request, keys: [.bucket], columns: [.created, .solved, .reopened, .merged, .net],
            main: .created)
        let without = try unknown(request, in: db)
        if without > 0 { report.remarks.append(.withoutTime(without)) }
        guard let period = try request.period ?? known(request, in: db) else { return report }
        let buckets = Bucket.all(request.bucket ?? Bucket.usual(for: period), in: period)
        let line = BucketLine(buckets, request.scene.zone)
        let created = try created(line, request, in: db)
        let moves = try Moved(line, request, in: db)
        for (position, bucket) in buckets.enumerated() {
            let counts = moves.buckets[position]
            var row = Report.Row(.bucket(bucket.name))
            set(created[position], counts, bucket.period, request, in: &row)
            report.add(row)
        }
        report.total.count(.created, created.reduce(0, +), request.query.narrowed(by: period.asking(.created)))
        let sums = report.rows
        for measure in [Measure.solved, .reopened, .merged, .net] {
            report.total.count(measure, sums.reduce(0) { $0 + $1[measure].whole })
        }
        return report
    }

    private static func set(
        _ created: Int, _ moved: Moved.Counts, _ period: ReportPeriod, _ request: ReportRequest,
        in row: inout Report.Row
    ) {
        func asking(_ field: Query.Field) -> Query { request.query.narrowed(by: period.asking(field)) }
        row.count(.created, created, asking(.created))
        row.count(.solved, moved.resolved.count, asking(.wasResolved))
        row.count(.reopened, moved.reopened.count, asking(.wasReopened))
        row.count(.merged, moved.merged.count, asking(.wasMerged))
        row.count(.net, created + moved.net)
    }

    /// From the first thing known to today.
    private static func known(_ request: ReportRequest, in db: any Transaction) throws -> ReportPeriod? {
        let condition = try request.condition(request.query, in: db)
        let sql = """
            SELECT MIN(ticket.created_at), MIN(ticket.resolved_at), MIN(operation.at) FROM ticket
            LEFT JOIN event ON event.ticket_id = ticket.id AND event.field = 'status' AND event.kind = 'change'
            LEFT JOIN operation ON operation.id = event.operation_id WHERE \(condition.sql)
            """
        guard let row = try db.row(sql, condition.values) else { return nil }
        let times = try (0...2).compactMap { try row.optionalInteger($0) }
        guard let first = times.min() else { return nil }
        let zone = request.scene.zone
        let today = WorkCalendar.day(ofLocal: zone.local(request.scene.now.milliseconds))
        let start = WorkCalendar.day(ofLocal: zone.local(first))
        return ReportPeriod(first: start, last: max(start, today))
    }

    private static func created(
        _ line: BucketLine, _ request: ReportRequest, in db: any Transaction
    ) throws -> [Int] {
        var condition = try request.condition(request.query, in: db)
        let values = line.buckets.indices.map { position in
            let (start, end) = (line.start(of: position), line.end(of: position))
            return "(CAST(\(condition.bind(.integer(position))) AS BIGINT), CAST(\(condition.bind(.integer(start)))"
                + " AS BIGINT), CAST(\(condition.bind(.integer(end))) AS BIGINT))"
        }
        let sql = """
            WITH bucket (position, starts, ends) AS (VALUES \(values.joined(separator: ", ")))
            SELECT bucket.position, COUNT(*) FROM bucket
            JOIN ticket ON ticket.created_at >= bucket.starts AND ticket.created_at < bucket.ends
            WHERE \(condition.sql) GROUP BY bucket.position
            """
        var counts = Array(repeating: 0, count: line.buckets.count)
        try db.each(sql, condition.values) { counts[try $0.int(0)] = try $0.int(1) }
        return counts
    }

    private static func unknown(_ request: ReportRequest, in db: any Transaction) throws -> Int {
        try TicketCounts.count(
            request.query.narrowed(by: .asking(.created, .none)), request.scene, where: "1 = 1", in: db)
    }
}

extension Figure {
    /// A count as a number to add up.
    var whole: Int { if case .count(let count) = self { count } else { 0 } }
}

/// Which tickets were resolved, opened again and merged in each bucket.
private struct Moved {
    struct Counts {
        var resolved: Set<Int64> = []
        var reopened: Set<Int64> = []
        var merged: Set<Int64> = []
        /// Of moves, not of tickets: one may be resolved and opened again several times.
        var net = 0
    }

    var buckets: [Counts]

    init(_ line: BucketLine, _ request: ReportRequest, in db: any Transaction) throws {
        buckets = Array(repeating: Counts(), count: line.buckets.count)
        let condition = try request.condition(request.query, in: db)
        let sql = """
            SELECT ticket.id, operation.at, CASE WHEN event.field = 'mergedInto' THEN 3
                WHEN \(Moves.isResolving) THEN 1 WHEN \(Moves.isReopening) THEN 2 ELSE 0 END
            FROM ticket JOIN event ON event.ticket_id = ticket.id JOIN operation ON operation.id = event.operation_id
            WHERE \(condition.sql) AND event.kind = 'change' AND (event.field = 'status'
                OR (event.field = 'mergedInto' AND event.after IS NOT NULL AND \(Moves.isInForce)))
            """
        try db.each(sql, condition.values) { row in
            guard let position = line.position(of: try row.integer(1)) else { return }
            let ticket = try row.integer(0)
            switch try row.int(2) {
            case 1:
                buckets[position].resolved.insert(ticket)
                buckets[position].net -= 1
            case 2:
                buckets[position].reopened.insert(ticket)
                buckets[position].net += 1
            case 3:
                buckets[position].merged.insert(ticket)
                buckets[position].net -= 1
            default: break
            }
        }
        try addWhatCameDone(line, request, in: db)
    }

    // What was imported as done has no event of it.
    private mutating func addWhatCameDone(
        _ line: BucketLine, _ request: ReportRequest, in db: any Transaction
    ) throws {
        let condition = try request.condition(request.query, in: db)
        let sql = """
            SELECT ticket.id, ticket.resolved_at FROM ticket WHERE \(condition.sql) AND ticket.status > 4
                AND ticket.resolved_at IS NOT NULL AND ticket.merged_into IS NULL AND NOT EXISTS (
                    SELECT 1 FROM event WHERE event.ticket_id = ticket.id AND event.field = 'status')
            """
        try db.each(sql, condition.values) { row in
            guard let position = line.position(of: try row.integer(1)) else { return }
            buckets[position].resolved.insert(try row.integer(0))
            buckets[position].net -= 1
        }
    }
}
