import ArgumentParser
import Storage
import Workflow

/// `desk watch`: you want to know what happens to it.
struct Watch: ChangeVerb {
    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "Watch tickets; desk ls watching:me lists them.")
    @OptionGroup var targets: Targets
    @OptionGroup var watcher: WatcherOptions

    @Flag(help: "Watch them no more.")
    var off = false

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func verb(_ session: Session, in store: Store, _ context: CommandContext) throws -> TicketCommand {
        .watch(try watcher.find(in: store, context), !off)
    }
}

/// `desk unwatch`: not any longer.
struct Unwatch: ChangeVerb {
    static let configuration = CommandConfiguration(commandName: "unwatch", abstract: "Watch tickets no more.")
    @OptionGroup var targets: Targets
    @OptionGroup var watcher: WatcherOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func verb(_ session: Session, in store: Store, _ context: CommandContext) throws -> TicketCommand {
        .watch(try watcher.find(in: store, context), false)
    }
}

/// Who watches.
struct WatcherOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Somebody else than you.", valueName: "agent"), completion: Completions.agents)
    var agent: String?

    func find(in store: Store, _ context: CommandContext) throws -> Agent {
        guard let agent else { return try store.read { try context.author(in: $0).agent } }
        guard let found = try store.read({ try Agents.find(agent, in: $0) }) else {
            throw StorageError.unknownActor(agent)
        }
        return found
    }
}
