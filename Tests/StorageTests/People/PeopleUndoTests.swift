import Storage
import Testing
import Workflow

struct PeopleUndoTests {
    /// A context, with the operation it made.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let run: @Sendable (PeopleDesk) throws -> WriteResult

        init(_ name: String, _ run: @escaping @Sendable (PeopleDesk) throws -> WriteResult) {
            testDescription = name
            self.run = run
        }
    }

    private static let context = PeopleDesk.context(9)

    private static func customer(_ name: String, _ desk: PeopleDesk) throws -> Int64 {
        try desk.store.read { try Customers.known(name, in: $0) }
    }

    private static func verb(_ verb: TicketCommand, _ desk: PeopleDesk) throws -> WriteResult {
        let numbers = [Ticket.Number(1), Ticket.Number(2), Ticket.Number(3)]
        return try desk.store.perform(verb, on: numbers, context).operation.map(WriteResult.done) ?? .unchanged
    }

    static let cases = [
        Case("customer add") { desk in
            let facts = CustomerFacts(
                name: "丁", phone: "13800138000", email: "d@example.com", isVIP: true, language: "zh")
            return try desk.store.addCustomer(facts, context).result
        },
        Case("customer edit") { desk in
            let facts = CustomerFacts(name: "新名", phone: "13800138000", organisation: "CDN 用户", isVIP: true)
            return try desk.store.editCustomer(try customer("客户 0", desk), facts, context).result
        },
        Case("customer merge") { desk in
            let (a, b) = (try customer("客户 0", desk), try customer("客户 1", desk))
            _ = try desk.store.editCustomer(a, CustomerFacts(phone: "13800138000"), PeopleDesk.context(8))
            return try desk.store.mergeCustomers([a], into: b, context).result
        },
        Case("customer retire") { desk in
            try desk.store.retire(try customer("客户 0", desk), in: .customer, true, context).result
        },
        Case("org add") { try $0.store.add("某科技", to: .organisation, context).result },
        Case("agent add") { try $0.store.addAgent("wu", AgentFacts(role: .manager), context).result },
        Case("agent edit") { desk in
            let facts = AgentFacts(name: "李", role: .manager, addedSkills: [.tag("急"), .tag("发票")])
            return try desk.store.editAgent(desk.li.id, facts, context).result
        },
        Case("agent absent") { desk in
            _ = try desk.perform(.assign(desk.li), on: 1, 2)
            let away = Absence.absent(until: Instant(milliseconds: 1 << 40))
            return try desk.store.setAbsence(away, of: desk.li.id, redistributes: true, context).result
        },
        Case("agent retire") { desk in
            _ = try desk.perform(.assign(desk.li), on: 1, 2)
            return try desk.store.retireAgent(desk.li.id, to: desk.chen.id, context).result
        },
        Case("team add") { desk in
            try desk.store.addTeam("二线", TeamFacts(addedMembers: [desk.chen.id]), context).result
        },
        Case("team edit") { desk in
            let facts = TeamFacts(name: "加速", addedMembers: [desk.chen.id], removedMembers: [desk.li.id])
            return try desk.store.editTeam(desk.cdn.id, facts, context).result
        },
        Case("team retire") { try $0.store.retireTeam($0.cdn.id, to: nil, context).result },
        Case("role grant") { try $0.store.grant(.taxonomy, to: .agent, context).result },
        Case("role deny") { try $0.store.deny(.work, to: .agent, context).result },
        Case("assign") { try verb(.assign($0.li, team: $0.cdn), $0) },
        Case("assign by rule") { try verb(.assignByRule(.roundRobin), $0) },
        Case("transfer") { desk in
            _ = try desk.perform(.assign(desk.chen), on: 1)
            return try verb(.transfer(desk.cdn), desk)
        },
        Case("steal") { desk in
            _ = try desk.perform(.assign(desk.chen), on: 1)
            return try verb(.steal, desk)
        },
        Case("escalate") { try verb(.escalate(.high, text: "重要", team: $0.cdn, reason: "投诉"), $0) },
        Case("edit") { desk in
            let edit = TicketEdit(
                customer: "13900001111", organisation: "某科技", assignee: .row(desk.li.id), team: .row(desk.cdn.id))
            return try verb(.edit(edit), desk)
        },
    ]

    @Test(arguments: cases)
    func `LC-14 undo of each context on people gives the same export to the byte, and redo the one before`(
        context: Case
    ) throws {
        let desk = try PeopleDesk()
        let outcome = try context.run(desk)
        guard case .done(let operation) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        let (after, peopleAfter) = (try desk.export(), try desk.people())
        _ = try desk.store.undo(operation, PeopleDesk.context(10))
        let (before, peopleBefore) = (try desk.export(), try desk.people())
        #expect((before, peopleBefore) != (after, peopleAfter))
        let undo = try desk.store.read { try OperationLog.lines(limit: 1, in: $0)[0].number }
        _ = try desk.store.undo(undo, PeopleDesk.context(11))
        #expect(try desk.export() == after)
        #expect(try desk.people() == peopleAfter)
        // And once more, to see that nothing hangs on the first time.
        let redo = try desk.store.read { try OperationLog.lines(limit: 1, in: $0)[0].number }
        _ = try desk.store.undo(redo, PeopleDesk.context(12))
        #expect(try desk.export() == before)
        #expect(try desk.people() == peopleBefore)
    }

    @Test(arguments: [1, 4, 6, 9, 11, 14, 15, 18, 19])
    func `LC-14 what undo brings back is what was there`(place: Int) throws {
        let desk = try PeopleDesk()
        let (export, people) = (try desk.export(), try desk.people())
        guard case .done(let operation) = try Self.cases[place].run(desk) else { return }
        #expect((try desk.export(), try desk.people()) != (export, people))
        _ = try desk.store.undo(operation, PeopleDesk.context(10))
        #expect(try desk.export() == export)
        #expect(try desk.people().contains("客户 0"))
    }

    @Test func `LC-14 a merge of customers is not undone over a later change`() throws {
        let desk = try PeopleDesk()
        let (a, b) = (try Self.customer("客户 0", desk), try Self.customer("客户 1", desk))
        guard case .done(let merge) = try desk.store.mergeCustomers([a], into: b, PeopleDesk.context(2)).result else {
            return
        }
        try desk.perform(.edit(TicketEdit(customer: "丁")), on: 1)
        let before = try desk.export()
        #expect(throws: StorageError.self) { try desk.store.undo(merge, PeopleDesk.context(3)) }
        #expect(try desk.export() == before)
    }

    @Test func `an undo takes as much as the context did`() throws {
        let desk = try PeopleDesk()
        let grant = try #require(try desk.store.grant(.purge, to: .agent, PeopleDesk.context(1)).result.operation)
        #expect(throws: StorageError.roleTooLow(agent: "chen", has: .manager, needs: .admin)) {
            try desk.store.undo(grant, PeopleDesk.context(2, by: desk.chen))
        }
        _ = try desk.store.undo(grant, PeopleDesk.context(2))
    }

    @Test func `LC-01 what the desk says of roles counts for every verb`() throws {
        let desk = try PeopleDesk()
        let li = PeopleDesk.context(1, by: desk.li)
        let close = TicketCommand.close(TicketEnd())
        #expect(throws: WorkflowError.roleTooLow(.close, in: .new, has: .agent, needs: .manager)) {
            try desk.store.perform(close, on: [Ticket.Number(1)], li)
        }
        _ = try desk.store.grant(.closeUnresolved, to: .agent, PeopleDesk.context(2))
        #expect(try desk.store.perform(close, on: [Ticket.Number(1)], li).changed.map(\.after.status) == [.closed])
        _ = try desk.store.deny(.work, to: .agent, PeopleDesk.context(3))
        #expect(throws: StorageError.roleTooLow(agent: "li", has: .agent, needs: .manager)) {
            try desk.store.perform(.reply("好"), on: [Ticket.Number(2)], li)
        }
    }
}
