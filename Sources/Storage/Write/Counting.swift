import Workflow

/// As what an event counts in reports; the numbers are those of the column `event.counts_as`.
package enum Counting: Int64, Sendable {
    /// Work on the ticket was done. Not when it was merged: nobody worked on it then.
    case resolved = 1
    /// Work on it began anew.
    case reopened = 2
    case merged = 3
    /// It went from one agent or team to another.
    case handedOver = 4

    /// - Parameter isMerging: whether the same operation merges the ticket or takes it out again.
    init?(_ event: Event, isMerging: Bool) {
        guard event.kind == .change else { return nil }
        switch event.field {
        case .mergedInto where event.after != nil: self = .merged
        case .status where !isMerging:
            guard Self.isDone(event.before) != Self.isDone(event.after) else { return nil }
            self = Self.isDone(event.after) ? .resolved : .reopened
        case .assignee where event.before != nil && event.after != nil,
            .team where event.before != nil && event.after != nil:
            self = .handedOver
        default: return nil
        }
    }

    private static func isDone(_ status: String?) -> Bool {
        status.flatMap(Int64.init).flatMap(Status.init).map { !$0.isOpen } ?? false
    }
}

extension Counting {
    /// Lets the events of what an undo goes back to count no more, or again when the undo is itself taken back.
    /// - Parameter undone: the operation that was undone just now.
    static func settle(_ undone: Int64, in db: any Transaction) throws {
        var (root, isInForce) = (undone, false)
        while let before = try db.row("SELECT undoes FROM operation WHERE id = $1", [.integer(root)])?.optionalInteger(
            0)
        {
            (root, isInForce) = (before, !isInForce)
        }
        try isInForce ? count(root, in: db) : discount(root, in: db)
    }

    /// The same where an undo is gone without a trace.
    /// - Parameter operation: what it undid.
    static func settleAgain(_ operation: Int64, in db: any Transaction) throws {
        let undone = try OperationLog.undoneOperations(in: db)
        var root = operation
        while let before = try db.row("SELECT undoes FROM operation WHERE id = $1", [.integer(root)])?.optionalInteger(
            0)
        {
            root = before
        }
        try undone.contains(root) ? discount(root, in: db) : count(root, in: db)
    }

    /// The events of an operation count for nothing. What a ticket was when it came stays: it went with the ticket.
    static func discount(_ operation: Int64, in db: any Transaction) throws {
        let sql =
            "UPDATE event SET counts_as = NULL WHERE operation_id = $1 AND counts_as IS NOT NULL AND kind = 'change'"
        try db.run(sql, [.integer(operation)])
    }

    static func count(_ operation: Int64, in db: any Transaction) throws {
        try db.run(
            """
            UPDATE event SET counts_as = CASE
                WHEN field = 'mergedInto' THEN CASE WHEN after IS NOT NULL THEN 3 END
                WHEN field = 'status' THEN CASE
                    WHEN EXISTS (SELECT 1 FROM event AS merging WHERE merging.operation_id = event.operation_id
                        AND merging.ticket_id = event.ticket_id AND merging.field = 'mergedInto') THEN NULL
                    WHEN before <> '5' AND before <> '6' AND (after = '5' OR after = '6') THEN 1
                    WHEN (before = '5' OR before = '6') AND after <> '5' AND after <> '6' THEN 2 END
                WHEN before IS NOT NULL AND after IS NOT NULL THEN 4 END
            WHERE operation_id = $1 AND kind = 'change'
                AND (field = 'status' OR field = 'assignee' OR field = 'team' OR field = 'mergedInto')
            """, [.integer(operation)])
    }
}
