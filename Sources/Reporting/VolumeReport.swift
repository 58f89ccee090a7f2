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
        let moves = try Move.all(request, in: db)
        guard let period = try request.period ?? known(moves, request, in: db) else { return report }
        let buckets = try Bucket.all(request.bucket ?? Bucket.usual(for: period), in: period)
        let line = BucketLine(buckets, request.queryContext.zone)
        let created = try created(line, request, in: db)
        let moved = Moved(moves, line)
        for (position, bucket) in buckets.enumerated() {
            let counts = moved.buckets[position]
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
        @Sendable func asking(_ field: Query.Field) -> Query { request.query.narrowed(by: period.asking(field)) }
        row.count(.created, created, asking(.created))
        row.count(.solved, moved.resolved.count, asking(.wasResolved))
        row.count(.reopened, moved.reopened.count, asking(.wasReopened))
        row.count(.merged, moved.merged.count, asking(.wasMerged))
        row.count(.net, created + moved.net)
    }

    /// From the first thing known to today.
    private static func known(
        _ moves: [Move], _ request: ReportRequest, in db: any Transaction
    ) throws -> ReportPeriod? {
        let condition = try request.condition(request.query, in: db)
        let sql = "SELECT MIN(ticket.created_at) FROM ticket WHERE ticket.created_at IS NOT NULL AND \(condition.sql)"
        let created = try db.row(sql, condition.values)?.optionalInstant(0)?.milliseconds
        guard let first = [created, moves.lazy.map(\.at).min()].compactMap({ $0 }).min() else { return nil }
        return ReportPeriod.since(first, request.queryContext)
    }

    private static func created(
        _ line: BucketLine, _ request: ReportRequest, in db: any Transaction
    ) throws -> [Int] {
        var condition = try request.condition(request.query, in: db)
        let table = CreationCounts.table(line.spans) { condition.bind($0) }
        let sql = """
            WITH \(table)
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
            request.query.narrowed(by: .asking(.created, .none)), request.queryContext, in: db)
    }
}

extension Figure {
    /// A count as a number to add up.
    var whole: Int { if case .count(let count) = self { count } else { 0 } }
}

/// Something that counts, at a known time.
private struct Move {
    var counting: Counting
    var at: Int64
    var ticket: Int64

    static func all(_ request: ReportRequest, in db: any Transaction) throws -> [Move] {
        let condition = try request.condition(request.query, in: db)
        let sql = """
            SELECT event.counts_as, event.at, ticket.id FROM ticket JOIN event ON event.ticket_id = ticket.id
            WHERE \(condition.sql) AND event.counts_as IS NOT NULL AND event.at IS NOT NULL
            """
        var moves: [Move] = []
        try db.eachInPlace(sql, condition.values) { row in
            let counting = try row.counting(0)
            guard counting != .handedOver else { return }
            moves.append(Move(counting: counting, at: try row.integer(1), ticket: try row.integer(2)))
        }
        return moves
    }
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

    private(set) var buckets: [Counts]

    init(_ moves: [Move], _ line: BucketLine) {
        buckets = Array(repeating: Counts(), count: line.buckets.count)
        for move in moves {
            guard let position = line.position(of: move.at) else { continue }
            switch move.counting {
            case .resolved: buckets[position].resolved.insert(move.ticket)
            case .reopened: buckets[position].reopened.insert(move.ticket)
            case .merged: buckets[position].merged.insert(move.ticket)
            case .handedOver: continue
            }
            buckets[position].net += move.counting == .reopened ? 1 : -1
        }
    }
}
