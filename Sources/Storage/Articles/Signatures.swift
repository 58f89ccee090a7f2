import Workflow

/// A signature of a published article, with the entries that it belongs to.
package struct SignatureRow: Equatable, Sendable {
    package var id: Int64
    package var article: Article.Number
    package var draft: SignatureDraft
    package var counterSample: String?
    package var entryIDs: [Int64]
}

/// Reading signatures.
package enum Signatures {
    private static let separator = "\u{1F}"

    /// Those of articles of these states, in the order in which they were made.
    package static func all(
        states: Set<Article.State> = [.published], in db: any Transaction
    ) throws -> [SignatureRow] {
        let sql = """
            SELECT signature.id, article.id, signature.kind, signature.segments, signature.context, signature.sample,
                signature.counter_sample, signature.entries
            FROM signature JOIN article ON article.version_id = signature.version_id AND article.removal = 0
            WHERE article.state IN \(db.rows(ofSetAt: "$1")) ORDER BY signature.id
            """
        return try read(sql, [db.rowSet(of: states.map { .integer($0.rawValue) })], in: db)
    }

    /// Those of published articles that a text may show, in the order in which they were made.
    package static func likely(in text: String, in db: any Transaction) throws -> [SignatureRow] {
        guard let leads = SignatureLead.all(in: text) else { return try all(in: db) }
        let sql = """
            SELECT signature.id, article.id, signature.kind, signature.segments, signature.context, signature.sample,
                signature.counter_sample, signature.entries
            FROM signature JOIN article_version AS version ON version.id = signature.version_id
            JOIN article ON article.id = version.article_id AND article.version_id = version.id AND article.removal = 0
            WHERE (signature.lead IN \(db.rows(ofSetAt: "$1")) OR signature.lead IS NULL) AND article.state = $2
            ORDER BY signature.id
            """
        let values = [
            db.rowSet(of: leads.sorted().map(SQLValue.integer)), .integer(Article.State.published.rawValue),
        ]
        return try read(sql, values, in: db)
    }

    /// Those of one article.
    package static func of(_ article: ArticleRow, in db: any Transaction) throws -> [SignatureRow] {
        let sql = """
            SELECT signature.id, version.article_id, signature.kind, signature.segments, signature.context,
                signature.sample, signature.counter_sample, signature.entries
            FROM signature JOIN article_version AS version ON version.id = signature.version_id
            WHERE signature.version_id = $1 ORDER BY signature.id
            """
        return try read(sql, [.integer(article.versionID)], in: db)
    }

    private static func read(_ sql: String, _ values: [SQLValue], in db: any Transaction) throws -> [SignatureRow] {
        try db.rows(sql, values).map { row in
            let draft = SignatureDraft(
                kind: try row.code(2), segments: parts(try row.text(3)), sample: try row.optionalText(5), entries: [],
                context: try row.optionalText(4).map(parts) ?? [])
            return SignatureRow(
                id: try row.integer(0), article: Article.Number(try row.integer(1)), draft: draft,
                counterSample: try row.optionalText(6), entryIDs: ids(try row.text(7)))
        }
    }

    private static func parts(_ text: String) -> [String] {
        text.utf8.split(separator: 0x1F).map { String($0) ?? "" }
    }

    static func text(of parts: [String]) -> String { parts.joined(by: separator) }

    private static func ids(_ text: String) -> [Int64] { text.split(separator: " ").compactMap { Int64($0) } }

    /// In ascending order.
    static func text(ofIDs ids: [Int64]) -> String { ids.sorted().map(String.init).joined(by: " ") }
}
