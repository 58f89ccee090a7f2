import ArgumentParser
import Files
import Presentation
import Storage
import Workflow

/// `desk ls`: the tickets a query finds.
struct List: Verb {
    static let configuration = CommandConfiguration(
        commandName: "ls", abstract: "List tickets.",
        discussion: "Open tickets unless the query says otherwise: status: or is: terms. Newest first.")
    static let documents: Set<Format> = [.xlsx]

    @OptionGroup var query: QueryWords

    // No group of their own: each group costs the start of the command as much as reading fifty tickets.
    @Option(
        name: .shortAndLong, help: ArgumentHelp("The same as status:…", valueName: "status"),
        completion: Completions.statuses)
    var status: String?

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The same as category:…", valueName: "path"),
        completion: Completions.categories)
    var category: String?

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The same as assignee:…", valueName: "agent"),
        completion: Completions.agents)
    var assignee: String?

    @Option(
        name: [.customShort("p"), .customLong("prio"), .customLong("priority")],
        help: ArgumentHelp("The same as prio:…", valueName: "priority"), completion: Completions.priorities)
    var priority: String?

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The same as tag:…", valueName: "tag"), completion: Completions.tags)
    var tag: String?

    @Flag(help: "The same as assignee:me.")
    var mine = false

    @Flag(help: "The same as assignee:none.")
    var unassigned = false

    @Option(help: ArgumentHelp("The same as @name: a saved query.", valueName: "name"), completion: Completions.views)
    var view: String?

    @OptionGroup var limits: ListLimits

    @Option(
        help: ArgumentHelp("Fields to print, separated by commas; help lists them.", valueName: "names"),
        completion: Completions.columns)
    var fields: String?

    @Option(
        help: ArgumentHelp(
            "A text that is printed for each ticket, with {{title}} and the other names of --fields.", valueName: "file"
        ),
        completion: .file())
    var template: String?

    @Option(help: ArgumentHelp("What to order by, such as created or priority-desc.", valueName: "key"))
    var sort: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        var typed = self.query
        typed.words += shortcuts
        if let sort { typed.words.append("sort:\(sort)") }
        let text = try template.map { path in
            try session.text(of: try path == "-" ? FileBytes.readStandardInput() : FileBytes.read(path), from: path)
        }
        let store = try session.openForReading()
        try store.read { db in
            let query = try typed.parse(in: db)
            let queryContext = try session.queryContext(in: db)
            let zone = try session.zone(in: db)
            let scoped = try typed.check { try query.listed(in: db) }
            let names = text.map { RowTemplate.names(in: $0).joined(by: ",") } ?? fields
            let rows = try typed.check { try self.rows(scoped, names, queryContext, zone, session, in: db) }
            if let text {
                let filled = RowTemplate(text: text, zone: zone, words: session.words).lines(of: rows)
                return try session.write(Array(filled.utf8))
            }
            try session.show(rows, fields: fields == "help" ? fields : nil, zone: zone)
            let isNarrowed = scoped != query
            if fields != "help" && isNarrowed && rows.total == 0 && session.terminal.isTerminal && session.isTable {
                try session.print(session.words.list.onlyOpen)
            }
        }
    }

    private func rows(
        _ query: Query, _ fields: String?, _ queryContext: QueryContext, _ zone: TimeZoneRules, _ session: Session,
        in db: any Transaction
    ) throws -> Rows {
        let list = try TicketList(query, queryContext, in: db)
        let columns = try TicketColumns(words: session.words, zone: zone, now: queryContext.now, names: fields) {
            try TicketFact.fields(in: db)
        }
        if fields == "help" { return columns.rows([], total: 0, query: query, queryContext.categories) }
        let format = globals.askedFormat ?? Format.usual(isTerminal: session.terminal.isTerminal)
        if format == .count { return columns.rows([], total: try list.total(), query: query, queryContext.categories) }
        let limit = limits.limit(format: format, isTerminal: session.terminal.isTerminal)
        let tickets = try list.tickets(limit: limit, offset: limits.offset)
        let isAll = limits.offset == 0 && limit.map { tickets.count < $0 } ?? true
        let total = isAll || !format.tellsTotal ? tickets.count : try list.total()
        let promises = try TicketPromises(tickets, queryContext, in: db)
        let facts = try TicketFacts(columns.facts, of: tickets.map(\.number), in: db)
        return columns.rows(tickets, total: total, query: query, queryContext.categories, promises, facts)
    }
}

/// How much of a list is printed.
struct ListLimits: ParsableArguments {
    @Option(help: ArgumentHelp("Print so many at most; 0 is all. A terminal gets 50 unless told.", valueName: "n"))
    var limit: Int?

    @Option(help: ArgumentHelp("Leave out so many at the start.", valueName: "n"))
    var offset = 0

    mutating func validate() throws {
        if (limit ?? 0) < 0 || offset < 0 { throw ValidationError("--limit and --offset take 0 or more.") }
    }

    /// A person reads a screen or two, a program reads all.
    func limit(format: Format, isTerminal: Bool) -> Int? {
        if let limit { return limit == 0 ? nil : limit }
        return isTerminal && (format == .table || format == .md) ? 50 : nil
    }
}

extension List {
    /// The terms that the short options stand for.
    private var shortcuts: [String] {
        let given = [
            ("status", status), ("category", category), ("assignee", assignee), ("priority", priority), ("tag", tag),
        ]
        return given.compactMap { field, value in value.map { "\(field):\(Query.values($0))" } }
            + (mine ? ["assignee:me"] : []) + (unassigned ? ["assignee:none"] : [])
            + (view.map { ["@" + Query.values($0)] } ?? [])
    }
}
