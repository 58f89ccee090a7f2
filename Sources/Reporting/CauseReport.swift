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

        mutating func add(_ count: CauseTally.Count) {
            confirmed += count.confirmed
            unverified += count.unverified
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

    package init(_ query: Query, _ queryContext: QueryContext, in db: any Transaction) throws {
        self.init(try CauseTally(query, queryContext, in: db))
    }

    init(_ tally: CauseTally) {
        var byName: [ExactText: Line] = [:]
        for (pair, count) in tally.pairs {
            let name = tally.name(of: pair.cause)
            byName[ExactText(name), default: Line(cause: name)].add(count)
        }
        lines = byName.values.sorted { a, b in
            a.all != b.all ? a.all > b.all : a.cause.precedesInBytes(b.cause)
        }
        (tickets, known, confirmed) = (tally.tickets, tally.known, tally.confirmed)
    }

    static func made(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        let tally = try CauseTally(request.asked, request.queryContext, in: db)
        return CauseReport(tally).report(request, CausePairs(tally, request.queryContext).places)
    }

    private func report(
        _ request: ReportRequest, _ places: [ExactText: CausePairs.Place]
    ) -> Report {
        var report = Report(
            .cause, of: request, keys: [.cause], columns: [.count, .confirmed, .unverified, .topCategory])
        report.isPartition = false
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
}
