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
        }
        return copy
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
            }
        }
        return store
    }
}
