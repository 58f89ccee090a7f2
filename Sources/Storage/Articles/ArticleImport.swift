import Workflow

/// What became of an imported article.
package struct ArticleOutcome: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        case created
        /// The same bytes as before.
        case known
        /// A new version of the file.
        case updated
        /// The file changed, and its changes stand in the article already.
        case unchanged
    }

    package var kind: Kind
    package var number: Article.Number
    package var version: Int
    /// What agents changed since stands beside what the file changed.
    package var isMerged = false
    /// Lines of the new text, from 1, where both had changed: the desk's stayed.
    package var conflicts: [Int] = []
}

/// The import of one article inside its transaction.
struct ArticleImport {
    let turn: WriteTurn
    /// Reads a text again that is put together of two.
    let read: ([UInt8]) -> IncomingArticle

    private var db: any Transaction { turn.db }

    func write(_ incoming: IncomingArticle, in run: inout ImportRun) throws -> ArticleOutcome {
        if let known = try article(with: incoming.sha256) {
            return ArticleOutcome(kind: .known, number: known.number, version: known.version)
        }
        guard let name = incoming.fileName, let before = try lastImport(of: name) else {
            return try create(incoming, &run)
        }
        return try update(before.article, from: before.sha256, with: incoming, &run)
    }

    /// The article that came from the same bytes, if nothing newer came from its file.
    private func article(with sha256: [UInt8]) throws -> ArticleRow? {
        let sql = """
            SELECT version.article_id FROM article_version AS version
            JOIN article ON article.id = version.article_id AND article.removal = 0
            \(Self.isInForce) WHERE version.sha256 = $1 AND version.file_name IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM article_version AS later
                JOIN operation AS later_operation ON later_operation.id = later.operation_id
                LEFT JOIN batch AS later_batch ON later_batch.id = later_operation.batch_id
                WHERE later.article_id = version.article_id AND later.file_name IS NOT NULL
                    AND later.number > version.number AND later_batch.undone_by IS NULL)
            ORDER BY version.article_id LIMIT 1
            """
        return try db.row(sql, [.blob(sha256)]).map { try Articles.find(Article.Number(try $0.integer(0)), in: db) }
    }

    /// Versions of imports that were taken back count no longer.
    private static let isInForce = """
        JOIN operation ON operation.id = version.operation_id
        JOIN batch ON batch.id = operation.batch_id AND batch.undone_by IS NULL
        """

    private func lastImport(of name: String) throws -> (article: ArticleRow, sha256: [UInt8])? {
        let sql = """
            SELECT version.article_id, version.sha256 FROM article_version AS version
            JOIN article ON article.id = version.article_id AND article.removal = 0
            \(Self.isInForce) WHERE version.file_name = $1 ORDER BY version.id DESC LIMIT 1
            """
        return try db.row(sql, [.text(name)]).map { row in
            (try Articles.find(Article.Number(try row.integer(0)), in: db), try row.blob(1))
        }
    }

    private func create(_ incoming: IncomingArticle, _ run: inout ImportRun) throws -> ArticleOutcome {
        let batch = try run.batch(in: turn)
        var operation = try Operation.begin(turn, batch: batch.id)
        let number = try operation.create(incoming, as: .published)
        return ArticleOutcome(kind: .created, number: number, version: 1)
    }

    private func update(
        _ article: ArticleRow, from base: [UInt8], with incoming: IncomingArticle, _ run: inout ImportRun
    ) throws -> ArticleOutcome {
        let batch = try run.batch(in: turn)
        var operation = try Operation.begin(turn, batch: batch.id)
        var outcome = ArticleOutcome(kind: .updated, number: article.number, version: article.version)
        var next = incoming
        if article.sha256 != base {
            // The file's own text stays as a version, so that the next one is compared with it.
            _ = try ArticleInsert(db: db).version(incoming, of: article.number, operation: operation.number)
            let merge = TextMerge(
                base: try Articles.body(sha256: base, in: db), ours: try Articles.body(of: article, in: db),
                theirs: incoming.bytes)
            outcome.isMerged = true
            outcome.conflicts = merge.conflicts
            next = read(merge.bytes)
            // It is no text of the file: the next one is not compared with it.
            (next.fileName, next.path) = (nil, nil)
            if next.sha256 == article.sha256 { outcome.kind = .unchanged }
        }
        if outcome.kind == .updated { try operation.setText(next, of: article.number) }
        outcome.version = try Articles.find(article.number, in: db).version
        return outcome
    }
}

extension Operation {
    /// A new article; it was set aside until its text is there, so that undo sets it aside again.
    mutating func create(_ incoming: IncomingArticle, as state: Article.State) throws -> Article.Number {
        let number = try ArticleInsert(db: db).article()
        try setText(incoming, of: number)
        try change(.articleState, ofRow: number.rawValue, to: .integer(state.rawValue))
        try change(.articleRemoval, ofRow: number.rawValue, to: .integer(Removal.none.rawValue))
        return number
    }

    /// What matched a signature before matches it still.
    private func keepSamples(of number: Article.Number, in version: Int64) throws {
        try db.run(
            """
            UPDATE signature SET sample = (
                SELECT before.sample FROM signature AS before JOIN article ON article.version_id = before.version_id
                WHERE article.id = $1 AND before.kind = signature.kind AND before.segments = signature.segments)
            WHERE version_id = $2 AND sample IS NULL
            """, [.integer(number.rawValue), .integer(version)])
    }

    /// Gives an article a new text.
    mutating func setText(_ incoming: IncomingArticle, of number: Article.Number) throws {
        let version = try ArticleInsert(db: db).version(incoming, of: number, operation: self.number)
        try keepSamples(of: number, in: version)
        try change(.articleVersion, ofRow: number.rawValue, to: .integer(version))
    }
}
