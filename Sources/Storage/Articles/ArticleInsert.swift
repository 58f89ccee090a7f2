import Workflow

/// A text on its way to become a version of an article.
package struct IncomingArticle: Sendable {
    package var draft: ArticleDraft
    package var bytes: [UInt8]
    package var sha256: [UInt8]
    /// Nil where an agent wrote it.
    package var fileName: String?
    package var path: String?

    package init(draft: ArticleDraft, bytes: [UInt8], sha256: [UInt8], fileName: String? = nil, path: String? = nil) {
        self.draft = draft
        self.bytes = bytes
        self.sha256 = sha256
        self.fileName = fileName
        self.path = path
    }
}

/// Keeps versions of articles. Ids are made here, one more than the largest in the table, so that rows can be written in one go.
struct ArticleInsert {
    let db: any Transaction

    /// An article without text, set aside until it has one.
    func article() throws -> Article.Number {
        let row = try db.row(
            "INSERT INTO article (state, removal) VALUES ($1, $2) RETURNING id",
            [.integer(Article.State.draft.rawValue), .integer(Removal.undone.rawValue)])
        guard let id = try row?.integer(0) else { throw StorageError.failed(detail: "no article was made") }
        return Article.Number(id)
    }

    /// - Returns: the id of the version.
    func version(_ incoming: IncomingArticle, of article: Article.Number, operation: Int64) throws -> Int64 {
        try db.insert(incoming.bytes, into: .sourceContent, sha256: incoming.sha256)
        let draft = incoming.draft
        let row = try db.row(
            """
            INSERT INTO article_version (article_id, number, title, folded, language, kind, lines, sha256, file_name, path,
                operation_id)
            VALUES ($1, (SELECT COALESCE(MAX(number), 0) + 1 FROM article_version WHERE article_id = $1), $2, $3, $4, $5, $6,
                $7, $8, $9, $10) RETURNING id
            """,
            [
                .integer(article.rawValue), .text(draft.title), .text(folded(draft.title)), .text(draft.language),
                .integer(draft.kind.rawValue), .integer(draft.counts.lines), .blob(incoming.sha256),
                .optional(incoming.fileName), .optional(incoming.path), .integer(operation),
            ])
        guard let id = try row?.integer(0) else { throw StorageError.failed(detail: "no version was made") }
        try entries(of: draft, version: id)
        return id
    }

    private func entries(of draft: ArticleDraft, version: Int64) throws {
        let first = try next("article_entry")
        let ids = draft.entries.indices.map { first + Int64($0) }
        try db.run(
            """
            INSERT INTO article_entry (id, version_id, parent_id, position, kind, level, number, title, key, role, line,
                title_start, title_length, start, length)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            """,
            each: draft.entries.enumerated().map { index, entry in
                [
                    .integer(ids[index]), .integer(version), .optional(entry.parent.map { ids[$0] }), .integer(index),
                    .integer(entry.kind.rawValue), .optional(entry.level), .optional(entry.number), .text(entry.title),
                    .optional(entry.key), .integer(entry.role.rawValue), .integer(entry.line),
                    .integer(entry.titleBytes.lowerBound), .integer(entry.titleBytes.count),
                    .integer(entry.bytes.lowerBound), .integer(entry.bytes.count),
                ]
            })
        try texts(of: draft, ids)
        try signatures(of: draft, ids, version: version)
        try db.run(
            "INSERT INTO entry_link (entry_id, position, kind, label, target) VALUES ($1, $2, $3, $4, $5)",
            each: draft.links.enumerated().map { index, link in
                [
                    .integer(ids[link.entry]), .integer(index), .integer(link.kind.rawValue), .text(link.label),
                    .text(link.target),
                ]
            })
        for (index, entry) in draft.entries.enumerated() where !entry.isOnlyTitle || draft.entries.count == 1 {
            try db.index(Self.terms(of: entry, in: draft), ofEntry: ids[index])
        }
    }

    private func texts(of draft: ArticleDraft, _ ids: [Int64]) throws {
        try db.run(
            """
            INSERT INTO entry_text (entry_id, position, role, side, body, start, length)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            each: draft.entries.enumerated().flatMap { index, entry in
                entry.texts.enumerated().map { position, text in
                    [
                        .integer(ids[index]), .integer(position), .integer(text.role.rawValue),
                        .optional(text.side?.rawValue), .text(text.text), .integer(text.bytes.lowerBound),
                        .integer(text.bytes.count),
                    ]
                }
            })
    }

    private func signatures(of draft: ArticleDraft, _ ids: [Int64], version: Int64) throws {
        let first = try next("signature")
        try db.run(
            """
            INSERT INTO signature (id, version_id, kind, segments, context, sample, entries, lead)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            each: draft.signatures.enumerated().map { index, signature in
                [
                    .integer(first + Int64(index)), .integer(version), .integer(signature.kind.rawValue),
                    .text(Signatures.text(of: signature.segments)),
                    .optional(signature.context.isEmpty ? nil : Signatures.text(of: signature.context)),
                    .optional(signature.sample), .text(Signatures.text(ofIDs: signature.entries.map { ids[$0] })),
                    .integer(SignatureLead.of(signature.segments)),
                ]
            })
    }

    private func next(_ table: String) throws -> Int64 {
        let sql = table == "signature" ? "SELECT MAX(id) FROM signature" : "SELECT MAX(id) FROM article_entry"
        return (try db.row(sql)?.optionalInteger(0) ?? 0) + 1
    }

    /// Each entry below a title is found by it; of a title that is none, a book in one line, by how it begins.
    private static let longestTitleAbove = 200

    /// An entry is found by its title, those above it, and what it tells. What only repeats for every case is left out.
    private static func terms(of entry: EntryDraft, in draft: ArticleDraft) -> IndexedText {
        var titles = [entry.title, entry.key ?? ""]
        var parent = entry.parent
        while let at = parent {
            titles.append(String(draft.entries[at].title.prefix(longestTitleAbove)))
            parent = draft.entries[at].parent
        }
        let texts = entry.texts.filter { $0.role != .escalation && $0.role != .seeAlso }.map(\.text)
        return IndexedText(title: EntryTerms.line(titles), body: EntryTerms.line(texts))
    }
}

extension EntryDraft {
    /// The article as a whole, where all that it tells stands in its entries.
    fileprivate var isOnlyTitle: Bool { parent == nil && texts.allSatisfy { $0.text.isEmpty } }
}
