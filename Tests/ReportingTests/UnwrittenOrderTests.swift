import Reporting
import Storage
import Testing
import Workflow

/// An engine may give rows in any order that nobody wrote down. SQLite can be told to turn such orders round.
struct UnwrittenOrderTests {
    private func turnOrdersRound(_ desk: ReportDesk) throws {
        try desk.store.read { try $0.each("PRAGMA reverse_unordered_selects = ON", []) { _ in } }
        let first = try desk.store.read { try $0.row("SELECT id, name, label FROM status")?.integer(0) }
        #expect(first == Status.allCases.last?.rawValue)
    }

    @Test(arguments: 1...3)
    func `no report leans on an order that is not written down`(seed: Int) throws {
        var desk = try ReportDesk(seed: seed)
        try desk.live(250)
        func reports() throws -> [String] { try ReportKind.allCases.map { "\(try desk.report($0))" } }
        let before = try reports()
        try turnOrdersRound(desk)
        for (kind, pair) in zip(ReportKind.allCases, zip(before, try reports())) {
            #expect(pair.0 == pair.1, "\(kind)")
        }
    }

    @Test(arguments: [
        "", "sort:priority", "sort:title", "工单", "工单 sort:relevance", "sort:sla", "sort:due", "is:open sort:category",
        "tag:急 sort:waiting", "sort:first-reply sort:messages",
    ])
    func `no list of tickets does`(query: String) throws {
        var desk = try ReportDesk(seed: 5)
        try desk.live(250)
        func numbers() throws -> [Int64] {
            try desk.store.read { db in
                try TicketList(try Query.parse(query), try desk.queryContext(in: db), in: db).numbers().map(\.rawValue)
            }
        }
        let before = try numbers()
        try turnOrdersRound(desk)
        #expect(try numbers() == before)
    }
}
