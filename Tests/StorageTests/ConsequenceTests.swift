import Storage
import Testing
import Workflow

/// What follows from a command by rules, and that it goes and comes with it.
struct ConsequenceTests {
    private let store: Store

    init() throws {
        store = try Store.inMemory()
        _ = try store.addAgent("li", AgentFacts(role: .agent), context(by: "ana"))
        _ = try store.file(NewTicket(title: "证书", tags: ["规则"]), context())
        _ = try store.perform(.edit(TicketEdit(removedTags: ["规则"])), on: [Self.one], context())
        _ = try store.addRule(
            "紧急", when: "prio:urgent", do: "tag +规则\nnote 请优先", context(by: "ana"))
    }

    private static let one = Ticket.Number(1)

    private func context(by agent: String = "li") -> CommandContext {
        CommandContext(agent: agent, at: Instant(milliseconds: 60_000), command: "desk")
    }

    /// Changes the ticket, and lets rules follow.
    /// - Returns: the operation of the command, and those of rules.
    private func change(_ edit: TicketEdit) throws -> (operation: Int64, rules: [Int64]) {
        let performed = try store.perform(.edit(edit), on: [Self.one], context())
        let operation = try #require(performed.operation)
        var context = context()
        context.cause = operation
        let runs = try store.runRules(context, on: [Self.one], zones: { _ in .utc }) { db in
            QueryContext(
                agent: nil, now: context.at, zone: .utc, categories: try CategoryTree.read(in: db),
                zones: { _ in .utc })
        }
        return (operation, runs.compactMap(\.operation))
    }

    private var urgent: TicketEdit { TicketEdit(priority: .urgent) }

    private var record: TicketRecord {
        get throws {
            try #require(
                try store.read {
                    try TicketRecord.find(Self.one, categories: try CategoryTree.read(in: $0), in: $0)
                })
        }
    }

    @Test func `undo takes a command back with what its rules did, and redo brings both`() throws {
        let before = try record
        _ = try change(urgent)
        let changed = try record
        #expect(changed.tags == ["规则"] && changed.messages.count == before.messages.count + 1)
        _ = try store.undo(.done, context())
        #expect(try record.tags == [] && record.ticket.priority == .normal)
        #expect(try record.messages == before.messages)
        _ = try store.undo(.undone, context())
        #expect(try record.tags == ["规则"] && record.ticket.priority == .urgent)
        #expect(try record.messages.map(\.body) == changed.messages.map(\.body))
    }

    @Test func `what a rule did is not what the person did last`() throws {
        let (operation, rules) = try change(urgent)
        #expect(rules.count == 1)
        #expect(try store.undo(.done, context().rehearsal).line.number == operation)
    }

    @Test func `what went with its command is undone, and may happen again`() throws {
        let (operation, rules) = try change(urgent)
        _ = try store.undo(operation, context())
        let lines = try store.read { db in try rules.map { try OperationLog.line($0, in: db)?.isUndone } }
        #expect(lines == [true])
        #expect(try change(urgent).rules.count == 1)
        #expect(try record.tags == ["规则"])
    }

    @Test func `a rule that came back with its command has dealt with the ticket`() throws {
        _ = try change(urgent)
        _ = try store.undo(.done, context())
        _ = try store.undo(.undone, context())
        #expect(try change(TicketEdit(title: "证书到期")).rules == [])
    }

    @Test func `a rule's part can be undone alone, and the command after it`() throws {
        let (operation, rules) = try change(urgent)
        _ = try store.undo(try #require(rules.first), context())
        #expect(try record.tags == [] && record.ticket.priority == .urgent)
        _ = try store.undo(operation, context())
        #expect(try record.ticket.priority == .normal)
    }

    @Test func `what was changed since stands in the way of both`() throws {
        let (operation, _) = try change(urgent)
        _ = try store.perform(.edit(TicketEdit(removedTags: ["规则"])), on: [Self.one], context())
        #expect(throws: StorageError.self) { try store.undo(operation, context()) }
        #expect(try record.ticket.priority == .urgent)
    }

    @Test func `a new ticket goes with what rules made of it`() throws {
        let filed = try store.file(NewTicket(title: "急", priority: .urgent), context())
        var context = context()
        context.cause = filed.operation
        _ = try store.runRules(context, on: [filed.ticket], zones: { _ in .utc }) { db in
            QueryContext(
                agent: nil, now: context.at, zone: .utc, categories: try CategoryTree.read(in: db),
                zones: { _ in .utc })
        }
        _ = try store.undo(.done, self.context())
        #expect(try store.read { try TicketRows.find(filed.ticket, in: $0)?.removal } == .undone)
    }

    @Test func `the desk before a command is shown without what followed from it`() throws {
        let before = try record
        let (operation, _) = try change(urgent)
        let past = try store.past(.operation(operation - 1))
        let then = try past.read {
            try TicketRecord.find(Self.one, categories: try CategoryTree.read(in: $0), in: $0)
        }
        #expect(then?.tags == before.tags && then?.ticket.priority == .normal)
    }

    @Test func `an agent may take back what a rule did with a manager's rights, with their own command only`() throws {
        _ = try store.addRule("了结", when: "tag:规则", do: "close", context(by: "ana"))
        let (operation, rules) = try change(urgent)
        #expect(try record.ticket.status == .closed)
        #expect(throws: StorageError.roleTooLow(agent: "li", has: .agent, needs: .manager)) {
            try store.undo(try #require(rules.last), context())
        }
        _ = try store.undo(operation, context())
        #expect(try record.ticket.status == .new)
    }
}
