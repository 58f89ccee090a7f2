import Workflow

/// One entry of an article's present text.
package struct EntryRow: Equatable, Sendable {
    package var id: Int64
    package var article: Article.Number
    package var articleTitle: String
    package var parent: Int64?
    package var kind: ArticleEntry.Kind
    package var level: Int?
    package var number: String?
    package var title: String
    package var key: String?
    package var role: ArticleEntry.Role
    /// From 1.
    package var line: Int
    /// Where it begins in the article's text, in bytes.
    package var start: Int
    package var texts: [EntryText] = []

    /// `KB-3`, or `KB-3 1.4` for a numbered part of it.
    package var label: String { "\(article)" + (number.map { " \($0)" } ?? "") }

    package func text(_ role: ArticleEntry.Role) -> String? {
        let found = texts.filter { $0.role == role && !$0.body.isEmpty }.map(\.body)
        return found.isEmpty ? nil : found.joined(by: "\n")
    }
}

/// What an entry tells.
package struct EntryText: Equatable, Sendable {
    package var role: ArticleEntry.Role
    package var side: ArticleEntry.Side?
    package var body: String
    /// Where it begins in the article's text, in bytes.
    package var start: Int
}

/// Where an entry leads, and whether that is there.
package struct EntryLink: Equatable, Sendable {
    package var entry: Int64
    package var kind: ArticleEntry.LinkKind
    package var label: String
    package var target: String
    /// The article that it leads to; nil where it leads out of the desk or nowhere.
    package var article: Article.Number?
    /// It names an article that is not there.
    package var isDangling: Bool
}

/// Reading what articles say.
package enum ArticleContent {
    private static let select = """
        SELECT entry.id, version.article_id, version.title, entry.parent_id, entry.kind, entry.level, entry.number,
            entry.title, entry.key, entry.role, entry.line, entry.start
        FROM article_entry AS entry JOIN article_version AS version ON version.id = entry.version_id
        """

    /// The entries of a version with their texts, in the order of the text.
    package static func entries(of article: ArticleRow, in db: any Transaction) throws -> [EntryRow] {
        let sql = "\(select) WHERE entry.version_id = $1 ORDER BY entry.position"
        let entries = try db.rows(sql, [.integer(article.versionID)]).map(decode)
        return try withTexts(entries, in: db)
    }

    /// Entries by their ids that belong to texts that hold, with what they say.
    /// - Parameter states: articles of other states are left out.
    package static func entries(
        _ ids: [Int64], states: Set<Article.State> = [.published], in db: any Transaction
    ) throws -> [Int64: EntryRow] {
        let set = db.rows(ofSetAt: "$1")
        let sql = """
            \(select) JOIN article
                ON article.id = version.article_id AND article.version_id = version.id AND article.removal = 0
            WHERE entry.id IN \(set) AND article.state IN \(db.rows(ofSetAt: "$2"))
            """
        let values = [
            db.rowSet(of: ids.map(SQLValue.integer)), db.rowSet(of: states.map { .integer($0.rawValue) }),
        ]
        let entries = try withTexts(try db.rows(sql, values).map(decode), in: db)
        return Dictionary(uniqueKeysWithValues: entries.map { ($0.id, $0) })
    }

    private static func decode(_ row: SQLRow) throws -> EntryRow {
        EntryRow(
            id: try row.integer(0), article: Article.Number(try row.integer(1)), articleTitle: try row.text(2),
            parent: try row.optionalInteger(3), kind: try row.code(4), level: try row.optionalInt(5),
            number: try row.optionalText(6), title: try row.text(7), key: try row.optionalText(8),
            role: try row.code(9),
            line: try row.int(10), start: try row.int(11))
    }

    private static func withTexts(_ entries: [EntryRow], in db: any Transaction) throws -> [EntryRow] {
        var texts: [Int64: [EntryText]] = [:]
        let sql = """
            SELECT entry_id, role, side, body, start FROM entry_text WHERE entry_id IN \(db.rows(ofSetAt: "$1"))
            ORDER BY entry_id, position
            """
        try db.each(sql, [db.rowSet(of: entries.map { .integer($0.id) })]) { row in
            let side = try row.optionalInteger(2).flatMap(ArticleEntry.Side.init(rawValue:))
            texts[try row.integer(0), default: []].append(
                EntryText(role: try row.code(1), side: side, body: try row.text(3), start: try row.int(4)))
        }
        return entries.map { entry in
            var entry = entry
            entry.texts = texts[entry.id] ?? []
            return entry
        }
    }

    /// Where the entries of an article lead.
    package static func links(of article: ArticleRow, in db: any Transaction) throws -> [EntryLink] {
        let sql = """
            SELECT entry_link.entry_id, entry_link.kind, entry_link.label, entry_link.target FROM entry_link
            JOIN article_entry AS entry ON entry.id = entry_link.entry_id WHERE entry.version_id = $1
            ORDER BY entry.position, entry_link.position
            """
        let rows = try db.rows(sql, [.integer(article.versionID)])
        return try rows.map { row in
            let (label, target) = (try row.text(2), try row.text(3))
            let found = try destination(of: label, target, in: db)
            return EntryLink(
                entry: try row.integer(0), kind: try row.code(1), label: label, target: target, article: found,
                isDangling: target.isEmpty && found == nil)
        }
    }

    /// Articles with a link to one, in the order of their numbers.
    package static func articles(linkingTo article: ArticleRow, in db: any Transaction) throws -> [ArticleRow] {
        let sql = """
            SELECT DISTINCT article.id, entry_link.label, entry_link.target FROM entry_link
            JOIN article_entry AS entry ON entry.id = entry_link.entry_id
            JOIN article ON article.version_id = entry.version_id
            WHERE article.removal = 0 AND article.id <> $1
            """
        let (name, title) = (article.fileName ?? "", folded(article.title))
        var likely: [(number: Article.Number, label: String, target: String)] = []
        try db.each(sql, [.integer(article.number.rawValue)]) { row in
            let (label, target) = (try row.text(1), try row.text(2))
            guard target.isEmpty ? folded(label) == title : !name.isEmpty && target.contains(name) else { return }
            likely.append((Article.Number(try row.integer(0)), label, target))
        }
        let found = try likely.filter { try destination(of: $0.label, $0.target, in: db) == article.number }
        let numbers = Set(found.map(\.number))
        return try numbers.sorted { $0.rawValue < $1.rawValue }.map { try Articles.find($0, in: db) }
    }

    /// The article that a link means: by its title where it says no more, else by the name of its file.
    private static func destination(
        of label: String, _ target: String, in db: any Transaction
    ) throws -> Article.Number? {
        if target.isEmpty { return try Articles.titled(label, in: db).first?.number }
        guard !target.contains("://"), !target.hasPrefix("#"), !target.hasPrefix("//") else { return nil }
        let path = target.prefix { $0 != "#" && $0 != "?" }
        guard let name = path.split(separator: "/").last, name.contains(".") else { return nil }
        let sql = """
            SELECT article.id FROM article JOIN article_version AS version
                ON version.id = article.version_id AND article.id = version.article_id
            WHERE version.file_name = $1 AND article.removal = 0 ORDER BY article.id LIMIT 1
            """
        return try db.row(sql, [.text(String(name))]).map { Article.Number(try $0.integer(0)) }
    }
}
