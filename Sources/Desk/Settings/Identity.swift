import App
import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk whoami`
struct WhoAmI: Verb {
    static let configuration = CommandConfiguration(
        commandName: "whoami", abstract: "Say who you are on this desk.",
        discussion: "--as counts first, then DESK_USER, then \"user.name\" of your settings, then your login name.")
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForReading()
        let name = session.actorName
        guard let agent = try store.read({ try Agents.find(name, in: $0) }) else {
            throw StorageError.unknownAuthor(name)
        }
        try session.introduce(agent)
    }
}

/// `desk use NAME`
struct UseVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "use", abstract: "Work as this agent from now on; your settings keep it.",
        discussion: "With --role the desk first makes him an agent of that role, which takes an admin.")

    @Argument(help: "The agent's name.")
    var name: String

    @Option(help: "agent, manager or admin.")
    var role: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let agent = try agent(session)
        var config = session.config
        config.set(.userName, to: agent.name)
        if !globals.isDryRun { try config.write() }
        try session.introduce(agent)
    }

    private func agent(_ session: Session) throws -> Agent {
        if let role {
            let facts = AgentFacts(role: try RoleName.role(role))
            let store = try session.openForWriting()
            let context = session.context
            return try store.addAgent(
                NewName.name(name), facts, context
            ).content.agent
        }
        let found = try session.openForReading().read { try Agents.find(name, in: $0) }
        guard let found else { throw StorageError.unknownAuthor(name) }
        return found
    }
}

extension Session {
    /// Says who the person is on this desk.
    fileprivate func introduce(_ agent: Agent) throws {
        try answer(
            .agent, DeskDocuments.agent(agent, isDryRun: globals.isDryRun),
            orPrint: words.settings.youAre(agent) + (globals.isDryRun ? words.settings.dryRun : ""))
    }
}
