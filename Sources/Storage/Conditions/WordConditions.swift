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
        case .log, .article: throw QueryError.notKept(.area, at: word.range)
        }
    }

    private mutating func matches(_ word: Query.Word, _ scope: SearchScope) -> String {
        guard let phrase = SearchPhrase(word.text) else { return "1 = 0" }
        _ = bind(.text(phrase.match))
        let place = values.count
        guard let lowest else { return db.matches(placeholder: place, from: nil, in: scope) }
        _ = bind(.integer(lowest.rawValue))
        return db.matches(placeholder: place, from: place + 1, in: scope)
    }

    // The index does not say in which message a word stands, so it narrows the search, and the texts decide.
    private mutating func among(descriptionsHolding word: Query.Word) throws -> String {
        guard let phrase = SearchPhrase(word.text) else { return "1 = 0" }
        let sql = """
            SELECT ticket.id, message.body FROM ticket
            JOIN ticket AS home ON home.id = ticket.id OR home.merged_into = ticket.id
            JOIN message ON message.ticket_id = home.id
            WHERE message.is_description = 1 AND message.is_internal = 0 AND message.removal = 0 AND
            """
        var found: Set<Int64> = []
        try db.each("\(sql) \(db.matches(placeholder: 1, from: nil, in: .publicText))", [.text(phrase.match)]) { row in
            if try phrase.isIn(row.text(1)) { found.insert(try row.integer(0)) }
        }
        return among("ticket.id", found.sorted())
    }

    private mutating func among(causesHolding word: Query.Word) throws -> String {
        let wanted = folded(word.text)
        let found = try db.rows("SELECT id, folded FROM cause").filter { try $0.text(1).contains(wanted) }
        let causes = among("ticket_cause.cause_id", try found.map { try $0.integer(0) })
        return "EXISTS (SELECT 1 FROM ticket_cause WHERE ticket_cause.ticket_id = ticket.id AND \(causes))"
    }

    private mutating func among(categoriesHolding word: Query.Word) throws -> String {
        let wanted = folded(word.text)
        let found = scene.categories.categories.filter { folded($0.name).contains(wanted) }
        return among("ticket.category_id", Set(found.flatMap { scene.categories.subtree(of: $0.id) }).sorted())
    }

    private mutating func among(fieldsHolding word: Query.Word) throws -> String {
        let wanted = folded(word.text)
        var found: [String] = []
        try db.each("SELECT DISTINCT text FROM ticket_field", []) { row in
            let text = try row.text(0)
            if folded(text).contains(wanted) { found.append(text) }
        }
        let texts = amongTexts("ticket_field.text", found)
        return "EXISTS (SELECT 1 FROM ticket_field WHERE ticket_field.ticket_id = ticket.id AND \(texts))"
    }
}
