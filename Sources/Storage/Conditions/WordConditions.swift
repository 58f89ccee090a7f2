import Workflow

/// Conditions on what a ticket says, and on its history.
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
        case .description, .log, .article: throw QueryError.notKept(.area, at: word.range)
        }
    }

    private mutating func matches(_ word: Query.Word, _ scope: SearchScope) -> String {
        guard let phrase = SearchPhrase(word.text) else { return "1 = 0" }
        _ = bind(.text(phrase.match))
        return db.matches(placeholder: values.count, in: scope)
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

    /// The term holds, or held before some change.
    mutating func wasCondition(_ term: Query.Term) throws -> String {
        let now = try condition(term)
        let field = try eventField(term.field, at: term.range)
        let codes = try term.values.map { try eventCode($0, of: term.field) }
        let before = amongTexts("event.before", codes)
        return """
            (\(now)) OR EXISTS (SELECT 1 FROM event WHERE event.ticket_id = ticket.id
                AND event.field = \(bind(.text(field.rawValue))) AND \(before))
            """
    }

    mutating func changedCondition(_ change: Query.Change) throws -> String {
        let field = bind(.text(try eventField(change.field, at: change.range).rawValue))
        var parts = ["event.kind <> 'create'"]
        let times = try change.dates.map { date in
            let bounds = try date.bounds(change.comparison, now: scene.now.milliseconds, zone: scene.zone)
            guard let bounds else { throw QueryError.notKept(.changed, at: date.range) }
            return within(bounds, "operation.at")
        }
        if !times.isEmpty { parts.append("(\(Self.balanced(times, " OR ")))") }
        return """
            EXISTS (SELECT 1 FROM event JOIN operation ON operation.id = event.operation_id
                WHERE event.ticket_id = ticket.id AND event.field = \(field) AND \(parts.joined(separator: " AND ")))
            """
    }

    private func eventField(_ field: Query.Field, at range: Query.SourceRange) throws -> Event.Field {
        switch field {
        case .status: .status
        case .priority: .priority
        case .category: .category
        case .customer: .customer
        case .assignee: .assignee
        case .team: .team
        case .channel: .channel
        case .tag: .tag
        case .cause, .causeState: .cause
        case .custom: .field
        default: throw QueryError.notKept(field, at: range)
        }
    }

    // Events keep codes and ids, so a name is looked up first.
    private func eventCode(_ value: Query.Value, of field: Query.Field) throws -> String {
        switch value.content {
        case .status(let status): return String(status.rawValue)
        case .priority(let priority): return String(priority.rawValue)
        default: break
        }
        let list =
            switch field {
            case .assignee: "SELECT id, name FROM agent"
            case .customer: "SELECT id, name FROM customer"
            case .team: "SELECT id, name FROM team"
            default: "SELECT id, name FROM category"
            }
        if field == .channel { return value.foldedText ?? "" }
        if value.content == .me { return scene.agent.map { String($0.id) } ?? "" }
        if field == .category {
            let names = CategoryNames(tree: scene.categories, aliases: [:])
            return names.find(value.foldedText ?? "", by: .matches).first.map { String($0) } ?? ""
        }
        let known = try db.rows(list).first { folded(try $0.text(1)) == value.foldedText }
        guard let known else {
            throw QueryError.unknownName(value.foldedText ?? "", of: field, nearest: nil, at: value.range)
        }
        return String(try known.integer(0))
    }
}
