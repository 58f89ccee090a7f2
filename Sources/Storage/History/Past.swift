import Workflow

/// A time in the desk's past: what was done until then counts, and nothing since.
package enum Moment: Equatable, Sendable {
    case time(Instant)
    /// Right after an operation.
    case operation(Int64)

    /// The newest operation that counts. Operations stand in the order of their numbers, whatever the clock said: where it
    /// was set back, those before count as well.
    package func lastOperation(in db: any Transaction) throws -> Int64 {
        switch self {
        case .operation(let number): return number
        case .time(let time):
            return try Self.lastOperation(until: time, upTo: .max, in: db)
        }
    }

    /// The newest operation that counts on the desk as an operation left it.
    func lastOperation(upTo last: Int64, in db: any Transaction) throws -> Int64 {
        switch self {
        case .operation(let number): number
        case .time(let time): try Self.lastOperation(until: time, upTo: last, in: db)
        }
    }

    private static func lastOperation(until time: Instant, upTo last: Int64, in db: any Transaction) throws -> Int64 {
        let sql = "SELECT id FROM operation WHERE at <= $1 AND id <= $2 ORDER BY id DESC LIMIT 1"
        return try db.row(sql, [.integer(time.milliseconds), .integer(last)])?.integer(0) ?? 0
    }
}

extension Store {
    /// The desk as it was at a moment: a copy of its own, which is gone with the store.
    package func past(_ moment: Moment) throws -> Store {
        let copy = Store(database: try database.maintenance.copied())
        try copy.database.write { db in
            try ReplayBackwards(after: try moment.lastOperation(in: db), in: db).run()
            try SLAVerdicts.forget(after: moment, in: db)
        }
        return copy
    }

    /// A ticket as it was at a version.
    /// - Throws: `StorageError.noSuchTicket`, `.noSuchVersion`
    package func past(version: Int, of ticket: Ticket.Number) throws -> Store {
        let (present, operations) = try read { db in
            let sql = "SELECT DISTINCT operation_id FROM event WHERE ticket_id = $1 ORDER BY operation_id"
            let operations = try db.rows(sql, [.integer(ticket.rawValue)]).map { try $0.integer(0) }
            return (try TicketRows.find(ticket, in: db)?.version, operations)
        }
        guard let present else { throw StorageError.noSuchTicket(ticket.rawValue) }
        guard 1...present ~= version else {
            throw StorageError.noSuchVersion(version, of: ticket.rawValue, newest: present)
        }
        if version == present { return self }
        // Versions go up with the operations, so the one that made it is found by halving.
        var (low, high) = (0, operations.count - 1)
        while low < high {
            let middle = (low + high) / 2
            let there = try past(.operation(operations[middle]), of: [ticket])
            let reached = try there.read { try TicketRows.find(ticket, in: $0)?.version ?? 0 }
            if reached >= version { high = middle } else { low = middle + 1 }
        }
        return try past(.operation(operations.isEmpty ? 0 : operations[low]), of: [ticket])
    }

    /// Some tickets as they were at a moment, with all that is told of them: what each of them says, what it is connected
    /// with and what happened to it. Other tickets are not there, and neither is the search.
    /// - Parameter named: other moments that will be asked about.
    package func past(
        _ moment: Moment, of tickets: [Ticket.Number], named: [Moment] = []
    ) throws -> Store {
        guard
            try read({ db in
                // Articles and diagnoses are not copied by the ticket.
                try TicketPast.suffices(in: db) && !TicketReferences.areThere(of: tickets, in: db)
            })
        else { return try past(moment) }
        let store = Store(database: try database.maintenance.emptied())
        try read { present in
            let last = try moment.lastOperation(in: present)
            let rows = try TicketPast(of: tickets, last: last, named: named, in: present)
            try store.database.write { past in
                try rows.copy(into: past)
                try ReplayBackwards(after: last, in: past, isSearched: false).run()
                try SLAVerdicts.forget(after: moment, in: past)
            }
        }
        return store
    }
}
