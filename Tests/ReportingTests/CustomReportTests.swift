import Reporting
import Storage
import Testing
import Workflow

/// What a report of one's own tells, in every combination of rows and columns.
struct CustomReportTests {
    private static let axes = TicketAxis.names.compactMap { TicketAxis($0) }
    private static let pairs: [(TicketAxis, TicketAxis?)] = axes.flatMap { rows in
        [(rows, nil)] + axes.filter { $0 != rows && ($0.unit == nil || rows.unit == nil) }.map { (rows, $0) }
    }

    private func desk(_ seed: Int) throws -> ReportDesk {
        var desk = try ReportDesk(seed: seed)
        try desk.live(160)
        return desk
    }

    private func report(
        _ desk: ReportDesk, _ rows: TicketAxis, _ columns: TicketAxis?, _ values: [String] = ["count"],
        _ query: String = ""
    ) throws -> Report {
        try desk.report(.custom, query) { request in
            request.shape.rows = rows
            request.shape.columns = columns
            request.shape.values = values.compactMap { CustomValue($0) }
        }
    }

    @Test(arguments: [1, 2])
    func `RE-01 the query behind every cell finds exactly so many tickets`(seed: Int) throws {
        let desk = try desk(seed)
        for (index, (rows, columns)) in Self.pairs.enumerated() where index % 2 == seed % 2 {
            let made = try report(
                desk, rows, columns, ["count", "n(resolution)"], index % 3 == 0 ? "category:CDN" : "")
            for row in made.rows + [made.total] {
                for drill in row.drills {
                    let (measure, query) = (drill.measure, drill.query)
                    let found = try desk.count(query)
                    #expect(row[measure] == .count(found), "\(rows) × \(columns as Any): \(row.label) \(measure)")
                }
            }
        }
    }

    @Test(arguments: [1, 2])
    func `RE-01 rows and columns add up to the whole, unless a ticket has several`(seed: Int) throws {
        let desk = try desk(seed)
        let whole = try desk.count(try Query.parse("is:any"))
        for (rows, columns) in Self.pairs {
            let made = try report(desk, rows, columns)
            #expect(made.total[.count] == .count(whole), "\(rows)")
            guard made.isPartition else { continue }
            for measure in made.columns {
                let sum = made.rows.reduce(0) { $0 + Int($1[measure].number ?? 0) }
                #expect(made.total[measure] == .count(sum), "\(rows) × \(columns as Any): \(measure)")
            }
            for row in made.rows {
                let sum = made.columns.filter { $0 != .count }.reduce(0) { $0 + Int(row[$1].number ?? 0) }
                if columns != nil { #expect(row[.count] == .count(sum), "\(rows) × \(columns as Any): \(row.label)") }
            }
        }
    }

    @Test(arguments: [1, 2, 3])
    func `counting and measuring tell the same counts`(seed: Int) throws {
        let desk = try desk(seed)
        for (rows, columns) in Self.pairs {
            let counted = try report(desk, rows, columns)
            let measured = try report(desk, rows, columns, ["count", "max(response)"])
            #expect(counted.rows.map(\.label) == measured.rows.map(\.label))
            #expect(
                counted.rows.map { $0[.count] } == measured.rows.map { $0[.count] }, "\(rows) × \(columns as Any)")
        }
    }

    @Test func `months by the index are those of the query that everything satisfies`() throws {
        var desk = try desk(5)
        try desk.live(60)
        for unit in Bucket.Unit.allCases {
            let fast = try report(desk, .time(unit), nil)
            let slow = try report(desk, .time(unit), nil, ["count"], "is:any")
            #expect(fast.rows.map(\.label) == slow.rows.map(\.label))
            #expect(fast.rows.map { $0[.count] } == slow.rows.map { $0[.count] })
            #expect(fast.total[.count] == slow.total[.count])
        }
    }

    @Test func `tickets of an unknown time have a row of their own`() throws {
        let desk = try ReportDesk(seed: 1)
        var ticket = NewTicket(title: "一", description: "x", categoryPath: [])
        ticket.customer = "王女士"
        _ = try desk.store.file(ticket, desk.context())
        _ = try desk.store.database.write { try $0.run("UPDATE ticket SET created_at = NULL") }
        let made = try report(desk, .time(.month), nil)
        #expect(made.rows.map(\.label) == [.unknownTime])
        #expect(made.total[.count] == .count(1))
        #expect(try report(desk, .group(.customer), .time(.month)).rows.count == 1)
    }

    @Test func `names that are none are no axis and no figure`() {
        #expect(TicketAxis("categry") == nil)
        #expect(CustomValue.names.allSatisfy { CustomValue($0) != nil })
        for name in ["p95(resolution)", "median", "median()", "median(response", "n(age)", ""] {
            #expect(CustomValue(name) == nil)
        }
    }
}
