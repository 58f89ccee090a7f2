import Storage
import Workflow

/// What was not done at the end of each day, week or month: the present walked back through the events since.
enum BacklogReport {
    static func made(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        var report = Report(
            .backlog, of: request, keys: [.bucket], columns: [.count, .new, .opened, .pending, .hold])
        // The last line stands for the whole: a backlog is no sum.
        report.isPartition = false
        guard let period = try request.period ?? known(request, in: db) else { return report }
        let buckets = Bucket.all(request.bucket ?? Bucket.usual(for: period), in: period)
        let line = BucketLine(buckets, request.scene.zone)
        let lasts = try buckets.indices.map { position in
            try Moment.time(Instant(milliseconds: line.end(of: position) - 1)).lastOperation(in: db)
        }
        let counts = try WalkedBacklog(request, after: lasts, in: db).counts
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
        guard let first = try db.row("SELECT MIN(at) FROM operation")?.optionalInteger(0) else { return nil }
        let zone = request.scene.zone
        let today = WorkCalendar.day(ofLocal: zone.local(request.scene.now.milliseconds))
        let start = WorkCalendar.day(ofLocal: zone.local(first))
        return ReportPeriod(first: start, last: max(start, today))
    }
}

/// How many tickets stood in each status after certain operations.
private struct WalkedBacklog {
    /// One for each of the operations, in their order.
    private(set) var counts: [StatusCounts] = []
    private var present: [Status: Int] = [:]
    // Where tickets stood that the walk has met; all others stand where they stand now.
    private var statuses: [Int64: Status] = [:]
    private var removed: [Int64: Bool] = [:]

    init(_ request: ReportRequest, after lasts: [Int64], in db: any Transaction) throws {
        // Who is in the trash today may not have been then.
        var condition = try TicketCondition.ever(request.query, request.scene, in: db)
        let sql = """
            SELECT ticket.status, COUNT(*) FROM ticket WHERE \(condition.sql) AND ticket.removal = 0
            GROUP BY ticket.status
            """
        for row in try db.rows(sql, condition.values) { present[try row.code(0)] = try row.int(1) }
        var wanted = lasts
        let first = condition.bind(.integer(lasts.first ?? 0))
        let walk = """
            SELECT event.operation_id, ticket.id, event.kind, event.field, event.before, event.after,
                ticket.status, ticket.removal
            FROM event JOIN ticket ON ticket.id = event.ticket_id
            WHERE event.operation_id > \(first) AND (event.field = 'status' OR event.field = 'ticket')
                AND \(condition.sql) ORDER BY event.operation_id DESC, event.sequence DESC
            """
        try db.each(walk, condition.values) { row in
            let operation = try row.integer(0)
            while let last = wanted.last, last >= operation { note(&wanted) }
            try takeBack(row)
        }
        while !wanted.isEmpty { note(&wanted) }
        counts.reverse()
    }

    private mutating func note(_ wanted: inout [Int64]) {
        wanted.removeLast()
        var noted = StatusCounts()
        for (status, count) in present { noted.add(count, of: status) }
        counts.append(noted)
    }

    private mutating func takeBack(_ row: Row) throws {
        let ticket = try row.integer(1)
        let status: Status = try statuses[ticket] ?? row.code(6)
        let isRemoved = try removed[ticket] ?? (row.int(7) != 0)
        switch (try row.text(2), try row.text(3)) {
        case ("create", "ticket"):
            if !isRemoved { present[status, default: 0] -= 1 }
            removed[ticket] = true
        case ("change", "status"):
            guard let before = Int64(try row.text(4)).flatMap(Status.init(rawValue:)) else { return }
            if !isRemoved {
                present[status, default: 0] -= 1
                present[before, default: 0] += 1
            }
            statuses[ticket] = before
        case ("change", "ticket"):
            let wasRemoved = try row.optionalText(4) != "0"
            if isRemoved != wasRemoved { present[status, default: 0] += wasRemoved ? -1 : 1 }
            removed[ticket] = wasRemoved
        default: break
        }
    }
}
