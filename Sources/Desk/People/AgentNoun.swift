import App
import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk agent`: who works the desk.
struct AgentNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agent", abstract: "Look after the agents.",
        subcommands: [
            AgentList.self, AgentShow.self, AgentAdd.self, AgentEdit.self, AgentAbsent.self, AgentBack.self,
            AgentRetire.self,
        ],
        defaultSubcommand: AgentList.self)
}

/// `desk agent list`
struct AgentList: Verb {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List agents.")

    @Flag(help: "With those that are retired.")
    var all = false

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForReading()
        try store.read { db in
            let lines = try Agents.lines(withRetired: all, in: db)
            let rows = AgentRows(words: session.words, now: session.now).rows(lines)
            try session.show(rows, zone: try session.zone(in: db))
        }
    }
}

/// `desk agent show NAME`
struct AgentShow: Verb {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show an agent.")

    @Argument(help: "The agent.", completion: Completions.agents)
    var name: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForReading()
        try store.read { db in
            let known = try NamedTable.agent.known(name, in: db)
            let lines = try Agents.lines(withRetired: true, in: db).filter { $0.agent.id == known.id }
            let zone = try session.zone(in: db)
            guard globals.askedFormat == nil || globals.askedFormat == .table else {
                return try session.show(AgentRows(words: session.words, now: session.now).rows(lines), zone: zone)
            }
            let page = lines.flatMap { session.words.people.agentPage($0, $0.absenceText(session, zone)) }
            for line in page { try session.print(SafeText.line(line)) }
        }
    }
}

extension AgentLine {
    /// When he is back, in the words of the session; nil for somebody who is there.
    fileprivate func absenceText(_ session: Session, _ zone: TimeZoneRules) -> String? {
        guard absence.isAbsent(at: session.now) else { return nil }
        return session.words.people.absence(absence, zone)
    }
}

/// Agents as a list tells them.
struct AgentRows {
    let words: Words
    let now: Instant

    func rows(_ lines: [AgentLine]) -> Rows {
        let headings = words.people.headings
        return Rows(
            .agents,
            fields: [
                RowField("agent", .text, column: Column(heading: headings.agent)),
                RowField("role", .text, column: Column(heading: words.headings.role)),
                RowField("open", .number, column: Column(heading: headings.open, alignment: .right)),
                RowField("absent", .truth, column: Column(heading: headings.absent)),
                RowField("until", .time, column: yielding(headings.until)),
                RowField("teams", .list, column: yielding(words.headings.team)),
                RowField("skills", .list, column: yielding(headings.skills)),
                RowField("retired", .truth, column: Column(heading: words.headings.retired)),
            ],
            entries: lines.map(entries))
    }

    private func entries(_ line: AgentLine) -> [RowEntry] {
        let isAbsent = line.absence.isAbsent(at: now)
        let until: Instant? = if case .absent(let until) = line.absence, isAbsent { until } else { nil }
        return [
            RowEntry(.text(line.agent.name)), RowEntry(.text(line.agent.role.name)),
            RowEntry(.number(Int64(line.open))),
            RowEntry(.truth(isAbsent)), RowEntry(.instant(until)),
            RowEntry(line.teams.isEmpty ? .null : .list(line.teams)),
            RowEntry(line.skills.isEmpty ? .null : .list(line.skills)), RowEntry(.truth(line.agent.isRetired)),
        ]
    }

    private func yielding(_ heading: String) -> Column {
        Column(heading: heading, flexibility: .yields(rank: 1, minimum: 6))
    }
}

/// `desk agent add NAME`
struct AgentAdd: Verb {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add an agent, give one another role, or bring one back. Takes an admin.")

    @Argument(help: "What the agent is called.")
    var name: String

    @Option(help: "agent, manager or admin; agent unless told.")
    var role: String?

    @Option(help: ArgumentHelp("A category or a tag he is good at; may be repeated.", valueName: "skill"))
    var skill: [String] = []

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let name = try NewName.name(self.name)
        let store = try session.openForWriting()
        let context = session.context
        var facts = try store.read { try SkillWords.facts(skill, in: $0) }
        facts.role = try role.map(RoleName.role)
        let added = try store.addAgent(name, facts, context)
        let line = session.words.verbs.agentAdded(added.content.agent)
        try session.done(
            line + session.words.people.end(added.result), added.result.operation, name: added.content.agent.name)
    }
}

/// `desk agent edit NAME`
struct AgentEdit: Verb {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change an agent's name and role (takes an admin) or skills (a manager).")

    @Argument(help: "The agent.", completion: Completions.agents)
    var agent: String

    @Option(help: "The new name.")
    var name: String?

    @Option(help: "agent, manager or admin.")
    var role: String?

    @Option(
        help: ArgumentHelp("+category or +tag he is good at, -skill he is not; may be repeated.", valueName: "skill"))
    var skill: [String] = []

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        let context = session.context
        let line = try store.read { try NamedTable.agent.known(agent, in: $0) }
        var facts = try store.read { try SkillWords.facts(skill, in: $0) }
        facts.name = try name.map(NewName.name)
        facts.role = try role.map(RoleName.role)
        guard facts != AgentFacts() else { throw UsageError.nothingToChange }
        let edited = try store.editAgent(line.id, facts, context)
        try session.done(
            session.words.people.agent(edited.content) + session.words.people.end(edited.result),
            edited.result.operation, name: edited.content.agent.name)
    }
}

/// `+CDN`, `存储` and `-tag` among words: what the desk knows as a category is one, all else are tags.
private enum SkillWords {
    static func facts(_ words: [String], in db: any Transaction) throws -> AgentFacts {
        let (added, removed) = try TagWords.read(words)
        return AgentFacts(
            addedSkills: try added.map { try skill($0, in: db) },
            removedSkills: try removed.map { try skill($0, in: db) })
    }

    private static func skill(_ text: String, in db: any Transaction) throws -> SkillName {
        switch try CategoryTree.read(in: db).find(text, in: db) {
        case .found(let id): return .category(id)
        case .retired, .unknown: return .tag(text)
        case .several(let paths): throw UsageError.ambiguousCategory(text, paths)
        }
    }
}
