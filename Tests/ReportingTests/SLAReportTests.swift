import Reporting
import Storage
import Testing
import Workflow

/// Promises by the period in which they came out.
struct SLAReportTests {
    private static let hour: Int64 = 3_600_000
    /// 2026-03-30, 00:00 UTC.
    private static let start: Int64 = 1_774_828_800_000

    private func desk(_ terms: String) throws -> ReportDesk {
        try ReportDesk(seed: 1, from: Self.start, promises: [("", terms)])
    }

    private func report(_ desk: ReportDesk, _ month: String) throws -> Report {
        try desk.report(.sla) { request in
            request.queryContext.zone = .utc
            request.period = ReportPeriod(try #require(DateExpression(month)), request.queryContext)
        }
    }

    private func file(_ desk: ReportDesk) throws -> Ticket.Number {
        try desk.store.file(NewTicket(title: "t", description: "d"), desk.context()).ticket
    }

    private func reply(_ desk: ReportDesk, _ ticket: Ticket.Number) throws {
        _ = try desk.store.perform(.reply("r"), on: [ticket], desk.context())
    }

    /// What was met, what was breached, and the tickets of the latter, of one goal.
    private func counts(_ report: Report, _ goal: SLAGoal) throws -> [Int] {
        let row = try #require(report.rows.first { $0.label == .promise(goal) })
        let met = try #require(row[.met].number)
        let breached = try #require(row[.breached].number)
        let tickets = try #require(row.drills.first { $0.measure == .breached }).tickets
        return [Int(met), Int(breached), tickets]
    }

    @Test(arguments: [false, true])
    func `a promise counts when it was kept, or when it was broken`(areWrittenDown: Bool) throws {
        var desk = try desk("first 4h")
        let late = try file(desk)
        desk.pass(46 * Self.hour)
        let inTime = try file(desk)
        desk.pass(3 * Self.hour)
        // One in the first hour of April; one that was due in March; one that still waits, due in March too.
        try reply(desk, inTime)
        try reply(desk, late)
        var waiting = try self.desk("first 4h")
        _ = try file(waiting)
        waiting.pass(49 * Self.hour)
        if areWrittenDown { try desk.store.writeSLAVerdicts(try desk.slaContext()) }
        #expect(try counts(try report(desk, "2026-03"), .first) == [0, 1, 1])
        #expect(try counts(try report(desk, "2026-04"), .first) == [1, 0, 0])
        #expect(try report(desk, "2026-04").total[.rate] == .share(1, 1))
        #expect(try counts(try report(waiting, "2026-03"), .first) == [0, 1, 1])
        #expect(try counts(try report(waiting, "2026-04"), .first) == [0, 0, 0])
    }

    @Test func `each question that waits for an answer is a promise of its own`() throws {
        var desk = try desk("next 1h")
        let ticket = try file(desk)
        try reply(desk, ticket)
        for _ in 1...2 {
            desk.pass(Self.hour)
            _ = try desk.store.perform(.receive("?", at: nil), on: [ticket], desk.context())
            desk.pass(2 * Self.hour)
            try reply(desk, ticket)
        }
        #expect(try counts(try report(desk, "2026-03"), .next) == [0, 2, 1])
    }

    @Test func `what was never promised is told of the tickets of the period`() throws {
        var desk = try ReportDesk(seed: 1, from: Self.start, promises: [("prio:high", "first 4h")])
        _ = try file(desk)
        desk.pass(72 * Self.hour)
        _ = try file(desk)
        #expect(try report(desk, "2026-03").total[.unmeasured] == .count(1))
        #expect(try desk.report(.sla).total[.unmeasured] == .count(2))
    }
}
