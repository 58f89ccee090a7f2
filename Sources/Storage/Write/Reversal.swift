import Workflow

/// Doing the opposite of an event, told as an event of its own.
extension Operation {
    mutating func reverse(_ event: Event) throws {
        guard let ticket = event.ticket, let field = event.field else { return try reverseRow(event) }
        switch (event.kind, field) {
        case (.change, .message): try reverseEdit(event, of: ticket)
        case (.add, .message): try setRemoval(of: event.subject, to: .undone, .remove, ticket)
        case (.remove, .message): try setRemoval(of: event.subject, to: .none, .restore, ticket)
        case (.add, .cause):
            let state = event.after.flatMap { Int64($0) }.flatMap(CauseState.init(rawValue:)) ?? .unverified
            _ = try remove(cause: event.subject ?? 0, of: ticket, only: state)
        case (.remove, .cause): try restoreCause(event, of: ticket)
        case (.add, .tag): try remove(tag: event.subject ?? 0, from: ticket)
        case (.remove, .tag): try add(tag: event.subject ?? 0, to: ticket)
        case (.create, .ticket): try change(.ticket, of: ticket, to: .integer(Removal.undone.rawValue))
        case (.restore, .message): try setRemoval(of: event.subject, to: .undone, .remove, ticket)
        case (.change, .field): try set(field: event.subject ?? 0, to: event.before, of: ticket)
        case (.change, _): try change(field, of: ticket, to: field.value(fromText: event.before))
        default: break
        }
    }

    // What is no ticket's: a row of the desk's own lists.
    private mutating func reverseRow(_ event: Event) throws {
        guard let id = event.subject, let field = event.field else { return }
        if field == .categoryName { return try rename(category: id, to: event.before ?? "") }
        guard event.kind == .change, let column = RowColumn(field) else { return }
        try change(field, ofRow: id, to: column.value(fromText: event.before))
    }

    private mutating func setRemoval(
        of message: Int64?, to removal: Removal, _ kind: Event.Kind, _ ticket: Ticket.Number
    ) throws {
        try db.run(
            "UPDATE message SET removal = $1 WHERE id = $2", [.integer(removal.rawValue), .optional(message)])
        try record(Event(kind, .message, of: ticket, subject: message))
        try bumpVersion(of: ticket)
    }

    // The event says which version was there before; its text becomes a new version.
    private mutating func reverseEdit(_ event: Event, of ticket: Ticket.Number) throws {
        let present = try TicketMessages.of(ticket, in: db).first { $0.id == event.subject }
        let row = try db.row(
            """
            SELECT role, origin, is_description, body FROM message_version WHERE message_id = $1 AND version = $2
            """, [.optional(event.subject), .integer(Int64(event.before ?? "") ?? 0)])
        guard let present, let row else { return }
        var draft = present.draft
        draft.role = try row.code(0)
        draft.origin = try row.code(1)
        draft.isDescription = try row.flag(2)
        draft.body = try row.text(3)
        try edit(present, to: draft, of: ticket)
    }

    private mutating func restoreCause(_ event: Event, of ticket: Ticket.Number) throws {
        let parts = (event.before ?? "").split(separator: " ").compactMap { Int64($0) }
        guard parts.count == 2, let state = CauseState(rawValue: parts[0]) else { return }
        try add(cause: event.subject ?? 0, at: Int(parts[1]), of: ticket, state: state)
    }
}

extension Event.Field {
    /// The column's value as an event wrote it.
    fileprivate func value(fromText text: String?) -> Value {
        guard let text else { return .null }
        switch self {
        case .title, .statusText, .priorityText, .channel: return .text(text)
        default: return Int64(text).map(Value.integer) ?? .text(text)
        }
    }
}
