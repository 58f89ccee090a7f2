import Workflow

/// One event of a ticket, with the operation it belongs to.
package struct HistoryEntry: Equatable, Sendable {
    package var operation: Int64
    package var at: Instant
    package var agent: String
    package var command: String
    package var event: Event
    /// Before and after as people read them: names, where the event keeps ids.
    package var before: String?
    package var after: String?
    /// What a list gained or lost: the tag, the cause, the field, or the message as "m3".
    package var subject: String?
    /// Why it was done, as far as somebody said.
    package var reason: String?
}

/// Reading what happened to a ticket.
package enum TicketHistory {
    /// Every event, oldest first.
    package static func of(_ ticket: Ticket.Number, in db: any Transaction) throws -> [HistoryEntry] {
        let names = try EventNames(in: db)
        let sql = "\(select) WHERE event.ticket_id = $1 ORDER BY event.operation_id, event.sequence"
        return try db.rows(sql, [.integer(ticket.rawValue)]).map { try entry($0, names) }
    }

    /// What an operation did to tickets, in its order.
    static func of(operation: Int64, in db: any Transaction) throws -> [HistoryEntry] {
        let names = try EventNames(in: db)
        let sql = "\(select) WHERE event.operation_id = $1 AND event.ticket_id IS NOT NULL ORDER BY event.sequence"
        return try db.rows(sql, [.integer(operation)]).map { try entry($0, names) }
    }

    private static let select = """
        SELECT operation.id, operation.at, agent.name, operation.command, event.kind, event.field, event.subject,
            event.before, event.after, operation.reason, event.ticket_id
        FROM event JOIN operation ON operation.id = event.operation_id JOIN agent ON agent.id = operation.agent_id
        """

    private static func entry(_ row: SQLRow, _ names: EventNames) throws -> HistoryEntry {
        guard let kind = Event.Kind(rawValue: try row.text(4)) else {
            throw StorageError.wrongValue(column: "kind", expected: "a known event")
        }
        let field = try row.optionalText(5).flatMap(EventField.init(rawValue:))
        let event = Event(
            kind, field, of: try row.optionalInteger(10).map { Ticket.Number($0) }, subject: try row.optionalInteger(6),
            before: try row.optionalText(7),
            after: try row.optionalText(8))
        return HistoryEntry(
            operation: try row.integer(0), at: try row.instant(1), agent: try row.text(2),
            command: try row.text(3), event: event, before: names.name(event.before, of: field),
            after: names.name(event.after, of: field), subject: try names.subject(of: event),
            reason: try row.optionalText(9))
    }
}
