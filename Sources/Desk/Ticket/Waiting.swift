import App
import ArgumentParser
import Storage
import Workflow

/// `desk pend`: the customer has to answer first.
struct Pend: ChangeVerb {
    static let configuration = CommandConfiguration(commandName: "pend", abstract: "Wait for the customer.")
    @OptionGroup var targets: Targets
    @OptionGroup var wait: WaitOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    var reason: String? { wait.reason }

    func verb(_ session: Session, in store: Store, _ context: CommandContext) throws -> TicketCommand {
        .pend(until: try wait.end(session, in: store))
    }
}

/// `desk hold`: something else has to happen first.
struct Hold: ChangeVerb {
    static let configuration = CommandConfiguration(
        commandName: "hold", abstract: "Wait for something else, such as a supplier.")
    @OptionGroup var targets: Targets
    @OptionGroup var wait: WaitOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    var reason: String? { wait.reason }

    func verb(_ session: Session, in store: Store, _ context: CommandContext) throws -> TicketCommand {
        .hold(until: try wait.end(session, in: store))
    }
}

/// `desk wake`: the waiting is over.
struct Wake: ChangeVerb {
    static let configuration = CommandConfiguration(
        commandName: "wake", abstract: "Stop waiting: the tickets are open again.")
    @OptionGroup var targets: Targets
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func verb(_ session: Session, in store: Store, _ context: CommandContext) throws -> TicketCommand { .wake }
}

/// Until when a ticket waits.
struct WaitOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A day or time, such as 2bd, +3d, friday, 2026-12-01; as \"wait.length\" says unless told.",
            valueName: "time")
    )
    var until: String?

    @Flag(name: .customLong("no-end"), help: "Until somebody acts.")
    var hasNoEnd = false

    @Option(help: ArgumentHelp("Why; the history keeps it.", valueName: "text"))
    var reason: String?

    mutating func validate() throws {
        if until != nil && hasNoEnd { throw ValidationError("Give one of --until and --no-end.") }
    }

    /// - Throws: `UsageError.badTime`, `.timeHasPassed`
    func end(_ session: Session, in store: Store) throws -> Instant? {
        if hasNoEnd { return nil }
        return try session.workspace.waitEnd(until, in: store)
    }
}
