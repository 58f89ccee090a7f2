import Workflow

/// Conditions on what happened to a ticket.
extension QueryConditions {
    /// The term holds, or held before some change.
    mutating func wasCondition(_ term: Query.Term) throws -> String {
        let now = try condition(term)
        let field = try eventField(term.field, at: term.range).rawValue
        let held = Self.balanced(try term.values.map { try before(term, $0) }, " OR ")
        return """
            (\(now)) OR EXISTS (SELECT 1 FROM event
                WHERE event.ticket_id = ticket.id AND event.field = '\(field)' AND (\(held)))
            """
    }

    // Events keep codes and ids, so a name is looked up first.
    private mutating func before(_ term: Query.Term, _ value: Query.Value) throws -> String {
        switch term.field {
        case .tag, .cause: return try takenOff(term, value)
        case .causeState: return try takenOff(inState: value)
        case .custom: return try fieldBefore(term, value)
        default: break
        }
        switch value.content {
        case .none: return "event.before IS NULL"
        case .any: return "event.before IS NOT NULL"
        case .status(let status): return amongTexts("event.before", [String(status.rawValue)])
        case .resolution(let resolution):
            let code = Resolution(name: resolution.queryName)?.rawValue
            return amongTexts("event.before", code.map { [String($0)] } ?? [])
        default: return amongTexts("event.before", try codes(term, value))
        }
    }

    // What a list held is told by its removal.
    private mutating func takenOff(_ term: Query.Term, _ value: Query.Value) throws -> String {
        switch value.content {
        case .none: return "1 = 0"
        case .any: return "event.kind = 'remove'"
        default:
            let isTag = term.field == .tag
            let ids = try ids(in: isTag ? NameList.tags : .causes, term, value, orHolding: !isTag)
            return "event.kind = 'remove' AND \(among("event.subject", ids))"
        }
    }

    // A cause that was judged anew was taken off in the state it had.
    private mutating func takenOff(inState value: Query.Value) throws -> String {
        guard case .causeState(let state) = value.content, let known = CauseState(name: state.rawValue) else {
            return "1 = 0"
        }
        return "event.kind = 'remove' AND substr(event.before, 1, 2) = \(bind(.text("\(known.rawValue) ")))"
    }

    private mutating func fieldBefore(_ term: Query.Term, _ value: Query.Value) throws -> String {
        let ids = try fieldIDs(term.name, at: term.range)
        let isField = among("event.subject", ids)
        switch value.content {
        case .none: return "\(isField) AND event.before IS NULL"
        case .any: return "\(isField) AND event.before IS NOT NULL"
        default:
            let sql = "SELECT DISTINCT before FROM event WHERE field = 'field' AND before IS NOT NULL"
            let texts = try db.rows(sql).map { try $0.text(0) }.filter { term.admits($0, value) }
            return "\(isField) AND \(amongTexts("event.before", texts))"
        }
    }

    private func codes(_ term: Query.Term, _ value: Query.Value) throws -> [String] {
        switch term.field {
        case .priority:
            let bounds = try value.bounds(term.comparison, now: queryContext.now.milliseconds, zone: queryContext.zone)
            return Priority.allCases.map(\.rawValue).filter { bounds?.holds($0) ?? false }.map { String($0) }
        case .category: return try categories(term, value).map { String($0) }
        case .assignee: return try ids(in: .agents, term, value).map { String($0) }
        case .customer: return try ids(in: .customers, term, value).map { String($0) }
        case .organization: return try customers(of: try ids(in: .organisations, term, value)).map { String($0) }
        case .team: return try ids(in: .teams, term, value).map { String($0) }
        case .channel:
            let rows = try db.rows("SELECT DISTINCT before FROM event WHERE field = 'channel' AND before IS NOT NULL")
            return try rows.map { try $0.text(0) }.filter { term.admits($0, value) }
        default: throw QueryError.notSupported(term.field, at: value.range)
        }
    }

    private func customers(of organisations: [Int64]) throws -> [Int64] {
        try organisations.flatMap { id in
            try db.rows("SELECT id FROM customer WHERE organisation_id = $1", [.integer(id)]).map { try $0.integer(0) }
        }
    }

    mutating func changedCondition(_ change: Query.Change) throws -> String {
        let field = try eventField(change.field, at: change.range).rawValue
        var parts = ["event.field = '\(field)'"]
        if change.field == .custom {
            parts.append(among("event.subject", try fieldIDs(change.name, at: change.range)))
        }
        let times = try change.dates.map { date in
            let bounds = try date.bounds(change.comparison, now: queryContext.now.milliseconds, zone: queryContext.zone)
            guard let bounds else { throw QueryError.notSupported(.changed, at: date.range) }
            return within(bounds, "operation.at")
        }
        if !times.isEmpty { parts.append("(\(Self.balanced(times, " OR ")))") }
        return """
            EXISTS (SELECT 1 FROM event JOIN operation ON operation.id = event.operation_id
                WHERE event.ticket_id = ticket.id AND \(parts.joined(by: " AND ")))
            """
    }

    private func eventField(_ field: Query.Field, at range: Query.SourceRange) throws -> EventField {
        switch field {
        case .status: .status
        case .priority: .priority
        case .category: .category
        case .customer, .organization: .customer
        case .resolution: .resolution
        case .assignee: .assignee
        case .team: .team
        case .channel: .channel
        case .tag: .tag
        case .cause, .causeState: .cause
        case .custom: .field
        default: throw QueryError.notSupported(field, at: range)
        }
    }
}

extension Query.Bounds {
    fileprivate func holds(_ number: Int64) -> Bool {
        (from.map { $0 <= number } ?? true) && (to.map { number < $0 } ?? true)
    }
}
