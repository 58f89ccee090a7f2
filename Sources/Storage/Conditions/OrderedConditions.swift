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
            let bounds = try value.bounds(term.comparison, now: scene.now.milliseconds, zone: scene.zone)
            guard let bounds else { throw QueryError.notKept(term.field, at: value.range) }
            return within(bounds, column)
        }
    }

    mutating func dated(_ column: String, _ term: Query.Term, _ value: Query.Value) throws -> String {
        try ordered(column, term, value)
    }

    /// An age of `from` to `to` is a time between now - to and now - from.
    mutating func elapsed(since column: String, _ term: Query.Term, _ value: Query.Value) throws -> String {
        try ordered("(\(bind(.integer(scene.now.milliseconds))) - \(column))", term, value)
    }

    mutating func within(_ bounds: Query.Bounds, _ column: String) -> String {
        var parts = ["\(column) IS NOT NULL"]
        if let from = bounds.from { parts.append("\(column) >= \(bind(.integer(from)))") }
        if let to = bounds.to { parts.append("\(column) < \(bind(.integer(to)))") }
        return parts.joined(separator: " AND ")
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
        let agent = bind(.optional(scene.agent?.id))
        return """
            (SELECT event.ticket_id FROM event JOIN operation ON operation.id = event.operation_id
             WHERE operation.agent_id = \(agent) AND event.ticket_id IS NOT NULL
             ORDER BY event.operation_id DESC, event.sequence DESC LIMIT 1)
            """
    }

    /// `column IN (…)` over what Swift found; false when that is nothing.
    mutating func among(_ column: String, _ ids: [Int64]) -> String {
        switch ids.count {
        case 0: "1 = 0"
        case 1: "\(column) = \(bind(.integer(ids[0])))"
        default: "\(column) IN (\(ids.map { bind(.integer($0)) }.joined(separator: ", ")))"
        }
    }
}
