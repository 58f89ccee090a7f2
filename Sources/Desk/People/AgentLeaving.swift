import ArgumentParser
import Storage
import Workflow

/// `desk agent absent [NAME] --until Mon`
struct AgentAbsent: Verb {
    static let configuration = CommandConfiguration(
        commandName: "absent", abstract: "Say that an agent is away: no rule gives him tickets.",
        discussion: "You yourself unless told; that of others takes a manager.")

    @Argument(help: "The agent; you, when not told.")
    var name: String?

    @OptionGroup var wait: WaitOptions

    @Flag(help: "Give his open tickets to whoever is there and has the fewest.")
    var redistribute = false

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        let (deed, agent) = try AgentOption.about(name, session, in: store)
        let until = try wait.end(session, in: store)
        let absent = try store.setAbsence(
            .absent(until: until), of: agent.id, redistributes: redistribute, deed, isRehearsal: globals.isDryRun)
        let words = session.words.people
        let zone = try store.read { try session.zone(in: $0) }
        let line = words.isAbsent(agent.name, words.absence(.absent(until: until), zone), absent.content)
        try session.print(line + words.end(absent.deed))
    }
}

/// `desk agent back [NAME]`
struct AgentBack: Verb {
    static let configuration = CommandConfiguration(
        commandName: "back", abstract: "Say that an agent is there again.")

    @Argument(help: "The agent; you, when not told.")
    var name: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        let (deed, agent) = try AgentOption.about(name, session, in: store)
        let back = try store.setAbsence(.present, of: agent.id, deed, isRehearsal: globals.isDryRun)
        try session.print(session.words.people.isBack(agent.name) + session.words.people.end(back.deed))
    }
}

extension AgentOption {
    /// The agent a person speaks of, and what he is allowed to say of him.
    fileprivate static func about(_ name: String?, _ session: Session, in store: Store) throws -> (Deed, Agent) {
        let deed = try session.deed(in: store)
        guard let name, let agent = try store.read({ try agent(name, deed, in: $0) }), agent.id != deed.agent.id else {
            return (deed, deed.agent)
        }
        return (try session.deed(in: store, to: .teams), agent)
    }
}

/// `desk agent retire NAME`
struct AgentRetire: Verb {
    static let configuration = CommandConfiguration(
        commandName: "retire", abstract: "Let an agent go; the open tickets go to another. Takes an admin.",
        discussion: "The history keeps the name. desk agent add NAME brings one back.")

    @Argument(help: "The agent.")
    var name: String

    @Option(
        help: ArgumentHelp("The agent who gets the open tickets.", valueName: "agent"), completion: Completions.agents)
    var to: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        let deed = try session.deed(in: store, to: .roles)
        let (line, successor) = try store.read { db in
            (try NamedTable.agent.known(name, in: db), try to.flatMap { try AgentOption.agent($0, deed, in: db) })
        }
        let retired = try store.retireAgent(line.id, to: successor?.id, deed, isRehearsal: globals.isDryRun)
        let words = session.words.people
        try session.print(words.left(line.name, successor?.name, retired.content.count) + words.end(retired.deed))
    }
}
