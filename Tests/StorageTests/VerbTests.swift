import Import
import Storage
import Testing
import Workflow

struct VerbTests {
    private static let ana = Agent(id: 1, name: "ana", role: .admin)

    private func context(_ minute: Int) -> CommandContext {
        CommandContext(agent: Self.ana.name, at: Instant(milliseconds: Int64(minute) * 60_000), command: "desk")
    }

    private func export(_ store: Store) throws -> String {
        try store.read { db in
            let queryContext = QueryContext(
                agent: Self.ana, now: Instant(milliseconds: 0), zone: .utc, categories: try CategoryTree.read(in: db))
            var text = ""
            try Exporter.eachLine(try Query.parse(""), queryContext, in: db) {
                text += String(decoding: $0, as: UTF8.self)
            }
            return text
        }
    }

    private func desk(tickets: Int) throws -> Store {
        let store = try Store.inMemory()
        for number in 1...tickets {
            let new = NewTicket(title: "证书 \(number)", description: "到期", categoryPath: ["CDN", "证书"], tags: ["a"])
            _ = try store.file(new, context(0))
        }
        return store
    }

    @Test func `a refused action leaves no trace`() throws {
        let store = try desk(tickets: 1)
        let before = try export(store)
        #expect(throws: WorkflowError.self) { try store.perform(.wake, on: [Ticket.Number(1)], context(1)) }
        #expect(try export(store) == before)
        #expect(try store.read { try OperationLog.lines(limit: nil, in: $0).count } == 1)
    }

    @Test func `CO-04 of two who take a ticket one wins and the other is told who`() throws {
        let store = try desk(tickets: 1)
        let bo = try store.grant(.agent, to: "bo", context(1))
        _ = try store.perform(.take, on: [Ticket.Number(1)], context(2))
        let late = CommandContext(agent: bo.name, at: Instant(milliseconds: 0), command: "desk take 1")
        #expect(throws: WorkflowError.taken(by: "ana")) { try store.perform(.take, on: [Ticket.Number(1)], late) }
    }

    @Test func `CO-02 a change of another version than was read is a conflict`() throws {
        let store = try desk(tickets: 1)
        _ = try store.perform(.take, on: [Ticket.Number(1)], context(1), ifVersion: 1)
        let edit = TicketCommand.edit(TicketEdit(title: "新"))
        #expect(throws: StorageError.self) { try store.perform(edit, on: [Ticket.Number(1)], context(2), ifVersion: 1) }
    }

    @Test func `of several tickets those that a rule protects stay as they are`() throws {
        let store = try desk(tickets: 3)
        _ = try store.perform(.resolve(TicketEnd()), on: [Ticket.Number(2)], context(1))
        let all = (1...3).map { Ticket.Number(Int64($0)) }
        let performed = try store.perform(.resolve(TicketEnd()), on: all, context(2))
        #expect(performed.changed.map(\.after.number.rawValue) == [1, 3])
        #expect(performed.refused.map(\.ticket.rawValue) == [2])
    }

    @Test func `an undo after a later change of the same value shows the conflict and changes nothing`() throws {
        let store = try desk(tickets: 1)
        let first = try store.perform(.edit(TicketEdit(title: "一")), on: [Ticket.Number(1)], context(1))
        _ = try store.perform(.edit(TicketEdit(title: "二")), on: [Ticket.Number(1)], context(2))
        let before = try export(store)
        let operation = try #require(first.operation)
        #expect(throws: StorageError.self) { try store.undo(operation, context(3)) }
        #expect(try export(store) == before)
    }

    @Test func `LC-14 an operation cannot be undone twice`() throws {
        let store = try desk(tickets: 1)
        let taken = try #require(try store.perform(.take, on: [Ticket.Number(1)], context(1)).operation)
        _ = try store.undo(taken, context(2))
        #expect(throws: StorageError.alreadyUndone(taken)) { try store.undo(taken, context(3)) }
    }
}
