import App
import ArgumentParser
import Import
import Presentation
import Storage
import Workflow

/// `desk history ID`: what happened to a ticket.
struct History: Verb {
    static let configuration = CommandConfiguration(commandName: "history", abstract: "Tell what happened to a ticket.")

    @Argument(
        help: ArgumentHelp("The ticket.", valueName: "id"),
        completion: Completions.tickets)
    var number: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForReading(about: [number])
        let numbers = try TicketNumbers([number])
        try store.read { db in
            let queryContext = try session.queryContext(in: db)
            let entries = try numbers.found(queryContext, in: db).flatMap { number in
                try number.requireThere(in: db)
                return try TicketHistory.of(number, in: db)
            }
            let zone = try session.zone(in: db)
            try session.show(rows(entries, session.words, zone), zone: zone)
        }
    }

    private func rows(_ entries: [HistoryEntry], _ words: Words, _ zone: TimeZoneRules) -> Rows {
        let values = EventValueWords(words, zone: zone)
        return Rows(
            .history,
            fields: [
                RowField("operation", .number, column: Column(heading: words.headings.operation, alignment: .right)),
                RowField("at", .time, column: Column(heading: words.headings.time)),
                RowField("agent", .text, column: Column(heading: words.headings.agent)),
                RowField("kind", .text, column: Column(heading: words.headings.kind)),
                RowField("field", .text, column: Column(heading: words.headings.field)),
                RowField("what", .text, column: Column(heading: words.headings.what, flexibility: .rest(minimum: 20))),
            ],
            entries: Self.withReasonsOnce(entries.filter { $0.event.field != .updatedAt }).map { entry in
                [
                    RowEntry(.number(entry.operation)), RowEntry(.instant(entry.at)), RowEntry(.text(entry.agent)),
                    RowEntry(.text(entry.event.kind.rawValue)),
                    RowEntry(
                        entry.event.field.map { .text($0.rawValue) } ?? .null,
                        shown: entry.event.field.map(words.past.fieldName)),
                    RowEntry(.text(words.page.event(values.told(entry)) + (entry.reason.map { " (\($0))" } ?? ""))),
                ]
            })
    }

    /// Why an operation was done stands at its first event only.
    private static func withReasonsOnce(_ entries: [HistoryEntry]) -> [HistoryEntry] {
        var last: Int64?
        return entries.map { entry in
            defer { last = entry.operation }
            guard entry.operation == last else { return entry }
            var entry = entry
            entry.reason = nil
            return entry
        }
    }
}

extension Ticket.Number {
    /// - Throws: `StorageError.noSuchTicket` also for one that was never really there.
    func requireThere(in db: any Transaction) throws {
        guard let ticket = try TicketRows.find(self, in: db), ticket.removal != .undone else {
            throw StorageError.noSuchTicket(rawValue)
        }
    }
}
