import Workflow

/// What an undo did, or would do.
package struct Undone: Equatable, Sendable {
    /// What was undone.
    package var line: OperationLine
    /// Of a redo: what is done again, which the undone undo had taken back.
    package var again: OperationLine?
    /// The operation that undid it; nil in a rehearsal.
    package var operation: Int64?
    /// Tickets of an import that somebody worked on since: they stay as they are.
    package var kept: [Ticket.Number] = []

    /// What a person is told of.
    package var told: OperationLine { again ?? line }
}

extension Store {
    /// Does the opposite of an operation, and of what followed from it by rules: every value that they left goes back to what
    /// it was before. All of it or nothing. It takes what doing the opposite takes; what followed takes nothing more, because
    /// it is no one's command.
    /// - Throws: `StorageError.cannotUndo` with everything that was changed since, `.alreadyUndone`, `.noSuchOperation`,
    ///   `.roleTooLow`.
    package func undo(_ number: Int64, _ context: CommandContext) throws -> Undone {
        try inTurn(context, needs: .work) { try $0.undo(number) }
    }

    /// The same for what the agent did last, or undid last.
    /// - Throws: `StorageError.nothingDone`, `.nothingUndone`
    package func undo(_ last: LastOperation, _ context: CommandContext) throws -> Undone {
        try inTurn(context, needs: .work) { turn in
            guard let number = try OperationLog.number(of: last, by: turn.author.agent, in: turn.db) else {
                throw last == .done ? StorageError.nothingDone : StorageError.nothingUndone
            }
            var undone = try turn.undo(number)
            if last == .undone { undone.again = try OperationLog.original(behind: number, in: turn.db) }
            return undone
        }
    }
}

extension WriteTurn {
    fileprivate func undo(_ number: Int64) throws -> Undone {
        guard let line = try OperationLog.line(number, in: db) else { throw StorageError.noSuchOperation(number) }
        try require(try UndoPermissions(of: line, by: author.agent, in: db).needed())
        guard !line.isUndone else { throw StorageError.alreadyUndone(number) }
        // An import is undone whole, whichever of its operations was named.
        var turn = self
        turn.answersForAll = true
        if let batch = line.batch {
            let outcome = try turn.undoImport(batch)
            return Undone(line: line, operation: outcome.operation, kept: outcome.kept)
        }
        return Undone(line: line, operation: try turn.undo(line))
    }

    private func undo(_ line: OperationLine) throws -> Int64? {
        let batch = try BatchState.batch(behind: line.number, in: db)
        var events = try events(of: line)
        if let purged = events.first(where: { $0.kind == .remove && $0.field == .ticket })?.subject {
            throw WorkflowError.relation(.purged(Ticket.Number(purged)))
        }
        guard !events.isEmpty || batch != nil else { throw StorageError.nothingToUndo(line.number) }
        var operation = try Operation.begin(self, undoing: line.number)
        if batch != nil { events = try events.filter { try !operation.hasBroughtBack($0) } }
        // A merged ticket's text is found at its mergeTarget.
        let changed = Set(events.compactMap(\.ticket))
        let tickets = Set(try changed.flatMap { try MergeTargets.chain(from: $0, in: db) }).sorted()
        let before = try tickets.map { try TicketText(of: $0, in: db) }
        try operation.reverse(all: events, of: line.number)
        try operation.bringHome(afterUndoing: events, of: line.number)
        if let batch {
            try BatchState.recompute(batch, in: db)
            try ImportedTwice.requireOrder(of: batch, in: db)
            try SourceRow.pointToNewest(batch: batch, in: db)
            try BatchNames.bringBackUsed(&operation)
        }
        for (ticket, old) in zip(tickets, before) {
            try old.unindex(of: ticket, in: db)
            try TicketText(of: ticket, in: db).index(of: ticket, in: db)
        }
        return operation.reported
    }

    /// The events of an operation and of what followed from it and is in force, the newest first.
    private func events(of line: OperationLine) throws -> [Event] {
        let undone = try OperationLog.undoneOperations(in: db)
        let following = try OperationLog.consequences(of: line.number, in: db).filter { !undone.contains($0) }
        return try (following + [line.number]).flatMap {
            try OperationEvents.newestFirst(of: $0, in: db)
        }
    }
}

extension Operation {
    /// Reverses the events of an operation, the newest first.
    /// - Throws: `StorageError.cannotUndo` with all that stands in the way.
    fileprivate mutating func reverse(all events: [Event], of number: Int64) throws {
        // Asked once, and not of each ticket.
        let undone = try OperationLog.undoneOperations(in: db)
        var conflicts: [UndoConflict] = []
        for event in events where event.field != .updatedAt {
            // What an earlier event of a value says can only be told once the later one is reversed.
            guard !conflicts.contains(where: { $0.isAbout(event) }) else { continue }
            if let conflict = try conflict(with: event, of: number, besides: undone) {
                conflicts.append(conflict)
            } else {
                try reverse(event)
            }
        }
        guard conflicts.isEmpty else {
            throw StorageError.cannotUndo(try EventNames(in: db).named(conflicts.reversed()))
        }
        for ticket in Set(events.compactMap(\.ticket)).sorted() { try recomputeUpdate(of: ticket, besides: undone) }
    }

    // Every change sets this time, so it goes back to that of the newest change in force, and not to what one operation found.
    private mutating func recomputeUpdate(of ticket: Ticket.Number, besides undone: Set<Int64>) throws {
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
    static func recompute(_ batch: Int64, in db: any Transaction) throws {
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
