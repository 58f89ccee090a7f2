import Workflow

/// Conditions on what a ticket says.
extension QueryConditions {
    mutating func wordCondition(_ word: Query.Word) throws -> String {
        let areas = word.areas.isEmpty ? [Query.Area.any] : word.areas
        return Self.balanced(try areas.map { try wordCondition(word, in: $0) }, " OR ")
    }

    private mutating func wordCondition(_ word: Query.Word, in area: Query.Area) throws -> String {
        switch area {
        case .any: return matches(word, .everything)
        case .title: return matches(word, .titles)
        case .public: return matches(word, .publicText)
        case .note: return matches(word, .notes)
        case .cause: return try among(causesHolding: word)
        case .category: return try among(categoriesHolding: word)
        case .field: return try among(fieldsHolding: word)
        case .description: return try among(descriptionsHolding: word)
        case .log, .article: throw QueryError.notSupported(.area, at: word.range)
        }
    }

    private mutating func matches(_ word: Query.Word, _ scope: SearchScope) -> String {
        SearchPhrase(word.text).map { matches($0, scope) } ?? "1 = 0"
    }

    mutating func matches(_ phrase: SearchPhrase, _ scope: SearchScope) -> String {
        matches(SearchExpression(phrase, in: scope))
    }

    mutating func matches(_ expression: SearchExpression) -> String {
        let (db, lowest) = (db, lowest)
        return db.matches(expression, from: lowest) { bind($0) }
    }

    // The index does not say in which message a word stands, so it narrows the search, and the texts decide. Of merged tickets
    // there are few.
    private mutating func among(descriptionsHolding word: Query.Word) throws -> String {
        guard let phrase = SearchPhrase(word.text) else { return "1 = 0" }
        var values: [SQLValue] = []
        let hits = db.matches(SearchExpression(phrase, in: .publicText), from: lowest) { value in
            values.append(value)
            return "$\(values.count)"
        }
        let sql = """
            SELECT ticket.id, message.body FROM ticket JOIN message ON message.ticket_id = ticket.id
            WHERE message.is_description = 1 AND message.is_internal = 0 AND message.removal = 0 AND \(hits)
            UNION ALL SELECT merged.merged_into, message.body FROM ticket AS merged
            JOIN ticket AS mergeTarget ON mergeTarget.id = merged.merged_into AND mergeTarget.merged_into IS NULL
            JOIN message ON message.ticket_id = merged.id
            WHERE merged.merged_into IS NOT NULL AND merged.removal <> \(Removal.undone.rawValue)
                AND message.is_description = 1 AND message.is_internal = 0 AND message.removal = 0
            """
        var finding = PhraseFinding(phrase)
        var found: Set<Int64> = []
        try db.eachInPlace(sql, values) { row in
            if finding.isIn(try row.text(1)) { found.insert(try row.integer(0)) }
        }
        return among("ticket.id", found.sorted())
    }

    private mutating func among(causesHolding word: Query.Word) throws -> String {
        let causes = try NameList.causesThemselves.ids(TextTest(folded(word.text), .contains), in: db)
        let held = among("ticket_cause.cause_id", causes)
        return "ticket.id IN (SELECT ticket_cause.ticket_id FROM ticket_cause WHERE \(held))"
    }

    private mutating func among(categoriesHolding word: Query.Word) throws -> String {
        let wanted = folded(word.text)
        let found = queryContext.categories.categories.filter { folded($0.name).contains(wanted) }
        return among("ticket.category_id", Set(found.flatMap { queryContext.categories.subtree(of: $0.id) }).sorted())
    }

    private mutating func among(fieldsHolding word: Query.Word) throws -> String {
        let test = TextTest(folded(word.text), .contains)
        return among("ticket.id", try tickets(holding: test, "SELECT ticket_id, text FROM ticket_field", []))
    }
}
