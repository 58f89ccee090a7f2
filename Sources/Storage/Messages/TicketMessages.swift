import Workflow

/// Reading the messages of tickets.
package enum TicketMessages {
    static let columns = """
        message.id, message.sequence, message.role, COALESCE(agent.name, speaker.name), message.origin, message.is_internal,
        message.is_description, message.body, message.at, message.version
        """

    /// The messages of one ticket in the order they were told.
    package static func of(_ ticket: Ticket.Number, in db: any Transaction) throws -> [Message] {
        let sql = """
            SELECT \(columns) FROM message LEFT JOIN agent ON agent.id = message.agent_id
                LEFT JOIN customer AS speaker ON speaker.id = message.customer_id
            WHERE message.ticket_id = $1 AND message.removal = 0 ORDER BY message.sequence
            """
        return try db.rows(sql, [.integer(ticket.rawValue)]).map(decode)
    }

    static func decode(_ row: SQLRow) throws -> Message {
        Message(
            id: try row.integer(0), sequence: try row.int(1), role: try row.code(2), author: try row.optionalText(3),
            origin: try row.code(4), isInternal: try row.flag(5), isDescription: try row.flag(6),
            body: try row.text(7), at: try row.optionalInstant(8), version: try row.int(9))
    }
}
