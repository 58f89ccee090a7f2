import Workflow

/// Taking back all operations after one, without a trace, on a copy of the desk.
struct WalkBack {
    private let last: Int64
    private let db: any Transaction
    /// Whether anything will be looked for.
    private let isSearched: Bool

    init(after last: Int64, in db: any Transaction, isSearched: Bool = true) {
        self.last = last
        self.db = db
        self.isSearched = isSearched
    }

    func run() throws {
        let tickets = isSearched ? try changedTickets() : []
        let texts = try tickets.map { try TicketText(of: $0, in: db) }
        try takeBackChanges()
        try setAsideWhatCameLater()
        for (ticket, text) in zip(tickets, texts) {
            try text.unindex(of: ticket, in: db)
            try TicketText(of: ticket, in: db).index(of: ticket, in: db)
        }
        try forgetOperations()
        try settleImports()
    }

    /// Tickets that were there already, and whose texts may be others now.
    private func changedTickets() throws -> [Ticket.Number] {
        let sql = """
            SELECT DISTINCT ticket_id FROM event
            WHERE operation_id > $1 AND ticket_id IS NOT NULL AND kind <> 'create' ORDER BY ticket_id
            """
        let changed = try db.rows(sql, [.integer(last)]).map { Ticket.Number(try $0.integer(0)) }
        // A merged ticket's text is found at its survivor.
        return Set(try changed.flatMap { try Survivors.chain(from: $0, in: db) }).sorted()
    }

    private func takeBackChanges() throws {
        let sql = "SELECT id FROM operation WHERE id > $1 ORDER BY id DESC"
        for row in try db.rows(sql, [.integer(last)]) {
            let number = try row.integer(0)
            var operation = Operation.walkingBack(number, in: db)
            for event in try OperationEvents.newestFirst(of: number, besidesCreation: true, in: db) {
                try operation.reverse(event)
            }
        }
    }

    // At once: an import may have made all there is.
    private func setAsideWhatCameLater() throws {
        try db.run(
            """
            UPDATE ticket SET removal = 2 WHERE id IN (
                SELECT ticket_id FROM event WHERE operation_id > $1 AND kind = 'create' AND field = 'ticket')
            """, [.integer(last)])
    }

    private func forgetOperations() throws {
        try db.run("DELETE FROM message_version WHERE operation_id > $1", [.integer(last)])
        try db.run("DELETE FROM event WHERE operation_id > $1", [.integer(last)])
        try db.run("DELETE FROM rule_log WHERE operation_id > $1", [.integer(last)])
        let undone = try db.rows(
            "SELECT undoes FROM operation WHERE id > $1 AND undoes <= $1 ORDER BY id DESC", [.integer(last)])
        try db.run("DELETE FROM operation WHERE id > $1", [.integer(last)])
        for row in undone { try Counting.settle(try row.integer(0), in: db) }
    }

    // Which imports are undone, and in which file a ticket stands, follows from the operations that are left.
    private func settleImports() throws {
        try db.run(
            """
            DELETE FROM batch WHERE NOT EXISTS (SELECT 1 FROM operation WHERE operation.batch_id = batch.id)
                AND (agent_id IS NOT NULL OR at > COALESCE((SELECT MAX(at) FROM operation), 0))
            """)
        for row in try db.rows("SELECT id FROM batch WHERE agent_id IS NOT NULL") {
            try BatchState.settle(try row.integer(0), in: db)
        }
        try SourceRow.pointWhereSeveral(in: db)
    }
}
