import Workflow

/// How often an article helped. The history tells it; there is no count to go wrong.
package struct ArticleUse: Equatable, Sendable {
    /// Tickets that were answered or resolved with it.
    package var times = 0
    /// Tickets that were resolved with it.
    package var resolved = 0
    /// Tickets that it helped with, and whose cause somebody confirmed.
    package var confirmed = 0
    /// Different agents who used it.
    package var agents = 0
    package var lastAt: Instant?
    /// Tickets in the order of their numbers.
    package var tickets: [Ticket.Number] = []

    package init() {}

    /// Tickets that any article helped with, without what was undone. The sum keeps it from going through all events by their
    /// tickets.
    static let helped = helped(by: "1 = 1")

    /// - Parameter condition: which of the articles, as a condition on `event.subject`.
    static func helped(by condition: String) -> String {
        """
        (SELECT event.ticket_id + 0 FROM event
            WHERE event.field = 'article' AND event.ticket_id + 0 IS NOT NULL AND \(condition)
            GROUP BY event.ticket_id + 0, event.subject HAVING SUM(CASE event.kind WHEN 'add' THEN 1 ELSE -1 END) > 0)
        """
    }

    /// How a ticket was helped.
    package enum Way: String, Sendable {
        case replied, resolved
    }
}

extension Articles {
    /// The use of one article, without what was undone.
    package static func use(of number: Article.Number, in db: any Transaction) throws -> ArticleUse {
        let sql = """
            SELECT event.ticket_id, MAX(CASE event.after WHEN 'resolved' THEN 1 ELSE 0 END), MAX(operation.at),
                EXISTS (SELECT 1 FROM ticket_cause WHERE ticket_cause.ticket_id = event.ticket_id AND state = \(CauseState.confirmed.rawValue))
            FROM event
            JOIN operation ON operation.id = event.operation_id
            WHERE event.field = 'article' AND event.subject = $1 AND event.ticket_id IS NOT NULL
            GROUP BY event.ticket_id HAVING SUM(CASE event.kind WHEN 'add' THEN 1 ELSE -1 END) > 0 ORDER BY event.ticket_id
            """
        var use = ArticleUse()
        try db.each(sql, [.integer(number.rawValue)]) { row in
            use.times += 1
            use.confirmed += try row.int(3)
            use.resolved += try row.int(1)
            use.tickets.append(Ticket.Number(try row.integer(0)))
            use.lastAt = max(use.lastAt ?? Instant(milliseconds: 0), Instant(milliseconds: try row.integer(2)))
        }
        let agents = """
            SELECT COUNT(DISTINCT operation.agent_id) FROM event JOIN operation ON operation.id = event.operation_id
            WHERE event.field = 'article' AND event.subject = $1 AND event.kind = 'add'
            """
        use.agents = use.times == 0 ? 0 : try db.row(agents, [.integer(number.rawValue)])?.int(0) ?? 0
        return use
    }

    /// How often each article was used.
    package static func uses(in db: any Transaction) throws -> [Article.Number: Int] {
        let sql = """
            SELECT used.subject, COUNT(*) FROM (
                SELECT event.subject, event.ticket_id FROM event WHERE event.field = 'article'
                GROUP BY event.subject, event.ticket_id HAVING SUM(CASE event.kind WHEN 'add' THEN 1 ELSE -1 END) > 0
            ) AS used GROUP BY used.subject
            """
        let rows = try db.rows(sql).map { (Article.Number(try $0.integer(0)), try $0.int(1)) }
        return Dictionary(uniqueKeysWithValues: rows)
    }
}

extension ArticleUse {
    /// Tickets that were resolved for one cause in one category, and without an article.
    package struct Unhelped: Equatable, Sendable {
        package var category: Category.ID?
        package var cause: String
        package var tickets: Int
    }

    /// The commonest first. Causes that were rejected, or only say that none is known, are none.
    package static func unhelped(least: Int, limit: Int, in db: any Transaction) throws -> [Unhelped] {
        let sql = """
            SELECT ticket.category_id, cause.name, COUNT(*) FROM ticket
            JOIN ticket_cause ON ticket_cause.ticket_id = ticket.id AND ticket_cause.state <> \(CauseState.rejected.rawValue)
            JOIN cause ON cause.id = ticket_cause.cause_id AND cause.is_placeholder = 0
            WHERE ticket.removal = 0 AND ticket.merged_into IS NULL
                AND ticket.status IN (\(Status.resolved.rawValue), \(Status.closed.rawValue)) AND ticket.id NOT IN \(helped)
            GROUP BY ticket.category_id, cause.id HAVING COUNT(*) >= $1
            ORDER BY COUNT(*) DESC, ticket.category_id, cause.id LIMIT $2
            """
        return try db.rows(sql, [.integer(least), .limit(limit > 0 ? limit : nil)]).map { row in
            Unhelped(category: try row.optionalInteger(0), cause: try row.text(1), tickets: try row.int(2))
        }
    }
}
