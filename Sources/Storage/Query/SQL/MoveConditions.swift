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
        let isNone = value.content == .none
        let bounds =
            isNone || value.content == .any
            ? nil : try value.bounds(term.comparison, now: queryContext.now.milliseconds, zone: queryContext.zone)
        let time = isNone || value.content == .any ? "1 = 1" : try dated(Self.time(term.field), term, value)
        let there = presenceCondition(at: bounds?.to)
        let happened =
            term.field == .wasCreated
            ? "(ticket.created_at IS NOT NULL AND \(time))"
            : try moved(try Self.counting(term.field, at: term.range), term.field, time, bounds)
        return isNone ? "NOT \(happened)" : "(\(happened) AND \(there))"
    }

    private static func time(_ field: Query.Field) -> String {
        field == .wasCreated ? "ticket.created_at" : "event.at"
    }

    private static func counting(_ field: Query.Field, at range: Query.SourceRange) throws -> Counting {
        switch field {
        case .wasResolved, .firstResolved, .cameBack: .resolved
        case .wasReopened: .reopened
        case .wasMerged: .merged
        default: throw QueryError.notSupported(field, at: range)
        }
    }

    /// It happened in a time, and held at its end: what is undone later is taken back then, and not before.
    private mutating func moved(
        _ counting: Counting, _ field: Query.Field, _ time: String, _ bounds: Query.Bounds?
    ) throws -> String {
        let later = field == .cameBack ? " AND \(Self.cameBack)" : ""
        let undone = try queryContext.undone ?? UndoneMoves(in: db)
        let again = undone.doneAgain
        let besides = again.isEmpty ? "" : " AND (event.kind = 'create' OR NOT (\(among("event.operation_id", again))))"
        let plain = """
            EXISTS (SELECT 1 FROM event
                WHERE event.ticket_id = ticket.id AND event.counts_as = \(counting.rawValue) AND \(time)\(later)\(besides))
            """
        let others = undone.tickets(counting) { move in
            (bounds?.contains(move.at) ?? true) && (move.until.map { $0 >= bounds?.to ?? .max } ?? true)
        }
        guard field != .cameBack else { return plain }
        let happened = others.isEmpty ? plain : "(\(plain) OR \(among("ticket.id", others)))"
        guard field == .firstResolved, let from = bounds?.from else { return happened }
        let before = Query.Bounds(from: nil, to: from)
        let earlier = undone.tickets(counting) { move in
            before.contains(move.at) && (move.until.map { $0 >= bounds?.to ?? .max } ?? true)
        }
        let known = """
            EXISTS (SELECT 1 FROM event WHERE event.ticket_id = ticket.id
                AND event.counts_as = \(counting.rawValue) AND event.at < \(bind(.integer(from)))\(besides))
            """
        return "(\(happened) AND NOT \(known) AND NOT (\(among("ticket.id", earlier))))"
    }

    /// The ticket was not in the trash at the end of a time. What came to the desk later was there unless that was undone.
    private mutating func presenceCondition(at end: Int64?) -> String {
        guard let end else { return "ticket.removal = 0" }
        let time = bind(.integer(end))
        return """
            (CASE WHEN ticket.id IN (SELECT removing.ticket_id FROM event AS removing
                    WHERE removing.field = 'ticket' AND removing.kind = 'change')
                THEN CASE WHEN EXISTS (SELECT 1 FROM event AS came JOIN operation ON operation.id = came.operation_id
                        WHERE came.ticket_id = ticket.id AND came.kind = 'create' AND came.field = 'ticket'
                            AND operation.at >= \(time))
                    THEN ticket.removal <> \(Removal.undone.rawValue)
                    ELSE COALESCE((SELECT removing.before FROM event AS removing WHERE removing.ticket_id = ticket.id
                        AND removing.field = 'ticket' AND removing.kind = 'change' AND removing.at >= \(time)
                        ORDER BY removing.operation_id, removing.sequence LIMIT 1), CAST(ticket.removal AS TEXT)) = '0' END
                ELSE ticket.removal = 0 END)
            """
    }

    private static let cameBack = """
        EXISTS (SELECT 1 FROM event AS back WHERE back.ticket_id = ticket.id
            AND back.counts_as = \(Counting.reopened.rawValue) AND back.operation_id > event.operation_id)
        """

    /// A value at a time is what the first change after it found; where none came, the present one. Of what came to the desk
    /// later, such as by an import, its own times tell when it was open.
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
        let open = "NOT IN ('\(Status.resolved.rawValue)', '\(Status.closed.rawValue)')"
        let time = bind(.integer(end))
        let came = """
            EXISTS (SELECT 1 FROM event WHERE event.ticket_id = ticket.id AND event.kind = 'create'
                AND event.field = 'ticket' AND event.operation_id > \(last)
            """
        let known = """
            (ticket.removal <> \(Removal.undone.rawValue) AND ticket.created_at < \(time) AND (
                \(came) AND event.counts_as = \(Counting.resolved.rawValue) AND event.at >= \(time))
                OR (\(came) AND event.counts_as IS NULL) AND COALESCE((SELECT event.before FROM event
                    WHERE event.ticket_id = ticket.id AND event.field = 'status'
                    ORDER BY event.operation_id, event.sequence LIMIT 1), CAST(ticket.status AS TEXT)) \(open))))
            """
        return """
            (\(known) OR \(then("status", "ticket.status")) NOT IN ('\(Status.resolved.rawValue)', '\(Status.closed.rawValue)')
                AND \(then("ticket", "ticket.removal", " AND event.kind = 'change'")) = '0' AND NOT EXISTS (SELECT 1 FROM event
                    WHERE event.ticket_id = ticket.id AND event.kind = 'create' AND event.operation_id > \(last)))
            """
    }
}
