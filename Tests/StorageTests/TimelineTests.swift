import Storage
import Testing
import Workflow

/// What queries ask of the messages and events of a ticket.
struct TimelineTests {
    private static let minute: Int64 = 60_000
    private let desk: SearchedDesk

    // 1: answered after 10 minutes, resolved and reopened; 2: waits for an answer since minute 20; 3: nobody said anything;
    // 4: what was resolved was taken back; 5: from one agent to another.
    init() throws {
        var desk = try SearchedDesk()
        desk.now = Instant(milliseconds: 100 * Self.minute)
        for number in 1...5 { try desk.file(NewTicket(title: "t\(number)", description: number == 3 ? nil : "问")) }
        self.desk = desk
        let ben = try desk.store.grant(.agent, to: "ben", context(0))
        try say(.reply("答"), 1, minute: 10)
        try say(.resolve(TicketEnd(resolution: .fixed, causes: ["A"])), 1, minute: 11)
        try say(.receive("还是不行 [图片]", at: nil), 1, minute: 12)
        try say(.setCauseState(["A"], .rejected), 1, minute: 13)
        try say(.reply("答"), 2, minute: 5)
        try say(.receive("又问", at: nil), 2, minute: 20)
        try say(.receive("再问", at: nil), 2, minute: 30)
        try say(.reply("答"), 4, minute: 1)
        let resolved = try say(.resolve(TicketEnd(resolution: .answered)), 4, minute: 2)
        _ = try desk.store.undo(resolved, context(3))
        try say(.assign(desk.ana), 5, minute: 1)
        try say(.assign(ben), 5, minute: 2)
        try say(.note("看"), 5, minute: 3)
        let field = TicketEdit(fields: [NamedText(name: "环境", text: "生产")])
        try say(.edit(field), 5, minute: 4)
        try say(.edit(TicketEdit(fields: [NamedText(name: "环境", text: "测试")])), 5, minute: 5)
    }

    private func context(_ minute: Int64) -> CommandContext {
        CommandContext(agent: desk.ana.name, at: Instant(milliseconds: minute * Self.minute), command: "desk")
    }

    @discardableResult
    private func say(_ verb: TicketCommand, _ ticket: Int64, minute: Int64) throws -> Int64 {
        try #require(try desk.store.perform(verb, on: [Ticket.Number(ticket)], context(minute)).operation)
    }

    @Test(
        arguments: [
            ("reopens:1", [1]), ("reopens:0", [2, 3, 4, 5]), ("handovers:>=1", [5]),
            ("resolution:fixed", []), ("resolution:none", [1, 2, 3, 4, 5]), ("was:resolution=fixed", [1]),
            ("was:resolution=answered", [4]), ("changed:resolution", [1, 4]),
            ("first-reply:none", [3, 5]), ("first-reply:1970-01-01", [1, 2, 4]), ("reply-time:10m", [1]),
            ("reply-time:<=5m", [2, 4]), ("last-customer:none", [3]), ("last-agent:>=1970-01-01T00:10", [1]),
            ("waiting:>79m", [1, 2, 5]), ("waiting:80m", [2]), ("waiting:none", [3, 4]), ("is:unread", [1, 2]),
            ("has:missing-file", [1]), ("no:missing-file", [2, 3, 4, 5]),
            ("was:field.环境=生产", [5]), ("was:field.环境=测试", [5]), ("changed:field.环境", [5]),
            ("was:cause.state=confirmed", [1]), ("was:cause.state=unverified", []),
            ("was:status=resolved", [1, 4]), ("was:assignee=ana", [5]),
        ] as [(String, [Int64])])
    func `a query finds what the messages and events tell`(query: String, expected: [Int64]) throws {
        #expect(try desk.found("\(query) is:any") == expected)
    }

    @Test(
        arguments: [
            ("sort:waiting-desc", [5, 1, 2, 4, 3]), ("sort:first-reply", [4, 2, 1, 5, 3]),
            ("sort:last-customer-desc", [2, 1, 5, 4, 3]),
        ] as [(String, [Int64])])
    func `lists are ordered by what the messages tell, unknown times last`(query: String, expected: [Int64]) throws {
        #expect(try desk.ordered(query) == expected)
    }

    @Test(arguments: ["due:today", "sla:breached", "is:overdue", "csat:>3", "sort:due"])
    func `what the desk does not keep is refused by its name`(query: String) {
        #expect(throws: QueryError.self) { try desk.found(query) }
    }

    @Test func `a view says by itself whether only open tickets are meant`() throws {
        for (name, text) in [("alle", "is:any t1"), ("neu", "t1"), ("beide", "@alle")] {
            _ = try desk.store.saveView(name, try Query.parse(text), context(0))
        }
        func listed(_ text: String) throws -> String {
            try desk.store.read { try Query.parse(text).listed(in: $0).description }
        }
        #expect(try listed("@alle") == "@alle")
        #expect(try listed("@beide") == "@beide")
        #expect(try listed("@neu") == "is:open @neu")
        #expect(try listed("t1") == "is:open t1")
    }

    @Test(arguments: 10..<14 as Range<UInt64>)
    func `SE-03 no query however odd does more than find tickets or be refused`(seed: UInt64) throws {
        var random = RandomQuery(numbers: SeededNumbers(state: seed))
        for _ in 0..<400 {
            let query = random.query()
            do {
                _ = try desk.store.read { db in
                    try TicketList(query, try desk.queryContext(db), in: db).numbers(limit: 5)
                }
            } catch is QueryError {}
        }
    }
}
