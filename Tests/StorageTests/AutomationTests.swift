import Storage
import Testing
import Workflow

/// Macros and rules: several changes as one, by hand and by themselves.
struct AutomationTests {
    private static let ana = Agent(id: 1, name: "ana", role: .admin)
    // Monday, 2026-03-02 09:00 UTC.
    private static let monday: Int64 = 1_772_442_000_000

    private func context(_ minute: Int64 = 0) -> CommandContext {
        CommandContext(agent: Self.ana.name, at: Instant(milliseconds: Self.monday + minute * 60_000), command: "desk")
    }

    private func desk(_ titles: String...) throws -> Store {
        let store = try Store.inMemory()
        for title in titles { _ = try store.file(NewTicket(title: title, customer: "王女士"), context()) }
        // A query names only tags that are there.
        let old = try store.file(NewTicket(title: "旧", tags: ["x"]), context()).ticket
        _ = try store.perform(.remove, on: [old], context())
        return store
    }

    private func say(
        _ steps: String, to numbers: Int64..., in store: Store, _ context: CommandContext
    ) throws -> CommandResult {
        let verb = try store.read {
            try MacroReading(context.author(in: $0), zones: { _ in .utc }, in: $0).verb(of: steps)
        }
        return try store.perform(verb, on: numbers.map { Ticket.Number($0) }, context)
    }

    private func run(
        _ store: Store, _ minute: Int64, on tickets: [Ticket.Number]? = nil, by agent: Agent = ana
    ) throws -> [RuleRun] {
        var context = context(minute)
        context.agent = agent.name
        return try store.runRules(context, on: tickets, zones: { _ in .utc }) { db in
            QueryContext(
                agent: agent, now: context.at, zone: .utc, categories: try CategoryTree.read(in: db),
                zones: { _ in .utc })
        }
    }

    private func record(_ number: Int64, _ store: Store) throws -> TicketRecord {
        try #require(
            try store.read { db in
                try TicketRecord.find(Ticket.Number(number), categories: try CategoryTree.read(in: db), in: db)
            })
    }

    @Test func `a macro is one operation, filled for each ticket, and undone as one`() throws {
        let store = try desk("一", "二")
        _ = try store.keep("您好 {{customer.name|客户}}，{{ticket.number}}", as: "到期", .canned, isNew: true, context())
        let steps = "take\ntag +催办\nprio high\nreply canned:到期\npend 2bd"
        let performed = try say(steps, to: 1, 2, in: store, context(1))
        let second = try record(2, store)
        #expect(second.messages.last?.body == "您好 王女士，#2")
        #expect(second.tags == ["催办"] && second.ticket.status == .pending && second.ticket.assignee == "ana")
        #expect(second.ticket.wakeAt == Instant(milliseconds: Self.monday + 60_000 + 2 * 86_400_000))
        _ = try store.undo(try #require(performed.operation), context(2))
        #expect(try record(2, store).ticket.status == .new)
        #expect(try record(2, store).tags == [] && record(2, store).messages.isEmpty)
    }

    @Test func `a canned reply that somebody chose counts as taken, and not what a macro says`() throws {
        let store = try desk("一", "二", "三")
        _ = try store.keep("您好 {{customer.name|客户}}", as: "问好", .canned, isNew: true, context())
        let chosen = try store.read {
            try MacroReading(context().author(in: $0), zones: { _ in .utc }, in: $0).canned("问好")
        }
        let replied = try store.perform(.canned(chosen), on: [Ticket.Number(1), Ticket.Number(2)], context(1))
        _ = try say("reply canned:问好", to: 3, in: store, context(2))
        func taken() throws -> [AnswerUses.Taken] { try store.read { try AnswerUses.mostTaken(9, in: $0) } }
        #expect(try taken().map(\.name) == ["问好"] && taken().map(\.times) == [2])
        let undo = try store.undo(try #require(replied.operation), context(3))
        #expect(try taken().isEmpty)
        _ = try store.undo(try #require(undo.operation), context(4))
        #expect(try taken().map(\.times) == [2])
    }

    @Test func `LC-03 a macro obeys what is required, and leaves nothing half done`() throws {
        let store = try desk("一")
        _ = try store.set([(.resolveRequires, "cause")], context())
        #expect(throws: WorkflowError.lacks([.cause])) {
            try say("tag +x\nresolve fixed", to: 1, in: store, context(1))
        }
        #expect(try record(1, store).tags == [])
        _ = try store.addCause("证书过期", context())
        _ = try say("tag +x\nresolve fixed cause:证书过期", to: 1, in: store, context(2))
        #expect(try record(1, store).ticket.status == .resolved)
    }

    @Test func `a place that nothing fills refuses the ticket before anything is written`() throws {
        let store = try Store.inMemory()
        _ = try store.file(NewTicket(title: "无客户"), context())
        #expect(throws: TextError.nothingFor("customer.name")) {
            try say("tag +x\nreply 您好 {{customer.name}}", to: 1, in: store, context(1))
        }
        #expect(try record(1, store).tags == [])
    }

    @Test func `a canned reply with an unknown place is refused when it is kept, and a removed one comes back by undo`()
        throws
    {
        let store = try desk("一")
        #expect(throws: TextError.self) { try store.keep("{{nobody}}", as: "a", .canned, isNew: true, context()) }
        _ = try store.keep("您好", as: "a", .canned, isNew: true, context())
        #expect(throws: TextError.exists(.canned, "A")) {
            try store.keep("b", as: "A", .canned, isNew: true, context())
        }
        let gone = try #require(try store.remove("a", .canned, context()).operation)
        #expect(try store.read { try DeskTexts.all(.canned, in: $0) }.isEmpty)
        _ = try store.undo(gone, context())
        #expect(try store.read { try DeskTexts.find("a", .canned, in: $0).text } == "您好")
    }

    @Test func `a rule acts when a ticket begins to meet its query, and not again`() throws {
        let store = try desk("一", "二")
        _ = try store.addRule("紧急", when: "prio:urgent", do: "tag +紧急", context())
        #expect(try run(store, 1) == [])
        _ = try store.perform(.edit(TicketEdit(priority: .urgent)), on: [Ticket.Number(2)], context(2))
        #expect(try run(store, 3).map(\.changed) == [[Ticket.Number(2)]])
        #expect(try record(2, store).tags == ["紧急"])
        _ = try store.perform(.edit(TicketEdit(removedTags: ["紧急"])), on: [Ticket.Number(2)], context(4))
        #expect(try run(store, 5) == [])
        #expect(try record(2, store).tags == [])
    }

    @Test func `LC-16 two rules that undo one another stop after one pass, and the log says so`() throws {
        let store = try desk("一")
        _ = try store.addRule("A", when: "-tag:x", do: "tag +x", context())
        _ = try store.addRule("B", when: "tag:x", do: "tag -x", context())
        let first = try run(store, 1)
        #expect(first.map(\.rule) == ["A", "B"] && first[0].looped == [Ticket.Number(1)])
        #expect(try store.read { try Rules.log(limit: nil, in: $0) }.contains { $0.outcome == .loop && $0.rule == "A" })
        let operations = try store.read { try OperationLog.lines(limit: nil, in: $0).count }
        #expect(try run(store, 2) == [])
        #expect(try run(store, 3) == [])
        #expect(try store.read { try OperationLog.lines(limit: nil, in: $0).count } == operations)
    }

    @Test func `LC-16 whichever of the two comes first`() throws {
        let store = try desk("一")
        _ = try store.addRule("B", when: "tag:x", do: "tag -x", context())
        _ = try store.addRule("A", when: "-tag:x", do: "tag +x", context())
        for minute in 1...6 { _ = try run(store, Int64(minute)) }
        #expect(try run(store, 7) == [])
        #expect(try store.read { try Rules.log(limit: nil, in: $0) }.contains { $0.outcome == .loop })
    }

    @Test func `a rule that names what is gone is told, logged once, and the others go on`() throws {
        let store = try desk("一")
        _ = try store.addCategory(["CDN"], context())
        let category = try #require(try store.read { try CategoryTree.read(in: $0) }.categories.first?.id)
        _ = try store.addRule("分类", when: "category:CDN", do: "tag +a", context())
        _ = try store.keep("您好", as: "好", .canned, isNew: true, context())
        _ = try store.addRule("回复", when: "is:new", do: "reply canned:好", context())
        _ = try store.addRule("标签", when: "is:new", do: "tag +x", context())
        _ = try store.remove("好", .canned, context())
        _ = try store.renameCategory(category, to: "加速", context())
        _ = try store.addRule("无", when: "tag:没有", do: "tag +y", context())
        for minute in 1...2 {
            let runs = try run(store, Int64(minute))
            #expect(runs.filter { $0.fault != nil }.map(\.rule) == ["回复", "无"])
        }
        #expect(try record(1, store).tags == ["x"])
        let log = try store.read { try Rules.log(limit: nil, in: $0) }
        let faults = log.filter { $0.ticket == nil && $0.outcome == .refused }
        #expect(faults.map(\.rule) == ["无", "回复"])
    }

    @Test func `after a command rules look at its tickets alone, with the rights of those who make rules`() throws {
        let store = try desk("一", "二")
        let li = try store.grant(.agent, to: "li", context())
        _ = try store.addRule("关", when: "is:new", do: "close", context())
        #expect(try run(store, 1, on: [Ticket.Number(2)], by: li).map(\.changed) == [[Ticket.Number(2)]])
        #expect(try record(1, store).ticket.status == .new)
        #expect(try run(store, 2, on: [Ticket.Number(2)]) == [])
        #expect(try run(store, 3).map(\.changed) == [[Ticket.Number(1)]])
    }

    @Test func `a rule that is refused says so once, and the others go on`() throws {
        let store = try desk("一")
        _ = try store.addRule("wake", when: "is:new", do: "wake", context())
        _ = try store.addRule("tag", when: "is:new", do: "tag +x", context())
        let runs = try run(store, 1)
        #expect(runs.map(\.refused) == [[Ticket.Number(1)], []])
        #expect(try record(1, store).tags == ["x"])
        #expect(try run(store, 2) == [])
        let off = try #require(try store.enable(false, rule: "tag", context()).operation)
        #expect(try store.read { try Rules.find("tag", in: $0).isEnabled } == false)
        #expect(try store.enable(false, rule: "tag", context()) == .unchanged)
        _ = try store.undo(off, context())
        #expect(try store.read { try Rules.find("tag", in: $0).isEnabled })
    }
}
