import Storage
import Testing
import Workflow

/// A name that was given up, and that somebody else has now.
struct ReusedNameTests {
    private let desk: PeopleDesk
    private let renaming: Int64

    init() throws {
        desk = try PeopleDesk()
        let id = try desk.store.read { try Customers.known("客户 0", in: $0) }
        let renamed = try desk.store.editCustomer(id, CustomerFacts(name: "新名"), PeopleDesk.context(1))
        guard case .done(let operation) = renamed.result else {
            throw StorageError.failed(detail: "nothing was renamed")
        }
        renaming = operation
    }

    private func fileAnew() throws -> Int64 {
        try desk.store.file(NewTicket(title: "又一个", customer: "客户 0"), PeopleDesk.context(2)).ticket.rawValue
    }

    @Test func `a name that somebody with tickets has now is not taken from them by an undo`() throws {
        let ticket = try fileAnew()
        let (export, people) = (try desk.export(), try desk.people())
        #expect(throws: StorageError.nameTaken("客户 0")) { try desk.store.undo(renaming, PeopleDesk.context(3)) }
        #expect(try desk.export() == export)
        #expect(try desk.people() == people)
        #expect(try desk.ticket(ticket).customer == "客户 0")
    }

    @Test func `the past shows the name that was there then`() throws {
        let before = try desk.ticket(1)
        _ = try fileAnew()
        let past = try desk.store.past(.operation(renaming - 1))
        #expect(before.customer == "新名")
        #expect(try past.read { try TicketRows.find(Ticket.Number(1), in: $0) }?.customer == "客户 0")
    }

    @Test func `somebody who was only named in passing makes room, and redo brings both back`() throws {
        let ticket = try fileAnew()
        _ = try desk.store.undo(renaming + 1, PeopleDesk.context(3))
        let (export, people) = (try desk.export(), try desk.people())
        let undo = try #require(try desk.store.undo(renaming, PeopleDesk.context(4)).operation)
        #expect(try desk.ticket(1).customer == "客户 0")
        _ = try desk.store.undo(undo, PeopleDesk.context(5))
        #expect(try desk.export() == export)
        #expect(try desk.people() == people)
        _ = try desk.store.undo(renaming + 2, PeopleDesk.context(6))
        #expect(try desk.ticket(ticket).customer == "客户 0")
    }

    @Test func `somebody who was added by name does not make room`() throws {
        _ = try desk.store.addCustomer(CustomerFacts(name: "客户 0"), PeopleDesk.context(2))
        #expect(throws: StorageError.nameTaken("客户 0")) { try desk.store.undo(renaming, PeopleDesk.context(3)) }
    }

    @Test func `an agent whose adding was undone makes room, one who is there does not`() throws {
        let renamed = try desk.store.editAgent(desk.li.id, AgentFacts(name: "李"), PeopleDesk.context(2)).result
        let added = try desk.store.addAgent("li", AgentFacts(role: .agent), PeopleDesk.context(3)).result
        guard case .done(let renaming) = renamed, case .done(let adding) = added else { return }
        #expect(throws: StorageError.nameTaken("li")) { try desk.store.undo(renaming, PeopleDesk.context(4)) }
        _ = try desk.store.undo(adding, PeopleDesk.context(5))
        _ = try desk.store.undo(renaming, PeopleDesk.context(6))
        #expect(try desk.store.read { try Agents.find("li", in: $0)?.id } == desk.li.id)
    }
}
