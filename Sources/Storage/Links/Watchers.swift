import Workflow

/// Who wants to know what happens to a ticket.
package enum Watchers {
    /// Their names, in the order of their bytes.
    package static func of(_ ticket: Ticket.Number, in db: any Transaction) throws -> [String] {
        let sql = """
            SELECT agent.name FROM ticket_watcher JOIN agent ON agent.id = ticket_watcher.agent_id
            WHERE ticket_watcher.ticket_id = $1
            """
        return try db.rows(sql, [.integer(ticket.rawValue)]).map { try $0.text(0) }.sortedByBytes()
    }
}

extension Operation {
    /// Does nothing when the agent watches the ticket already.
    mutating func add(watcher agent: Agent.ID, to ticket: Ticket.Number) throws {
        let row = try db.row(
            """
            INSERT INTO ticket_watcher (ticket_id, agent_id) VALUES ($1, $2)
            ON CONFLICT (ticket_id, agent_id) DO NOTHING RETURNING agent_id
            """, [.integer(ticket.rawValue), .integer(agent)])
        guard row != nil else { return }
        try record(Event(.add, .watcher, of: ticket, subject: agent))
        try bumpVersion(of: ticket)
    }

    mutating func remove(watcher agent: Agent.ID, from ticket: Ticket.Number) throws {
        let row = try db.row(
            "DELETE FROM ticket_watcher WHERE ticket_id = $1 AND agent_id = $2 RETURNING agent_id",
            [.integer(ticket.rawValue), .integer(agent)])
        guard row != nil else { return }
        try record(Event(.remove, .watcher, of: ticket, subject: agent))
        try bumpVersion(of: ticket)
    }
}
