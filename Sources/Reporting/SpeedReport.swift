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
        let tally = try lengths(request, end: end, isDone: isDone, in: db)
        for (label, lengths) in try tally.sorted(by: \.tickets, { $0.add($1) }) {
            let group = asked.narrowed(by: request.group?.asking(label) ?? .everything)
            report.add(row(label, lengths, group, measured, request))
        }
        report.total = row(.all, tally.all, asked, measured, request)
        report.isPartition = request.group?.isMany != true
        report.remarks = [.measured(tally.all.wall.count, of: tally.all.tickets)]
        if request.group?.isMany == true { report.remarks.append(.severalEach) }
        return report
    }

    private static func lengths(
        _ request: ReportRequest, end: String, isDone: Bool, in db: any Transaction
    ) throws -> GroupTally<Lengths> {
        let worked = request.worked
        var tally = try GroupTally(request, startingWith: Lengths(), in: db)
        // The status is looked at here: by an index of it the tickets would be read all over the file.
        try request.eachTicket(
            telling: "ticket.created_at", end, "ticket.status", inOrder: true, in: db
        ) { row, ticket in
            guard try !isDone || !row.status(4).isOpen else { return }
            var (wall, business): (Int64?, Int64?)
            // Unknown where one end is, and where the answer is older than the ticket.
            if let start = try row.optionalInteger(2), let end = try row.optionalInteger(3), end >= start {
                wall = end - start
                business = worked?.elapsed(from: Instant(milliseconds: start), to: Instant(milliseconds: end))
            }
            try tally.count(row, ticket: ticket) { $0.add(wall, business) }
        }
        return tally
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
