import App
import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk take`: you work on it now.
struct Take: ChangeVerb {
    static let configuration = CommandConfiguration(
        commandName: "take", abstract: "Work on tickets: they become yours.")
    @OptionGroup var targets: Targets

    @Flag(help: "Also from somebody who works on it.")
    var steal = false

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func verb(_ session: Session, in store: Store, _ context: CommandContext) throws -> TicketCommand {
        steal ? .steal : .take
    }
}

/// `desk release`: nobody works on it.
struct Release: ChangeVerb {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Give tickets back: nobody has them.")
    @OptionGroup var targets: Targets
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func verb(_ session: Session, in store: Store, _ context: CommandContext) throws -> TicketCommand { .release }
}

/// `desk assign 1042 zhang`: somebody else works on it.
struct Assign: ChangeVerb {
    static let configuration = CommandConfiguration(
        commandName: "assign", abstract: "Give tickets to an agent: desk assign 1042 zhang",
        discussion: "The last word is the agent, me or none; --to, --auto and --team alone leave only tickets.")

    @Argument(
        help: ArgumentHelp("Tickets, then the agent.", valueName: "id and agent"),
        completion: Completions.ticketsAndPeople)
    var words: [String] = []

    @Option(
        help: ArgumentHelp("The tickets a query finds; open ones unless it says otherwise.", valueName: "query"),
        completion: Completions.query)
    var query: String?

    @Option(help: ArgumentHelp("The agent, me or none.", valueName: "agent"), completion: Completions.agents)
    var to: String?

    @Option(help: ArgumentHelp("The team, or none.", valueName: "team"), completion: Completions.teams)
    var team: String?

    @Option(help: ArgumentHelp("Choose the agent: round-robin, least or skill.", valueName: "rule"))
    var auto: String?

    @Flag(name: .customLong("explain"), help: "Say why --auto chose whom it chose.")
    var explains = false

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    var targets: Targets {
        var targets = Targets()
        targets.numbers = namesLast ? Array(words.dropLast()) : words
        targets.query = query
        return targets
    }

    /// Whether the last word is the agent.
    private var namesLast: Bool {
        guard to == nil, auto == nil, let last = words.last else { return false }
        return team == nil || !TicketNumbers.looksLikeNumbers(last)
    }

    func verb(_ session: Session, in store: Store, _ context: CommandContext) throws -> TicketCommand {
        guard let auto else { return try named(session, store, context) }
        guard let rule = AssignmentRule(rawValue: folded(auto)) else { throw UsageError.badRule(auto) }
        guard let team else { return .assignByRule(rule) }
        return .assignByRule(rule, team: try store.read { try Teams.offered(team, in: $0) })
    }

    private func named(_ session: Session, _ store: Store, _ context: CommandContext) throws -> TicketCommand {
        try store.read { db in
            let team = try self.team.map { try TeamName.choice($0, in: db) }
            guard let who = to ?? (namesLast ? words.last : nil) else {
                guard let team else { throw UsageError.noAssignee }
                return .edit(TicketEdit(team: team.choice))
            }
            guard let agent = try AgentName.agent(who, context, in: db) else {
                return team.map { .edit(TicketEdit(assignee: .nobody, team: $0.choice)) } ?? .release
            }
            let absence = try Agents.absence(of: agent.id, in: db)
            if absence.isAbsent(at: session.now) && !session.globals.quiet {
                let words = session.words.people
                let away = words.absence(absence, try session.zone(in: db))
                try session.note(words.isAbsent(agent.name, away, Redistribution()))
            }
            return .assign(agent, team: team?.team)
        }
    }
}

/// `desk transfer 1042 二线`: another team works on it.
struct Transfer: ChangeVerb {
    static let configuration = CommandConfiguration(
        commandName: "transfer", abstract: "Give tickets to another team: desk transfer 1042 二线",
        discussion: "The assignee keeps a ticket only when he is a member.")

    @Argument(
        help: ArgumentHelp("Tickets, then the team.", valueName: "id and team"),
        completion: Completions.ticketsAndPeople)
    var words: [String] = []

    @Option(
        help: ArgumentHelp("The tickets a query finds; open ones unless it says otherwise.", valueName: "query"),
        completion: Completions.query)
    var query: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    var targets: Targets {
        var targets = Targets()
        targets.numbers = Array(words.dropLast())
        targets.query = query
        return targets
    }

    func verb(_ session: Session, in store: Store, _ context: CommandContext) throws -> TicketCommand {
        guard let name = words.last else { throw UsageError.noAssignee }
        return .transfer(try store.read { try Teams.offered(name, in: $0) })
    }
}
