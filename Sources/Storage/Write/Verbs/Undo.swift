import Workflow

/// An operation as the log tells it.
package struct OperationLine: Equatable, Sendable {
    package var number: Int64
    package var agent: String
    package var at: Instant
    package var command: String
    package var tickets: Int
    package var undoes: Int64?
    /// It was undone, and that was not undone in turn.
    package var isUndone: Bool
    package var batch: String?
}

/// Reading operations.
package enum OperationLog {
    /// The newest first.
    package static func lines(limit: Int?, in db: any Transaction) throws -> [OperationLine] {
        try db.rows("\(select) ORDER BY operation.id DESC LIMIT $1", [.integer(limit ?? -1)]).map(decode)
    }

    package static func line(_ number: Int64, in db: any Transaction) throws -> OperationLine? {
        try db.row("\(select) WHERE operation.id = $1", [.integer(number)]).map(decode)
    }

    private static let select = """
        SELECT operation.id, agent.name, operation.at, operation.command, operation.undoes, batch.label,
            (SELECT COUNT(DISTINCT event.ticket_id) FROM event WHERE event.operation_id = operation.id),
            EXISTS (SELECT 1 FROM operation AS undo WHERE undo.undoes = operation.id AND NOT EXISTS (
                SELECT 1 FROM operation AS redo WHERE redo.undoes = undo.id))
        FROM operation JOIN agent ON agent.id = operation.agent_id LEFT JOIN batch ON batch.id = operation.batch_id
        """

    private static func decode(_ row: Row) throws -> OperationLine {
        OperationLine(
            number: try row.integer(0), agent: try row.text(1), at: Instant(milliseconds: try row.integer(2)),
            command: try row.text(3), tickets: try row.int(6), undoes: try row.optionalInteger(4),
            isUndone: try row.flag(7), batch: try row.optionalText(5))
    }
}

extension Store {
    /// Does the opposite of an operation: every value that it left goes back to what it was before. All of it or nothing.
    /// - Throws: `StorageError.cannotUndo` when a value was changed since, `.alreadyUndone`, `.noSuchOperation`.
    package func undo(_ number: Int64, _ deed: Deed, isRehearsal: Bool = false) throws -> OperationLine {
        let body: (any Transaction) throws -> OperationLine = { db in
            guard let line = try OperationLog.line(number, in: db) else { throw StorageError.noSuchOperation(number) }
            guard !line.isUndone else { throw StorageError.alreadyUndone(number) }
            if let batch = line.batch { throw StorageError.undoBatch(batch) }
            try undo(line, deed, in: db)
            return line
        }
        return isRehearsal ? try rehearsing(body) : try database.write(body)
    }

    private func undo(_ line: OperationLine, _ deed: Deed, in db: any Transaction) throws {
        let events = try OperationEvents.newestFirst(of: line.number, in: db)
        guard !events.isEmpty else { throw StorageError.noSuchOperation(line.number) }
        var operation = try Operation.begin(deed, undoing: line.number, in: db)
        let tickets = Set(events.compactMap(\.ticket)).sorted()
        let before = try tickets.map { try TicketText(of: $0, in: db) }
        for event in events {
            if let conflict = try operation.conflict(with: event) { throw conflict }
            try operation.reverse(event)
        }
        try bringBackBatch(undoneBy: line.number, in: db)
        for (ticket, old) in zip(tickets, before) {
            try old.unindex(of: ticket, in: db)
            try TicketText(of: ticket, in: db).index(of: ticket, in: db)
        }
    }
}

extension Store {
    // The redo of an import: its files count again.
    private func bringBackBatch(undoneBy number: Int64, in db: any Transaction) throws {
        let sql = "UPDATE batch SET undone_by = NULL WHERE undone_by = $1 RETURNING id"
        guard let batch = try db.row(sql, [.integer(number)])?.integer(0) else { return }
        try SourceRow.pointToNewest(batch: batch, in: db)
    }
}

/// Reading the events of an operation.
enum OperationEvents {
    static func newestFirst(of number: Int64, in db: any Transaction) throws -> [Event] {
        let sql = """
            SELECT kind, field, subject, before, after, ticket_id FROM event WHERE operation_id = $1
            ORDER BY sequence DESC
            """
        return try db.rows(sql, [.integer(number)]).map { row in
            guard let kind = Event.Kind(rawValue: try row.text(0)) else {
                throw StorageError.wrongValue(column: "kind", expected: "a known event")
            }
            return Event(
                kind, try row.optionalText(1).flatMap(Event.Field.init(rawValue:)),
                of: try row.optionalInteger(5).map { Ticket.Number($0) }, subject: try row.optionalInteger(2),
                before: try row.optionalText(3), after: try row.optionalText(4))
        }
    }
}

extension Operation {
    /// Why an event cannot be reversed: the value is no longer what the event left.
    func conflict(with event: Event) throws -> StorageError? {
        guard event.kind == .change, let ticket = event.ticket, let field = event.field, field.isColumn else {
            return try rowConflict(with: event) ?? categoryConflict(with: event)
        }
        let now = try storedValue(field, of: ticket).eventText
        guard now != event.after else { return nil }
        return .cannotUndo(ticket: ticket.rawValue, field: field, expected: event.after, found: now)
    }
}

extension Operation {
    private func rowConflict(with event: Event) throws -> StorageError? {
        guard event.kind == .change, let id = event.subject, let field = event.field, RowColumn(field) != nil else {
            return nil
        }
        let now = try storedValue(field, ofRow: id).eventText
        guard now != event.after else { return nil }
        return .cannotUndo(ticket: 0, field: field, expected: event.after, found: now)
    }

    private func categoryConflict(with event: Event) throws -> StorageError? {
        guard event.field == .categoryName, let id = event.subject else { return nil }
        let name = try db.row("SELECT name FROM category WHERE id = $1", [.integer(id)])?.text(0)
        guard name != event.after else { return nil }
        return .cannotUndo(ticket: 0, field: .categoryName, expected: event.after, found: name)
    }
}

extension Event.Field {
    /// A column of the ticket, and not a list.
    var isColumn: Bool {
        switch self {
        case .source, .message, .cause, .tag, .field, .categoryName, .categoryRetired, .agentRole: false
        default: true
        }
    }
}
