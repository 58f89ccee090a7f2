import Storage
import Workflow

/// How long customers waited for the first answer, and for the end.
enum SpeedReport {
    static func response(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        try made(
            request, request.asked, end: Timeline.firstReply,
            measured: .asking(.replyTime, .any), in: db)
    }

    /// Of what is done: up to the last time that it was resolved.
    static func resolution(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        let done = Query.asking(.status, anyOf: [.status(.resolved), .status(.closed)])
        return try made(
            request, request.asked.narrowed(by: done), end: "ticket.resolved_at",
            measured: .asking(.resolutionTime, .any), isDone: true, in: db)
    }

    fileprivate struct Lengths {
        var tickets = 0
        var wall: [Int64] = []
        var business: [Int64] = []
    }

    private static func made(
        _ request: ReportRequest, _ asked: Query, end: String, measured: Query,
        isDone: Bool = false, in db: any Transaction
    ) throws -> Report {
        var report = Report(
            request.kind, of: request, keys: [request.group?.key ?? .all],
            columns: [.tickets, .measured] + request.lengthColumns, main: request.mainLength)
        let (groups, all) = try lengths(request, end: end, isDone: isDone, in: db)
        for (label, lengths) in groups.sorted(by: precedes) {
            let group = asked.narrowed(by: request.group?.asking(label) ?? .everything)
            report.add(row(label, lengths, group, measured, request))
        }
        report.total = row(.all, all, asked, measured, request)
        report.isPartition = request.group?.isMany != true
        report.remarks = [.measured(all.wall.count, of: all.tickets)]
        if request.group?.isMany == true { report.remarks.append(.severalEach) }
        return report
    }

    private static func lengths(
        _ request: ReportRequest, end: String, isDone: Bool, in db: any Transaction
    ) throws -> (groups: [Label: Lengths], all: Lengths) {
        let condition = try request.condition(in: db)
        let group = request.group
        // In the order of the tickets: several rows are of one ticket with several tags. The status is looked at here: by an
        // index of it the tickets would be read all over the file.
        let sql = """
            SELECT \(group?.column ?? "NULL"), ticket.created_at, \(end), ticket.id, ticket.status
            FROM ticket \(group?.join ?? "") WHERE \(condition.sql) ORDER BY ticket.id
            """
        let worked = request.worked
        var (tally, all) = (try GroupTally(request, startingWith: Lengths(), in: db), Lengths())
        var last: Int64?
        try db.eachInPlace(sql, condition.values) { row in
            guard !isDone || row.integer(4).flatMap(Status.init(rawValue:))?.isOpen == false else { return }
            var (wall, business): (Int64?, Int64?)
            // Unknown where one end is, and where the answer is older than the ticket.
            if let start = row.integer(1), let end = row.integer(2), end >= start {
                wall = end - start
                business = worked?.elapsed(from: Instant(milliseconds: start), to: Instant(milliseconds: end))
            }
            if group != nil { tally.count(row, 0) { $0.add(wall, business) } }
            let ticket = row.integer(3)
            if ticket != last { all.add(wall, business) }
            last = ticket
        }
        return (try tally.byLabel { $0.add($1) }, all)
    }

    private static func row(
        _ label: Label, _ lengths: Lengths, _ asked: Query, _ measured: Query, _ request: ReportRequest
    ) -> Report.Row {
        var row = Report.Row(label)
        row.count(.tickets, lengths.tickets, asked)
        row.count(.measured, lengths.wall.count, asked.narrowed(by: measured))
        row.set(lengths.wall, business: request.calendar == nil ? nil : lengths.business, request)
        return row
    }

    private static func precedes(_ a: (key: Label, value: Lengths), _ b: (key: Label, value: Lengths)) -> Bool {
        if a.key.isNothing != b.key.isNothing { return b.key.isNothing }
        if a.value.tickets != b.value.tickets { return a.value.tickets > b.value.tickets }
        return Label.precedes(a.key, b.key)
    }
}

extension SpeedReport.Lengths {
    fileprivate mutating func add(_ wall: Int64?, _ business: Int64?) {
        tickets += 1
        if let wall { self.wall.append(wall) }
        if let business { self.business.append(business) }
    }

    fileprivate mutating func add(_ other: SpeedReport.Lengths) {
        tickets += other.tickets
        wall += other.wall
        business += other.business
    }
}
