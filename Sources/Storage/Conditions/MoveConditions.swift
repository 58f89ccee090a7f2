import Workflow

/// Moves of tickets from status to status, as their events tell them. What was undone, and what a merge did, is none.
package enum Moves {
    /// Of an `operation`: nobody took it back, and it takes nothing back itself.
    package static let isInForce = inForce("operation")
    /// Of an `event` of the status and its `operation`: work on the ticket was done.
    package static let isResolving = resolving("event", "operation")
    /// Of an `event` of the status and its `operation`: work on the ticket began anew.
    package static let isReopening = reopening("event", "operation")

    fileprivate static func resolving(_ event: String, _ operation: String) -> String {
        """
        \(event).kind = 'change' AND \(event).before <> '5' AND \(event).before <> '6'
            AND (\(event).after = '5' OR \(event).after = '6') AND \(isOwn(event)) AND \(inForce(operation))
        """
    }

    fileprivate static func reopening(_ event: String, _ operation: String) -> String {
        """
        \(event).kind = 'change' AND (\(event).before = '5' OR \(event).before = '6')
            AND \(event).after <> '5' AND \(event).after <> '6' AND \(isOwn(event)) AND \(inForce(operation))
        """
    }

    private static func inForce(_ operation: String) -> String {
        """
        \(operation).undoes IS NULL AND NOT EXISTS (SELECT 1 FROM operation AS undo
            WHERE undo.undoes = \(operation).id AND NOT EXISTS (
                SELECT 1 FROM operation AS redo WHERE redo.undoes = undo.id))
        """
    }

    // A merge closes the ticket, and taking it out again opens it: nobody worked on it.
    private static func isOwn(_ event: String) -> String {
        """
        NOT EXISTS (SELECT 1 FROM event AS merging WHERE merging.operation_id = \(event).operation_id
            AND merging.ticket_id = \(event).ticket_id AND merging.field = 'mergedInto')
        """
    }
}

/// Conditions on what happened to a ticket at some time.
extension QueryConditions {
    mutating func moveCondition(_ term: Query.Term, _ value: Query.Value) throws -> String {
        if term.field == .openAt { return try openCondition(at: value) }
        if value.content == .none { return "NOT (\(try happened(term.field, "1 = 1", isAny: true)))" }
        if value.content == .any { return try happened(term.field, "1 = 1", isAny: true) }
        return try happened(term.field, try dated("operation.at", term, value), isAny: false, term, value)
    }

    private mutating func happened(
        _ field: Query.Field, _ when: String, isAny: Bool, _ term: Query.Term? = nil, _ value: Query.Value? = nil
    ) throws -> String {
        switch field {
        case .wasReopened: return Self.moved("\(Moves.isReopening) AND \(when)")
        case .wasMerged:
            return """
                EXISTS (SELECT 1 FROM event JOIN operation ON operation.id = event.operation_id
                    WHERE event.ticket_id = ticket.id AND event.field = 'mergedInto' AND event.kind = 'change'
                        AND event.after IS NOT NULL AND \(Moves.isInForce) AND \(when))
                """
        case .cameBack: return Self.moved("\(Moves.isResolving) AND \(when) AND \(Self.movedBack)")
        default:
            // What came as done has no event; its time may be known all the same.
            var known = "1 = 1"
            if let term, let value { known = try dated("ticket.resolved_at", term, value) }
            return """
                (\(Self.moved("\(Moves.isResolving) AND \(when)")) OR (ticket.status > 4 AND ticket.merged_into IS NULL
                    AND \(known) AND NOT EXISTS (SELECT 1 FROM event
                        WHERE event.ticket_id = ticket.id AND event.field = 'status')))
                """
        }
    }

    private static func moved(_ condition: String) -> String {
        """
        EXISTS (SELECT 1 FROM event JOIN operation ON operation.id = event.operation_id
            WHERE event.ticket_id = ticket.id AND event.field = 'status' AND \(condition))
        """
    }

    private static let movedBack = """
        EXISTS (SELECT 1 FROM event AS back JOIN operation AS second ON second.id = back.operation_id
            WHERE back.ticket_id = ticket.id AND back.field = 'status' AND back.operation_id > event.operation_id
                AND \(Moves.reopening("back", "second")))
        """

    /// A value at a time is what the first change after it found; where none came, the present one.
    private mutating func openCondition(at value: Query.Value) throws -> String {
        let bounds = try value.bounds(.matches, now: scene.now.milliseconds, zone: scene.zone)
        guard let end = bounds?.to ?? bounds?.from else { throw QueryError.notKept(.openAt, at: value.range) }
        let last = bind(.integer(try Moment.time(Instant(milliseconds: end - 1)).lastOperation(in: db)))
        func then(_ field: String, _ present: String) -> String {
            """
            COALESCE((SELECT event.before FROM event WHERE event.ticket_id = ticket.id AND event.field = '\(field)'
                AND event.kind = 'change' AND event.operation_id > \(last)
                ORDER BY event.operation_id, event.sequence LIMIT 1), CAST(\(present) AS TEXT))
            """
        }
        return """
            (\(then("status", "ticket.status")) <> '5' AND \(then("status", "ticket.status")) <> '6'
                AND \(then("ticket", "ticket.removal")) = '0' AND NOT EXISTS (SELECT 1 FROM event
                    WHERE event.ticket_id = ticket.id AND event.kind = 'create' AND event.operation_id > \(last)))
            """
    }
}
