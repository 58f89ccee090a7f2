import Reporting
import Storage
import Testing
import Workflow

/// What is told of answers that the desk had already.
struct AnswerReportTests {
    private func desk() throws -> ReportDesk {
        let desk = try ReportDesk(seed: 1)
        let tickets: [(path: [String], cause: String?)] = [
            (["CDN"], "证书过期"), (["CDN"], "证书过期"), (["CDN"], "证书过期"), ([], "DNS 错误"), (["存储"], nil),
        ]
        for (index, ticket) in tickets.enumerated() {
            let new = NewTicket(title: "工单", description: "怎么办", categoryPath: ticket.path)
            _ = try desk.store.file(new, desk.context())
            let end = TicketEnd(resolution: .fixed, causes: [ticket.cause].compactMap { $0 }, message: "好了")
            _ = try desk.store.perform(.resolve(end), on: [Ticket.Number(Int64(index + 1))], desk.context())
        }
        return desk
    }

    private func report(_ desk: ReportDesk, _ query: String = "") throws -> Report { try desk.report(.kb, query) }

    private func message(_ desk: ReportDesk) throws -> Int64 {
        try #require(try desk.store.read { try $0.row("SELECT MAX(id) FROM message")?.integer(0) })
    }

    @Test func `what was resolved with a taken answer is counted by category`() throws {
        let desk = try desk()
        _ = try desk.store.useAnswer(.message(try message(desk)), for: Ticket.Number(1), desk.context())
        let made = try report(desk)
        #expect(made.rows.map(\.label) == [.path(["CDN"]), .path(["存储"]), .path([])])
        #expect(made.rows.map { $0[.solved] } == [.count(3), .count(1), .count(1)])
        #expect(made.rows.map { $0[.answered] } == [.count(1), .count(0), .count(0)])
        #expect(made.total[.rate] == .share(1, 5))
    }

    @Test func `an answer whose taking was undone was not taken`() throws {
        let desk = try desk()
        let used = try desk.store.useAnswer(.message(try message(desk)), for: Ticket.Number(1), desk.context())
        let operation = try #require(used.operation)
        #expect(try desk.count(try Query.parse("has:answer is:any")) == 1)
        _ = try desk.store.undo(operation, desk.context())
        #expect(try desk.count(try Query.parse("有:采用答复 is:any")) == 0)
        #expect(try report(desk).total[.answered] == .count(0))
    }

    @Test func `causes that come again without an answer are gaps, and their query finds them`() throws {
        let desk = try desk()
        let gaps = try report(desk).remarks.compactMap { if case .gap(let gap) = $0 { gap } else { nil } }
        #expect(gaps.map(\.cause) == ["证书过期"])
        #expect(gaps.map(\.path) == [["CDN"]])
        #expect(try gaps.map { try desk.count($0.query) } == [3])
        for ticket in 1...2 {
            _ = try desk.store.useAnswer(.message(try message(desk)), for: Ticket.Number(Int64(ticket)), desk.context())
        }
        #expect(!(try report(desk).remarks.contains { if case .gap = $0 { true } else { false } }))
    }

    @Test func `the answers taken most are told by what they are`() throws {
        let desk = try desk()
        let id = try message(desk)
        for _ in 1...2 { _ = try desk.store.useAnswer(.message(id), for: nil, desk.context()) }
        let used = try report(desk).remarks.compactMap { if case .taken(let used) = $0 { used } else { nil } }.flatMap {
            $0
        }
        #expect(used.map(\.times) == [2])
        #expect(used.first?.name.hasPrefix("#5 m") == true)
    }
}
