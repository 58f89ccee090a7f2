import Workflow

/// An article as the desk has it, without its text.
package struct ArticleRow: Equatable, Sendable {
    package var number: Article.Number
    package var state: Article.State
    package var title: String
    /// `zh` or `en`.
    package var language: String
    package var kind: Article.Kind
    package var lines: Int
    /// Of its text: from 1, one more with every edit.
    package var version: Int
    package var versionID: Int64
    package var sha256: [UInt8]
    /// The file that its text came from; nil where an agent wrote it.
    package var fileName: String?
    package var path: String?
    package var reviewAt: Instant?
    package var translationOf: Article.Number?
    /// When the version was made.
    package var updatedAt: Instant
    package var author: String
}

/// Reading articles.
package enum Articles {
    private static let select = """
        SELECT article.id, article.state, version.title, version.language, version.kind, version.lines, version.number,
            version.id, version.sha256, version.file_name, version.path, article.review_at, article.translation_of,
            operation.at, agent.name
        FROM article JOIN article_version AS version
            ON version.id = article.version_id AND article.id = version.article_id
        JOIN operation ON operation.id = version.operation_id JOIN agent ON agent.id = operation.agent_id
        """

    /// Those that are there, in the order of their numbers.
    /// - Parameter states: all of them where nil.
    package static func all(
        states: Set<Article.State>? = nil, language: String? = nil, in db: any Transaction
    ) throws -> [ArticleRow] {
        try db.rows("\(select) WHERE article.removal = 0 ORDER BY article.id").map(decode).filter { article in
            states?.contains(article.state) ?? true && language.map { $0 == article.language } ?? true
        }
    }

    /// Whether any article can answer.
    package static func areThere(in db: any Transaction) throws -> Bool {
        let sql = "SELECT 1 FROM article WHERE state = $1 AND removal = 0 LIMIT 1"
        return try db.row(sql, [.integer(Article.State.published.rawValue)]) != nil
    }

    /// - Throws: `ArticleError.noArticle`
    package static func find(_ number: Article.Number, in db: any Transaction) throws -> ArticleRow {
        guard let article = try known(number, in: db) else { throw ArticleError.noArticle(number) }
        return article
    }

    /// The article where it can answer; nil for a draft, for one that is retired and where there is none.
    package static func published(_ number: Article.Number, in db: any Transaction) throws -> ArticleRow? {
        try known(number, in: db).flatMap { $0.state == .published ? $0 : nil }
    }

    private static func known(_ number: Article.Number, in db: any Transaction) throws -> ArticleRow? {
        try db.row("\(select) WHERE article.id = $1 AND article.removal = 0", [.integer(number.rawValue)]).map(decode)
    }

    /// Those whose title is the text, however it is written; published ones first.
    package static func titled(_ title: String, in db: any Transaction) throws -> [ArticleRow] {
        let sql =
            "\(select) WHERE version.folded = $1 AND article.removal = 0 ORDER BY article.state = 2 DESC, article.id"
        return try db.rows(sql, [.text(folded(title))]).map(decode)
    }

    /// The text, byte for byte.
    package static func body(of article: ArticleRow, in db: any Transaction) throws -> [UInt8] {
        try body(sha256: article.sha256, in: db)
    }

    static func body(sha256: [UInt8], in db: any Transaction) throws -> [UInt8] {
        let row = try db.row("SELECT content FROM source_content WHERE sha256 = $1", [.blob(sha256)])
        guard let row else { throw StorageError.damaged(detail: "the text of an article is gone") }
        return try row.blob(0)
    }

    private static func decode(_ row: SQLRow) throws -> ArticleRow {
        ArticleRow(
            number: Article.Number(try row.integer(0)), state: try row.code(1), title: try row.text(2),
            language: try row.text(3), kind: try row.code(4), lines: try row.int(5), version: try row.int(6),
            versionID: try row.integer(7), sha256: try row.blob(8), fileName: try row.optionalText(9),
            path: try row.optionalText(10), reviewAt: try row.optionalInstant(11),
            translationOf: try row.optionalInteger(12).map(Article.Number.init),
            updatedAt: Instant(milliseconds: try row.integer(13)), author: try row.text(14))
    }
}

/// One version of an article's text.
package struct ArticleVersion: Equatable, Sendable {
    package var number: Int
    package var title: String
    package var at: Instant
    package var author: String
    package var fileName: String?
    package var sha256: [UInt8]
    package var operation: Int64
}

extension Articles {
    /// The text of a version, byte for byte.
    /// - Throws: `ArticleError.noVersion`
    package static func body(of number: Article.Number, version: Int, in db: any Transaction) throws -> [UInt8] {
        let sql = "SELECT sha256 FROM article_version WHERE article_id = $1 AND number = $2"
        guard let row = try db.row(sql, [.integer(number.rawValue), .integer(version)]) else {
            throw ArticleError.noVersion(number, version)
        }
        return try body(sha256: try row.blob(0), in: db)
    }

    /// All versions of an article, the oldest first.
    package static func versions(of number: Article.Number, in db: any Transaction) throws -> [ArticleVersion] {
        let sql = """
            SELECT version.number, version.title, operation.at, agent.name, version.file_name, version.sha256, operation.id
            FROM article_version AS version JOIN operation ON operation.id = version.operation_id
            JOIN agent ON agent.id = operation.agent_id WHERE version.article_id = $1 ORDER BY version.number
            """
        return try db.rows(sql, [.integer(number.rawValue)]).map { row in
            ArticleVersion(
                number: try row.int(0), title: try row.text(1), at: Instant(milliseconds: try row.integer(2)),
                author: try row.text(3), fileName: try row.optionalText(4), sha256: try row.blob(5),
                operation: try row.integer(6))
        }
    }
}
