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
        switch event.field?.row.counted {
        case .merging where event.after != nil: self = .merged
        case .status where !isMerging:
            guard Self.isDone(event.before) != Self.isDone(event.after) else { return nil }
            self = Self.isDone(event.after) ? .resolved : .reopened
        case .handover where event.before != nil && event.after != nil: self = .handedOver
        case .merging, .status, .handover, nil: return nil
        }
    }

    private static func isDone(_ status: String?) -> Bool {
        status.flatMap(Int64.init).flatMap(Status.init).map { !$0.isOpen } ?? false
    }
}

extension Counting {
    /// Lets the events behind an undo or a redo that has just come, or has just gone without a trace, count as it leaves them.
    /// - Parameter operation: what it undid.
    static func recompute(_ operation: Int64, in db: any Transaction) throws {
        let root = try root(of: operation, in: db)
        let undone = try OperationLog.undoneOperations(in: db)
        try undone.contains(root) ? discount(root, in: db) : recount(root, in: db)
        for number in try OperationLog.consequences(of: root, in: db) {
            try undone.contains(number) ? discount(number, in: db) : recount(number, in: db)
            try undone.contains(number) ? Rules.forget(number, in: db) : Rules.remember(number, in: db)
        }
    }

    /// What is undone or done again in the end: an operation that undid nothing itself.
    private static func root(of operation: Int64, in db: any Transaction) throws -> Int64 {
        var root = operation
        let sql = "SELECT undoes FROM operation WHERE id = $1"
        while let undone = try db.row(sql, [.integer(root)])?.optionalInteger(0) { root = undone }
        return root
    }

    /// The events of an operation count for nothing. What a ticket was when it came stays: it went with the ticket.
    private static func discount(_ operation: Int64, in db: any Transaction) throws {
        let sql =
            "UPDATE event SET counts_as = NULL WHERE operation_id = $1 AND counts_as IS NOT NULL AND kind = 'change'"
        try db.run(sql, [.integer(operation)])
    }

    private static func recount(_ operation: Int64, in db: any Transaction) throws {
        let events = try OperationEvents.numbered(of: operation, besidesCreation: true, in: db)
        let merging = Set(events.filter { $0.event.field == .mergedInto }.compactMap(\.event.ticket))
        for (sequence, event) in events {
            let isMerging = event.ticket.map(merging.contains) ?? false
            guard let counting = Counting(event, isMerging: isMerging) else { continue }
            try db.run(
                "UPDATE event SET counts_as = $1 WHERE operation_id = $2 AND sequence = $3",
                [.integer(counting.rawValue), .integer(operation), .integer(sequence)])
        }
    }
}
