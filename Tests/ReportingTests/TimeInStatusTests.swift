import Reporting
import Storage
import Testing
import Workflow

/// The time in each status, by what tickets have and period by period.
struct TimeInStatusTests {
    private static let open = Status.allCases.filter(\.isOpen)

    private func desk(_ seed: Int) throws -> ReportDesk {
        var desk = try ReportDesk(seed: seed)
        try desk.live(160)
        return desk
    }

    private func report(
        _ desk: ReportDesk, _ group: TicketGroup?, _ bucket: Bucket.Unit?, _ period: ReportPeriod? = nil
    ) throws -> Report {
        try desk.report(.timeInStatus) { request in
            request.group = group
            request.bucket = bucket
            request.period = period
        }
    }

    private func length(_ figure: Figure) -> Int64 {
        if case .length(let length) = figure { length } else { 0 }
    }

    /// What a row tells of a status, of the whole time.
    private func length(_ row: Report.Row, _ report: Report, _ status: Status) throws -> Int64 {
        let measure = try #require(report.columns.first { $0.column == .status(status) })
        return length(row[measure])
    }

    @Test(arguments: 1...6)
    func `groups and periods add up to what all tickets have together`(seed: Int) throws {
        let desk = try desk(seed)
        let plain = try report(desk, nil, nil)
        let groups: [TicketGroup?] = [.team, .agent, .category, nil]
        for group in groups {
            for bucket in [Bucket.Unit.week, .month, nil] where group != nil || bucket != nil {
                let made = try report(desk, group, bucket)
                for status in Self.open {
                    let whole = plain.rows.first { $0.label == .status(status) }?[.sum]
                    let total = try length(made.total, made, status)
                    #expect(total == whole.map(length) ?? 0, "\(seed) \(String(describing: group)) \(status)")
                    let parts = try made.rows.reduce(0) { try $0 + length($1, made, status) }
                    #expect(parts == total)
                    guard group != nil, bucket != nil else { continue }
                    for row in made.rows {
                        let columns = made.columns.filter {
                            if case .part(.status(status), of: _)? = $0.column { true } else { false }
                        }
                        #expect(columns.reduce(0) { $0 + length(row[$1]) } == (try length(row, made, status)))
                    }
                }
            }
        }
    }

    @Test func `more periods than a row should hold are refused, and rows of periods hold any number`() throws {
        let desk = try desk(1)
        let period = ReportPeriod(first: 19_000, last: 19_300)
        #expect(throws: UsageError.report(.tooManyColumns(301, most: 200))) { try report(desk, .team, .day, period) }
        #expect(try report(desk, nil, .day, period).rows.count == 301)
    }

    @Test(arguments: [ReportKind.timeInStatus, .volume, .backlog])
    func `what a ticket may have several of is refused by that reason`(kind: ReportKind) throws {
        let desk = try desk(1)
        #expect(throws: UsageError.report(.severalEach(report: kind.rawValue, group: "tag"))) {
            try desk.report(kind) { $0.group = .tag }
        }
    }

    @Test(arguments: 1...3)
    func `a period holds the time that lies in it, whenever the tickets came, and its tickets are found`(seed: Int)
        throws
    {
        let desk = try desk(seed)
        let all = try report(desk, .team, .week)
        let weeks = try report(desk, nil, .week)
        for row in weeks.rows {
            guard case .bucket(let name) = row.label else { continue }
            for status in Self.open {
                let columns = all.columns.filter { $0.column == .part(.status(status), of: .bucket(name)) }
                let found = try #require(columns.first)
                #expect(length(all.total[found]) == (try length(row, weeks, status)), "\(name) \(status)")
            }
        }
        for row in all.rows {
            for drill in row.drills { #expect(row[drill.measure] == .count(try desk.count(drill.query))) }
        }
        #expect(all.rows.reduce(0) { $0 + Int($1[.tickets].number ?? 0) } == Int(all.total[.tickets].number ?? -1))
    }
}
