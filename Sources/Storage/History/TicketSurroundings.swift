import Workflow

/// The tickets without which the past of some cannot be told.
struct TicketSurroundings {
    private(set) var all: Set<Int64>

    init(of tickets: [Ticket.Number], in db: any Transaction) throws {
        all = Set(tickets.map(\.rawValue))
        var new = all
        // What was merged or moved comes back from where it is now, and from there what went there before.
        while !new.isEmpty {
            let found = try Self.sharing(with: new, in: db)
            new = found.subtracting(all)
            all.formUnion(new)
        }
        all.formUnion(try Self.named(by: all, in: db))
    }

    /// Tickets that share messages with these, or did.
    private static func sharing(with tickets: Set<Int64>, in db: any Transaction) throws -> Set<Int64> {
        let (own, set) = (db.rowSet(of: tickets.sorted().map(SQLValue.integer)), db.rows(ofSetAt: "$1"))
        var found: Set<Int64> = []
        let merges = """
            SELECT merged_into FROM ticket WHERE id IN \(set) AND merged_into IS NOT NULL
            UNION ALL SELECT id FROM ticket WHERE merged_into IN \(set)
            """
        try db.each(merges, [own]) { found.insert(try $0.integer(0)) }
        let events = """
            SELECT field, kind, subject, before, after, operation_id FROM event
            WHERE ticket_id IN \(set) AND (field = 'mergedInto' OR field = 'merged' OR field = 'messagePlace')
            """
        for row in try db.rows(events, [own]) {
            let (before, after) = (try row.optionalText(3), try row.optionalText(4))
            let field = EventField(rawValue: try row.text(0))
            if field == .mergedInto {
                found.formUnion([before, after].compactMap { $0.flatMap { Int64($0) } })
            } else if field == .merged {
                found.insert(try row.integer(2))
            } else if Event.Kind(rawValue: try row.text(1)) == .change {
                found.formUnion([before, after].compactMap { MessagePlace(eventText: $0)?.ticket.rawValue })
            } else {
                found.formUnion(try homes(of: try row.integer(2), movedBy: try row.integer(5), in: db))
            }
        }
        return found
    }

    /// Where a message stood that came to a ticket.
    private static func homes(
        of message: Int64, movedBy operation: Int64, in db: any Transaction
    ) throws -> [Int64] {
        let sql = """
            SELECT ticket_id FROM event WHERE operation_id = $1 AND field = 'messagePlace' AND subject = $2
                AND ticket_id IS NOT NULL
            """
        return try db.rows(sql, [.integer(operation), .integer(message)]).map { try $0.integer(0) }
    }

    /// Tickets of which a title or a place is told: those linked, and those an answer was taken from.
    private static func named(by tickets: Set<Int64>, in db: any Transaction) throws -> Set<Int64> {
        let (own, set) = (db.rowSet(of: tickets.sorted().map(SQLValue.integer)), db.rows(ofSetAt: "$1"))
        let sql = """
            SELECT other_id FROM ticket_link WHERE ticket_id IN \(set)
            UNION ALL SELECT ticket_id FROM ticket_link WHERE other_id IN \(set)
            UNION ALL SELECT subject FROM event WHERE ticket_id IN \(set) AND field = 'link' AND subject IS NOT NULL
            UNION ALL SELECT message.ticket_id FROM event JOIN message ON message.id = event.subject
                WHERE event.ticket_id IN \(set) AND (event.field = 'answer' OR event.field = 'messagePlace'
                    OR event.field = 'message')
            UNION ALL SELECT message.ticket_id FROM ticket_cause JOIN message ON message.id = ticket_cause.evidence_id
                WHERE ticket_cause.ticket_id IN \(set)
            """
        return Set(try db.rows(sql, [own]).map { try $0.integer(0) })
    }
}
