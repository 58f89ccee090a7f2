import Import
import Storage
import Testing
import Workflow

struct ImportUndoTests {
    private let text = Written.file("甲", "乙", "丙")

    private func desk() throws -> ImportDesk {
        let desk = try ImportDesk()
        try desk.bring(text)
        return desk
    }

    private func undo(_ label: String, _ desk: ImportDesk) throws -> BatchUndoOutcome {
        try desk.store.undoImport(label, desk.context)
    }

    @Test func `IM-12 untouched tickets are gone, and their numbers and uuids are never given again`() throws {
        let desk = try desk()
        let uuids = Set(try desk.tickets.map(\.ticket.uuid))
        #expect(try undo("b1", desk).removed == 3)
        #expect(try desk.tickets.isEmpty)
        let again = try desk.outcome(text)
        #expect(again.created == 3)
        #expect(try desk.tickets.map(\.ticket.number.rawValue) == [4, 5, 6])
        #expect(uuids.isDisjoint(with: try desk.tickets.map(\.ticket.uuid)))
        #expect(try desk.tickets.compactMap { $0.ticket.source?.batch } == ["b2", "b2", "b2"])
        #expect(try desk.health.problems == 0)
    }

    @Test func `IM-12 touched tickets are kept and listed, with the source they came from`() throws {
        let desk = try desk()
        try desk.edit("UPDATE ticket SET title = '本地' WHERE id = $1", of: 2)
        let source = try desk.ticket(2).ticket.source
        let outcome = try undo("b1", desk)
        #expect(outcome.kept == [Ticket.Number(2)] && outcome.removed == 2)
        #expect(try desk.tickets.map(\.ticket.title) == ["本地"])
        #expect(try desk.ticket(2).ticket.source == source)
        #expect(try desk.store.read { try Originals.bytes(of: Ticket.Number(2), in: $0) } != nil)
        #expect(try desk.found("batch:b1") == [2])
    }

    @Test func `IM-12 an undo cannot be repeated, and an unknown import not undone`() throws {
        let desk = try desk()
        _ = try undo("b1", desk)
        #expect(throws: StorageError.batchUndone("b1")) { try undo("b1", desk) }
        #expect(throws: StorageError.noSuchBatch("b9")) { try undo("b9", desk) }
    }

    @Test func `a rehearsed undo tells the same and changes nothing`() throws {
        let desk = try desk()
        let before = try desk.export
        #expect(try desk.store.undoImport("b1", desk.context.rehearsal).removed == 3)
        #expect(try desk.export == before)
        #expect(try undo("b1", desk).removed == 3)
    }

    @Test func `an import whose tickets a later one tells too is not undone before that one`() throws {
        let desk = try desk()
        try desk.bring(Written.file("甲", "乙", "丙", "丁"))
        try desk.bring(Written.file("丁", "丙", "乙", "甲", "戊"), as: "b.md")
        #expect(throws: StorageError.importFollowed("b1", by: ["b3", "b2"])) { try undo("b1", desk) }
        #expect(try desk.tickets.count == 5)
        #expect(try undo("b3", desk).removed == 1)
        #expect(try undo("b2", desk).removed == 1)
        #expect(try undo("b1", desk).removed == 3)
        #expect(try desk.health.problems == 0)
    }

    @Test func `a redone import on which a later one stands is not undone by undoing the redo`() throws {
        let desk = try desk()
        let undone = try desk.store.undoImport("b1", desk.context)
        let redone = try desk.store.undo(try #require(undone.operation), desk.context)
        try desk.bring(Written.file("甲", "乙", "丙", "丁"))
        #expect(throws: StorageError.importFollowed("b1", by: ["b2"])) {
            try desk.store.undo(try #require(redone.operation), desk.context)
        }
        #expect(try desk.tickets.count == 4)
    }

    @Test func `an import with whose bytes a later one is linked is not undone before that one`() throws {
        let desk = try desk()
        try desk.bring(text, as: "b.md")
        #expect(throws: StorageError.importFollowed("b1", by: ["b2"])) { try undo("b1", desk) }
        _ = try undo("b2", desk)
        #expect(try undo("b1", desk).removed == 3)
    }

    @Test func `an undone import that brings two versions of a file leaves nothing of either`() throws {
        let desk = try ImportDesk()
        let files = [text, Written.file("甲", "乙", "丙", "丁")].map {
            Importer.Source(path: "a.md", bytes: Array($0.utf8))
        }
        _ = try desk.bring(files)
        #expect(try desk.tickets.count == 4)
        #expect(try undo("b1", desk).removed == 4)
        #expect(try desk.tickets.isEmpty)
    }

    @Test func `an undone link leaves the file it linked to`() throws {
        let desk = try desk()
        try desk.bring(text, as: "b.md")
        let outcome = try undo("b2", desk)
        #expect(outcome.removed == 0 && outcome.restored == 0 && outcome.kept.isEmpty)
        #expect(try desk.tickets.count == 3)
        #expect(try desk.outcome(text, as: "b.md").kind == .sameAs("a.md"))
    }

    @Test func `an edit that was undone is no touch, and one that was redone is`() throws {
        for (undos, removed) in [(0, 2), (1, 3), (2, 2)] {
            let desk = try desk()
            let edit = TicketCommand.edit(TicketEdit(title: "本地"))
            var last = try #require(try desk.store.perform(edit, on: [Ticket.Number(2)], desk.context).operation)
            for _ in 0..<undos {
                _ = try desk.store.undo(last, desk.context)
                last += 1
            }
            #expect(try undo("b1", desk).removed == removed, "\(undos)")
        }
    }

    @Test func `an undone import that is redone is as if it had never been undone`() throws {
        let desk = try desk()
        try desk.bring(Written.file("甲", "新", "乙", "丙"))
        let export = try desk.export
        let outcome = try undo("b2", desk)
        #expect(try desk.export != export)
        _ = try desk.store.undo(try #require(outcome.operation), desk.context)
        #expect(try desk.export == export)
        #expect(try desk.outcome(Written.file("甲", "新", "乙", "丙")).kind == .known)
        #expect(try undo("b2", desk).removed == 1)
    }

    @Test func `operations and numbers have no gaps`() throws {
        let desk = try desk()
        _ = try undo("b1", desk)
        try desk.bring(text)
        let operations = try desk.store.read {
            try $0.rows("SELECT id FROM operation ORDER BY id").map { try $0.int(0) }
        }
        let tickets = try desk.store.read { try $0.rows("SELECT id FROM ticket ORDER BY id").map { try $0.int(0) } }
        #expect(operations == [1, 2, 3])
        #expect(tickets == [1, 2, 3, 4, 5, 6])
    }

    @Test func `an export whose import was undone comes back under its numbers`() throws {
        let desk = try desk()
        let export = try desk.export
        _ = try undo("b1", desk)
        #expect(try desk.restored(export).conflicts.isEmpty)
        #expect(try desk.tickets.map(\.ticket.number.rawValue) == [1, 2, 3])
    }

    @Test func `safety 9: an undone import does not come back beside its second import`() throws {
        let desk = try desk()
        let undone = try undo("b1", desk)
        try desk.bring(text)
        #expect(try desk.tickets.count == 3)
        #expect(throws: StorageError.importedAgain("b1", by: "b2")) {
            try desk.store.undo(try #require(undone.operation), desk.context)
        }
        #expect(try desk.tickets.count == 3)
        _ = try undo("b2", desk)
        _ = try desk.store.undo(try #require(undone.operation), desk.context)
        #expect(try desk.tickets.map(\.ticket.number.rawValue) == [1, 2, 3])
        #expect(try desk.health.problems == 0)
    }

    @Test func `safety 9: a ticket that an undone import left has no twin after the next import`() throws {
        let desk = try desk()
        _ = try desk.store.perform(.reply("好的"), on: [Ticket.Number(2)], desk.context)
        #expect(try undo("b1", desk).kept == [Ticket.Number(2)])
        let again = try desk.outcome(text)
        #expect(again.created == 2 && again.unchanged == 1)
        #expect(try desk.tickets.map(\.ticket.title).sorted() == ["丙", "乙", "甲"])
        #expect(try desk.outcome(text).kind == .known)
        #expect(try desk.health.problems == 0)
    }
}
