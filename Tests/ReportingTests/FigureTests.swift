import Reporting
import Storage
import Testing
import Workflow

struct FigureTests {
    @Test func `the median lies in the middle and nine of ten are no longer than P90`() {
        let ten = Statistics([10, 1, 9, 2, 8, 3, 7, 4, 6, 5])
        #expect([ten.median, ten.p90, ten.longest] == [5, 9, 10])
        #expect(Statistics([4]).p90 == 4)
        #expect(Statistics([]).median == nil)
        #expect(ten.mean(least: 11) == nil)
        #expect(ten.mean(least: 10) == 5)
    }

    @Test(arguments: 1...60)
    func `the middle and the ninth tenth are those of the sorted lengths`(seed: Int) {
        var random = SeededChoice(state: UInt64(seed))
        let count = 1 + random.next(below: 300)
        // Few different values, so that many are equal, or many.
        let values = random.next(below: 2) == 0 ? 5 : 1_000_000
        let lengths = (0..<count).map { _ in Int64(random.next(below: values)) }
        let sorted = lengths.sorted()
        let statistics = Statistics(lengths)
        #expect(statistics.median == (sorted[(count - 1) / 2] + sorted[count / 2]) / 2)
        #expect(statistics.p90 == sorted[(count * 9 + 9) / 10 - 1])
        #expect(statistics.longest == sorted.last)
        #expect(statistics.sum == sorted.reduce(0, +))
    }

    @Test func `RE-04 an unverified cause is never counted as confirmed, and a placeholder is none`() throws {
        var desk = try ReportDesk(seed: 1)
        let tickets = try (1...4).map { _ in try desk.store.file(NewTicket(title: "t"), desk.context()).ticket }
        desk.pass(1000)
        _ = try desk.store.perform(.setCauseState(["证书过期"], .unverified), on: [tickets[0], tickets[1]], desk.context())
        _ = try desk.store.perform(.setCauseState(["证书过期"], .confirmed), on: [tickets[2]], desk.context())
        _ = try desk.store.perform(.setCauseState(["需要进一步分析"], .unverified), on: [tickets[3]], desk.context())
        let report = try desk.report(.cause)
        #expect(report.rows.map(\.label) == [.named("证书过期"), .nobody])
        let row = try #require(report.rows.first)
        #expect([row[.count], row[.confirmed], row[.unverified]] == [.count(3), .count(1), .count(2)])
        #expect(report.rows[1][.count] == .count(1))
        #expect(report.remarks == [.causes(tickets: 4, known: 3, confirmed: 1)])
    }

    @Test func `a ticket resolved in March and reopened in April keeps its place in March`() throws {
        // 2026-03-10 in Shanghai.
        var desk = try ReportDesk(seed: 1, from: 1_773_100_000_000)
        let ticket = try desk.store.file(NewTicket(title: "t"), desk.context()).ticket
        desk.pass(ReportDesk.day)
        _ = try desk.store.perform(.resolve(TicketEnd(resolution: .fixed)), on: [ticket], desk.context())
        desk.pass(30 * ReportDesk.day)
        _ = try desk.store.perform(.reopen, on: [ticket], desk.context())
        let report = try desk.report(.volume) { $0.bucket = .month }
        #expect(report.rows.map { $0[.solved] } == [.count(1), .count(0)])
        #expect(report.rows.map { $0[.reopened] } == [.count(0), .count(1)])
        #expect(report.rows.map { $0[.net] } == [.count(0), .count(1)])
    }

    @Test func `times are told of what was measured, by the clock and in business time`() throws {
        // Monday 2026-03-02 09:00 UTC.
        var desk = try ReportDesk(seed: 1, from: 1_772_442_000_000)
        for hours in [1, 2, 3, 4, 30] as [Int64] {
            let ticket = try desk.store.file(NewTicket(title: "t"), desk.context()).ticket
            let filed = desk.now
            desk.pass(hours * 3_600_000)
            _ = try desk.store.perform(.reply("好"), on: [ticket], desk.context())
            desk.pass(filed - desk.now)
        }
        _ = try desk.store.file(NewTicket(title: "t"), desk.context())
        let total = try desk.report(.response).total
        #expect([total[.tickets], total[.measured]] == [.count(6), .count(5)])
        #expect(
            [total[.median], total[.longest], total[.mean]] == [
                .length(10_800_000), .length(108_000_000), .length(28_800_000),
            ])
        // The usual day has a break from 12:00 to 13:30 and ends at 18:00.
        #expect(total[.businessMedian] == .work(10_800_000))
        #expect(try desk.report(.response) { $0.leastForMean = 6 }.total[.mean] == .unknown)
    }
}
