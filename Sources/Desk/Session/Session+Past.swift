import App
import Presentation
import Storage
import Workflow

/// The desk as it was, for commands with `--as-of`.
extension Session {
    /// The desk to tell of some tickets only; in the past the rest of it may be missing.
    /// - Parameter moments: other times that the command names.
    func openForReading(about numbers: [String], moments: [String?] = []) throws -> Store {
        guard let text = globals.asOf, let tickets = TicketNumbers.plain(numbers) else { return try openForReading() }
        let store = try openPresent()
        let named = try store.read { db in try moments.compactMap { $0 }.map { try workspace.past($0, in: db) }
        }
        return try past(of: store, text) { try $0.past($1, of: tickets, named: named) }
    }

    func past(of store: Store, _ text: String, _ past: (Store, Moment) throws -> Store) throws -> Store {
        let moment = try store.read { try workspace.past(text, in: $0) }
        let past = try past(store, moment)
        let (time, last) = try past.read { db in
            let row = try OperationLog.lines(limit: 1, in: db).first
            return (moment.time ?? row?.at ?? now, row?.number ?? 0)
        }
        asOf = time
        if errorTerminal.isTerminal && !globals.quiet {
            let rules = try past.read { try self.zone(in: $0) }
            let offset = rules.offset(at: time.milliseconds)
            try note(words.past.asOf(TimeText.local(time.milliseconds, offset: offset), last))
        }
        return past
    }
}
