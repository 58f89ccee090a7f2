import App
import ArgumentParser
import Import
import Presentation
import Storage
import Workflow

/// `desk next`: what to do now.
struct Next: Verb {
    static let configuration = CommandConfiguration(
        commandName: "next", abstract: "Tell which ticket presses most, and why.",
        discussion:
            "What is promised and due first; else the most pressing priority, then what waits longest. --take makes it yours in the same step."
    )

    @Flag(help: "Take it.")
    var take = false

    @Option(help: ArgumentHelp("Only of this team.", valueName: "team"), completion: Completions.teams)
    var team: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let urgent = try find(session)
        let line = urgent.map(session.words.verbs.next) ?? session.words.verbs.nothingNext
        if session.answersInJSON { return try session.answer(.next, WorkDocuments.next(urgent, message: line)) }
        if let urgent, globals.askedFormat == .ids { return try session.print(String(urgent.ticket.number.rawValue)) }
        try session.print(line)
    }

    private func find(_ session: Session) throws -> Urgent? {
        if take && !globals.isDryRun {
            return try session.workspace.takeNext(team: team, in: session.openForWriting())
        }
        return try session.workspace.next(team: team, in: session.openForReading())
    }
}

/// `desk rm`: into the trash.
struct Remove: ChangeVerb {
    static let configuration = CommandConfiguration(commandName: "rm", abstract: "Put tickets into the trash.")
    @OptionGroup var targets: Targets

    @Option(help: ArgumentHelp("Why; the history keeps it.", valueName: "text"))
    var reason: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func verb(_ session: Session, in store: Store, _ context: CommandContext) throws -> TicketCommand { .remove }
}

/// `desk restore`: out of the trash.
struct Restore: ChangeVerb {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Take tickets out of the trash.",
        discussion: "desk ls is:deleted lists what is there.")
    @OptionGroup var targets: Targets
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    var isAboutTrash: Bool { true }

    func verb(_ session: Session, in store: Store, _ context: CommandContext) throws -> TicketCommand { .restore }
}
