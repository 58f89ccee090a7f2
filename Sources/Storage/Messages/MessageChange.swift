import Workflow

/// Changes of the messages of a ticket that is there already. The caller keeps the search equal (`reindexing`).
extension Operation {
    /// Writes a message after the others.
    @discardableResult
    mutating func append(
        _ draft: MessageDraft, to ticket: Ticket.Number, agent: Agent.ID? = nil
    ) throws -> Message.ID {
        let sequence = try nextSequence(of: ticket)
        try insert(draft, at: sequence, of: ticket, agent: agent)
        return try recordMessage(draft, at: sequence, of: ticket)
    }

    /// Writes a message after the others, with whoever a file says that said it.
    mutating func append(_ draft: MessageDraft, to ticket: Ticket.Number, _ names: inout Names) throws {
        let sequence = try nextSequence(of: ticket)
        try insert(draft, at: sequence, of: ticket, &names)
        _ = try recordMessage(draft, at: sequence, of: ticket)
    }

    private mutating func recordMessage(
        _ draft: MessageDraft, at sequence: Int, of ticket: Ticket.Number
    ) throws -> Message.ID {
        if draft.isDescription { try SimilarityBlock.forget(ticket, in: db) }
        let made = "SELECT id FROM message WHERE ticket_id = $1 AND sequence = $2"
        guard let id = try db.row(made, [.integer(ticket.rawValue), .integer(sequence)])?.integer(0) else {
            throw StorageError.failed(detail: "no message was made")
        }
        let asked = addressee.flatMap { $0 == ticket ? nil : String($0.rawValue) }
        try record(Event(.add, .message, of: ticket, subject: id, after: asked))
        try bumpVersion(of: ticket)
        return id
    }

    /// Replaces what a message says; the old text stays as a version.
    mutating func edit(_ message: Message, to draft: MessageDraft, of ticket: Ticket.Number) throws {
        guard message.draft != draft else { return }
        try keepVersion(of: message)
        if message.isDescription || draft.isDescription { try SimilarityBlock.forget(ticket, in: db) }
        try db.run(
            """
            UPDATE message SET role = $1, origin = $2, is_description = $3, body = $4, version = version + 1 WHERE id = $5
            """,
            [
                .integer(draft.role.rawValue), .integer(draft.origin.rawValue), .flag(draft.isDescription),
                .text(draft.body), .integer(message.id),
            ])
        let (before, after) = (String(message.version), String(message.version + 1))
        try record(Event(.change, .message, of: ticket, subject: message.id, before: before, after: after))
        try bumpVersion(of: ticket)
    }

    private func keepVersion(of message: Message) throws {
        try db.run(
            """
            INSERT INTO message_version (message_id, version, role, origin, is_description, body, operation_id)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            [
                .integer(message.id), .integer(message.version), .integer(message.role.rawValue),
                .integer(message.origin.rawValue), .flag(message.isDescription), .text(message.body), .integer(number),
            ])
    }

    /// Takes a message off the ticket; it can be put back.
    mutating func setAside(_ message: Message, of ticket: Ticket.Number) throws {
        try db.run("UPDATE message SET removal = 2 WHERE id = $1", [.integer(message.id)])
        if message.isDescription { try SimilarityBlock.forget(ticket, in: db) }
        try record(Event(.remove, .message, of: ticket, subject: message.id))
        try bumpVersion(of: ticket)
    }

    /// Raises the ticket's version, once in an operation however much that changes.
    mutating func bumpVersion(of ticket: Ticket.Number) throws {
        guard raised.insert(ticket) else { return }
        try db.run(
            "UPDATE ticket SET version = version + $1 WHERE id = $2",
            [.integer(isReplayingBackwards ? -1 : 1), .integer(ticket.rawValue)])
    }
}

/// Changes of the fields a ticket holds.
extension Operation {
    func text(ofField field: Int64, of ticket: Ticket.Number) throws -> String? {
        let values: [SQLValue] = [.integer(ticket.rawValue), .integer(field)]
        return try db.row("SELECT text FROM ticket_field WHERE ticket_id = $1 AND field_id = $2", values)?.text(0)
    }

    /// Sets or, with nil, removes the text of a field.
    mutating func set(field: Int64, to text: String?, of ticket: Ticket.Number) throws {
        let before = try self.text(ofField: field, of: ticket)
        if before == nil && text == nil { return }
        if let before, let text, before.isSameText(as: text) { return }
        if let text {
            try insert(field: field, text: text, of: ticket)
        } else {
            try db.run(
                "DELETE FROM ticket_field WHERE ticket_id = $1 AND field_id = $2",
                [.integer(ticket.rawValue), .integer(field)])
        }
        try record(Event(.change, .field, of: ticket, subject: field, before: before, after: text))
        try bumpVersion(of: ticket)
    }
}
