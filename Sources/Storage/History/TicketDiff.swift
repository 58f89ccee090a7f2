import Workflow

/// How a ticket differs between two moments.
package struct TicketDiff: Equatable, Sendable {
    /// A value that is another one, or something a list gained or lost.
    package struct Change: Equatable, Sendable {
        package var field: EventField
        /// The tag, cause, field or message, where the field is a list.
        package var subject: String?
        /// Nil: there was nothing, or there is nothing.
        package var before: String?
        package var after: String?

        package init(field: EventField, subject: String? = nil, before: String? = nil, after: String? = nil) {
            self.field = field
            self.subject = subject
            self.before = before
            self.after = after
        }
    }

    /// The operations between which it is told: after the first, until the second.
    package var from: Int64
    package var to: Int64
    package var changes: [Change] = []
}

extension TicketDiff {
    /// - Parameter from: nil is before the ticket was there; `to`: nil is now.
    package static func of(
        _ ticket: Ticket.Number, from: Moment?, to: Moment?, in db: any Transaction
    ) throws -> TicketDiff {
        let newest = try db.row("SELECT COALESCE(MAX(id), 0) FROM operation")?.integer(0) ?? 0
        let start = try from?.lastOperation(in: db) ?? 0
        let end = min(newest, try to?.lastOperation(in: db) ?? newest)
        var diff = TicketDiff(from: start, to: end)
        let entries = try TicketHistory.of(ticket, in: db).filter { $0.operation > start && $0.operation <= end }
        diff.changes = try changes(entries, in: db)
        return diff
    }

    /// The values of some fields that an operation changed of each ticket.
    static func values(
        of fields: [EventField], changedBy operation: Int64, in db: any Transaction
    ) throws -> [Ticket.Number: [Change]] {
        let entries = try TicketHistory.of(operation: operation, in: db)
            .filter { $0.event.field.map(fields.contains) ?? false }
        return try Dictionary(grouping: entries) { $0.event.ticket ?? Ticket.Number(0) }
            .mapValues { try changes($0, in: db) }
    }

    private static func changes(_ entries: [HistoryEntry], in db: any Transaction) throws -> [Change] {
        var order: [Key] = []
        var found: [Key: Change] = [:]
        for entry in entries {
            guard let field = entry.event.field, field != .updatedAt else { continue }
            let key = Key(field: field, subject: entry.event.subject)
            let (before, after) = try texts(entry, in: db)
            if found[key] == nil { order.append(key) }
            found[key, default: Change(field: field, subject: entry.subject, before: before)].after = after
        }
        return order.compactMap { found[$0] }.filter { !$0.isNothing }
    }

    /// What was changed after the ticket had a version. Each operation raises it by one.
    package static func since(
        version: Int, of ticket: Ticket.Number, in db: any Transaction
    ) throws -> TicketDiff {
        let sql = """
            SELECT DISTINCT operation_id FROM event WHERE ticket_id = $1 AND kind <> 'create' ORDER BY operation_id
            """
        let operations = try db.rows(sql, [.integer(ticket.rawValue)]).map { try $0.integer(0) }
        guard version > 0, version - 1 < operations.count else { return TicketDiff(from: 0, to: 0) }
        return try of(ticket, from: .operation(operations[version - 1] - 1), to: nil, in: db)
    }

    private struct Key: Hashable {
        var field: EventField
        var subject: Int64?
    }

    /// What was there before an event and after it, as people read it.
    private static func texts(_ entry: HistoryEntry, in db: any Transaction) throws -> (String?, String?) {
        switch (entry.event.kind, entry.event.field) {
        case (.create, _): return (nil, "#\(entry.event.ticket?.rawValue ?? 0)")
        case (.change, .message):
            return (try body(entry.event, entry.event.before, in: db), try body(entry.event, entry.event.after, in: db))
        case (.add, .message), (.restore, .message): return (nil, try body(entry.event, nil, in: db))
        case (.remove, .message): return (try body(entry.event, nil, in: db), nil)
        case (.add, let field?) where field.isNamedList, (.restore, let field?) where field.isNamedList:
            return (nil, entry.subject)
        case (.remove, let field?) where field.isNamedList: return (entry.subject, nil)
        default: return (entry.before, entry.after)
        }
    }

    // The present text is the message's own, earlier ones are kept beside it. An added message began with its first.
    private static func body(_ event: Event, _ version: String?, in db: any Transaction) throws -> String? {
        let number = version.flatMap { Int64($0) } ?? 1
        let old = try db.row(
            "SELECT body FROM message_version WHERE message_id = $1 AND version = $2",
            [.optional(event.subject), .integer(number)])
        if let old { return try old.text(0) }
        return try db.row("SELECT body FROM message WHERE id = $1", [.optional(event.subject)])?.text(0)
    }
}

extension TicketDiff.Change {
    fileprivate var isNothing: Bool {
        guard let before, let after else { return before == nil && after == nil }
        return before.isSameText(as: after)
    }
}
