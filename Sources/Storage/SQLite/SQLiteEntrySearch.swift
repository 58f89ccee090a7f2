/// The search of articles in SQLite: contentless FTS5.
extension SQLiteTransaction {
    func index(_ text: IndexedText, ofEntry entry: Int64) throws {
        try run(
            "INSERT INTO entry_search (rowid, title, body) VALUES ($1, $2, $3)",
            [.integer(entry), .utf8(text.title), .utf8(text.body)])
    }

    func rankedEntries(_ expression: EntryExpression, limit: Int?) throws -> [(entry: Int64, rank: Double)] {
        let sql = """
            SELECT rowid, rank FROM entry_search
            WHERE entry_search MATCH $1 AND rank MATCH 'bm25(3.0, 1.0)' ORDER BY rank LIMIT $2
            """
        return try rows(sql, [.text(expression.match), .limit(limit)]).map { (try $0.integer(0), try $0.real(1)) }
    }

    func entryCounts(of terms: [String]) throws -> [Int] {
        try terms.map { try row("SELECT doc FROM entry_term WHERE term = $1", [.text($0)])?.int(0) ?? 0 }
    }
}

extension EntryExpression {
    /// The expression for `MATCH`. No quotation mark is ever among the terms.
    fileprivate var match: String {
        let texts = phrases.map { phrase in
            "\"" + phrase.terms.joined(by: " ") + "\"" + (phrase.endsInPrefix ? " *" : "")
        }
        return texts.joined(by: needsAll ? " AND " : " OR ")
    }
}
