import Workflow

/// Conditions on what happened to a ticket.
extension QueryConditions {
    /// The term holds, or held before some change.
    mutating func wasCondition(_ term: Query.Term) throws -> String {
        let now = try condition(term)
        let field = bind(.text(try eventField(term.field, at: term.range).rawValue))
        let held = Self.balanced(try term.values.map { try before(term, $0) }, " OR ")
        return """
            (\(now)) OR EXISTS (SELECT 1 FROM event WHERE event.ticket_id = ticket.id
                AND event.field = \(field) AND event.kind <> 'create' AND (\(held)))
            """
    }

    // Events keep codes and ids, so a name is looked up first.
    private mutating func before(_ term: Query.Term, _ value: Query.Value) throws -> String {
        if term.field == .tag || term.field == .cause { return try takenOff(term, value) }
        switch value.content {
        case .none: return "event.before IS NULL"
        case .any: return "event.before IS NOT NULL"
        case .status(let status): return amongTexts("event.before", [String(status.rawValue)])
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
            let ids = try ids(in: isTag ? Self.tags : Self.causes, term, value, orHolding: !isTag)
            return "event.kind = 'remove' AND \(among("event.subject", ids))"
        }
    }

    private func codes(_ term: Query.Term, _ value: Query.Value) throws -> [String] {
        switch term.field {
        case .priority:
            let bounds = try value.bounds(term.comparison, now: scene.now.milliseconds, zone: scene.zone)
            return Priority.allCases.map(\.rawValue).filter { bounds?.holds($0) ?? false }.map { String($0) }
        case .category: return try categories(term, value).map { String($0) }
        case .assignee: return try ids(in: Self.agents, term, value).map { String($0) }
        case .customer: return try ids(in: Self.customers, term, value).map { String($0) }
        case .team: return try ids(in: Self.teams, term, value).map { String($0) }
        case .channel:
            let rows = try db.rows("SELECT DISTINCT before FROM event WHERE field = 'channel' AND before IS NOT NULL")
            return try rows.map { try $0.text(0) }.filter { term.admits($0, value) }
        default: throw QueryError.notKept(term.field, at: value.range)
        }
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
}

extension Query.Bounds {
    fileprivate func holds(_ number: Int64) -> Bool {
        (from.map { $0 <= number } ?? true) && (to.map { number < $0 } ?? true)
    }
}
