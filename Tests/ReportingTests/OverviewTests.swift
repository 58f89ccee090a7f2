import Storage
import Testing
import Workflow

@testable import Reporting

/// The overview is the reports it is made of.
struct OverviewTests {
    private func overview(
        of desk: ReportDesk, _ query: String = "", _ change: (inout ReportRequest) -> Void = { _ in }
    ) throws -> OverviewReport {
        try desk.store.read { db in
            var request = ReportRequest(.volume, try Query.parse(query), try desk.queryContext(in: db))
            change(&request)
            return try OverviewReport(request, in: db)
        }
    }

    /// A desk that was there before the period, and whose days have something in both periods.
    private func desk(_ seed: Int) throws -> ReportDesk {
        var desk = try ReportDesk(seed: seed)
        try desk.live(180)
        return desk
    }

    @Test(arguments: 1...3, ["", "category:CDN OR prio:high"])
    func `every figure is that of the report by itself`(seed: Int, query: String) throws {
        let desk = try desk(seed)
        let overview = try overview(of: desk, query)
        for section in overview.sections where section.kind != .aging {
            let isCut = section.kind.isBucketed || [.response, .resolution].contains(section.kind)
            func asking(_ request: inout ReportRequest) {
                (request.period, request.bucket) = (overview.period, isCut ? .week : nil)
                request.calendar = nil
            }
            var alone: Report
            if section.columns.contains(.change) {
                let request = try desk.store.read { db in
                    var request = ReportRequest(section.kind, try Query.parse(query), try desk.queryContext(in: db))
                    asking(&request)
                    return request
                }
                let pair = try desk.store.read { try Report.pair(request, try #require(request.before), in: $0) }
                alone = pair.now
                alone.compare(with: pair.before)
            } else {
                alone = try desk.report(section.kind, query) { asking(&$0) }
            }
            #expect(section.rows.map(\.label) == alone.rows.map(\.label))
            for (row, other) in zip(section.rows + [section.total], alone.rows + [alone.total]) {
                for measure in section.columns { #expect(row[measure] == other[measure], "\(section.kind) \(measure)") }
            }
        }
        #expect(overview.sections.map(\.kind) == OverviewReport.kinds)
        let volume = try desk.report(.volume, query) { $0.period = overview.period }
        #expect(overview.headlines.map(\.now).prefix(2) == [volume.total[.created], volume.total[.solved]])
        let aging = try desk.report(.aging, query)
        let section = try #require(overview[.aging])
        #expect(section.rows.map { $0[.count] } == aging.rows.map { $0[.count] })
    }

    @Test(arguments: 1...3)
    func `the query behind every count of the overview finds exactly so many tickets`(seed: Int) throws {
        let desk = try desk(seed)
        let overview = try overview(of: desk)
        for section in overview.sections {
            for row in section.rows {
                #expect(!row.drills.isEmpty)
                for drill in row.drills {
                    let found = try desk.count(drill.query)
                    #expect(drill.tickets == found, "\(section.kind) \(row.label) \(drill.measure)")
                    // Promises are counted one by one, and a ticket may have several.
                    guard section.kind != .sla else { continue }
                    #expect(row[drill.measure] == .count(found), "\(section.kind) \(row.label) \(drill.measure)")
                }
            }
        }
        for headline in overview.headlines {
            guard let drill = headline.drill else { continue }
            let found = try desk.count(drill.query)
            #expect(drill.tickets == found)
            if headline.name != .breached { #expect(headline.now == .count(found)) }
        }
    }

    @Test(arguments: 1...3)
    func `the ages of the period before are those of what was open at its end`(seed: Int) throws {
        let desk = try desk(seed)
        let overview = try overview(of: desk)
        let aging = try #require(overview[.aging])
        #expect(aging.columns.contains(.previous))
        let last = try #require(ReportPeriod(first: overview.period.before.last, last: overview.period.before.last))
        let backlog = try desk.report(.backlog) { $0.period = last }
        #expect(aging.total[.previous] == backlog.total[.count])
    }

    @Test func `without a period it is the last thirty days beside the thirty before`() throws {
        let desk = try desk(1)
        let overview = try overview(of: desk)
        #expect([overview.period.days, overview.period.before.days] == [30, 30])
        #expect(overview.period.before.last == overview.period.first - 1)
    }

    @Test func `where no ticket came at a known time, how many came is unknown and not zero`() throws {
        var desk = try ReportDesk(seed: 1)
        let filed = try desk.store.file(NewTicket(title: "t", categoryPath: ["CDN"]), desk.context()).ticket
        _ = try desk.store.perform(.setCauseState(["证书过期"], .unverified), on: [filed], desk.context())
        try desk.store.forgetTimes()
        desk.pass(ReportDesk.day)
        let overview = try overview(of: desk)
        #expect(overview.isTimeless)
        #expect(overview.headlines[0].now == .unknown && overview.headlines[0].before == .unknown)
        #expect(overview[.volume]?.rows.isEmpty == true)
        #expect(overview[.volume]?.remarks == [.withoutTime(1)])
        #expect(overview[.category]?.total[.all] == .count(1))
        #expect(overview[.category]?.columns.contains(.change) == false)
    }

    @Test func `what was open before the desk began is unknown`() throws {
        var desk = try ReportDesk(seed: 1)
        _ = try desk.store.file(NewTicket(title: "t"), desk.context())
        desk.pass(ReportDesk.day)
        let overview = try overview(of: desk)
        #expect(overview.beginning != nil)
        #expect(overview[.backlog]?.columns.contains(.previous) == false)
        let open = try #require(overview.headlines.first { $0.name == .open })
        #expect(open.now == .count(1) && open.before == .unknown)
    }

    @Test func `no promise that could be measured is none that was kept or broken`() throws {
        var desk = try ReportDesk(seed: 1, promises: [])
        _ = try desk.store.file(NewTicket(title: "t"), desk.context())
        desk.pass(ReportDesk.day)
        let breached = try overview(of: desk).headlines.first { $0.name == .breached }
        #expect(breached?.now == .unknown)
    }
}

extension Store {
    /// As an import of old files leaves tickets: nobody knows when they came.
    fileprivate func forgetTimes() throws {
        _ = try database.write { try $0.run("UPDATE ticket SET created_at = NULL", []) }
    }
}
