import Workflow

/// Something that was changed after the operation that is to be undone.
package struct UndoConflict: Equatable, Sendable {
    /// Nil for what is no ticket's.
    package var ticket: Ticket.Number?
    package var field: EventField
    package var subject: Int64?
    /// What the operation left, and what is there now. For a ticket that was filed: the operation that touched it since.
    package var expected: String?
    package var found: String?

    package init(
        ticket: Ticket.Number?, field: EventField, subject: Int64? = nil, expected: String? = nil, found: String? = nil
    ) {
        self.ticket = ticket
        self.field = field
        self.subject = subject
        self.expected = expected
        self.found = found
    }

    func isAbout(_ event: Event) -> Bool {
        ticket == event.ticket && field == event.field && subject == event.subject
    }
}

extension Operation {
    /// Why an event cannot be reversed: the value is no longer what the event left.
    /// - Parameter undone: operations that are not in force.
    func conflict(
        with event: Event, of number: Int64, besides undone: Set<Int64>
    ) throws -> UndoConflict? {
        guard let field = event.field else { return nil }
        guard let ticket = event.ticket else { return try rowConflict(event, field) }
        if let conflict = try relationConflict(event, ticket) { return conflict }
        switch (event.kind, field) {
        case (.create, .ticket): return try touched(ticket, since: number, besides: undone)
        case (.change, .message): return try messageConflict(event, ticket)
        case (.change, .field):
            return conflict(event, finding: try text(ofField: event.subject ?? 0, of: ticket))
        case (.add, .cause), (.remove, .cause): return try causeConflict(event, ticket)
        case (_, .message), (_, .tag): return try listConflict(event, ticket)
        case (_, .updatedAt): return nil
        case (.change, _) where field.isColumn:
            return conflict(event, finding: try storedValue(field, of: ticket).eventText)
        default: return nil
        }
    }

    private func conflict(_ event: Event, finding now: String?) -> UndoConflict? {
        let isSame = now.map { text in event.after.map { $0.isSameText(as: text) } ?? false } ?? (event.after == nil)
        guard !isSame, let field = event.field else { return nil }
        return UndoConflict(
            ticket: event.ticket, field: field, subject: event.subject, expected: event.after, found: now)
    }

    private func rowConflict(_ event: Event, _ field: EventField) throws -> UndoConflict? {
        if field.row.aliases != nil { return try listConflict(event, nil) }
        guard event.kind == .change, let id = event.subject, field.row.column != nil else { return nil }
        return conflict(event, finding: try storedValue(field, ofRow: id).eventText)
    }

    // What was said on a ticket since it was filed must not go with it.
    private func touched(
        _ ticket: Ticket.Number, since number: Int64, besides undone: Set<Int64>
    ) throws -> UndoConflict? {
        let sql = """
            SELECT DISTINCT operation.id FROM event JOIN operation ON operation.id = event.operation_id
            WHERE event.ticket_id = $1 AND operation.id > $2 AND operation.undoes IS NULL ORDER BY operation.id
            """
        let later = try db.rows(sql, [.integer(ticket.rawValue), .integer(number)]).map { try $0.integer(0) }
        guard let first = later.first(where: { !undone.contains($0) && $0 != self.number }) else { return nil }
        return UndoConflict(ticket: ticket, field: .ticket, found: "op \(first)")
    }

    // A version number says nothing here: an undone edit has raised it too.
    private func messageConflict(_ event: Event, _ ticket: Ticket.Number) throws -> UndoConflict? {
        let row = try db.row(
            """
            SELECT message.body, left_behind.body FROM message JOIN message_version AS left_behind
                ON left_behind.message_id = message.id AND left_behind.version = $1
            WHERE message.id = $2
            """, [.integer(Int64(event.after ?? "") ?? 0), .optional(event.subject)])
        guard let row, try !row.text(0).isSameText(as: row.text(1)) else { return nil }
        return UndoConflict(
            ticket: ticket, field: .message, subject: event.subject, expected: try row.text(1),
            found: try row.text(0))
    }

    // What was added must still be there, and what was taken off must still be gone.
    private func listConflict(_ event: Event, _ ticket: Ticket.Number?) throws -> UndoConflict? {
        let isThere = try holds(event, ticket)
        guard let field = event.field, isThere == (event.kind == .remove) else { return nil }
        return UndoConflict(
            ticket: ticket, field: field, subject: event.subject, expected: isThere ? "−" : "+",
            found: isThere ? "+" : "−")
    }

    private func holds(_ event: Event, _ ticket: Ticket.Number?) throws -> Bool {
        let subject = SQLValue.optional(event.subject)
        let row =
            switch event.field {
            case .tag:
                try db.row(
                    "SELECT 1 FROM ticket_tag WHERE ticket_id = $1 AND tag_id = $2",
                    [.optional(ticket?.rawValue), subject])
            case .message: try db.row("SELECT 1 FROM message WHERE id = $1 AND removal = 0", [subject])
            default: nil as SQLRow?
            }
        guard row == nil, let table = event.field?.row.aliases else { return row != nil }
        return try table.meaning(of: event.after ?? event.before ?? "", in: db) == event.subject
    }

    private func causeConflict(_ event: Event, _ ticket: Ticket.Number) throws -> UndoConflict? {
        let left = event.kind == .add ? event.after.flatMap(CauseRow.init(eventText:)) : nil
        let now = try causeRow(event.subject ?? 0, of: ticket)
        guard left?.state != now?.state else { return nil }
        return UndoConflict(
            ticket: ticket, field: .cause, subject: event.subject, expected: left?.state.name, found: now?.state.name)
    }
}
