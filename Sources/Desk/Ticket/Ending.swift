import ArgumentParser
import Storage
import Workflow

/// `desk resolve`: it is done, unless the customer says otherwise.
struct Resolve: ChangeVerb {
    static let configuration = CommandConfiguration(commandName: "resolve", abstract: "Say that tickets are done.")
    @OptionGroup var targets: Targets
    @OptionGroup var end: EndOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    var sendsUnfinished: Bool { end.force }

    var destiny: TextDestiny? { .reply }

    func verb(_ session: Session, in store: Store, _ context: CommandContext) throws -> TicketCommand {
        .resolve(try end.end(session, in: store))
    }
}

/// `desk close`: nothing follows.
struct Close: ChangeVerb {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Close tickets for good.",
        discussion: "Agents close what is resolved; managers close anything.")
    @OptionGroup var targets: Targets
    @OptionGroup var end: EndOptions

    @Option(help: ArgumentHelp("Why; the history keeps it.", valueName: "text"))
    var reason: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    var sendsUnfinished: Bool { end.force }

    var destiny: TextDestiny? { .reply }

    func verb(_ session: Session, in store: Store, _ context: CommandContext) throws -> TicketCommand {
        .close(try end.end(session, in: store))
    }
}

/// `desk reopen`: it was not done.
struct Reopen: ChangeVerb {
    static let configuration = CommandConfiguration(
        commandName: "reopen", abstract: "Open tickets again.",
        discussion: "Agents reopen what is resolved; managers also what is closed.")
    @OptionGroup var targets: Targets

    @Flag(name: .customLong("as-followup"), help: "File a new ticket that follows each closed one, instead.")
    var asFollowUp = false

    @Option(help: ArgumentHelp("Why; the history keeps it.", valueName: "text"))
    var reason: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func verb(_ session: Session, in store: Store, _ context: CommandContext) throws -> TicketCommand {
        asFollowUp ? .followUp : .reopen
    }
}

/// How a ticket ends.
struct EndOptions: ParsableArguments {
    @OptionGroup var text: TextOptions

    @Option(
        help: "fixed, answered, workaround, duplicate, no-reply, invalid, withdrawn or spam.",
        completion: Completions.resolutions)
    var resolution: String?

    @Option(
        help: ArgumentHelp("The root cause, which you confirm; may be repeated.", valueName: "cause"),
        completion: Completions.causes)
    var cause: [String] = []

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Category, such as CDN/证书问题.", valueName: "path"),
        completion: Completions.categories)
    var category: String?

    @Option(help: ArgumentHelp("The article that helped.", valueName: "article"), completion: Completions.articles)
    var kb: String?

    @Flag(help: "Send the text although it looks unfinished.")
    var force = false

    func end(_ session: Session, in store: Store) throws -> TicketEnd {
        var end = try TicketEnd(
            resolution: resolution, causes: cause, category: category, message: try text.read(session), in: store)
        end.article = try kb.map { try ArticleOption.number($0) }
        return end
    }
}
