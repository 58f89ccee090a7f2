import Storage
import Testing
import Workflow

struct PurgeTests {
    private func trashed(_ desk: RelationDesk, _ number: Int64) throws {
        _ = try desk.store.perform(.remove, on: [Ticket.Number(number)], desk.context(8))
    }

    private func count(_ sql: String, _ values: [SQLValue], _ desk: RelationDesk) throws -> Int {
        try desk.store.read { try $0.row(sql, values)?.int(0) ?? 0 }
    }

    @Test func `LC-15 a purge cannot be undone and says so`() throws {
        let desk = try RelationDesk(tickets: 2)
        let said = try desk.say("秘密", on: 1)
        #expect(throws: WorkflowError.relation(.notInTrash(Ticket.Number(1)))) {
            try desk.store.purge([Ticket.Number(1)], desk.context(9).confirming(.anything))
        }
        try trashed(desk, 1)
        let purged = try desk.store.purge([Ticket.Number(1)], desk.context(9).confirming(.anything))
        #expect(purged.messages == 2)
        let operation = try #require(purged.operation)
        #expect(throws: WorkflowError.relation(.purged(Ticket.Number(1)))) {
            try desk.store.undo(operation, desk.context(10))
        }
        #expect(throws: StorageError.nothingToUndo(said)) { try desk.store.undo(said, desk.context(10)) }
        try desk.requireIndexed()
    }

    @Test func `LC-15 the number of a purged ticket is never given again`() throws {
        let desk = try RelationDesk(tickets: 2)
        try trashed(desk, 2)
        _ = try desk.store.purge([Ticket.Number(2)], desk.context(9).confirming(.anything))
        #expect(try desk.file("新", "新") == Ticket.Number(3))
        #expect(try desk.store.read { try TicketRows.find(Ticket.Number(2), in: $0) } == nil)
    }

    @Test func `LC-15 nothing of a purged ticket is left: texts, versions, files, links, history, commands`() throws {
        let desk = try RelationDesk(tickets: 3)
        _ = try desk.store.perform(.reply("机密"), on: [Ticket.Number(1)], desk.context(1, "desk reply 1 -m 机密"))
        _ = try desk.store.editMessage(desk.place(1, 2), to: "机密二", desk.context(2, "desk message edit 1.m2 -m 机密二"))
        _ = try desk.store.move(desk.place(1, 2), to: Ticket.Number(3), desk.context(2))
        _ = try desk.store.move(desk.place(3, 2), to: Ticket.Number(1), desk.context(2))
        for number in [1, 2] as [Int64] {
            _ = try desk.store.attach(
                [try RelationDesk.attachment("a", "同")] + (number == 1 ? [RelationDesk.attachment("b", "独")] : []),
                to: Ticket.Number(number), isInternal: true, desk.context(3))
        }
        _ = try desk.store.perform(.setCauseState(["机密原因"], .confirmed), on: [Ticket.Number(1)], desk.context(3))
        _ = try desk.store.perform(.watch(RelationDesk.ana, true), on: [Ticket.Number(1)], desk.context(3))
        _ = try desk.store.newProblem("共同", workaround: nil, incidents: [Ticket.Number(1)], desk.context(3))
        let link = LinkDraft(Ticket.Number(2), .blocks, isInverse: false, Ticket.Number(1))
        _ = try desk.store.link(link, desk.context(4))
        _ = try desk.merge(3, into: 1)
        try trashed(desk, 1)
        let purged = try desk.store.purge([Ticket.Number(1)], desk.context(9).confirming(.anything))
        #expect(purged.tickets == [Ticket.Number(1), Ticket.Number(3)])
        #expect(try desk.find("is:any") == [2])
        #expect(try count("SELECT COUNT(*) FROM attachment_content", [], desk) == 1)
        let told = "SELECT COUNT(*) FROM event WHERE ticket_id = 1 OR instr(COALESCE(after, ''), $1) > 0"
        #expect(try count(told, [.text("机密")], desk) == 0)
        #expect(try count("SELECT COUNT(*) FROM operation WHERE instr(command, $1) > 0", [.text("机密")], desk) == 0)
        #expect(try count("SELECT COUNT(*) FROM message_version WHERE instr(body, $1) > 0", [.text("机密")], desk) == 0)
        #expect(try desk.find("机密") == [])
        try desk.requireIndexed()
    }

    @Test func `purging reaches every table that names a ticket`() throws {
        let desk = try RelationDesk(tickets: 1)
        let tables = try desk.store.read { db in
            try db.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'ticket'").map {
                try $0.text(0)
            }.filter { table in
                try db.rows("SELECT \"table\" FROM pragma_foreign_key_list($1)", [.text(table)])
                    .contains { try $0.text(0) == "ticket" }
            }
        }
        #expect(tables.count > 10)
        for table in tables {
            #expect(Purge.statements.contains { $0.contains("DELETE FROM \(table) ") }, "\(table)")
        }
    }
}
