import Storage
import Workflow

/// When in the week tickets come: a row for each day and a column for each hour, by the clock of the desk.
enum HeatMapReport {
    static func made(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        let hours = (0..<24).map { Measure.count.at(.hour($0), isOnly: true) }
        var report = Report(.heatMap, of: request, keys: [.weekday], columns: hours + [.count])
        report.across = .hour
        var cells = Array(repeating: [Int64](), count: 7 * 24)
        let zone = request.queryContext.zone
        let known = request.asked.narrowed(by: .asking(.created, .any))
        try request.eachTicket(of: known, telling: "ticket.created_at", in: db) { row, ticket in
            let local = zone.local(try row.integer(2))
            let day = WorkCalendar.day(ofLocal: local)
            let hour = Int((local - Int64(day) * WorkCalendar.dayLength) / 3_600_000)
            cells[(WorkCalendar.weekday(of: day) - 1) * 24 + hour].append(ticket)
        }
        func row(_ label: Label, _ tickets: (Int) -> [Int64], isTotal: Bool) -> Report.Row {
            var row = Report.Row(label)
            let all = (0..<24).flatMap(tickets)
            row.count(.count, all.count, isTotal ? known : asking(all, known))
            for (hour, measure) in hours.enumerated() {
                let own = tickets(hour)
                row.count(measure, own.count, asking(own, known))
            }
            return row
        }
        for day in 0..<7 { report.add(row(.weekday(day + 1), { cells[day * 24 + $0] }, isTotal: false)) }
        report.total = row(.all, { hour in (0..<7).flatMap { cells[$0 * 24 + hour] } }, isTotal: true)
        let without = try TicketCounts.count(
            request.query.narrowed(by: .asking(.created, .none)), request.queryContext, in: db)
        if without > 0 { report.remarks = [.withoutTime(without)] }
        return report
    }

    /// The tickets by their numbers: no words of a query name an hour of the week.
    private static func asking(_ tickets: [Int64], _ known: Query) -> Query {
        guard !tickets.isEmpty else { return known.narrowed(by: .asking(.created, .none)) }
        return known.narrowed(by: .asking(.id, anyOf: tickets.sorted().map { .number($0) }))
    }
}
