import Workflow

/// Moves of tickets from status to status, as their events tell them. What was undone, and what a merge did, is none.
package enum Moves {
    /// The operations that were undone, and those that undid.
    package static func undone(in db: any Transaction) throws -> Set<Int64> {
        var operations = try OperationLog.undoneOperations(in: db)
        try db.each("SELECT id FROM operation WHERE undoes IS NOT NULL", []) { operations.insert(try $0.integer(0)) }
        return operations
    }
}

/// Conditions on what happened to a ticket at some time.
extension QueryConditions {
    mutating func moveCondition(_ term: Query.Term, _ value: Query.Value) throws -> String {
        if term.field == .openAt { return try openCondition(at: value) }
        let counting = try Self.counting(term.field, at: term.range)
        let later = term.field == .cameBack ? " AND \(Self.cameBack)" : ""
        switch value.content {
        case .none: return "NOT \(Self.counted(counting, later))"
        case .any: return Self.counted(counting, later)
        default: return Self.counted(counting, " AND \(try dated("event.at", term, value))" + later)
        }
    }

    private static func counting(_ field: Query.Field, at range: Query.SourceRange) throws -> Counting {
        switch field {
        case .wasResolved, .cameBack: .resolved
        case .wasReopened: .reopened
        case .wasMerged: .merged
        default: throw QueryError.notSupported(field, at: range)
        }
    }

    private static func counted(_ counting: Counting, _ more: String = "") -> String {
        """
        EXISTS (SELECT 1 FROM event
            WHERE event.ticket_id = ticket.id AND event.counts_as = \(counting.rawValue)\(more))
        """
    }

    private static let cameBack = """
        EXISTS (SELECT 1 FROM event AS back WHERE back.ticket_id = ticket.id
            AND back.counts_as = \(Counting.reopened.rawValue) AND back.operation_id > event.operation_id)
        """

    /// A value at a time is what the first change after it found; where none came, the present one.
    private mutating func openCondition(at value: Query.Value) throws -> String {
        let bounds = try value.bounds(.matches, now: queryContext.now.milliseconds, zone: queryContext.zone)
        guard let end = bounds?.to ?? bounds?.from else { throw QueryError.notSupported(.openAt, at: value.range) }
        let last = bind(.integer(try Moment.time(Instant(milliseconds: end - 1)).lastOperation(in: db)))
        func then(_ field: String, _ present: String, _ kind: String = "") -> String {
            """
            COALESCE((SELECT event.before FROM event WHERE event.ticket_id = ticket.id AND event.field = '\(field)'
                AND event.operation_id > \(last)\(kind)
                ORDER BY event.operation_id, event.sequence LIMIT 1), CAST(\(present) AS TEXT))
            """
        }
        return """
            (\(then("status", "ticket.status")) NOT IN ('\(Status.resolved.rawValue)', '\(Status.closed.rawValue)')
                AND \(then("ticket", "ticket.removal", " AND event.kind = 'change'")) = '0' AND NOT EXISTS (SELECT 1 FROM event
                    WHERE event.ticket_id = ticket.id AND event.kind = 'create' AND event.operation_id > \(last)))
            """
    }
}
