import Workflow

/// The search index in SQLite: contentless FTS5, so forgetting a text means giving its tokens again.
extension SQLiteTransaction {
    func index(_ text: IndexedText, of row: SearchRow) throws {
        guard isBulk else { return try write(text, of: row) }
        gathered.append((text, row))
        gatheredBytes += text.title.count + text.body.count
        if gatheredBytes > Self.mostGathered { try indexGathered() }
    }

    private func write(_ text: IndexedText, of row: SearchRow) throws {
        try run(
            "INSERT INTO search (rowid, title, body) VALUES ($1, $2, $3)",
            [.integer(row.key), .utf8(text.title), .utf8(text.body)])
    }

    func unindex(_ text: IndexedText, of row: SearchRow) throws {
        try indexGathered()
        try run(
            "INSERT INTO search (search, rowid, title, body) VALUES ('delete', $1, $2, $3)",
            [.integer(row.key), .utf8(text.title), .utf8(text.body)])
    }

    /// Texts are written behind all other rows of a transaction, since some statements make the engine write out what it
    /// has gathered so far; so many bytes of them at most wait.
    private static var mostGathered: Int { 8 << 20 }

    func indexGathered() throws {
        guard !gathered.isEmpty else { return }
        try mergeLater()
        for (text, row) in gathered { try write(text, of: row) }
        gathered.removeAll(keepingCapacity: true)
        gatheredBytes = 0
    }

    /// The engine adds a part to its index with every commit, and merges parts a few at a time, the same words again and
    /// again; from here on it waits until there are many, and makes larger ones.
    private func mergeLater() throws {
        guard !isMergingLate else { return }
        isMergingLate = true
        try setMerging(automatic: 0, crisis: 128, gathering: 8 << 20)
    }

    /// Ends the texts of a bulk write. The settings of the index stand in the file; they are back in place before the
    /// transaction ends, so no kill can leave them behind.
    func endIndexing() throws {
        try indexGathered()
        guard isMergingLate else { return }
        // A savepoint makes the engine write out what it has gathered, while the settings still hold.
        try run("SAVEPOINT gathered", [])
        try run("RELEASE gathered", [])
        try setMerging(automatic: 4, crisis: 16, gathering: 1 << 20)
        isMergingLate = false
    }

    /// The last is the bytes that the engine gathers in memory before it writes a part.
    private func setMerging(automatic: Int, crisis: Int, gathering: Int) throws {
        let sql = "INSERT INTO search (search, rank) VALUES ($1, $2)"
        try run(sql, [.text("automerge"), .integer(automatic)])
        try run(sql, [.text("crisismerge"), .integer(crisis)])
        try run(sql, [.text("hashsize"), .integer(gathering)])
    }

    /// Merges the parts of the index where there are so many that finding would suffer.
    func mergeIndex() throws {
        try run("INSERT INTO search (search, rank) VALUES ('merge', 1000000)", [])
    }

    func clearIndex() throws {
        gathered.removeAll()
        try run("INSERT INTO search (search) VALUES ('delete-all')", [])
    }

    func integrityFaults() throws -> [String] {
        var faults: [String] = []
        try each("PRAGMA integrity_check(20)", []) { faults.append(try $0.text(0)) }
        return faults == ["ok"] ? [] : faults
    }

    func orphanCount() throws -> Int {
        var count = 0
        try each("PRAGMA foreign_key_check", []) { _ in count += 1 }
        return count
    }

    // The column `rank` is sorted inside the index, which keeps only what is asked for.
    func ranked(_ expression: SearchExpression, limit: Int?) throws -> [(ticket: Int64, rank: Double)] {
        try indexGathered()
        let sql = """
            SELECT rowid / 2, rank FROM search
            WHERE search MATCH $1 AND rank MATCH 'bm25(4.0, 1.0)'\(expression.scope.rows) ORDER BY rank LIMIT $2
            """
        return try rows(sql, [.text(expression.match), .limit(limit)]).map { (try $0.integer(0), try $0.real(1)) }
    }

    func matches(_ expression: SearchExpression, from lowest: Ticket.Number?, bind: (SQLValue) -> String) -> String {
        let match = bind(.text(expression.match))
        let bound = lowest.map { " AND search.rowid >= 2 * \(bind(.integer($0.rawValue)))" } ?? ""
        return """
            ticket.id IN (SELECT search.rowid / 2 FROM search WHERE search MATCH \(match)\(expression.scope.rows)\(bound))
            """
    }
}

extension SearchRow {
    /// The row's key: two for each ticket.
    var key: Int64 { ticket * 2 + (isNotes ? 1 : 0) }
}

extension SearchScope {
    /// Which rows count, as a further condition.
    fileprivate var rows: String {
        switch self {
        case .everything, .titles: ""
        case .publicText: " AND search.rowid % 2 = 0"
        case .notes: " AND search.rowid % 2 = 1"
        }
    }
}

extension SearchExpression {
    /// The expression for `MATCH`: `"ssl 证 书" OR "证 书 ssl" *`, after `title :` where only titles count.
    var match: String {
        let phrases = phrases.map(\.match).joined(by: " OR ")
        return scope == .titles ? "title : (\(phrases))" : phrases
    }
}

extension SearchPhrase {
    /// The phrase in an expression for `MATCH`, with the last token as a prefix where its beginning is enough. No quotation
    /// mark is ever among the tokens.
    var match: String { "\"\(tokens)\"" + (endsInPrefix ? " *" : "") }
}
