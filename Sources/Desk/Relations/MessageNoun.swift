import App
import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk message`: single messages.
struct MessageNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "message", abstract: "Show, edit and move single messages, such as 1042.m5.",
        subcommands: [MessageShow.self, MessageEdit.self, MessageMoveVerb.self, MessageVersionsVerb.self],
        defaultSubcommand: MessageShow.self)
}

/// Which message is meant.
struct MessageOption: ParsableArguments {
    @Argument(help: ArgumentHelp("The message: 1042.m5, or m5 with --ticket.", valueName: "message"))
    var message: String

    @Option(help: ArgumentHelp("The ticket it is on.", valueName: "id"))
    var ticket: String?

    func place(_ queryContext: QueryContext, in db: any Transaction) throws -> MessagePlace {
        let number = try ticket.map { try OneTicket.find($0, queryContext, in: db) }
        guard let place = MessagePlace(message, of: number) else { throw UsageError.badMessage(message) }
        return place
    }
}

/// `desk message show 1042.m5`
struct MessageShow: Verb {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Print what a message says.")
    @OptionGroup var message: MessageOption
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForReading()
        try store.read { db in
            let place = try message.place(try session.queryContext(in: db), in: db)
            let found = try place.message(in: db)
            if session.answersInJSON { return try session.answer(.message, DeskDocuments.message(found, at: place)) }
            let page = TicketPage(words: session.words, zone: try session.zone(in: db), terminal: session.terminal)
            try session.print(page.message(found).joined(by: "\n"))
        }
    }
}

/// `desk message edit 1042.m5`
struct MessageEdit: Verb {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change what a message says; the old text is kept as a version.",
        discussion: "-e opens the present text in the editor.")
    @OptionGroup var message: MessageOption
    @OptionGroup var text: TextOptions

    @Flag(help: "Also where the customer would read what looks unfinished.")
    var force = false

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        let (place, present) = try store.read { db in
            let place = try message.place(try session.queryContext(in: db), in: db)
            return (place, try place.message(in: db))
        }
        let body = try newBody(present, session)
        var context = session.context
        if force { context.confirmed.append(.unfinishedText([])) }
        let edited = try session.confirming(&context) { try store.editMessage(place, to: body, $0) }
        let words = session.words.relations
        let line =
            edited.result == .unchanged
            ? words.same(place) : words.edited(place, edited.content, edited.result.operation)
        try session.done(line, edited.result.operation, number: place.ticket, name: place.label)
    }

    private func newBody(_ present: Message, _ session: Session) throws -> String {
        let isAsked = text.message == nil && text.file == nil
        if isAsked && (text.editor || session.canAsk) { return try session.compose(from: present.body) }
        guard let body = try text.read(session), !body.isEmpty else { throw Refusal.emptyText }
        return body
    }
}

/// `desk message move 1042.m5 --to 1040`
struct MessageMoveVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "move", abstract: "Bring a message to the ticket it belongs to.",
        discussion: "Its old name says where it went. A ticket's description stays.")
    @OptionGroup var message: MessageOption

    @Option(help: ArgumentHelp("The ticket it belongs to.", valueName: "id"))
    var to: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        let context = session.context
        let (place, ticket) = try store.read { db in
            let queryContext = try session.queryContext(in: db)
            return (try message.place(queryContext, in: db), try OneTicket.find(to, queryContext, in: db))
        }
        let move = try store.move(place, to: ticket, context)
        try session.done(
            session.words.relations.moved(move), move.operation, number: ticket, name: move.to.first?.label)
    }
}

/// `desk message versions 1042.m5`
struct MessageVersionsVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "versions", abstract: "Print every text a message had, with who wrote it and when.")
    @OptionGroup var message: MessageOption
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForReading()
        try store.read { db in
            let place = try message.place(try session.queryContext(in: db), in: db)
            let found = try place.message(in: db)
            let versions = try MessageVersions.of(found, in: db)
            let zone = try session.zone(in: db)
            guard globals.askedFormat == nil || globals.askedFormat == .table else {
                return try session.show(rows(versions, session.words), zone: zone)
            }
            for version in versions { try session.print(block(version, found, zone, session)) }
        }
    }

    private func block(
        _ version: MessageVersion, _ message: Message, _ zone: TimeZoneRules, _ session: Session
    ) -> String {
        let words = session.words
        let time = version.at.map {
            TimeText.local($0.milliseconds, offset: zone.offset(at: $0.milliseconds))
        }
        let head = [
            words.relations.version(version.number, version.number == message.version),
            TextDirection.isolated(SafeText.line(version.author ?? words.role(message.role))),
            time ?? words.list.unknown, version.operation.map { "op \($0)" } ?? "",
        ]
        let lines = SafeText.isolatedBlock(version.body).split(separator: "\n", omittingEmptySubsequences: false)
        return ([head.filter { !$0.isEmpty }.joined(by: "  ")] + lines.map { $0.isEmpty ? "" : "    " + $0 })
            .joined(by: "\n")
    }

    private func rows(_ versions: [MessageVersion], _ words: Words) -> Rows {
        Rows(
            .versions,
            fields: [
                RowField("version", .number, column: Column(heading: words.headings.version, alignment: .right)),
                RowField("author", .text, column: Column(heading: words.headings.agent)),
                RowField("at", .time, column: Column(heading: words.headings.time)),
                RowField("operation", .number, column: Column(heading: words.headings.operation, alignment: .right)),
                RowField("body", .text, column: Column(heading: words.headings.what, flexibility: .rest(minimum: 20))),
            ],
            entries: versions.map { version in
                [
                    RowEntry(.number(Int64(version.number))), .optional(version.author), RowEntry(.instant(version.at)),
                    RowEntry(version.operation.map { .number($0) } ?? .null), RowEntry(.text(version.body)),
                ]
            })
    }
}
