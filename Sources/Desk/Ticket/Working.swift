import App
import ArgumentParser
import Knowledge
import Presentation
import Storage
import Workflow

/// `desk reply`: tells the customer something.
struct Reply: ChangeVerb {
    static let configuration = CommandConfiguration(
        commandName: "reply", abstract: "Answer the customer: a PUBLIC message.")
    @OptionGroup var targets: Targets
    @OptionGroup var text: TextOptions
    @OptionGroup var said: SayingOptions

    @Option(
        help: ArgumentHelp("A canned reply; \"desk canned\" lists them.", valueName: "name"),
        completion: Completions.canned)
    var canned: String?

    @Option(
        help: ArgumentHelp(
            "The article that answers; without a text, what it tells is the text.", valueName: "article"),
        completion: Completions.articles)
    var kb: String?

    @Flag(help: "Also when the ticket was changed while you wrote, and when the text looks unfinished.")
    var force = false

    var sendsUnfinished: Bool { force }

    var destiny: TextDestiny? { .reply }

    @OptionGroup var files: AttachOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    var reason: String? { said.reason }

    var attachments: [String] { files.attach }

    func opensEditor(_ session: Session) -> Bool {
        let isGiven = text.message != nil || text.file != nil || canned != nil || kb != nil || session.resumed != nil
        return !force && (text.editor || !isGiven && session.canAsk)
    }

    func verb(_ session: Session, in store: Store, _ context: CommandContext) throws -> TicketCommand {
        let (at, then) = (try said.time(session, in: store), try said.next(session, in: store))
        let article = try kb.map { try ArticleOption.number($0) }
        let reply = try reply(session, in: store, context, at, article)
        guard let article else { return reply.followed(by: then) }
        return .series([.useArticle(article, .replied), reply] + (then.map { [$0] } ?? []))
    }

    private func reply(
        _ session: Session, in store: Store, _ context: CommandContext, _ at: Instant?, _ article: Article.Number?
    ) throws -> TicketCommand {
        if canned == nil, let article {
            if let given = try text.read(session)?.nilWhenEmpty { return .reply(given, at: at) }
            return .reply(try store.read { try ArticleAnswer.text(of: article, in: $0) }, at: at)
        }
        guard let canned else { return .reply(try text.needed(session), at: at) }
        var said = try store.read { try session.workspace.reading(in: $0).canned(canned) }
        if let added = try text.read(session)?.nilWhenEmpty { said.body += "\n\n" + added }
        return .canned(said)
    }
}

/// `desk note`: tells the other agents something.
struct Note: ChangeVerb {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Write an INTERNAL note, which only agents see.")
    @OptionGroup var targets: Targets
    @OptionGroup var text: TextOptions
    @OptionGroup var said: SayingOptions

    @Option(
        help: ArgumentHelp("An agent who shall see it, and watches the ticket from now on.", valueName: "agent"),
        completion: Completions.agents)
    var mention: [String] = []

    @OptionGroup var files: AttachOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    var destiny: TextDestiny? { .note }

    var reason: String? { said.reason }

    var attachments: [String] { files.attach }

    func verb(_ session: Session, in store: Store, _ context: CommandContext) throws -> TicketCommand {
        let (at, then) = (try said.time(session, in: store), try said.next(session, in: store))
        let mentioned = try mention.compactMap { name in
            try store.read { try AgentName.agent(name, context, in: $0) }
        }
        let note = try TicketCommand.note(text.needed(session), at: at)
        guard !mentioned.isEmpty else { return note.followed(by: then) }
        return .series([note] + mentioned.map { .watch($0, true) } + (then.map { [$0] } ?? []))
    }
}

/// `desk receive`: writes down what the customer said.
struct Receive: ChangeVerb {
    static let configuration = CommandConfiguration(
        commandName: "receive", abstract: "Write down what the customer said.",
        discussion: """
            A waiting or resolved ticket is open again. A closed one is opened again or followed by a new one, as \
            "desk config get late.reply" says.
            """)
    @OptionGroup var targets: Targets
    @OptionGroup var text: TextOptions

    @Option(help: ArgumentHelp("When it was said, when not now: 09:12, yesterday 14:00.", valueName: "time"))
    var at: String?

    @Option(help: ArgumentHelp("Who said it, when not the ticket's customer.", valueName: "name"))
    var from: String?

    @Flag(name: .customLong("no-reopen"), help: "The ticket stays as it is, such as after thanks.")
    var noReopen = false

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    var destiny: TextDestiny? { .heard }

    func verb(_ session: Session, in store: Store, _ context: CommandContext) throws -> TicketCommand {
        let at = try self.at.map { try session.workspace.moment($0, .past, in: store) }
        let reception = try store.read { db in
            Reception(
                from: from?.trimmed.nilWhenEmpty, mayReopen: !noReopen, late: try Settings.lateReply(in: db),
                zone: try ZoneFile.rules(named: try DeskFacts.read(in: db).timeZone))
        }
        return .receive(try text.needed(session), at: at, reception)
    }
}

/// When a message was said, and what is done with the ticket after it.
struct SayingOptions: ParsableArguments {
    /// What may follow a message in the same operation.
    enum Then: String, CaseIterable, ExpressibleByArgument {
        case pend, hold, resolve
    }

    @Option(help: ArgumentHelp("When it was said, when not now: 09:12, yesterday 14:00.", valueName: "time"))
    var at: String?

    @Option(help: "pend, hold or resolve, in the same operation.")
    var then: Then?

    @Option(
        help: ArgumentHelp(
            "With --then pend or hold: until when; as \"wait.length\" says unless told.", valueName: "time"))
    var until: String?

    @Option(help: "With --then resolve: fixed, answered, workaround …", completion: Completions.resolutions)
    var resolution: String?

    @Option(help: ArgumentHelp("Why; the history keeps it.", valueName: "text"))
    var reason: String?

    mutating func validate() throws {
        if until != nil && then != .pend && then != .hold {
            throw ValidationError("--until goes with --then pend or hold.")
        }
        if resolution != nil && then != .resolve { throw ValidationError("--resolution goes with --then resolve.") }
    }

    func time(_ session: Session, in store: Store) throws -> Instant? {
        try at.map { try session.workspace.moment($0, .past, in: store) }
    }

    func next(_ session: Session, in store: Store) throws -> TicketCommand? {
        switch then {
        case nil: return nil
        case .pend: return .pend(until: try end(session, in: store))
        case .hold: return .hold(until: try end(session, in: store))
        case .resolve:
            return .resolve(TicketEnd(resolution: try resolution.map { try Resolution(word: $0) }))
        }
    }

    private func end(_ session: Session, in store: Store) throws -> Instant {
        try session.workspace.waitEnd(until, in: store)
    }
}

extension TicketCommand {
    /// Both, as one operation.
    func followed(by next: TicketCommand?) -> TicketCommand {
        next.map { .series([self, $0]) } ?? self
    }
}

extension TextOptions {
    /// The text that a message cannot do without; on a terminal the editor is asked for it.
    func needed(_ session: Session) throws -> String {
        if let text = try read(session) {
            guard !text.isEmpty else { throw Refusal.emptyText }
            return text
        }
        guard session.canAsk else { throw Refusal.emptyText }
        return try session.compose()
    }
}

/// Files that come with a text.
struct AttachOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("A file to attach to it; may be repeated.", valueName: "file"), completion: .file())
    var attach: [String] = []
}
