import Storage
import Testing
import Workflow

struct MessageTests {
    @Test func `a message is called by its ticket and place`() {
        let place = MessagePlace(ticket: Ticket.Number(1042), sequence: 5)
        for text in ["1042.m5", "1042/m5", "#1042.m5", "1042.M5"] { #expect(MessagePlace(text) == place, "\(text)") }
        #expect(MessagePlace("m5", of: Ticket.Number(1042)) == place)
        for text in ["m5", "1042", "1042.5", "1042.m0", ".m5", "1042.m5.m6", "-1.m5", "1042.mm5", ""] {
            #expect(MessagePlace(text) == nil, "\(text)")
        }
    }

    @Test func `every text that a message had is kept, with who wrote it and when`() throws {
        let desk = try RelationDesk(tickets: 1)
        _ = try desk.store.editMessage(desk.place(1, 1), to: "二", desk.context(2))
        let last = try desk.store.editMessage(desk.place(1, 1), to: "三", desk.context(3)).content
        #expect(last.version == 3)
        let versions = try desk.store.read { try MessageVersions.of(last, in: $0) }
        #expect(versions.map(\.body) == ["到期 1", "二", "三"])
        #expect(versions.map { $0.at?.milliseconds } == [0, 120_000, 180_000])
        #expect(versions.map(\.author) == [nil, "ana", "ana"])
        #expect(try desk.store.editMessage(desk.place(1, 1), to: "三", desk.context(4)).result == .unchanged)
        #expect(try desk.find("三") == [1])
    }

    @Test func `undo of an edit after a later edit shows the conflict and changes nothing`() throws {
        let desk = try RelationDesk(tickets: 1)
        let first = try #require(
            try desk.store.editMessage(desk.place(1, 1), to: "二", desk.context(2)).result.operation)
        let second = try #require(
            try desk.store.editMessage(desk.place(1, 1), to: "三", desk.context(3)).result.operation)
        let before = try desk.export()
        let message = try desk.record(1).messages[0].id
        let conflict = UndoConflict(
            ticket: Ticket.Number(1), field: .message, subject: message, expected: "二", found: "三")
        #expect(throws: StorageError.cannotUndo([conflict])) { try desk.store.undo(first, desk.context(4)) }
        #expect(try desk.export() == before)
        _ = try desk.store.undo(second, desk.context(5))
        _ = try desk.store.undo(first, desk.context(6))
        #expect(try desk.bodies(1) == ["到期 1"])
        try desk.requireIndexed()
    }

    @Test func `a moved message says where it went, and its old name is given to no other`() throws {
        let desk = try RelationDesk(tickets: 2)
        try desk.say("走错了", on: 1)
        let move = try desk.store.move(desk.place(1, 2), to: Ticket.Number(2), desk.context(2))
        #expect(move.to == [desk.place(2, 2)])
        try desk.say("后来的", on: 1, 3)
        #expect(try desk.store.read { try desk.place(1, 3).message(in: $0) }.body == "后来的")
        let moved = WorkflowError.relation(.messageMoved(Ticket.Number(1), 2, to: Ticket.Number(2), 2))
        #expect(throws: moved) { try desk.store.read { try desk.place(1, 2).message(in: $0) } }
        #expect(try desk.find("走错了") == [2])
        _ = try desk.store.undo(try #require(move.operation), desk.context(4))
        #expect(try desk.bodies(1) == ["到期 1", "走错了", "后来的"])
        try desk.requireIndexed()
    }

    @Test func `a reply cannot be undone where it no longer stands`() throws {
        let desk = try RelationDesk(tickets: 2)
        let said = try desk.say("走错了", on: 1)
        _ = try desk.store.move(desk.place(1, 2), to: Ticket.Number(2), desk.context(2))
        #expect(throws: StorageError.self) { try desk.store.undo(said, desk.context(3)) }
        #expect(try desk.bodies(2) == ["到期 2", "走错了"])
    }

    @Test func `what a ticket is about stays on it`() throws {
        let desk = try RelationDesk(tickets: 2)
        let stays = WorkflowError.relation(.descriptionStays(Ticket.Number(1), 1))
        #expect(throws: stays) { try desk.store.move(desk.place(1, 1), to: Ticket.Number(2), desk.context(2)) }
        let draft = SplitDraft(ticket: Ticket.Number(1), first: 1, last: nil)
        #expect(throws: stays) { try desk.store.split(draft, desk.context(2)) }
    }

    @Test func `a split makes a ticket that follows the old one, and undo puts all back`() throws {
        let desk = try RelationDesk(tickets: 1)
        for text in ["一", "另一件事\n还有", "三"] { try desk.say(text, on: 1) }
        let before = try desk.export()
        let split = try desk.store.split(SplitDraft(ticket: Ticket.Number(1), first: 3, last: 3), desk.context(5))
        #expect(split.ticket.number == Ticket.Number(2))
        #expect(split.ticket.title == "另一件事")
        #expect(split.ticket.customer == "王")
        #expect(try desk.bodies(1) == ["到期 1", "一", "三"])
        #expect(try desk.bodies(2) == ["另一件事\n还有"])
        #expect(try desk.record(1).relations.links.map(\.link.name) == ["followed-by"])
        #expect(try desk.find("另一件事") == [2])
        try desk.requireIndexed()
        _ = try desk.store.undo(try #require(split.operation), desk.context(6))
        #expect(try desk.export() == before)
        try desk.requireIndexed()
    }
}
