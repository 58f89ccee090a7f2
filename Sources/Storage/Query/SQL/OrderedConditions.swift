import Workflow

/// Conditions on numbers, times and lengths of time.
extension QueryConditions {
    mutating func ordered(_ column: String, _ term: Query.Term, _ value: Query.Value) throws -> String {
        switch value.content {
        case .none: return "\(column) IS NULL"
        case .any: return "\(column) IS NOT NULL"
        case .priority(let priority) where !term.comparison.isOrdering:
            return "\(column) = \(bind(.integer(priority.rawValue)))"
        default:
            let calendar = value.content.isBusiness ? try calendar() : nil
            let bounds = try value.bounds(
                term.comparison, now: queryContext.now.milliseconds, zone: queryContext.zone, calendar: calendar)
            guard let bounds else { throw QueryError.notSupported(term.field, at: value.range) }
            return within(bounds, column)
        }
    }

    mutating func dated(_ column: String, _ term: Query.Term, _ value: Query.Value) throws -> String {
        try ordered(column, term, value)
    }

    /// An age of `from` to `to` is a time between now - to and now - from.
    mutating func elapsed(since column: String, _ term: Query.Term, _ value: Query.Value) throws -> String {
        if value.content.isBusiness { return try businessElapsed(since: column, term, value) }
        return try ordered("(\(bind(.integer(queryContext.now.milliseconds))) - \(column))", term, value)
    }

    mutating func within(_ bounds: Query.Bounds, _ column: String) -> String {
        // Each mention of a column that is a statement of its own is reckoned anew.
        switch (bounds.from, bounds.to) {
        case (nil, nil): "\(column) IS NOT NULL"
        case (let from?, nil): "\(column) >= \(bind(.integer(from)))"
        case (nil, let to?): "\(column) < \(bind(.integer(to)))"
        case (let from?, let to?): "\(column) BETWEEN \(bind(.integer(from))) AND \(bind(.integer(to - 1)))"
        }
    }

    mutating func idCondition(_ term: Query.Term, _ value: Query.Value) throws -> String {
        switch value.content {
        case .number(let number) where !term.comparison.isOrdering: return "ticket.id = \(bind(.integer(number)))"
        case .last: return "ticket.id = \(try lastTouched())"
        default: return try ordered("ticket.id", term, value)
        }
    }

    // The ticket of the newest event that the asking agent made.
    private mutating func lastTouched() throws -> String {
        let agent = bind(.optional(queryContext.agent?.id))
        return """
            (SELECT event.ticket_id FROM event JOIN operation ON operation.id = event.operation_id
             WHERE operation.agent_id = \(agent) AND event.ticket_id IS NOT NULL
             ORDER BY event.operation_id DESC, event.sequence DESC LIMIT 1)
            """
    }
}

/// Business time, which is counted in the desk's calendar.
extension QueryConditions {
    /// - Throws: `StorageError.failed` where nobody said how to find a zone.
    func calendar() throws -> WorkCalendar? {
        guard let zones = queryContext.zones else { return nil }
        return try Calendars.standard(zones, in: db)
    }

    /// What is older than a length began before the moment that lies so far back.
    fileprivate mutating func businessElapsed(
        since column: String, _ term: Query.Term, _ value: Query.Value
    ) throws -> String {
        let calendar = try calendar()
        func back(_ length: Query.Length) throws -> Int64 {
            guard let at = length.start(before: queryContext.now, zone: queryContext.zone, calendar: calendar) else {
                throw QueryError.businessTimeNotKnown(at: value.range)
            }
            return at.milliseconds
        }
        var bounds = Query.Bounds(from: nil, to: nil)
        switch (value.content, term.comparison) {
        case (.length(let length), .above): bounds.to = try back(length)
        case (.length(let length), .atLeast): bounds.to = try back(length) + 1
        case (.length(let length), .below): bounds.from = try back(length) + 1
        case (.length(let length), .atMost): bounds.from = try back(length)
        case (.length(let length), _): (bounds.from, bounds.to) = (try back(length.oneMore) + 1, try back(length) + 1)
        case (.span(let shorter, let longer), _):
            if case .length(let length)? = shorter { bounds.to = try back(length) + 1 }
            if case .length(let length)? = longer { bounds.from = try back(length) }
        default: throw QueryError.businessTimeNotKnown(at: value.range)
        }
        return within(bounds, column)
    }
}

extension Query.Content {
    /// Whether it cannot be reckoned without a calendar.
    fileprivate var isBusiness: Bool {
        switch self {
        case .length(let length): length.isBusiness
        case .date(.relative(let amount)): amount.unit.isBusiness
        case .span(let lower, let upper): lower?.isBusiness == true || upper?.isBusiness == true
        default: false
        }
    }
}

extension Query.Length {
    /// Longer by one of its smallest unit.
    fileprivate var oneMore: Query.Length {
        var length = self
        length.amounts[length.amounts.count - 1].count += 1
        return length
    }
}
