import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk log`: what was done on the desk.
struct Log: Verb {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "List what was done on the desk, the newest first.")

    @Option(
        name: [.customLong("last"), .customLong("limit")],
        help: ArgumentHelp("So many at most; 0 is all.", valueName: "n"))
    var last = 20

    @Option(
        help: ArgumentHelp("Only what touched the tickets that a query finds.", valueName: "query"),
        completion: Completions.query)
    var query: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        var words = QueryWords()
        words.words = query.map { [$0] } ?? []
        let store = try session.openForReading()
        try store.read { db in
            let filter = OperationFilter(query: query == nil ? nil : try words.parse(in: db))
            let queryContext = try session.queryContext(in: db)
            let lines = try words.check {
                try OperationLog.lines(filter, queryContext, limit: last == 0 ? nil : last, in: db)
            }
            try session.show(OperationColumns.rows(lines, session.words), zone: try session.zone(in: db))
        }
    }
}

/// `desk audit [QUERY]`: who did what.
struct Audit: Verb {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Look up who did what, the newest first.",
        discussion: "A query restricts it to what touched the tickets it finds.")

    @OptionGroup var query: QueryWords

    @Option(help: ArgumentHelp("Who did it.", valueName: "agent"), completion: Completions.agents)
    var actor: String?

    @Option(help: ArgumentHelp("What was done, such as edit, import or \"category rename\".", valueName: "verb"))
    var op: String?

    @Option(help: ArgumentHelp("Not before: a day, a time or -7d.", valueName: "time"))
    var since: String?

    @Option(help: ArgumentHelp("Not after.", valueName: "time"))
    var until: String?

    @Option(help: ArgumentHelp("Print so many at most; 0 is all. A terminal gets 50 unless told.", valueName: "n"))
    var limit: Int?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForReading()
        try store.read { db in
            let queryContext = try session.queryContext(in: db)
            var filter = OperationFilter(actor: actor?.trimmed, verb: op?.trimmed)
            if query.words.contains(where: { !$0.isEmpty }) { filter.query = try query.parse(in: db) }
            filter.since = try since.map { try Self.interval($0, queryContext).lowerBound }.map(
                Instant.init(milliseconds:))
            filter.until = try until.map { try Self.interval($0, queryContext).upperBound - 1 }
                .map(Instant.init(milliseconds:))
            let usual = session.terminal.isTerminal && session.isTable ? 50 : 0
            let wanted = limit ?? usual
            let lines = try query.check {
                try OperationLog.lines(filter, queryContext, limit: wanted == 0 ? nil : wanted, in: db)
            }
            try session.show(OperationColumns.rows(lines, session.words), zone: try session.zone(in: db))
        }
    }

    private static func interval(_ text: String, _ queryContext: QueryContext) throws -> Range<Int64> {
        let interval = DateExpression(text)?.interval(now: queryContext.now.milliseconds, zone: queryContext.zone)
        guard let interval else { throw UsageError.badMoment(text) }
        return interval
    }
}

/// The columns of a list of operations.
enum OperationColumns {
    static func rows(_ lines: [OperationLine], _ words: Words) -> Rows {
        Rows(
            .operations,
            fields: [
                RowField("operation", .number, column: Column(heading: words.headings.operation, alignment: .right)),
                RowField("at", .time, column: Column(heading: words.headings.time)),
                RowField("agent", .text, column: Column(heading: words.headings.agent)),
                RowField("tickets", .number, column: Column(heading: words.headings.tickets, alignment: .right)),
                RowField("undone", .truth, column: Column(heading: words.headings.undone)),
                RowField(
                    "undoes", .number,
                    column: Column(
                        heading: words.past.undoes, alignment: .right, flexibility: .yields(rank: 1, minimum: 4))),
                RowField(
                    "command", .text, column: Column(heading: words.headings.command, flexibility: .rest(minimum: 20))),
            ],
            entries: lines.map { line in
                [
                    RowEntry(.number(line.number)), RowEntry(.instant(line.at)), RowEntry(.text(line.agent)),
                    RowEntry(.number(Int64(line.tickets))), RowEntry(.truth(line.isUndone)),
                    RowEntry(line.undoes.map { .number($0) } ?? .null), RowEntry(.text(line.command)),
                ]
            })
    }
}
