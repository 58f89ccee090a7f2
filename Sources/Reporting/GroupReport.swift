import Storage
import Workflow

/// How many tickets each customer, agent, team, tag or channel has.
enum GroupReport {
    static func made(by group: TicketGroup, _ request: ReportRequest, in db: any Transaction) throws -> Report {
        var request = request
        request.group = group
        let tally = try tally(request, in: db)
        var report = Report(request.kind, of: request, keys: [group.key], columns: [.count, .share, .open, .done])
        for (label, count) in try tally.sorted(by: \.all, { $0.add($1) }) {
            report.add(row(label, count, of: tally.all, request.asked.narrowed(by: group.asking(label))))
        }
        report.isPartition = !group.isMany
        if group.isMany { report.remarks.append(.severalEach) }
        report.total = row(.all, tally.all, of: tally.all, request.asked)
        return report
    }

    // Counted here: SQLite would sort a hundred thousand rows to group them.
    private static func tally(_ request: ReportRequest, in db: any Transaction) throws -> GroupTally<StatusCounts> {
        var tally = try GroupTally(request, startingWith: StatusCounts(), in: db)
        try request.eachTicket(telling: "ticket.status", in: db) { row, ticket in
            let status = try row.status(2)
            try tally.count(row, ticket: ticket) { $0.add(1, of: status) }
        }
        return tally
    }

    private static func row(
        _ label: Label, _ counts: StatusCounts, of all: StatusCounts, _ asked: Query
    ) -> Report.Row {
        let done = Query.asking(.status, anyOf: [.status(.resolved), .status(.closed)])
        var row = Report.Row(label)
        row.count(.count, counts.all, asked)
        row.set(.share, to: .share(counts.all, all.all))
        row.count(.open, counts.open, asked.narrowed(by: .asking(.is, .flag(.open))))
        row.count(.done, counts.done, asked.narrowed(by: done))
        return row
    }
}
