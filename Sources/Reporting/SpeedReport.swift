import Storage
import Workflow

/// How long customers waited for the first answer, and for the end.
enum SpeedReport {
    static func response(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        try made(
            request, request.asked, length: Timeline.replyTime,
            measured: .asking(.replyTime, .any), in: db)
    }

    /// Of what is done: up to the last time that it was resolved.
    static func resolution(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        let done = Query.asking(.status, anyOf: [.status(.resolved), .status(.closed)])
        return try made(
            request, request.asked.narrowed(by: done), length: Timeline.resolutionTime,
            measured: .asking(.resolutionTime, .any), in: db)
    }

    fileprivate struct Lengths {
        var tickets = 0
        var wall: [Int64] = []
        var business: [Int64] = []
    }

    private static func made(
        _ request: ReportRequest, _ asked: Query, length: String, measured: Query,
        in db: any Transaction
    ) throws -> Report {
        var report = Report(
            request.kind, of: request, keys: [request.group?.key ?? .all],
            columns: [.tickets, .measured] + request.lengthColumns, main: request.mainLength)
        var (all, groups) = (Lengths(), [Label: Lengths]())
        try each(request, asked, length: length, in: db) { label, wall, business in
            if let label { groups[label, default: Lengths()].add(wall, business) }
            if label == nil || request.group?.isMany != true { all.add(wall, business) }
        }
        if request.group?.isMany == true {
            var ungrouped = request
            ungrouped.group = nil
            try each(ungrouped, asked, length: length, in: db) { all.add($1, $2) }
        }
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

    private static func each(
        _ request: ReportRequest, _ asked: Query, length: String, in db: any Transaction,
        _ body: (Label?, _ wall: Int64?, _ business: Int64?) throws -> Void
    ) throws {
        let condition = try request.condition(asked, in: db)
        let group = request.group
        let labels = try group?.labels(request.scene, in: db)
        let sql = """
            SELECT ticket.created_at, \(length), \(group?.column ?? "NULL") FROM ticket \(group?.join ?? "")
            WHERE \(condition.sql)
            """
        let calendar = request.clock == .wall ? nil : request.calendar
        try db.each(sql, condition.values) { row in
            let label = try labels?.label(row, 2)
            guard let start = try row.optionalInteger(0), let wall = try row.optionalInteger(1) else {
                return try body(label, nil, nil)
            }
            let from = Instant(milliseconds: start)
            try body(label, wall, calendar?.elapsed(from: from, to: Instant(milliseconds: start + wall)))
        }
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
}
