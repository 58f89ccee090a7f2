import Workflow

/// A ticket with everything the desk holds of it.
package struct TicketRecord: Equatable, Sendable {
    package var ticket: Ticket
    package var categoryPath: [String]
    package var messages: [Message]
    package var causes: [TicketCause]
    package var tags: [String]
    /// Custom fields, sorted by the bytes of their names.
    package var fields: [NamedText]
    package var relations = TicketRelations()

    package init(
        ticket: Ticket, categoryPath: [String], messages: [Message], causes: [TicketCause], tags: [String],
        fields: [NamedText]
    ) {
        self.ticket = ticket
        self.categoryPath = categoryPath
        self.messages = messages
        self.causes = causes
        self.tags = tags
        self.fields = fields
    }

    package var description: Message? { messages.first { $0.isDescription } }
    /// Replies that the source listed and its conversation does not hold.
    package var answers: [Message] { messages.filter { $0.origin == .answer } }
    /// What was said: the imported conversation and what came since.
    package var turns: [Message] { messages.filter(\.isTurn) }
    /// Entries of a work log that came with it.
    package var notes: [Message] { messages.filter { $0.origin == .note } }
}

extension TicketRecord {
    /// The same with only what the customer may see. Who watches and what else there is stays among agents.
    package var publicOnly: TicketRecord {
        var record = self
        record.messages.removeAll(where: \.isInternal)
        record.relations = TicketRelations()
        record.relations.attachments = relations.attachments.filter { !$0.isInternal }
        return record
    }

    /// Reads one ticket whole.
    package static func find(
        _ number: Ticket.Number, categories: CategoryTree, in db: any Transaction
    ) throws -> TicketRecord? {
        try TicketRows.find(number, in: db).map { try complete($0, categories, db) }
    }

    /// Adds to a ticket what stands in other tables.
    package static func complete(
        _ ticket: Ticket, _ categories: CategoryTree, _ db: any Transaction
    ) throws -> TicketRecord {
        var record = TicketRecord(
            ticket: ticket, categoryPath: categories.path(of: ticket.category),
            messages: try TicketMessages.of(ticket.number, in: db), causes: try causes(of: ticket.number, db),
            tags: try tags(of: ticket.number, db), fields: try fields(of: ticket.number, db))
        record.relations = try TicketRelations.read(of: ticket.number, in: db)
        return record
    }

    private static func causes(of ticket: Ticket.Number, _ db: any Transaction) throws -> [TicketCause] {
        let sql = """
            SELECT cause.name, ticket_cause.state, cause.is_placeholder, ticket_cause.is_primary, agent.name,
                ticket_cause.at, message.sequence
            FROM ticket_cause JOIN cause ON cause.id = ticket_cause.cause_id
            LEFT JOIN agent ON agent.id = ticket_cause.agent_id
            LEFT JOIN message ON message.id = ticket_cause.evidence_id
            WHERE ticket_cause.ticket_id = $1 ORDER BY ticket_cause.position, cause.id
            """
        return try db.rows(sql, [.integer(ticket.rawValue)]).map { row in
            var cause = TicketCause(
                name: try row.text(0), state: try row.code(1), isPlaceholder: try row.flag(2),
                isPrimary: try row.flag(3))
            cause.agent = try row.optionalText(4)
            cause.at = try row.optionalInstant(5)
            cause.evidence = try row.optionalInt(6)
            return cause
        }
    }

    private static func tags(of ticket: Ticket.Number, _ db: any Transaction) throws -> [String] {
        let sql = """
            SELECT tag.name FROM ticket_tag JOIN tag ON tag.id = ticket_tag.tag_id WHERE ticket_tag.ticket_id = $1
            """
        return try db.rows(sql, [.integer(ticket.rawValue)]).map { try $0.text(0) }.sortedByBytes()
    }

    private static func fields(of ticket: Ticket.Number, _ db: any Transaction) throws -> [NamedText] {
        let sql = """
            SELECT field.name, ticket_field.text FROM ticket_field JOIN field ON field.id = ticket_field.field_id
            WHERE ticket_field.ticket_id = $1
            """
        let fields = try db.rows(sql, [.integer(ticket.rawValue)]).map {
            NamedText(name: try $0.text(0), text: try $0.text(1))
        }
        return fields.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
}

extension [String] {
    /// In the order of their UTF-8: the same on every machine and in every language.
    package func sortedByBytes() -> [String] {
        sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
