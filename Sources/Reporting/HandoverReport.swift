import Storage
import Workflow

/// How often tickets went from one agent or team to another.
enum HandoverReport {
    private static let most = 5

    static func made(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        var report = Report(.handover, of: request, keys: [.handovers], columns: [.count, .share])
        // Of what came as done from elsewhere nobody knows through whose hands it went.
        let asked = request.asked.narrowed(by: .asking(.has, .part(.history)))
        let condition = try request.condition(asked, in: db)
        let sql = """
            SELECT COUNT(*) FROM ticket JOIN event ON event.ticket_id = ticket.id
            WHERE \(condition.sql) AND event.counts_as = \(Counting.handedOver.rawValue) GROUP BY event.ticket_id
            """
        var counts = Array(repeating: 0, count: most + 1)
        try db.eachInPlace(sql, condition.values) { counts[min(most, Int(try $0.integer(0)))] += 1 }
        let tickets = try TicketCounts.count(request.asked, request.queryContext, in: db)
        let all = try TicketCounts.count(asked, request.queryContext, in: db)
        counts[0] = all - counts.reduce(0, +)
        for (times, count) in counts.enumerated() {
            let isMost = times == most
            let often = Query.asking(.handovers, .number(Int64(times)), isMost ? .atLeast : .matches)
            report.add(row(.times(times, orMore: isMost), count, of: all, asked.narrowed(by: often)))
        }
        report.total = row(.all, all, of: all, asked)
        report.remarks = [.measured(all, of: tickets)]
        return report
    }

    private static func row(_ label: Label, _ count: Int, of all: Int, _ asked: Query) -> Report.Row {
        var row = Report.Row(label)
        row.count(.count, count, asked)
        row.set(.share, to: .share(count, all))
        return row
    }
}
