import Storage
import Testing
import Workflow

/// Looking back shows what was seen then, and taking back leaves nothing behind.
struct PastTests {
    @Test(arguments: 1...12)
    func `whatever is done, the past shows what was seen then`(seed: Int) throws {
        var desk = try RandomDesk(seed: seed)
        var seen: [(minute: Int, operation: Int64, sight: Sight)] = []
        for _ in 1...30 {
            seen.append((desk.minute, try desk.newest, try Sight(desk.store)))
            desk.doSomething()
        }
        for (minute, operation, sight) in seen {
            let past = try desk.store.past(.time(Instant(milliseconds: Int64(minute) * 60_000)))
            #expect(try Sight(past).lines(besides: sight) == [], "minute \(minute)")
            #expect(try past.examine(hash: { $0 }, progress: { _, _ in }).unindexed.isEmpty)
            guard minute % 8 == 0 else { continue }
            #expect(try Sight(desk.store.past(.operation(operation))).lines(besides: sight) == [], "op \(operation)")
        }
    }

    @Test(arguments: 1...12)
    func `LC-14 whatever is done and undone, undoing all that is in force gives the same export to the byte`(
        seed: Int
    ) throws {
        try undoEverything(RandomDesk(seed: seed, commands: RandomActions.apart))
    }

    @Test(arguments: 1...16)
    func `LC-14 whatever is done in turn, undoing all of it gives the same export to the byte, redo the one before`(
        seed: Int
    ) throws {
        try undoEverything(RandomDesk(seed: seed, commands: RandomActions.inTurn))
    }

    private func undoEverything(_ start: RandomDesk) throws {
        var desk = start
        let first = try Sight(desk.store, besidesLog: true)
        let founded = try desk.newest
        for _ in 1...50 { desk.doSomething() }
        let last = try Sight(desk.store, besidesLog: true)
        var undone: [Int64] = []
        for operation in try desk.inForce() where operation > founded {
            undone.append(try #require(try desk.store.undo(operation, desk.context).operation))
        }
        let left = try Sight(desk.store, besidesLog: true).lines(besides: first)
        #expect(left == [], "\(left)")
        #expect(try desk.store.examine(hash: { $0 }, progress: { _, _ in }).problems == 0)
        for operation in undone.reversed() { _ = try desk.store.undo(operation, desk.context) }
        let again = try Sight(desk.store, besidesLog: true).lines(besides: last)
        #expect(again == [], "\(again)")
        #expect(try desk.store.examine(hash: { $0 }, progress: { _, _ in }).problems == 0)
    }

    @Test(arguments: 1...8)
    func `LC-15 whatever is done and purged, the rest stays sound, and what was purged stays gone`(seed: Int) throws {
        var desk = try RandomDesk(seed: seed, tickets: 8)
        for _ in 1...60 { desk.doSomething() }
        let purged = [Ticket.Number(2), Ticket.Number(5)]
        for ticket in purged {
            // One that is merged, or in the trash already, stays as it is.
            _ = try? desk.store.perform(.remove, on: [ticket], desk.context)
            _ = try? desk.store.purge([ticket], desk.context.confirming(.anything))
        }
        let gone = try purged.filter { ticket in try desk.store.read { try TicketRows.find(ticket, in: $0) } == nil }
        #expect(try desk.store.examine(hash: { $0 }, progress: { _, _ in }).problems == 0)
        for operation in try desk.inForce() {
            // What names a purged ticket is refused.
            _ = try? desk.store.undo(operation, desk.context)
        }
        #expect(try desk.store.examine(hash: { $0 }, progress: { _, _ in }).problems == 0)
        for ticket in gone { #expect(try desk.store.read { try TicketRows.find(ticket, in: $0) } == nil) }
        let number = try desk.store.file(NewTicket(title: "新"), desk.context).ticket
        #expect(number > Ticket.Number(8) && !purged.contains(number))
    }

    @Test(arguments: 1...6)
    func `whatever is done, no status changes but by a row of the life cycle or a merge`(seed: Int) throws {
        var desk = try RandomDesk(seed: seed, commands: RandomActions.apart)
        for _ in 1...60 { desk.doSomething() }
        let sql = """
            SELECT event.before, event.after FROM event JOIN operation ON operation.id = event.operation_id
            WHERE event.field = 'status' AND event.kind = 'change' AND operation.undoes IS NULL
                AND NOT EXISTS (SELECT 1 FROM event AS merging WHERE merging.operation_id = event.operation_id
                    AND merging.ticket_id = event.ticket_id AND merging.field = 'mergedInto')
            """
        let moves = try desk.store.read { db in
            try db.rows(sql).map { row in
                (
                    Status(rawValue: Int64(try row.text(0)) ?? 0), Status(rawValue: Int64(try row.text(1)) ?? 0)
                )
            }
        }
        #expect(!moves.isEmpty)
        for (before, after) in moves {
            let (before, after) = (try #require(before), try #require(after))
            #expect(LifeCycle.transitions.contains { $0.from.contains(before) && $0.to == after }, "\(before) \(after)")
        }
    }

    @Test func `an undo that is refused changes nothing and names every value that stands in its way`() throws {
        let desk = try RandomDesk(seed: 1)
        let numbers = [Ticket.Number(1), Ticket.Number(2)]
        let first = try desk.store.perform(.edit(TicketEdit(title: "一")), on: numbers, desk.context)
        _ = try desk.store.perform(.edit(TicketEdit(title: "二")), on: numbers, desk.context)
        let before = try Sight(desk.store)
        let conflicts = numbers.map {
            UndoConflict(ticket: $0, field: .title, expected: "一", found: "二")
        }
        #expect(throws: StorageError.cannotUndo(conflicts)) {
            try desk.store.undo(try #require(first.operation), desk.context)
        }
        #expect(try Sight(desk.store) == before)
    }

    @Test func `a change of one value can be undone after a later change of another`() throws {
        let desk = try RandomDesk(seed: 1)
        let ticket = [Ticket.Number(1)]
        let first = try #require(
            try desk.store.perform(.edit(TicketEdit(title: "一")), on: ticket, desk.context).operation)
        _ = try desk.store.perform(.edit(TicketEdit(priority: .high)), on: ticket, desk.context)
        _ = try desk.store.undo(first, desk.context)
        let found = try #require(try desk.store.read { try TicketRows.find(ticket[0], in: $0) })
        #expect(found.title == "证书 1")
        #expect(found.priority == .high)
    }

    @Test func `a ticket that somebody worked on since is not undone with its filing`() throws {
        let desk = try RandomDesk(seed: 1)
        let said = try #require(try desk.store.perform(.reply("好"), on: [Ticket.Number(1)], desk.context).operation)
        #expect(throws: StorageError.self) { try desk.store.undo(1, desk.context) }
        _ = try desk.store.undo(said, desk.context)
        #expect(try desk.store.undo(1, desk.context).line.number == 1)
    }

    @Test func `CO-09 after the clock was set back the past goes by the order of operations`() throws {
        let desk = try RandomDesk(seed: 1)
        func edit(_ title: String, minute: Int64) throws {
            let context = CommandContext(
                agent: RandomDesk.ana.name, at: Instant(milliseconds: minute * 60_000), command: "desk edit")
            _ = try desk.store.perform(.edit(TicketEdit(title: title)), on: [Ticket.Number(1)], context)
        }
        try edit("一", minute: 100)
        try edit("二", minute: 10)
        let past = try desk.store.past(.time(Instant(milliseconds: 10 * 60_000)))
        #expect(try past.read { try TicketRows.find(Ticket.Number(1), in: $0)?.title } == "二")
        #expect(try desk.store.read { try OperationLog.lines(limit: 2, in: $0).map(\.number) } == [6, 5])
    }
}
