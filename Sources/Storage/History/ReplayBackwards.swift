import Workflow

/// Taking back all operations after one, without a trace, on a copy of the desk.
struct ReplayBackwards {
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
        let later = try ticketsToCome()
        let tickets = isSearched ? try ticketsOfOtherTexts(besides: later) : []
        let texts = try tickets.map { try TicketText(of: $0, in: db) }
        try takeBackChanges(besides: later)
        try setAsideWhatCameLater()
        for (ticket, text) in zip(tickets, texts) {
            try text.unindex(of: ticket, in: db)
            try TicketText(of: ticket, in: db).index(of: ticket, in: db)
        }
        try forgetOperations()
        try recomputeImports()
    }

    private func ticketsToCome() throws -> Set<Int64> {
        let sql = "SELECT ticket_id FROM event WHERE operation_id > $1 AND kind = 'create' AND field = 'ticket'"
        var later: Set<Int64> = []
        try db.eachInPlace(sql, [.integer(last)]) { later.insert(try $0.integer(0)) }
        return later
    }

    /// Tickets whose texts may be others then.
    private func ticketsOfOtherTexts(besides later: Set<Int64>) throws -> [Ticket.Number] {
        let sql = """
            SELECT DISTINCT ticket_id, field FROM event
            WHERE operation_id > $1 AND ticket_id IS NOT NULL AND (field = 'title' OR field = 'message'
                OR field = 'messagePlace' OR field = 'mergedInto' OR field = 'merged')
            """
        var changed: Set<Ticket.Number> = []
        for row in try db.rows(sql, [.integer(last)]) {
            let field = EventField(rawValue: try row.text(1))
            if try Self.connecting.contains(field) || !later.contains(row.integer(0)) {
                changed.insert(Ticket.Number(try row.integer(0)))
            }
        }
        // A merged ticket's text is found at its mergeTarget.
        return Set(try changed.flatMap { try MergeTargets.chain(from: $0, in: db) }).sorted()
    }

    private func takeBackChanges(besides later: Set<Int64>) throws {
        var end = try db.row("SELECT COALESCE(MAX(id), 0) FROM operation")?.integer(0) ?? 0
        while end > last {
            let start = max(last, end - Self.atOnce)
            var operation = Operation.replayingBackwards(end, in: db)
            for (number, event) in try newestFirst(after: start, until: end, besides: later) {
                if number != operation.number { operation = Operation.replayingBackwards(number, in: db) }
                try operation.reverse(event)
            }
            end = start
        }
    }

    /// Operations whose events are read by one statement.
    private static let atOnce: Int64 = 2000

    /// What connects a ticket with others. All else of one that was not there yet may stay as it is: nobody sees it.
    private static let connecting: [EventField?] = [
        .mergedInto, .merged, .link, .watcher, .attachment, .incident, .messagePlace,
    ]

    private func newestFirst(
        after start: Int64, until end: Int64, besides later: Set<Int64>
    ) throws -> [(Int64, Event)] {
        var events: [(Int64, Event)] = []
        let sql = """
            SELECT operation_id, ticket_id, field, kind, subject, before, after FROM event
            WHERE operation_id > $1 AND operation_id <= $2 AND (kind <> 'create' OR field <> 'ticket')
            ORDER BY operation_id DESC, sequence DESC
            """
        try db.eachInPlace(sql, [.integer(start), .integer(end)]) { row in
            let ticket = try row.optionalInteger(1)
            // One that a newer program wrote is none that is known.
            let field = try row.optionalText(2).flatMap(EventField.init(rawValue:))
            if let ticket, later.contains(ticket), !Self.connecting.contains(field) { return }
            guard let kind = Event.Kind(rawValue: try row.text(3)) else { throw row.wrongValue(3, "a known event") }
            let event = Event(
                kind, field, of: ticket.map { Ticket.Number($0) }, subject: try row.optionalInteger(4),
                before: try row.optionalText(5), after: try row.optionalText(6))
            events.append((try row.integer(0), event))
        }
        return events
    }

    // At once: an import may have made all there is.
    private func setAsideWhatCameLater() throws {
        try db.run(
            """
            UPDATE ticket SET removal = \(Removal.undone.rawValue) WHERE id IN (
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
        for row in undone { try Counting.recompute(try row.integer(0), in: db) }
    }

    // Which imports are undone, and in which file a ticket stands, follows from the operations that are left.
    private func recomputeImports() throws {
        try db.run(
            """
            DELETE FROM batch WHERE NOT EXISTS (SELECT 1 FROM operation WHERE operation.batch_id = batch.id)
                AND (agent_id IS NOT NULL OR at > COALESCE((SELECT MAX(at) FROM operation), 0))
            """)
        // Tickets that are still to come name them; nobody else does.
        try db.run(
            "DELETE FROM source_file WHERE NOT EXISTS (SELECT 1 FROM batch WHERE batch.id = source_file.batch_id)")
        for row in try db.rows("SELECT id FROM batch WHERE agent_id IS NOT NULL") {
            try BatchState.recompute(try row.integer(0), in: db)
        }
        try SourceRow.pointWhereSeveral(in: db)
    }
}
