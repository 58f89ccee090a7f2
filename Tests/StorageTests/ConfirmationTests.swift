import Storage
import Testing
import Workflow

/// Before many tickets are changed a person says yes, whatever changes them. It is asked inside the transaction.
struct ConfirmationTests {
    static let one = Ticket.Number(1)
    static let two = Ticket.Number(2)

    /// Each changes the tickets 1 and 2, when it is prepared.
    static let commands: [(name: String, prepare: @Sendable (RelationDesk) throws -> Void, Change)] = [
        ("verb", { _ in }, { _ = try $0.perform(.take, on: [one, two], $1) }),
        ("each", { _ in }, { _ = try $0.perform(each: [(one, .note("a")), (two, .note("b"))], $1) }),
        ("link", { try $0.makeProblem([]) }, { _ = try $0.linkIncidents([one, two], to: Problem.ID(1), $1) }),
        (
            "unlink", { try $0.makeProblem([one, two]) },
            { _ = try $0.unlinkIncidents([one, two], from: Problem.ID(1), $1) }
        ),
        (
            "resolve", { try $0.makeProblem([one, two]) },
            { _ = try $0.resolveProblem(Problem.ID(1), TicketEnd(resolution: .fixed, message: "好了"), $1) }
        ),
        (
            "customers", { _ = try $0.file("三", "三", customer: "李") },
            { store, context in
                let ids = try store.read { db in try ["王", "李"].map { try Customers.known($0, in: db) } }
                _ = try store.mergeCustomers([ids[0]], into: ids[1], context)
            }
        ),
    ]

    typealias Change = @Sendable (Store, CommandContext) throws -> Void

    @Test(arguments: 0..<6)
    func `more tickets than a person wants to change unasked wait for a yes`(index: Int) throws {
        let desk = try RelationDesk(tickets: 2)
        let (_, prepare, change) = Self.commands[index]
        try prepare(desk)
        let before = try desk.export()
        var context = desk.context(5)
        context.confirmAbove = 1
        #expect(throws: NeedsConfirmation(of: .manyTickets(2))) { try change(desk.store, context) }
        #expect(try desk.export() == before)
        try change(desk.store, context.confirming(.manyTickets(2)))
        #expect(try desk.export() != before)
    }

    @Test(arguments: 0..<6)
    func `as many as a person wants to change unasked do not wait`(index: Int) throws {
        let desk = try RelationDesk(tickets: 2)
        let (_, prepare, change) = Self.commands[index]
        try prepare(desk)
        let before = try desk.export()
        var context = desk.context(5)
        context.confirmAbove = 2
        try change(desk.store, context)
        #expect(try desk.export() != before)
    }
}

extension RelationDesk {
    fileprivate func makeProblem(_ incidents: [Ticket.Number]) throws {
        _ = try store.newProblem("过期", workaround: nil, incidents: incidents, context(1))
    }
}
