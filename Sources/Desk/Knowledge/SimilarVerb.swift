import App
import ArgumentParser
import Knowledge
import Presentation
import Storage
import Workflow

/// `desk similar ID`: the nearest tickets, and the words that made them near.
struct SimilarVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "similar", abstract: "Show the tickets that are most like one, with the words they share.",
        discussion: "Trash and merged tickets are left out. In queries: similar:1042.")

    @Argument(help: ArgumentHelp("The ticket.", valueName: "id"), completion: Completions.tickets)
    var number: String

    @Option(help: ArgumentHelp("How many; 0 for all that share a word.", valueName: "n"))
    var limit = 10

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForReading()
        try store.read { db in
            let queryContext = try session.queryContext(in: db)
            let number = try OneTicket.first(of: number, queryContext, in: db)
            let found = try SimilarTickets(to: number, count: limit > 0 ? limit : .max, in: db)
            try session.show(rows(found.lines, queryContext, session), zone: .utc)
        }
    }

    private func rows(_ lines: [SimilarTickets.Line], _ queryContext: QueryContext, _ session: Session) -> Rows {
        let (words, headings) = (session.words, session.words.headings)
        return Rows(
            .similar, query: "similar:\(number)",
            fields: [
                RowField("number", .number, column: Column(heading: headings.id, alignment: .right)),
                RowField("similarity", .number, column: Column(heading: words.knowledge.similarity, alignment: .right)),
                RowField("status", .text, column: Column(heading: headings.status)),
                RowField(
                    "category", .text,
                    column: Column(heading: headings.category, flexibility: .yields(rank: 2, minimum: 10))),
                RowField("title", .text, column: Column(heading: headings.title, flexibility: .rest(minimum: 18))),
                RowField(
                    "words", .text,
                    column: Column(heading: words.knowledge.because, flexibility: .yields(rank: 1, minimum: 12))),
            ],
            entries: lines.map { line in
                [
                    RowEntry(.number(line.ticket.number.rawValue)),
                    RowEntry(TriagePage.rounded(line.similarity), shown: TriagePage.score(line.similarity)),
                    RowEntry(.text(line.ticket.status.name), shown: words.status(line.ticket.status)),
                    RowEntry(queryContext.categories.printedPath(of: line.ticket.category).map { .text($0) } ?? .null),
                    RowEntry(.text(line.ticket.title)), RowEntry(.text(line.words.joined(by: " "))),
                ]
            })
    }
}

/// `desk duplicates`: groups of tickets that say nearly the same.
struct DuplicatesVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "duplicates", abstract: "Show groups of tickets that say nearly the same, ready to be merged.",
        discussion: "Open tickets unless the query says otherwise.")

    @OptionGroup var query: QueryWords
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForReading()
        try store.read { db in
            let queryContext = try session.queryContext(in: db)
            let listed = try query.parse(in: db).listed(in: db)
            let numbers = try query.check { try TicketList(listed, queryContext, in: db).numbers() }
            let groups = try Duplicates(among: numbers, in: db).groups
            try tell(groups, listed, session, in: db)
        }
    }

    private func tell(
        _ groups: [[Ticket.Number]], _ query: Query, _ session: Session, in db: any Transaction
    ) throws {
        let headings = session.words.headings
        var entries: [[RowEntry]] = []
        for (index, group) in groups.enumerated() {
            for ticket in try group.compactMap({ try TicketRows.find($0, in: db) }) {
                entries.append([
                    RowEntry(.number(Int64(index + 1))), RowEntry(.number(ticket.number.rawValue)),
                    RowEntry(.text(ticket.status.name), shown: session.words.status(ticket.status)),
                    RowEntry(.text(ticket.title)),
                ])
            }
        }
        let rows = Rows(
            .duplicates, query: query.description,
            fields: [
                RowField("group", .number, column: Column(heading: session.words.knowledge.group, alignment: .right)),
                RowField("number", .number, column: Column(heading: headings.id, alignment: .right)),
                RowField("status", .text, column: Column(heading: headings.status)),
                RowField("title", .text, column: Column(heading: headings.title, flexibility: .rest(minimum: 18))),
            ], entries: entries)
        try session.show(rows, zone: .utc)
        guard session.isTable, let first = groups.first else { return }
        let others = first.dropFirst().map { String($0.rawValue) }.joined(by: " ")
        try session.print(session.words.knowledge.mergeWith("desk merge \(others) --into \(first[0].rawValue)"))
    }
}
