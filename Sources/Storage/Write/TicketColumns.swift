import Workflow

/// The one way a column of a ticket changes: the row, its version and the event, together.
extension Operation {
    /// Sets a column. Does nothing when it holds the value already.
    mutating func change(_ field: Event.Field, of ticket: Ticket.Number, to value: Value) throws {
        let before = try storedValue(field, of: ticket)
        guard before != value else { return }
        try db.run(field.update, [value, .integer(ticket.rawValue)])
        if field == .title { try LikenessBlock.forget(ticket, in: db) }
        try record(
            Event(.change, field, of: ticket, before: before.eventText, after: value.eventText))
        try bumpVersion(of: ticket)
    }

    /// Present value of a column.
    func storedValue(_ field: Event.Field, of ticket: Ticket.Number) throws -> Value {
        guard let row = try db.row(field.select, [.integer(ticket.rawValue)]) else {
            throw StorageError.noSuchTicket(ticket.rawValue)
        }
        return row.values[0]
    }
}

extension Value {
    /// The value as an event keeps it.
    var eventText: String? {
        switch self {
        case .null: nil
        case .integer(let value): String(value)
        case .real(let value): String(value)
        case .text(let value): value
        case .utf8(let bytes), .blob(let bytes): String(decoding: bytes, as: UTF8.self)
        case .zeros: nil
        }
    }
}

extension Event.Field {
    /// Static text for each column: no statement is ever put together.
    fileprivate var update: String {
        switch self {
        case .title: "UPDATE ticket SET title = $1 WHERE id = $2"
        case .status: "UPDATE ticket SET status = $1 WHERE id = $2"
        case .statusText: "UPDATE ticket SET status_text = $1 WHERE id = $2"
        case .priority: "UPDATE ticket SET priority = $1 WHERE id = $2"
        case .priorityText: "UPDATE ticket SET priority_text = $1 WHERE id = $2"
        case .category: "UPDATE ticket SET category_id = $1 WHERE id = $2"
        case .customer: "UPDATE ticket SET customer_id = $1 WHERE id = $2"
        case .assignee: "UPDATE ticket SET assignee_id = $1 WHERE id = $2"
        case .team: "UPDATE ticket SET team_id = $1 WHERE id = $2"
        case .channel: "UPDATE ticket SET channel = $1 WHERE id = $2"
        case .createdAt: "UPDATE ticket SET created_at = $1 WHERE id = $2"
        case .updatedAt: "UPDATE ticket SET updated_at = $1 WHERE id = $2"
        case .resolvedAt: "UPDATE ticket SET resolved_at = $1 WHERE id = $2"
        case .closedAt: "UPDATE ticket SET closed_at = $1 WHERE id = $2"
        case .resolution: "UPDATE ticket SET resolution = $1 WHERE id = $2"
        case .wakeAt: "UPDATE ticket SET wake_at = $1 WHERE id = $2"
        case .mergedInto: "UPDATE ticket SET merged_into = $1 WHERE id = $2"
        case .ticket: "UPDATE ticket SET removal = $1 WHERE id = $2"
        default:
            preconditionFailure("\(self) is no column of a ticket")
        }
    }

    fileprivate var select: String {
        switch self {
        case .title: "SELECT title FROM ticket WHERE id = $1"
        case .status: "SELECT status FROM ticket WHERE id = $1"
        case .statusText: "SELECT status_text FROM ticket WHERE id = $1"
        case .priority: "SELECT priority FROM ticket WHERE id = $1"
        case .priorityText: "SELECT priority_text FROM ticket WHERE id = $1"
        case .category: "SELECT category_id FROM ticket WHERE id = $1"
        case .customer: "SELECT customer_id FROM ticket WHERE id = $1"
        case .assignee: "SELECT assignee_id FROM ticket WHERE id = $1"
        case .team: "SELECT team_id FROM ticket WHERE id = $1"
        case .channel: "SELECT channel FROM ticket WHERE id = $1"
        case .createdAt: "SELECT created_at FROM ticket WHERE id = $1"
        case .updatedAt: "SELECT updated_at FROM ticket WHERE id = $1"
        case .resolvedAt: "SELECT resolved_at FROM ticket WHERE id = $1"
        case .closedAt: "SELECT closed_at FROM ticket WHERE id = $1"
        case .resolution: "SELECT resolution FROM ticket WHERE id = $1"
        case .wakeAt: "SELECT wake_at FROM ticket WHERE id = $1"
        case .mergedInto: "SELECT merged_into FROM ticket WHERE id = $1"
        case .ticket: "SELECT removal FROM ticket WHERE id = $1"
        default:
            preconditionFailure("\(self) is no column of a ticket")
        }
    }
}
