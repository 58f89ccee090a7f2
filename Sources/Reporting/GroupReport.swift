import Storage
import Workflow

/// How many tickets each customer, agent, team, tag or channel has.
enum GroupReport {
    static func made(by group: TicketGroup, _ request: ReportRequest, in db: any Transaction) throws -> Report {
        var request = request
        request.group = group
        let tally = try tally(request, in: db)
        var report = Report(
            request.kind, of: request, keys: [group.key], columns: [.count, .share, .open, .done, .merged])
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
        try request.eachTicket(telling: "ticket.status", "ticket.merged_into", in: db) { row, ticket in
            let (status, isMerged) = (try row.status(2), try row.optionalInteger(3) != nil)
            try tally.count(row, ticket: ticket) { $0.add(1, of: status, merged: isMerged ? 1 : 0) }
        }
        return tally
    }

    private static func row(
        _ label: Label, _ counts: StatusCounts, of all: StatusCounts, _ asked: Query
    ) -> Report.Row {
        let merged = Query.asking(.is, .flag(.merged))
        var row = Report.Row(label)
        row.count(.count, counts.all, asked)
        row.set(.share, to: .share(counts.all, all.all))
        row.count(.open, counts.open, asked.narrowed(by: .asking(.is, .flag(.open))))
        row.count(.done, counts.done, asked.narrowed(by: .done).narrowed(by: merged.negated))
        row.count(.merged, counts.merged, asked.narrowed(by: merged))
        return row
    }
}
