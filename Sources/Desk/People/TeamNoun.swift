import App
import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk team`: agents who work together.
struct TeamNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "team", abstract: "Look after the teams.",
        subcommands: [TeamList.self, TeamShow.self, TeamAdd.self, TeamEdit.self, TeamRetire.self],
        defaultSubcommand: TeamList.self)
}

/// `desk team list`
struct TeamList: Verb {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List teams.")

    @Flag(help: "With those that are retired.")
    var all = false

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForReading()
        let teams = try store.read { try Teams.all(withRetired: all, in: $0) }
        try session.show(TeamRows(words: session.words).rows(teams), zone: .utc)
    }
}

/// `desk team show NAME`
struct TeamShow: Verb {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show a team.")

    @Argument(help: "The team.", completion: Completions.teams)
    var name: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForReading()
        let (line, agents) = try store.read { db in
            let known = try NamedTable.team.known(name, in: db)
            let line = try Teams.all(withRetired: true, in: db).first { $0.team.id == known.id }
            let agents = try Agents.lines(in: db).filter { agent in
                agent.teams.contains { $0.isSameText(as: known.name) }
            }
            return (line, agents)
        }
        guard let line else { return }
        guard globals.askedFormat == nil || globals.askedFormat == .table else {
            return try session.show(TeamRows(words: session.words).rows([line]), zone: .utc)
        }
        try session.print(SafeText.line(session.words.people.teamHead(line)))
        try session.show(AgentRows(words: session.words, now: session.now).rows(agents), zone: .utc)
    }
}

/// Teams as a list tells them.
struct TeamRows {
    let words: Words

    func rows(_ teams: [TeamLine]) -> Rows {
        let headings = words.people.headings
        return Rows(
            .teams,
            fields: [
                RowField("team", .text, column: Column(heading: words.headings.team)),
                RowField("open", .number, column: Column(heading: headings.open, alignment: .right)),
                RowField("retired", .truth, column: Column(heading: words.headings.retired)),
                RowField(
                    "members", .list, column: Column(heading: headings.members, flexibility: .rest(minimum: 12))),
            ],
            entries: teams.map { line in
                [
                    RowEntry(.text(line.team.name)), RowEntry(.number(Int64(line.open))),
                    RowEntry(.truth(line.isRetired)),
                    RowEntry(.list(line.members)),
                ]
            })
    }
}

/// `desk team add NAME --member li`
struct TeamAdd: Verb {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a team, or bring a retired one back. Takes a manager.")

    @Argument(help: "What it is called.")
    var name: String

    @Option(
        help: ArgumentHelp("An agent who belongs to it; may be repeated.", valueName: "agent"),
        completion: Completions.agents)
    var member: [String] = []

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let name = try NewName.name(self.name)
        let store = try session.openForWriting()
        let context = session.context
        let facts = try store.read { try MemberWords.facts(member, context, in: $0) }
        let added = try store.addTeam(name, facts, context)
        try session.done(
            session.words.people.team(name, added.content) + session.words.people.end(added.result),
            added.result.operation, name: name)
    }
}

/// `desk team edit NAME --member +li --member -zhang`
struct TeamEdit: Verb {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Rename a team, or change who belongs to it. Takes a manager.")

    @Argument(help: "The team.", completion: Completions.teams)
    var team: String

    @Option(help: "The new name.")
    var name: String?

    @Option(help: ArgumentHelp("+agent joins, -agent leaves; may be repeated.", valueName: "agent"))
    var member: [String] = []

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        let context = session.context
        let line = try store.read { try NamedTable.team.known(team, in: $0) }
        var facts = try store.read { try MemberWords.facts(member, context, in: $0) }
        facts.name = try name.map(NewName.name)
        guard facts != TeamFacts() else { throw UsageError.nothingToChange }
        let edited = try store.editTeam(line.id, facts, context)
        let words = session.words.people
        let name = facts.name ?? line.name
        try session.done(
            words.team(name, edited.content) + words.end(edited.result), edited.result.operation, name: name)
    }
}

/// `+li`, `zhang` and `-chen` among words.
private enum MemberWords {
    static func facts(_ words: [String], _ context: CommandContext, in db: any Transaction) throws -> TeamFacts {
        let (added, removed) = try TagWords.read(words)
        return TeamFacts(
            addedMembers: try added.compactMap { try AgentName.agent($0, context, in: db)?.id },
            removedMembers: try removed.map { try NamedTable.agent.known($0, in: db).id })
    }
}

/// `desk team retire NAME`
struct TeamRetire: Verb {
    static let configuration = CommandConfiguration(
        commandName: "retire", abstract: "Offer a team no more; its open tickets go to another. Takes a manager.",
        discussion: "desk team add NAME brings one back.")

    @Argument(help: "The team.", completion: Completions.teams)
    var name: String

    @Option(
        help: ArgumentHelp("The team that gets its open tickets.", valueName: "team"), completion: Completions.teams)
    var to: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        let context = session.context
        let (line, successor) = try store.read { db in
            (try NamedTable.team.known(name, in: db), try to.map { try Teams.offered($0, in: db) })
        }
        let retired = try store.retireTeam(line.id, to: successor?.id, context)
        let words = session.words.people
        try session.done(
            words.left(line.name, successor?.name, retired.content.count) + words.end(retired.result),
            retired.result.operation, name: line.name)
    }
}
