import Workflow

/// Doing the opposite of an event, told as an event of its own.
extension Operation {
    mutating func reverse(_ event: Event) throws {
        guard let ticket = event.ticket, let field = event.field else { return try reverseRow(event) }
        if try reverseRelation(event, of: ticket) { return }
        switch (event.kind, field) {
        case (.change, .message): try reverseEdit(event, of: ticket)
        case (.add, .message): try setRemoval(of: event.subject, to: .undone, .remove, ticket)
        case (.remove, .message): try setRemoval(of: event.subject, to: .none, .restore, ticket)
        case (.add, .cause): try remove(cause: event.subject ?? 0, from: ticket)
        case (.remove, .cause):
            guard let row = event.before.flatMap(CauseRow.init(eventText:)) else { return }
            try add(cause: event.subject ?? 0, row, to: ticket)
        case (.add, .tag): try remove(tag: event.subject ?? 0, from: ticket)
        case (.remove, .tag): try add(tag: event.subject ?? 0, to: ticket)
        case (.create, .ticket): try change(.ticket, of: ticket, to: .integer(Removal.undone.rawValue))
        case (.restore, .message): try setRemoval(of: event.subject, to: .undone, .remove, ticket)
        case (.add, .answer): try record(Event(.remove, .answer, of: ticket, subject: event.subject))
        case (.remove, .answer): try record(Event(.add, .answer, of: ticket, subject: event.subject))
        case (.add, .article):
            try record(Event(.remove, .article, of: ticket, subject: event.subject, before: event.after))
        case (.remove, .article):
            try record(Event(.add, .article, of: ticket, subject: event.subject, after: event.before))
        case (.change, .field): try set(field: event.subject ?? 0, to: event.before, of: ticket)
        case (.change, _): try change(field, of: ticket, to: field.row.column?.value(fromText: event.before) ?? .null)
        default: break
        }
    }

    // What is no ticket's: a row of the desk's own lists.
    private mutating func reverseRow(_ event: Event) throws {
        guard let id = event.subject, let field = event.field else { return }
        if let table = field.row.aliases {
            guard event.kind == .add else { return try add(alias: event.before ?? "", of: id, table) }
            return try remove(alias: event.after ?? "", of: id, table)
        }
        if field == .article {
            let isAdded = event.kind == .add
            return try record(
                Event(
                    isAdded ? .remove : .add, .article, of: nil, subject: id, before: isAdded ? event.after : nil,
                    after: isAdded ? nil : event.before))
        }
        if field == .answer {
            return try record(Event(event.kind == .add ? .remove : .add, .answer, of: nil, subject: id))
        }
        guard event.kind == .change, let column = field.row.column else { return }
        if let table = NamedTable.named(by: field), let name = event.before { try free(name, for: id, in: table) }
        try change(field, ofRow: id, to: column.value(fromText: event.before))
    }

    private mutating func setRemoval(
        of message: Int64?, to removal: Removal, _ kind: Event.Kind, _ ticket: Ticket.Number
    ) throws {
        try db.run(
            "UPDATE message SET removal = $1 WHERE id = $2", [.integer(removal.rawValue), .optional(message)])
        if let message { try SimilarityBlock.forget(description: message, in: db) }
        try record(Event(kind, .message, of: ticket, subject: message))
        try bumpVersion(of: ticket)
    }

    // The event says which version was there before; its text becomes a new version.
    private mutating func reverseEdit(_ event: Event, of ticket: Ticket.Number) throws {
        if isReplayingBackwards { return try forgetEdit(event, of: ticket) }
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

    // In the past nobody has edited it yet.
    private mutating func forgetEdit(_ event: Event, of ticket: Ticket.Number) throws {
        let values: [SQLValue] = [.optional(event.subject), .integer(Int64(event.before ?? "") ?? 0)]
        try SimilarityBlock.forget(ticket, in: db)
        try db.run(
            """
            UPDATE message SET (role, origin, is_description, body, version) = (
                SELECT role, origin, is_description, body, version FROM message_version AS old
                WHERE old.message_id = $1 AND old.version = $2)
            WHERE id = $1 AND EXISTS (SELECT 1 FROM message_version WHERE message_id = $1 AND version = $2)
            """, values)
        try db.run("DELETE FROM message_version WHERE message_id = $1 AND version = $2", values)
        try bumpVersion(of: ticket)
    }
}
