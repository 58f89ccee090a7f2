import Presentation
import Storage
import Workflow

/// A ticket as it was when a person began to write about it.
struct Seen {
    let ticket: Ticket.Number
    let version: Int
    let lastOperation: Int64

    /// Nil for several tickets: nobody writes about each of them.
    init?(_ numbers: [Ticket.Number], in store: Store) throws {
        guard let number = numbers.first, numbers.count == 1 else { return nil }
        let facts = try store.read { db in
            (try TicketRows.find(number, in: db)?.version, try OperationLog.lines(limit: 1, in: db).first?.number ?? 0)
        }
        guard let version = facts.0 else { return nil }
        ticket = number
        self.version = version
        lastOperation = facts.1
    }
}

extension Session {
    /// Runs a change of what was seen; when others changed it meanwhile, tells what they did before it is refused.
    func telling<T>(_ seen: Seen?, in store: Store, _ change: () throws -> T) throws -> T {
        do { return try change() } catch StorageError.versionChanged(let ticket, let read, let now) {
            if let seen { try tell(seen, in: store) }
            throw StorageError.versionChanged(ticket: ticket, read: read, now: now)
        }
    }

    private func tell(_ seen: Seen, in store: Store) throws {
        try note(words.drafts.meanwhile(seen.ticket.rawValue))
        let entries = try store.read { try TicketHistory.of(seen.ticket, in: $0) }
        for entry in entries where entry.operation > seen.lastOperation && entry.event.field != .updatedAt {
            try note("  op \(entry.operation) \(entry.agent): \(words.page.event(entry))")
        }
    }
}
