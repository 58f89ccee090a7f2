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

    /// Who changed a message last, for each that was changed.
    package private(set) var editors: [(message: Message.ID, name: String)] = []
    /// Why the ticket waits, in the words of whoever let it.
    package private(set) var waitReason: String?

    package init() {}

    package static func == (a: Self, b: Self) -> Bool {
        a.articles == b.articles && a.diagnoses == b.diagnoses && a.waitReason == b.waitReason
            && a.editors.elementsEqual(b.editors) { $0 == $1 }
    }

    /// - Parameter records: the ticket and those merged into it, as they are shown.
    package init(of record: TicketRecord, merged: [TicketRecord] = [], in db: any Transaction) throws {
        try self.init(of: record.ticket.number, in: db)
        if record.ticket.status == .pending || record.ticket.status == .hold {
            let sql = "SELECT \(Timeline.waitReason) FROM ticket WHERE id = $1"
            waitReason = try db.row(sql, [.integer(record.ticket.number.rawValue)])?.optionalText(0)
        }
        let sql = """
            SELECT agent.name FROM message_version AS old JOIN operation ON operation.id = old.operation_id
            JOIN agent ON agent.id = operation.agent_id WHERE old.message_id = $1 ORDER BY old.version DESC LIMIT 1
            """
        for message in ([record] + merged).flatMap(\.messages) where message.version > 1 {
            guard let row = try db.row(sql, [.integer(message.id)]) else { continue }
            editors.append((message.id, try row.text(0)))
        }
    }

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
