import Workflow

/// What a merge did, or would do.
package struct Merge: Equatable, Sendable {
    package var mergeTarget: Ticket
    package var merged: [Part]
    /// Nil when it was only rehearsed.
    package var operation: Int64?

    /// One ticket that lives on in the mergeTarget.
    package struct Part: Equatable, Sendable {
        package var ticket: Ticket
        package var messages: Int
        package var attachments: Int

        static func read(_ ticket: Ticket, in db: any Transaction) throws -> Part {
            let sql = """
                SELECT (SELECT COUNT(*) FROM message WHERE ticket_id = $1 AND removal = 0),
                    (SELECT COUNT(*) FROM attachment WHERE ticket_id = $1 AND removal = 0)
                """
            let row = try db.row(sql, [.integer(ticket.number.rawValue)])
            return Part(ticket: ticket, messages: try row?.int(0) ?? 0, attachments: try row?.int(1) ?? 0)
        }
    }

    /// Tickets of another customer than the mergeTarget's.
    package var otherCustomers: [Ticket] {
        merged.map(\.ticket).filter { $0.isOfOtherCustomer(than: mergeTarget) }
    }

    /// What a person has to say yes to.
    package var confirmations: [Confirmation] {
        otherCustomers.map { other in
            .otherCustomer(
                other.number, other.customer ?? "", mergeTarget: mergeTarget.number, mergeTarget.customer ?? "")
        }
    }
}

extension Ticket {
    fileprivate func isOfOtherCustomer(than other: Ticket) -> Bool {
        guard let customer, let known = other.customer else { return false }
        return !customer.isSameText(as: known)
    }
}

extension Store {
    /// Lets tickets live on in another: they close as duplicates and keep their messages, which the mergeTarget shows.
    /// - Throws: `NeedsConfirmation` where tickets of another customer are among them, which takes a permission of its own.
    package func merge(
        _ numbers: [Ticket.Number], into mergeTarget: Ticket.Number, _ context: CommandContext
    ) throws -> Merge {
        try write(context, needs: .work) { operation in
            var merge = try Merge.decided(numbers, into: mergeTarget, in: operation.db)
            for confirmation in merge.confirmations {
                try operation.confirm(confirmation)
                try operation.require(.mergeCustomers)
            }
            for part in merge.merged { try operation.merge(part.ticket, into: mergeTarget, at: context.at) }
            merge.operation = operation.reported
            return merge
        }.content
    }

    /// Takes a merge back for one ticket: it stands where it stood before. What was said to its number since comes with it,
    /// everything else stays where it was written.
    package func unmerge(_ number: Ticket.Number, _ context: CommandContext) throws -> Unmerging {
        try write(context, needs: .work) { operation in
            let db = operation.db
            guard let ticket = try TicketRows.find(number, in: db), ticket.removal == .none else {
                throw StorageError.noSuchTicket(number.rawValue)
            }
            guard let mergeTarget = ticket.mergedInto else { throw WorkflowError.relation(.notMerged(number)) }
            let since = try MergeEvents.operation(of: number, into: mergeTarget, in: db)
            try operation.unmerge(ticket, from: mergeTarget, at: context.at)
            let brought = try operation.bringHome(addressedTo: number, since: since ?? 0)
            return Unmerging(
                ticket: try TicketRows.find(number, in: db) ?? ticket, mergeTarget: mergeTarget, messages: brought,
                operation: operation.reported)
        }.content
    }
}

/// A merge that was taken back.
package struct Unmerging: Equatable, Sendable {
    package var ticket: Ticket
    /// What it was merged into.
    package var mergeTarget: Ticket.Number
    /// Messages that were said to its number since, and are its own now.
    package var messages: Int
    /// Nil when it was only rehearsed.
    package var operation: Int64?
}

extension Merge {
    /// What a merge would be about.
    /// - Throws: `RelationFault` when it cannot be.
    package static func decided(
        _ numbers: [Ticket.Number], into mergeTarget: Ticket.Number, in db: any Transaction
    ) throws -> Merge {
        let target = try present(mergeTarget, in: db)
        if target.mergedInto != nil {
            let last = try MergeTargets.mergeTarget(of: mergeTarget, in: db)
            throw WorkflowError.relation(.mergeTargetIsMerged(mergeTarget, into: last))
        }
        let parts = try numbers.map { number in
            let ticket = try present(number, in: db)
            if number == mergeTarget { throw WorkflowError.relation(.mergeIntoItself(number)) }
            if let into = ticket.mergedInto { throw WorkflowError.relation(.mergedAlready(number, into: into)) }
            return try Part.read(ticket, in: db)
        }
        return Merge(mergeTarget: target, merged: parts, operation: nil)
    }

    private static func present(_ number: Ticket.Number, in db: any Transaction) throws -> Ticket {
        guard let ticket = try TicketRows.find(number, in: db), ticket.removal == .none else {
            throw StorageError.noSuchTicket(number.rawValue)
        }
        return ticket
    }
}

extension Operation {
    fileprivate mutating func merge(_ ticket: Ticket, into mergeTarget: Ticket.Number, at now: Instant) throws {
        let number = ticket.number
        try reindexing(number, mergeTarget) {
            try $0.change(.mergedInto, of: number, to: .integer(mergeTarget.rawValue))
        }
        try change(.status, of: number, to: .integer(Status.closed.rawValue))
        try change(.resolution, of: number, to: .integer(Resolution.duplicate.rawValue))
        try change(.wakeAt, of: number, to: .null)
        if ticket.closedAt == nil { try change(.closedAt, of: number, to: .integer(now.milliseconds)) }
        try record(Event(.add, .merged, of: mergeTarget, subject: number.rawValue))
        try bumpVersion(of: mergeTarget)
        try change(.updatedAt, of: mergeTarget, to: .integer(now.milliseconds))
    }

    fileprivate mutating func unmerge(_ ticket: Ticket, from mergeTarget: Ticket.Number, at now: Instant) throws {
        let number = ticket.number
        let events = try MergeEvents(of: number, into: mergeTarget, in: db)
        try reindexing(number, mergeTarget) { try $0.change(.mergedInto, of: number, to: .null) }
        if events.columns.isEmpty { try reopenUnmerged(number) }
        for event in events.columns {
            guard let field = event.field else { continue }
            try change(field, of: number, to: event.before.flatMap { Int64($0) }.map(SQLValue.integer) ?? .null)
        }
        try record(Event(.remove, .merged, of: mergeTarget, subject: number.rawValue))
        try bumpVersion(of: mergeTarget)
        // Nothing happened to the mergeTarget since: then it was updated when it was before.
        let isUntouched = try storedValue(.updatedAt, of: mergeTarget).eventText == events.touched?.after
        let touched = isUntouched ? events.touched?.before.flatMap { Int64($0) } : nil
        try change(.updatedAt, of: mergeTarget, to: .integer(touched ?? now.milliseconds))
    }

    // It came in merged, so nobody here knows where it stood.
    private mutating func reopenUnmerged(_ number: Ticket.Number) throws {
        try change(.status, of: number, to: .integer(Status.open.rawValue))
        try change(.resolution, of: number, to: .null)
        try change(.closedAt, of: number, to: .null)
    }
}

/// What the operation that merged a ticket changed.
private struct MergeEvents {
    /// Of the ticket, newest first.
    var columns: [Event] = []
    /// When the mergeTarget was updated.
    var touched: Event?

    init(of ticket: Ticket.Number, into mergeTarget: Ticket.Number, in db: any Transaction) throws {
        guard let operation = try Self.operation(of: ticket, into: mergeTarget, in: db) else { return }
        let events = try OperationEvents.newestFirst(of: operation, in: db)
        columns = events.filter { $0.ticket == ticket && $0.kind == .change && $0.field != .mergedInto }
        touched = events.first { $0.ticket == mergeTarget && $0.field == .updatedAt }
    }

    /// The operation that merged it; nil for one that came to the desk merged.
    static func operation(
        of ticket: Ticket.Number, into mergeTarget: Ticket.Number, in db: any Transaction
    ) throws -> Int64? {
        let sql = """
            SELECT MAX(operation_id) FROM event WHERE ticket_id = $1 AND field = 'mergedInto' AND after = $2
            """
        let values: [SQLValue] = [.integer(ticket.rawValue), .text(String(mergeTarget.rawValue))]
        return try db.row(sql, values)?.optionalInteger(0)
    }
}
