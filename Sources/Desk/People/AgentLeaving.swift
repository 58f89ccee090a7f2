import App
import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk agent absent [NAME] --until Mon`
struct AgentAbsent: Verb {
    static let configuration = CommandConfiguration(
        commandName: "absent", abstract: "Say that an agent is away: no rule gives him tickets.",
        discussion: "You yourself unless told; that of others takes a manager.")

    @Argument(help: "The agent; you, when not told.", completion: Completions.agents)
    var name: String?

    @OptionGroup var wait: WaitOptions

    @Flag(help: "Give his open tickets to whoever is there and has the fewest.")
    var redistribute = false

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        let context = session.context
        let agent = try AgentName.about(name, context, in: store)
        let until = try wait.end(session, in: store)
        let absent = try store.setAbsence(
            .absent(until: until), of: agent.id, redistributes: redistribute, context)
        let words = session.words.people
        let zone = try store.read { try session.zone(in: $0) }
        let line = words.isAbsent(agent.name, words.absence(.absent(until: until), zone), absent.content)
        try session.done(line + words.end(absent.result), absent.result.operation, name: agent.name)
    }
}

/// `desk agent back [NAME]`
struct AgentBack: Verb {
    static let configuration = CommandConfiguration(
        commandName: "back", abstract: "Say that an agent is there again.")

    @Argument(help: "The agent; you, when not told.", completion: Completions.agents)
    var name: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        let context = session.context
        let agent = try AgentName.about(name, context, in: store)
        let back = try store.setAbsence(.present, of: agent.id, context)
        try session.done(
            session.words.people.isBack(agent.name) + session.words.people.end(back.result), back.result.operation,
            name: agent.name)
    }
}

extension AgentName {
    /// The agent a person speaks of: without a name they themselves.
    fileprivate static func about(_ name: String?, _ context: CommandContext, in store: Store) throws -> Agent {
        try store.read { db in
            try name.flatMap { try agent($0, context, in: db) } ?? context.author(in: db).agent
        }
    }
}

/// `desk agent retire NAME`
struct AgentRetire: Verb {
    static let configuration = CommandConfiguration(
        commandName: "retire", abstract: "Let an agent go; the open tickets go to another. Takes an admin.",
        discussion: "The history keeps the name. desk agent add NAME brings one back.")

    @Argument(help: "The agent.", completion: Completions.agents)
    var name: String

    @Option(
        help: ArgumentHelp("The agent who gets the open tickets.", valueName: "agent"), completion: Completions.agents)
    var to: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        let context = session.context
        let (line, successor) = try store.read { db in
            (try NamedTable.agent.known(name, in: db), try to.flatMap { try AgentName.agent($0, context, in: db) })
        }
        let retired = try store.retireAgent(line.id, to: successor?.id, context)
        let words = session.words.people
        try session.done(
            words.left(line.name, successor?.name, retired.content.count) + words.end(retired.result),
            retired.result.operation, name: line.name)
    }
}
