import ArgumentParser
import Knowledge
import Presentation
import Storage
import Workflow

/// `desk search`: tickets that say something, with the place where they say it.
struct Search: Verb {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Find tickets by what they say.",
        discussion: "All tickets unless the query says otherwise. Newest first; --sort relevance puts the best first.")
    static let documents: Set<Format> = [.xlsx]

    @OptionGroup var query: QueryWords
    @OptionGroup var limits: ListLimits

    @Option(
        name: .customLong("in"),
        help: ArgumentHelp("Where to look: title, public, note, cause, field or any.", valueName: "place"))
    var area: String?

    @Option(help: ArgumentHelp("Columns of text on each side of a hit.", valueName: "n"))
    var context = 24

    @Option(help: ArgumentHelp("relevance for the best first, else as in desk ls; newest first.", valueName: "key"))
    var sort: String?

    @Flag(help: "Also find the words in traditional and simplified characters: 证书 and 證書.")
    var variants = false

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        var typed = self.query
        guard !typed.text.trimmed.isEmpty else { throw UsageError.noWords }
        if let area { typed.words.append("in:\(area)") }
        if let sort { typed.words.append("sort:\(sort)") }
        let store = try session.openForReading()
        try store.read { db in
            let (parsed, texts) = try typed.parsePasted(in: db)
            if !globals.quiet {
                for text in texts { try session.note(session.words.session.takenForText(text)) }
                try tellContact(session, in: db)
            }
            let query = variants ? parsed.spelled(ChineseSpelling.others) : parsed
            let queryContext = try session.queryContext(in: db)
            let rows = try typed.check { try self.rows(query, queryContext, session, in: db) }
            try session.show(rows, zone: try session.zone(in: db))
        }
    }

    /// A telephone number or an address is of somebody, which no text may say.
    private func tellContact(_ session: Session, in db: any Transaction) throws {
        guard query.words.count == 1, let text = query.words.first?.trimmed else { return }
        let names = try Customers.names(ofContact: text, in: db)
        guard !names.isEmpty else { return }
        let found = ShellWord.quoted("customer:\(Query.values(text)) is:any")
        try session.note(session.words.session.contactOf(text, names.joined(by: ", "), found))
    }

    // Counting is most of the work where a word is common, so it is done where the count is told.
    private func total(_ list: TicketList, _ tickets: [Ticket], _ limit: Int?, _ format: Format) throws -> Int {
        if format != .count && limits.offset == 0 && limit.map({ tickets.count < $0 }) ?? true { return tickets.count }
        return format.tellsTotal ? try list.total() : tickets.count
    }

    /// Colour says on a terminal what two asterisks say elsewhere.
    private func parts(_ snippet: Snippet, _ mark: String) -> [TextPart] {
        (snippet.isNote ? [TextPart(text: mark)] : []) + snippet.pieces.map { TextPart(text: $0.text, isHit: $0.isHit) }
    }

    private func rows(
        _ query: Query, _ queryContext: QueryContext, _ session: Session, in db: any Transaction
    ) throws -> Rows {
        let list = try TicketList(query, queryContext, in: db)
        let format = globals.askedFormat ?? Format.usual(isTerminal: session.terminal.isTerminal)
        let limit = limits.limit(format: format, isTerminal: session.terminal.isTerminal)
        let tickets = format == .count ? [] : try list.tickets(limit: limit, offset: limits.offset)
        let snippets = Snippets(words: query.searchWords, width: context)
        let headings = session.words.headings
        let mark = "[\(session.words.message.isInternal)] "
        return Rows(
            .hits, query: query.description, total: try total(list, tickets, limit, format),
            fields: [
                RowField("number", .number, column: Column(heading: headings.id, alignment: .right)),
                RowField("status", .text, column: Column(heading: headings.status)),
                RowField(
                    "title", .text, column: Column(heading: headings.title, flexibility: .rest(minimum: 18))),
                RowField(
                    "snippet", .text,
                    column: Column(heading: headings.snippet, flexibility: .yields(rank: 2, minimum: 20))),
            ],
            entries: try tickets.map { ticket in
                let messages = try MergeTargets.messages(of: ticket.number, in: db)
                let snippet = snippets.best(title: ticket.title, messages: messages)
                return [
                    RowEntry(.number(ticket.number.rawValue)),
                    RowEntry(.text(ticket.status.name), shown: session.words.status(ticket.status)),
                    RowEntry(.text(ticket.title)),
                    RowEntry(.text((snippet.isNote ? mark : "") + snippet.marked(.plain)), parts: parts(snippet, mark)),
                ]
            })
    }
}
