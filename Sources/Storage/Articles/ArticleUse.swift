import Workflow

/// How often an article helped. The history tells it; there is no count to go wrong.
package struct ArticleUse: Equatable, Sendable {
    /// Tickets that were answered or resolved with it.
    package var times = 0
    /// Tickets that were resolved with it.
    package var resolved = 0
    /// Different agents who used it.
    package var agents = 0
    package var lastAt: Instant?
    /// Tickets in the order of their numbers.
    package var tickets: [Ticket.Number] = []

    package init() {}

    /// How a ticket was helped.
    package enum Way: String, Sendable {
        case replied, resolved
    }
}

extension Articles {
    /// The use of one article, without what was undone.
    package static func use(of number: Article.Number, in db: any Transaction) throws -> ArticleUse {
        let sql = """
            SELECT event.ticket_id, MAX(CASE event.after WHEN 'resolved' THEN 1 ELSE 0 END), MAX(operation.at) FROM event
            JOIN operation ON operation.id = event.operation_id
            WHERE event.field = 'article' AND event.subject = $1 AND event.ticket_id IS NOT NULL
            GROUP BY event.ticket_id HAVING SUM(CASE event.kind WHEN 'add' THEN 1 ELSE -1 END) > 0 ORDER BY event.ticket_id
            """
        var use = ArticleUse()
        try db.each(sql, [.integer(number.rawValue)]) { row in
            use.times += 1
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
