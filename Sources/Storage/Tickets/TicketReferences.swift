import Workflow

/// What agents worked with on a ticket: articles that helped, and sites that were looked at.
package struct TicketReferences: Equatable, Sendable {
    package struct UsedArticle: Equatable, Sendable {
        package var number: Article.Number
        package var title: String
        /// The ticket was resolved with it.
        package var isResolution: Bool
    }

    package struct Diagnosis: Equatable, Sendable {
        package var id: StoredDiagnosis.ID
        package var url: String
        /// The code of the verdict.
        package var verdict: String
    }

    package private(set) var articles: [UsedArticle] = []
    /// The oldest first.
    package private(set) var diagnoses: [Diagnosis] = []

    package init() {}

    package init(of ticket: Ticket.Number, in db: any Transaction) throws {
        // Every ticket that is shown asks for them, and many desks have none.
        let any = "SELECT 1 FROM article UNION ALL SELECT 1 FROM diagnosis LIMIT 1"
        guard try db.row(any) != nil else { return }
        let sql = """
            SELECT 1, event.subject, version.title, MAX(CASE event.after WHEN 'resolved' THEN 1 ELSE 0 END)
            FROM event JOIN article ON article.id = event.subject
            JOIN article_version AS version ON version.id = article.version_id AND version.article_id = article.id
            WHERE event.ticket_id = $1 AND event.field = 'article'
            GROUP BY event.subject, version.title HAVING SUM(CASE event.kind WHEN 'add' THEN 1 ELSE -1 END) > 0
            UNION ALL SELECT 2, id, url, verdict FROM diagnosis WHERE ticket_id = $1 AND removal = 0 ORDER BY 1, 2
            """
        try db.each(sql, [.integer(ticket.rawValue)]) { row in
            if try row.int(0) == 1 {
                articles.append(
                    UsedArticle(
                        number: Article.Number(try row.integer(1)), title: try row.text(2),
                        isResolution: try row.flag(3)))
            } else {
                diagnoses.append(
                    Diagnosis(id: try row.integer(1), url: try row.text(2), verdict: try row.text(3)))
            }
        }
    }

    /// Whether any of the tickets has some, now or before.
    static func areThere(of tickets: [Ticket.Number], in db: any Transaction) throws -> Bool {
        let set = db.rows(ofSetAt: "$1")
        let sql = """
            SELECT 1 FROM event WHERE ticket_id IN \(set) AND field = 'article'
            UNION ALL SELECT 1 FROM diagnosis WHERE ticket_id IN \(set) LIMIT 1
            """
        return try db.row(sql, [db.rowSet(of: tickets.map { .integer($0.rawValue) })]) != nil
    }
}
