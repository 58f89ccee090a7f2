import App
import ArgumentParser
import Files
import Import
import Presentation
import Storage
import Workflow

/// Which tickets a verb is said to: numbers, ranges, `-` for numbers on standard input, or a query.
struct Targets: ParsableArguments {
    @Argument(
        help: ArgumentHelp("Numbers and ranges, such as 1042 or 1040-1045,1050; - reads them.", valueName: "id"),
        completion: Completions.tickets)
    var numbers: [String] = []

    @Option(
        help: ArgumentHelp("The tickets a query finds; open ones unless it says otherwise.", valueName: "query"),
        completion: Completions.query)
    var query: String?

    /// The choice, with the numbers that stand on standard input in place of `-`.
    func choice(inTrash areInTrash: Bool = false) throws -> TicketChoice {
        TicketChoice(
            numbers: try numbers.flatMap { $0 == "-" ? try Self.standardInput() : [$0] }, query: query,
            inTrash: areInTrash)
    }

    func find(
        _ queryContext: QueryContext, inTrash areInTrash: Bool = false, in db: any Transaction
    ) throws -> [Ticket.Number] {
        try choice(inTrash: areInTrash).find(queryContext, in: db)
    }

    private static func standardInput() throws -> [String] {
        let text = String(decoding: try FileBytes.readStandardInput(), as: UTF8.self)
        return text.split(whereSeparator: { $0.isWhitespace || $0.isNewline }).map { String($0) }
    }
}

/// A verb that changes tickets: it says what is to be done, and the rest is the same for all.
protocol ChangeVerb: Verb {
    var targets: Targets { get }

    /// Says why a rule chose whom it chose.
    var explains: Bool { get }

    /// Why, in the agent's words; the history keeps it.
    var reason: String? { get }

    /// Whether what it does stays.
    var mode: CommandContext.Mode { get }

    /// Whether the person is going to write while others may change the ticket.
    func opensEditor(_ session: Session) -> Bool

    /// What is to be done, from the options and, where text is asked for, from the person.
    func verb(_ session: Session, in store: Store, _ context: CommandContext) throws -> TicketCommand

    /// Paths of files that come with its message.
    var attachments: [String] { get }

    /// A text goes out although it looks unfinished.
    var sendsUnfinished: Bool { get }

    /// It is said to what is in the trash.
    var isAboutTrash: Bool { get }

    /// Who is going to read its text; nil where it has none.
    var destiny: TextDestiny? { get }
}

extension ChangeVerb {
    var explains: Bool { false }
    var attachments: [String] { [] }
    var sendsUnfinished: Bool { false }
    var isAboutTrash: Bool { false }
    var destiny: TextDestiny? { nil }

    var reason: String? { nil }

    var mode: CommandContext.Mode { globals.isDryRun ? .rehearse : .commit }

    func opensEditor(_ session: Session) -> Bool { false }

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        var context = session.context
        context.mode = mode
        context.reason = reason
        if sendsUnfinished { context.confirmed.append(.unfinishedText([])) }
        let choice = try targets.choice(inTrash: isAboutTrash)
        let (author, queryContext) = try store.read { (try context.author(in: $0), try session.queryContext(in: $0)) }
        // Before the text is written: nobody shall write for a file that cannot be attached.
        let files = try attachments.map { try AttachmentFile.read($0) }
        let seen =
            try opensEditor(session) ? Seen(try store.read { try choice.find(queryContext, in: $0) }, in: store) : nil
        session.destiny = destiny.map { destiny in
            { try DestinyLines(session: session, destiny: destiny, choice: choice).text(in: store) }
        }
        let verb = try verb(session, in: store, context)
        // The text is there now.
        context.idempotencyKey = session.context.idempotencyKey
        var numbers: [Ticket.Number] = []
        let change = try RefusedTicket.naming({ numbers }, author, in: store) {
            try VersionConflict.told(verb, besides: seen, in: store) {
                try session.telling(seen, in: store) {
                    try session.confirming(&context) { context in
                        var workspace = session.workspace
                        workspace.context = context
                        return try workspace.change(
                            verb, on: choice, queryContext, in: store,
                            ifVersion: globals.ifVersion ?? seen?.version ?? session.seenVersion, attaching: files
                        ) { numbers = $0 }
                    }
                }
            }
        }
        let performed = change.performed
        let zone = try performed.tellsTimes ? store.read { try session.zone(in: $0) } : .utc
        var report = ChangeReport(session: session, verb: verb, zone: zone, reason: reason, explains: explains)
        report.isDryRun = mode == .rehearse
        // Also where some tickets were refused, which is told by throwing.
        let told = Result { try report.tell(performed) }
        try session.tell(change.consequences)
        try told.get()
    }
}

extension CommandResult {
    /// Whether somebody waits until some time now.
    fileprivate var tellsTimes: Bool {
        changed.contains { $0.after.wakeAt != nil && $0.after.wakeAt != $0.before.wakeAt }
    }
}

/// Says what a verb did to each ticket.
struct ChangeReport {
    let session: Session
    let verb: TicketCommand
    let zone: TimeZoneRules
    let reason: String?
    var explains = false
    /// Nothing of it stays, also where that was not asked for; nil: as it was asked for.
    var isDryRun: Bool?
    /// Where each ticket has a verb of its own.
    var each: [(ticket: Ticket.Number, verb: TicketCommand)] = []

    /// - Throws: `Refusal.partlyChanged` when rules protected some tickets, or the refusal when they protected all.
    func tell(_ performed: CommandResult) throws {
        if session.answersInJSON {
            try session.answer(
                changes: WorkDocuments.changed(performed, isDryRun: session.globals.isDryRun))
        } else if !session.globals.quiet {
            for redirected in performed.redirected {
                try session.note(session.words.relations.redirected(redirected))
            }
            for change in performed.changed {
                try session.print(session.words.verbs.changed(verb(of: change), change, facts(change, performed)))
                for var attached in performed.attached where attached.ticket == change.after.number {
                    attached.operation = performed.operation
                    try session.print(session.words.relations.attached(attached))
                }
                if explains, let choice = change.choice {
                    try session.print("  " + session.words.people.choice(choice))
                }
            }
        }
        try session.flush()
        for refused in performed.refused {
            let sentence = ExitReport(words: session.words, isJSON: false).reason(of: refused.error)
            try session.note("#\(refused.ticket.rawValue): \(sentence)")
        }
        if !performed.refused.isEmpty {
            throw Refusal.partlyChanged(refused: performed.refused.count, changed: performed.changed.count)
        }
    }

    private func verb(of change: CommandResult.Change) -> TicketCommand {
        each.first { $0.ticket == change.before.number }?.verb ?? verb
    }

    private func facts(_ change: CommandResult.Change, _ performed: CommandResult) -> ChangeFacts {
        let wakeAt = change.after.wakeAt == change.before.wakeAt ? nil : change.after.wakeAt
        let until = wakeAt.map { TimeText.local($0.milliseconds, offset: zone.offset(at: $0.milliseconds)) }
        return ChangeFacts(
            operation: performed.operation, isDryRun: isDryRun ?? session.globals.isDryRun, until: until, reason: reason
        )
    }
}
