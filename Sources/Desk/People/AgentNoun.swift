import ArgumentParser
import Storage
import Workflow

/// `desk agent`: who works the desk.
struct AgentNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agent", abstract: "List and add agents.", subcommands: [AgentList.self, AgentAdd.self],
        defaultSubcommand: AgentList.self)
}

/// `desk agent list`
struct AgentList: Verb {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List agents.")
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForReading()
        try store.read { db in
            let agents = try Agents.all(in: db)
            let rows = Rows(
                schema: "desk.agents/1",
                fields: [
                    Field("agent", .text, column: Column(heading: session.words.headings.agent)),
                    Field("role", .text, column: Column(heading: session.words.headings.role)),
                ],
                entries: agents.map { [Entry(.text($0.name)), Entry(.text($0.role.name))] })
            try session.show(rows, zone: try session.zone(in: db))
        }
    }
}

/// `desk agent add NAME`
struct AgentAdd: Verb {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add an agent, or give one another role. Takes an admin.")

    @Argument(help: "What the agent is called.")
    var name: String

    @Option(help: "agent, manager or admin.")
    var role = "agent"

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        guard let role = AgentRole.allCases.first(where: { $0.name == folded(role) }) else {
            throw UsageError.badRole(role)
        }
        let store = try session.openForWriting()
        let deed = try session.deed(in: store, to: .roles)
        let agent = try store.grant(role, to: name.trimmed, deed)
        try session.print(session.words.verbs.agentAdded(agent))
    }
}

/// `desk status`: the life cycle.
struct StatusNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show the life cycle.", subcommands: [StatusList.self],
        defaultSubcommand: StatusList.self)
}

/// `desk status list`: what may be done in each status.
struct StatusList: Verb {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Show what may be done in each status.")
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let words = session.words
        let rows = Rows(
            schema: "desk.transitions/1",
            fields: [
                Field("status", .text, column: Column(heading: words.headings.status)),
                Field("action", .text, column: Column(heading: words.headings.actions)),
                Field("to", .text, column: Column(heading: "→")),
                Field("role", .text, column: Column(heading: words.headings.role)),
            ],
            entries: Status.allCases.flatMap { status in
                LifeCycle.transitions.filter { $0.from.contains(status) }.map { row in
                    [
                        Entry(.text(status.name), shown: words.status(status)), Entry(.text(row.action.rawValue)),
                        Entry(.text((row.to ?? status).name), shown: words.status(row.to ?? status)),
                        Entry(.text(row.role.name)),
                    ]
                }
            })
        try session.show(rows, zone: .utc)
    }
}
