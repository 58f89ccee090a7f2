import Storage
import Workflow

/// Customers who came more than once with the same root cause: what was resolved for them did not last.
enum ReturningReport {
    private struct Pair: Hashable {
        var customer: Int64
        var cause: Int64
    }

    private static let nobody = Int64.min

    static func made(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        var report = Report(.returning, of: request, keys: [.customer, .cause], columns: [.count])
        report.isPartition = false
        var customers = try PerTicket(Self.nobody, in: db)
        let asked = request.asked.narrowed(by: .asking(.customer, .any))
        let known = asked.narrowed(by: .asking(.has, .part(.cause)))
        try request.eachTicket(of: asked, telling: "ticket.customer_id", inOrder: true, in: db) { row, ticket in
            customers[ticket] = try row.optionalInteger(2) ?? Self.nobody
        }
        var causes: [Int64: String] = [:]
        try db.each("SELECT id, name FROM cause WHERE is_placeholder = 0", []) {
            causes[try $0.integer(0)] = try $0.text(1)
        }
        var counts: [Pair: Int] = [:]
        var (tickets, last) = (0, Int64.min)
        let sql = "SELECT ticket_id, cause_id, state FROM ticket_cause ORDER BY ticket_id"
        try db.eachInPlace(sql, []) { row in
            let ticket = try row.integer(0)
            let customer = customers[ticket]
            guard customer != Self.nobody, try row.causeState(2) != .rejected else { return }
            let cause = try row.integer(1)
            guard causes[cause] != nil else { return }
            if ticket != last { tickets += 1 }
            last = ticket
            counts[Pair(customer: customer, cause: cause), default: 0] += 1
        }
        let names = try TicketGroup.customer.labels(request.queryContext, in: db)
        var rows: [(name: String, cause: String, count: Int)] = []
        for (pair, count) in counts where count > 1 {
            guard case .named(let name) = try names.label(pair.customer) else { continue }
            rows.append((name, causes[pair.cause] ?? "", count))
        }
        rows.sort { a, b in
            a.count != b.count ? a.count > b.count : (a.name, a.cause) < (b.name, b.cause)
        }
        for (name, cause, count) in rows {
            var row = Report.Row(.pair([name], cause))
            row.count(
                .count, count,
                known.narrowed(by: .asking(.customer, .text(name), .equals))
                    .narrowed(by: .asking(.cause, .text(cause), .equals)))
            report.add(row)
        }
        report.total.count(.count, tickets, known)
        return report
    }
}
