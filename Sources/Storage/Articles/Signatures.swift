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
                signature.counter_sample
            FROM signature JOIN article ON article.version_id = signature.version_id AND article.removal = 0
            WHERE article.state IN \(db.rows(ofSetAt: "$1")) ORDER BY signature.id
            """
        return try read(sql, [db.rowSet(of: states.map { .integer($0.rawValue) })], in: db)
    }

    /// Those of one article.
    package static func of(_ article: ArticleRow, in db: any Transaction) throws -> [SignatureRow] {
        let sql = """
            SELECT signature.id, version.article_id, signature.kind, signature.segments, signature.context,
                signature.sample, signature.counter_sample
            FROM signature JOIN article_version AS version ON version.id = signature.version_id
            WHERE signature.version_id = $1 ORDER BY signature.id
            """
        return try read(sql, [.integer(article.versionID)], in: db)
    }

    private static func read(_ sql: String, _ values: [SQLValue], in db: any Transaction) throws -> [SignatureRow] {
        let rows = try db.rows(sql, values)
        var entries: [Int64: [Int64]] = [:]
        let ids = try rows.map { SQLValue.integer(try $0.integer(0)) }
        let owners = """
            SELECT signature_id, entry_id FROM signature_entry WHERE signature_id IN \(db.rows(ofSetAt: "$1"))
            ORDER BY signature_id, entry_id
            """
        try db.each(owners, [db.rowSet(of: ids)]) { row in
            entries[try row.integer(0), default: []].append(try row.integer(1))
        }
        return try rows.map { row in
            let id = try row.integer(0)
            let draft = SignatureDraft(
                kind: try row.code(2), segments: parts(try row.text(3)), sample: try row.optionalText(5), entries: [],
                context: try row.optionalText(4).map(parts) ?? [])
            return SignatureRow(
                id: id, article: Article.Number(try row.integer(1)), draft: draft,
                counterSample: try row.optionalText(6), entryIDs: entries[id] ?? [])
        }
    }

    private static func parts(_ text: String) -> [String] {
        text.utf8.split(separator: 0x1F).map { String($0) ?? "" }
    }

    static func text(of parts: [String]) -> String { parts.joined(separator: separator) }
}
