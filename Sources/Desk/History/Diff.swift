import App
import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk diff ID --from T --to T`: how a ticket differs between two moments.
struct Diff: Verb {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Tell how a ticket differs between two moments.",
        discussion: "From its beginning unless told, and until now.")

    @Argument(
        help: ArgumentHelp("The ticket.", valueName: "id"),
        completion: Completions.tickets)
    var number: String

    @Option(help: ArgumentHelp("A day, a time, -7d, or an operation such as op:318.", valueName: "time"))
    var from: String?

    @Option(help: ArgumentHelp("A day, a time, -7d, or an operation such as op:318.", valueName: "time"))
    var to: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForReading(about: [number], moments: [from, to])
        let numbers = try TicketNumbers([number])
        try store.read { db in
            let queryContext = try session.queryContext(in: db)
            let from = try self.from.map { try session.workspace.past($0, in: db) }
            let to = try self.to.map { try session.workspace.past($0, in: db) }
            let diffs = try numbers.found(queryContext, in: db).map { number in
                try number.requireThere(in: db)
                return (number, try TicketDiff.of(number, from: from, to: to, in: db))
            }
            let zone = try session.zone(in: db)
            guard session.isTable else { return try session.show(rows(diffs, session.words, zone), zone: zone) }
            for (number, diff) in diffs {
                try session.print(session.words.past.diff(number, diff))
                let whole = rows([(number, diff)], session.words, zone)
                try session.show(whole.selecting(Array(whole.fields.map(\.name).dropFirst())), zone: zone)
            }
        }
    }

    private func rows(
        _ diffs: [(Ticket.Number, TicketDiff)], _ words: Words, _ zone: TimeZoneRules
    ) -> Rows {
        let values = EventValueWords(words, zone: zone)
        return Rows(
            .diff,
            fields: [
                RowField("number", .number, column: Column(heading: words.headings.id, alignment: .right)),
                RowField("field", .text, column: Column(heading: words.headings.field)),
                RowField("subject", .text, column: Column(heading: words.past.subject)),
                RowField(
                    "before", .text,
                    column: Column(heading: words.past.before, flexibility: .yields(rank: 1, minimum: 16))),
                RowField("after", .text, column: Column(heading: words.past.after, flexibility: .rest(minimum: 16))),
            ],
            entries: diffs.flatMap { number, diff in diff.changes.map { (number, $0) } }.map { number, change in
                [
                    RowEntry(.number(number.rawValue)),
                    RowEntry(.text(change.field.rawValue), shown: words.past.fieldName(change.field)),
                    .optional(change.subject),
                    RowEntry(
                        change.before.map { .text($0) } ?? .null, shown: values.value(change.before, of: change.field)),
                    RowEntry(
                        change.after.map { .text($0) } ?? .null, shown: values.value(change.after, of: change.field)),
                ]
            })
    }
}
