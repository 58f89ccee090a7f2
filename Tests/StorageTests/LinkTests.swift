import Storage
import Testing
import Workflow

struct LinkTests {
    private func link(_ a: Int64, _ kind: LinkKind, _ b: Int64, _ desk: RelationDesk) throws -> Int64? {
        try desk.store.link(
            LinkDraft(Ticket.Number(a), kind, isInverse: false, Ticket.Number(b)), desk.context(1)
        ).operation
    }

    @Test(arguments: LinkKind.allCases) func `both tickets show a link, each in its own words`(kind: LinkKind) throws {
        let desk = try RelationDesk(tickets: 2)
        let operation = try #require(try link(1, kind, 2, desk))
        #expect(try desk.record(1).relations.links.map(\.link.name) == [kind.name])
        #expect(try desk.record(2).relations.links.map(\.link.name) == [kind.inverseName])
        _ = try desk.store.undo(operation, desk.context(2))
        #expect(try desk.record(2).relations.links == [])
    }

    @Test func `LC-13 a link that is there already changes nothing, and its opposite is refused`() throws {
        let desk = try RelationDesk(tickets: 2)
        let (one, two) = (Ticket.Number(1), Ticket.Number(2))
        #expect(try link(1, .relates, 2, desk) != nil)
        #expect(try link(2, .relates, 1, desk) == nil)
        #expect(try link(1, .duplicates, 2, desk) != nil)
        #expect(try link(1, .duplicates, 2, desk) == nil)
        let refusal = WorkflowError.relation(.linkedOppositely(one, .duplicates, two))
        #expect(throws: refusal) { try link(2, .duplicates, 1, desk) }
        #expect(throws: WorkflowError.relation(.linkToItself(one))) { try link(1, .blocks, 1, desk) }
    }

    @Test func `LC-13 a parent cycle is refused, and so is a second parent`() throws {
        let desk = try RelationDesk(tickets: 4)
        _ = try link(1, .parent, 2, desk)
        _ = try link(2, .parent, 3, desk)
        let cycle = WorkflowError.relation(.parentCycle(parent: Ticket.Number(3), child: Ticket.Number(1)))
        #expect(throws: cycle) { try link(3, .parent, 1, desk) }
        let second = WorkflowError.relation(.hasParent(Ticket.Number(3), parent: Ticket.Number(2)))
        #expect(throws: second) { try link(4, .parent, 3, desk) }
    }

    @Test func `LC-13 a parent knows its open children`() throws {
        let desk = try RelationDesk(tickets: 3)
        _ = try link(1, .parent, 2, desk)
        _ = try link(1, .parent, 3, desk)
        _ = try desk.store.perform(.resolve(TicketEnd()), on: [Ticket.Number(2)], desk.context(2))
        let open = try desk.store.read { try TicketLinks.openChildren(of: Ticket.Number(1), in: $0) }
        #expect(open.map(\.rawValue) == [3])
    }

    @Test func `a link is taken away from either side`() throws {
        let desk = try RelationDesk(tickets: 2)
        _ = try link(1, .blocks, 2, desk)
        let inverse = LinkDraft(Ticket.Number(2), .blocks, isInverse: true, Ticket.Number(1))
        _ = try desk.store.unlink([inverse], desk.context(2))
        #expect(try desk.record(1).relations.links == [])
        let gone = WorkflowError.relation(.notLinked(Ticket.Number(1), Ticket.Number(2)))
        #expect(throws: gone) { try desk.store.unlink([inverse], desk.context(3)) }
    }

    @Test func `watching asks for who watches, also of what is merged`() throws {
        let desk = try RelationDesk(tickets: 3)
        _ = try desk.store.perform(.watch(RelationDesk.ana, true), on: [Ticket.Number(1)], desk.context(1))
        #expect(try desk.find("watching:me") == [1])
        #expect(try desk.find("watching:ana") == [1])
        #expect(try desk.find("watching:none") == [2, 3])
        _ = try desk.merge(1, into: 2)
        #expect(try desk.find("watching:me is:open") == [2])
        #expect(try desk.record(1).relations.watchers == ["ana"])
    }
}
