import Reporting
import Storage
import Testing
import Workflow

/// What holds for every report, whatever happened on the desk.
struct ReportSumTests {
    private static let seeds = Array(1...4)

    private func desk(_ seed: Int) throws -> ReportDesk {
        var desk = try ReportDesk(seed: seed)
        try desk.live(220)
        return desk
    }

    /// The reports in all the ways that they can be asked for.
    private func reports(of desk: ReportDesk) throws -> [(name: String, report: Report)] {
        var reports: [(String, Report)] = []
        let march = try #require(DateExpression("2026-03"))
        let period = try desk.store.read { ReportPeriod(march, try desk.queryContext(in: $0)) }
        for kind in ReportKind.allCases {
            reports.append(("\(kind)", try desk.report(kind)))
            reports.append(("\(kind) of a query", try desk.report(kind, "category:CDN OR prio:high")))
            reports.append(("\(kind) of March", try desk.report(kind) { $0.period = period }))
            guard kind.takesGroup else { continue }
            for group in TicketGroup.allCases {
                reports.append(("\(kind) by \(group)", try desk.report(kind) { $0.group = group }))
            }
        }
        return reports
    }

    @Test(arguments: seeds)
    func `RE-01 the query behind every count finds exactly so many tickets`(seed: Int) throws {
        let desk = try desk(seed)
        var counts = 0
        for (name, report) in try reports(of: desk) {
            for row in report.rows + [report.total] {
                for drill in row.drills {
                    let (measure, query) = (drill.measure, drill.query)
                    let found = try desk.count(query)
                    #expect(drill.tickets == found, "\(name): \(row.label) \(measure): \(query.spelledOut)")
                    // Promises are counted one by one, and a ticket may have several.
                    if report.kind != .sla || measure == .unmeasured {
                        #expect(row[measure] == .count(found), "\(name): \(row.label) \(measure)")
                    } else if case .count(let promises) = row[measure] {
                        #expect(promises >= found && (promises > 0) == (found > 0), "\(name): \(row.label) \(measure)")
                    }
                    counts += 1
                }
            }
            #expect(report.rows.allSatisfy { !$0.drills.isEmpty }, "\(name) has rows without a query")
        }
        #expect(counts > 500)
    }

    @Test(arguments: seeds)
    func `RE-01 the rows add up to the total`(seed: Int) throws {
        let desk = try desk(seed)
        for (name, report) in try reports(of: desk) where report.isPartition && !report.rows.isEmpty {
            // A level of the category tree counts what is below it, too.
            let levels: Set<Measure> = [.all, .share, .open, .done, .merged, .own]
            for (measure, figure) in report.total.figures {
                guard case .count(let total) = figure, report.kind != .category || !levels.contains(measure) else {
                    continue
                }
                let sum = report.rows.reduce(0) { sum, row in
                    guard case .count(let count) = row[measure] else { return sum }
                    return sum + count
                }
                #expect(sum == total, "\(name): \(measure)")
            }
        }
    }

    @Test(arguments: seeds)
    func `RE-01 the promises of all goals, of all teams and of all days add up to all promises`(seed: Int) throws {
        let desk = try desk(seed)
        let counted: [Measure] = [.met, .breached, .unanswered, .running, .paused]
        let total = try desk.report(.sla).total
        #expect(counted.map { total[$0].number ?? 0 }.reduce(0, +) > 15)
        let day = try #require(DateExpression("2026"))
        let days = try desk.store.read { db in
            let year = try #require(ReportPeriod(day, try desk.queryContext(in: db)))
            var request = ReportRequest(.sla, try Query.parse(""), try desk.queryContext(in: db))
            (request.period, request.bucket) = (year, .month)
            return try Report.made(request, in: db).rows
        }
        for rows in [try desk.report(.sla).rows, try desk.report(.sla) { $0.group = .team }.rows, days] {
            for measure in counted {
                #expect(rows.map { $0[measure].number ?? 0 }.reduce(0, +) == total[measure].number, "\(measure)")
            }
        }
    }

    @Test(arguments: seeds)
    func `no time is negative, and no more is measured than there is`(seed: Int) throws {
        let desk = try desk(seed)
        for (name, report) in try reports(of: desk) {
            for row in report.rows + [report.total] {
                for (measure, figure) in row.figures {
                    if case .length(let length) = figure { #expect(length >= 0, "\(name): \(measure)") }
                }
                if case .count(let measured) = row[.measured], case .count(let tickets) = row[.tickets] {
                    #expect(measured <= tickets, "\(name)")
                }
            }
        }
    }
}
