import Workflow

/// What an undo did, or would do.
package struct Undone: Equatable, Sendable {
    /// What was undone.
    package var line: OperationLine
    /// The operation that undid it; nil in a rehearsal.
    package var operation: Int64?
    /// Tickets of an import that somebody worked on since: they stay as they are.
    package var kept: [Ticket.Number] = []
}

extension Store {
    /// Does the opposite of an operation: every value that it left goes back to what it was before. All of it or nothing.
    /// It takes what doing the opposite takes.
    /// - Throws: `StorageError.cannotUndo` with everything that was changed since, `.alreadyUndone`, `.noSuchOperation`,
    ///   `.roleTooLow`.
    package func undo(_ number: Int64, _ deed: Deed, isRehearsal: Bool = false) throws -> Undone {
        let body: (any Transaction) throws -> Undone = { db in
            guard let line = try OperationLog.line(number, in: db) else { throw StorageError.noSuchOperation(number) }
            try Operation.require(try UndoPermissions(of: line, by: deed.agent, in: db).needed(), of: deed, in: db)
            guard !line.isUndone else { throw StorageError.alreadyUndone(number) }
            if let batch = line.batch { return try undoImport(of: line, batch, deed, in: db) }
            return Undone(line: line, operation: try undo(line, deed, in: db))
        }
        guard isRehearsal else { return try database.write(body) }
        var undone = try rehearsing(body)
        undone.operation = nil
        return undone
    }

    // An import is undone whole, whichever of its operations was named.
    private func undoImport(
        of line: OperationLine, _ batch: String, _ deed: Deed, in db: any Transaction
    ) throws -> Undone {
        let outcome = try undoImport(batch, deed, in: db)
        return Undone(line: line, operation: outcome.operation, kept: outcome.kept)
    }

    private func undo(_ line: OperationLine, _ deed: Deed, in db: any Transaction) throws -> Int64 {
        let events = try OperationEvents.newestFirst(of: line.number, in: db)
        if let purged = events.first(where: { $0.kind == .remove && $0.field == .ticket })?.subject {
            throw WorkflowError.relation(.purged(Ticket.Number(purged)))
        }
        guard !events.isEmpty else { throw StorageError.nothingToUndo(line.number) }
        var operation = try Operation.begin(deed, undoing: line.number, in: db)
        // A merged ticket's text is found at its survivor.
        let changed = Set(events.compactMap(\.ticket))
        let tickets = Set(try changed.flatMap { try Survivors.chain(from: $0, in: db) }).sorted()
        let before = try tickets.map { try TicketText(of: $0, in: db) }
        try operation.reverse(all: events, of: line.number)
        if let batch = try BatchState.batch(behind: line.number, in: db) {
            try BatchState.settle(batch, in: db)
            try SourceRow.pointToNewest(batch: batch, in: db)
        }
        for (ticket, old) in zip(tickets, before) {
            try old.unindex(of: ticket, in: db)
            try TicketText(of: ticket, in: db).index(of: ticket, in: db)
        }
        return operation.number
    }
}

extension Operation {
    /// Reverses the events of an operation, the newest first.
    /// - Throws: `StorageError.cannotUndo` with all that stands in the way.
    fileprivate mutating func reverse(all events: [Event], of number: Int64) throws {
        var conflicts: [UndoConflict] = []
        for event in events where event.field != .updatedAt {
            // What an earlier event of a value says can only be told once the later one is reversed.
            guard !conflicts.contains(where: { $0.isAbout(event) }) else { continue }
            if let conflict = try conflict(with: event, of: number) {
                conflicts.append(conflict)
            } else {
                try reverse(event)
            }
        }
        guard conflicts.isEmpty else {
            throw StorageError.cannotUndo(try EventNames(in: db).named(conflicts.reversed()))
        }
        for ticket in Set(events.compactMap(\.ticket)).sorted() { try settleUpdate(of: ticket) }
    }

    // Every change sets this time, so it goes back to that of the newest change in force, and not to what one operation found.
    private mutating func settleUpdate(of ticket: Ticket.Number) throws {
        let undone = try OperationLog.undoneOperations(in: db)
        let updates = try db.rows(
            """
            SELECT operation.id, event.before, event.after FROM event
            JOIN operation ON operation.id = event.operation_id
            WHERE event.ticket_id = $1 AND event.field = 'updatedAt' AND operation.undoes IS NULL
            ORDER BY event.operation_id DESC, event.sequence DESC
            """, [.integer(ticket.rawValue)])
        guard let first = updates.last else { return }
        let newest = try updates.first { try !undone.contains($0.integer(0)) }
        let text = try newest.map { try $0.optionalText(2) } ?? first.optionalText(1)
        try change(.updatedAt, of: ticket, to: .optional(text.flatMap { Int64($0) }))
    }
}

/// Whether imports are undone.
enum BatchState {
    /// The import whose undo or redo an operation is.
    static func batch(behind number: Int64, in db: any Transaction) throws -> Int64? {
        var number: Int64? = number
        while let present = number {
            guard let row = try db.row("SELECT batch_id, undoes FROM operation WHERE id = $1", [.integer(present)])
            else { return nil }
            if let batch = try row.optionalInteger(0) { return batch }
            number = try row.optionalInteger(1)
        }
        return nil
    }

    /// Writes down which operation undid an import, if one did that is in force.
    static func settle(_ batch: Int64, in db: any Transaction) throws {
        let undone = try OperationLog.undoneOperations(in: db)
        let sql = """
            SELECT undo.id FROM operation AS undo JOIN operation AS made ON made.id = undo.undoes
            WHERE made.batch_id = $1 ORDER BY undo.id
            """
        let undos = try db.rows(sql, [.integer(batch)]).map { try $0.integer(0) }
        let present = undos.last { !undone.contains($0) }
        try db.run("UPDATE batch SET undone_by = $1 WHERE id = $2", [.optional(present), .integer(batch)])
    }
}
