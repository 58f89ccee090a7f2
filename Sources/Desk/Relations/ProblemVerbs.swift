import App
import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk problem new TITLE`
struct ProblemNew: Verb {
    static let configuration = CommandConfiguration(commandName: "new", abstract: "Begin a problem.")

    @Argument(help: "What it is about.")
    var title: String

    @Option(help: ArgumentHelp("Tickets it shows itself in; may be repeated.", valueName: "ids"))
    var incidents: [String] = []

    @Option(help: ArgumentHelp("What helps until it is gone.", valueName: "text"))
    var workaround: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        guard !title.trimmed.isEmpty else { throw Refusal.noText }
        let store = try session.openForWriting()
        let context = session.context
        let numbers =
            try incidents.isEmpty
            ? []
            : store.read {
                try TicketNumbers(incidents).found(try session.queryContext(in: $0), in: $0)
            }
        let change = try store.newProblem(
            title.trimmed, workaround: workaround?.trimmed.nilWhenEmpty, incidents: numbers, context)
        if globals.askedFormat == .ids { return try session.print(change.problem.label) }
        try session.done(change)
    }
}

/// Says which tickets a problem shows itself in.
protocol IncidentVerb: Verb {
    var problem: String { get }
    var targets: Targets { get }

    func change(
        _ numbers: [Ticket.Number], of id: Problem.ID, in store: Store, _ context: CommandContext
    ) throws -> ProblemChange
}

extension IncidentVerb {
    func run(_ session: Session) throws {
        let id = try ProblemOption.id(problem)
        let store = try session.openForWriting()
        var context = session.context
        let numbers = try store.read { try targets.find(try session.queryContext(in: $0), in: $0) }
        try session.done(try session.confirming(&context) { try change(numbers, of: id, in: store, $0) })
    }
}

/// `desk problem link P7 ID…`
struct ProblemLink: IncidentVerb {
    static let configuration = CommandConfiguration(commandName: "link", abstract: "Add tickets to a problem.")

    @Argument(help: ArgumentHelp("The problem, such as P7.", valueName: "problem"), completion: Completions.problems)
    var problem: String

    @OptionGroup var targets: Targets
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func change(
        _ numbers: [Ticket.Number], of id: Problem.ID, in store: Store, _ context: CommandContext
    ) throws -> ProblemChange {
        try store.linkIncidents(numbers, to: id, context)
    }
}

/// `desk problem unlink P7 ID…`
struct ProblemUnlink: IncidentVerb {
    static let configuration = CommandConfiguration(commandName: "unlink", abstract: "Take tickets off a problem.")

    @Argument(help: ArgumentHelp("The problem, such as P7.", valueName: "problem"), completion: Completions.problems)
    var problem: String

    @OptionGroup var targets: Targets
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func change(
        _ numbers: [Ticket.Number], of id: Problem.ID, in store: Store, _ context: CommandContext
    ) throws -> ProblemChange {
        try store.unlinkIncidents(numbers, from: id, context)
    }
}

/// `desk problem edit P7`
struct ProblemEdit: Verb {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change the title or the workaround of a problem.")

    @Argument(help: ArgumentHelp("The problem, such as P7.", valueName: "problem"), completion: Completions.problems)
    var problem: String

    @Option(help: "The title.")
    var title: String?

    @Option(help: ArgumentHelp("What helps until it is gone; an empty text takes it away.", valueName: "text"))
    var workaround: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let id = try ProblemOption.id(problem)
        let title = title?.trimmed.nilWhenEmpty
        guard title != nil || workaround != nil else { throw UsageError.nothingToChange }
        let store = try session.openForWriting()
        let change = try store.editProblem(
            id, title: title, workaround: workaround?.trimmed, session.context)
        try session.done(change)
    }
}

/// `desk problem resolve P7 -m TEXT`
struct ProblemResolve: Verb {
    static let configuration = CommandConfiguration(
        commandName: "resolve", abstract: "Resolve a problem and all its open tickets with one PUBLIC reply each.",
        discussion: "Tickets that were done before stay as they are. It is one operation: one undo takes all back.")

    @Argument(help: ArgumentHelp("The problem, such as P7.", valueName: "problem"), completion: Completions.problems)
    var problem: String

    @OptionGroup var end: EndOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let id = try ProblemOption.id(problem)
        let store = try session.openForWriting()
        let options = end
        var end = try options.end(session, in: store)
        if end.resolution == nil { end.resolution = .fixed }
        var context = session.context
        if options.force { context.confirmed.append(.unfinishedText([])) }
        let change = try session.confirming(&context) { try store.resolveProblem(id, end, $0) }
        var performed = change.performed
        performed.operation = change.operation
        let words = session.words.relations
        if !session.isQuiet && !change.untouched.isEmpty { try session.print(words.untouched(change.untouched)) }
        try session.print(words.problemResolved(change))
        try ChangeReport(session: session, verb: .resolve(end), zone: .utc, reason: nil).tell(performed)
    }
}

extension Session {
    fileprivate func done(_ change: ProblemChange) throws {
        try done(words.relations.problemChanged(change), change.operation, name: change.problem.label)
    }
}
