import Storage
import Workflow

/// Which root causes tickets have: confirmed and unverified apart, and those with none counted.
package struct CauseReport: Sendable {
    package struct Line: Equatable, Sendable {
        package var cause: String
        package var confirmed = 0
        /// Imported or suggested, and checked by nobody.
        package var unverified = 0

        package var all: Int { confirmed + unverified }

        mutating func add(_ tickets: Int, in state: CauseState) {
            if state == .confirmed { confirmed += tickets } else { unverified += tickets }
        }
    }

    /// The commonest first; equal ones in the order of their bytes.
    package let lines: [Line]
    package let tickets: Int
    /// Tickets with at least one cause.
    package let known: Int
    /// Tickets with at least one confirmed cause.
    package let confirmed: Int

    package var none: Int { tickets - known }

    package init(_ query: Query, _ scene: QueryScene, in db: any Transaction) throws {
        var byName: [ExactText: Line] = [:]
        for count in try TicketCounts.byCause(query, scene, in: db) {
            let key = ExactText(count.cause)
            byName[key, default: Line(cause: count.cause)].add(count.tickets, in: count.state)
        }
        lines = byName.values.sorted { a, b in
            a.all != b.all ? a.all > b.all : a.cause.utf8.lexicographicallyPrecedes(b.cause.utf8)
        }
        tickets = try TicketCounts.count(query, scene, where: "1 = 1", in: db)
        known = try TicketCounts.count(
            query.narrowed(by: .asking(.cause, .any)), scene, where: "1 = 1", in: db)
        confirmed = try TicketCounts.count(query, scene, where: Self.hasConfirmedCause, in: db)
    }

    func report(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        var report = Report(
            .cause, of: request, keys: [.cause], columns: [.count, .confirmed, .unverified, .topCategory])
        report.isPartition = false
        let places = try CauseCategoryReport.places(request, in: db)
        for line in lines {
            var row = Report.Row(.named(line.cause))
            row.count(.count, line.all, request.asked.narrowed(by: .asking(.cause, .text(line.cause), .equals)))
            row.count(.confirmed, line.confirmed)
            row.count(.unverified, line.unverified)
            if let place = places[ExactText(line.cause)] { row.set(.topCategory, to: .place(place.path, place.count)) }
            report.add(row)
        }
        var row = Report.Row(.nobody)
        row.count(.count, none, request.asked.narrowed(by: .asking(.cause, .none)))
        report.add(row)
        report.total.count(.count, tickets, request.asked)
        report.remarks = [.causes(tickets: tickets, known: known, confirmed: confirmed)]
        return report
    }

    private static let hasConfirmedCause: StaticString = """
        EXISTS (SELECT 1 FROM ticket_cause WHERE ticket_cause.ticket_id = ticket.id AND ticket_cause.state = 3)
        """
}
