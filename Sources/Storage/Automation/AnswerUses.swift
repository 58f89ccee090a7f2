import Workflow

/// How often an answer was taken from an old case or a canned reply. The history tells it; there is no count to go wrong.
package enum AnswerUses {
    /// What was taken.
    package enum Source: Equatable, Sendable {
        case message(Message.ID)
        case canned(Int64)
        case article(Article.Number)

        // A canned reply is told from a message by its sign.
        var subject: Int64 {
            switch self {
            case .message(let id): id
            case .canned(let id): -id
            case .article(let number): number.rawValue
            }
        }
    }

    /// Times it was taken, without those that were undone.
    package static func count(_ source: Source, in db: any Transaction) throws -> Int {
        let sql = """
            SELECT COALESCE(SUM(CASE kind WHEN 'add' THEN 1 ELSE -1 END), 0) FROM event
            WHERE field = 'answer' AND subject = $1
            """
        return try db.row(sql, [.integer(source.subject)])?.int(0) ?? 0
    }

    /// Tickets for which one was taken, or an article, without those of which that was undone.
    package static func tickets(in db: any Transaction) throws -> Set<Int64> {
        Set(try db.rows("SELECT ticket_id FROM \(tickets) AS answered").map { try $0.integer(0) })
    }

    /// The same as a statement. The sum keeps it from going through all events by their tickets.
    static let tickets = """
        (SELECT event.ticket_id + 0 AS ticket_id FROM event
            WHERE event.field = 'answer' AND event.ticket_id + 0 IS NOT NULL
            GROUP BY event.ticket_id + 0 HAVING SUM(CASE event.kind WHEN 'add' THEN 1 ELSE -1 END) > 0
            UNION SELECT event.ticket_id + 0 FROM event
            WHERE event.field = 'article' AND event.ticket_id + 0 IS NOT NULL
            GROUP BY event.ticket_id + 0, event.subject HAVING SUM(CASE event.kind WHEN 'add' THEN 1 ELSE -1 END) > 0)
        """

    /// An answer by what it is, and how often it was taken.
    package struct Taken: Equatable, Sendable {
        /// `#29 m3`, or the name of a canned reply.
        package var name: String
        package var isCanned: Bool
        package var times: Int
    }

    /// Those taken most often, the most first.
    package static func mostTaken(_ count: Int, in db: any Transaction) throws -> [Taken] {
        let sql = """
            SELECT taken.subject, taken.times, message.ticket_id, message.sequence, canned_reply.name FROM (
                SELECT subject, SUM(CASE kind WHEN 'add' THEN 1 ELSE -1 END) AS times FROM event
                WHERE field = 'answer' GROUP BY subject
            ) AS taken LEFT JOIN message ON message.id = taken.subject
            LEFT JOIN canned_reply ON canned_reply.id = -taken.subject
            WHERE taken.times > 0 AND (message.id IS NOT NULL OR canned_reply.id IS NOT NULL)
            ORDER BY taken.times DESC, taken.subject LIMIT $1
            """
        return try db.rows(sql, [.integer(Int64(count))]).map { row in
            let canned = try row.optionalText(4)
            let name = try canned ?? "#\(row.integer(2)) m\(row.int(3))"
            return Taken(name: name, isCanned: canned != nil, times: try row.int(1))
        }
    }
}

extension Store {
    /// Remembers that somebody took an answer, for a ticket where it was for one.
    package func useAnswer(
        _ source: AnswerUses.Source, for ticket: Ticket.Number?, _ context: CommandContext
    ) throws -> WriteResult {
        try write(context, needs: .work) { try $0.use(source, for: ticket) }.result
    }
}

extension Operation {
    /// Tells that an answer was taken.
    mutating func use(_ source: AnswerUses.Source, for ticket: Ticket.Number?) throws {
        if case .article = source {
            let way = ArticleUse.Way.replied.rawValue
            return try record(Event(.add, .article, of: ticket, subject: source.subject, after: way))
        }
        try record(Event(.add, .answer, of: ticket, subject: source.subject))
    }
}
