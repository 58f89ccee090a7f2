import Workflow

/// An agent as a list tells it.
package struct AgentLine: Equatable, Sendable {
    package var agent: Agent
    package var absence: Absence
    package var teams: [String]
    /// Paths of categories, and tags.
    package var skills: [String]
    /// Tickets that are his and not done.
    package var open: Int
}

/// Reading agents.
package enum Agents {
    /// The agent of a name, however it is written, or nil. One who was retired is found too.
    package static func find(_ name: String, in db: any Transaction) throws -> Agent? {
        try db.row("SELECT id, name, role, removal FROM agent WHERE folded = $1", [.text(folded(name))]).map(decode)
    }

    /// An agent who can be given work.
    /// - Throws: `StorageError.noSuchName`, `.retired`.
    package static func offered(_ name: String, in db: any Transaction) throws -> Agent {
        let line = try NamedTable.agent.offered(name, in: db)
        return try find(line.name, in: db) ?? Agent(id: line.id, name: line.name, role: .agent)
    }

    /// Every agent, in the order of their names' bytes.
    package static func all(withRetired: Bool = false, in db: any Transaction) throws -> [Agent] {
        let sql = "SELECT id, name, role, removal FROM agent WHERE removal <= $1"
        return try db.rows(sql, [.removal(withRetired: withRetired)]).map(decode)
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    package static func lines(withRetired: Bool = false, in db: any Transaction) throws -> [AgentLine] {
        let skills = try Skill.all(in: db)
        let tree = try CategoryTree.read(in: db)
        return try all(withRetired: withRetired, in: db).map { agent in
            let teams = try Teams.ids(of: agent.id, in: db).map { try NamedTable.team.name(of: $0, in: db) }
            return AgentLine(
                agent: agent, absence: try absence(of: agent.id, in: db), teams: teams,
                skills: skills.filter { $0.agent == agent.id }.map { $0.name(in: tree) },
                open: try openTickets(of: agent.id, in: db).count)
        }
    }

    package static func line(of agent: Agent, in db: any Transaction) throws -> AgentLine? {
        try lines(withRetired: true, in: db).first { $0.agent.id == agent.id }
    }

    package static func absence(of id: Agent.ID, in db: any Transaction) throws -> Absence {
        let row = try db.row("SELECT is_absent, absent_until FROM agent WHERE id = $1", [.integer(id)])
        guard let row, try row.flag(0) else { return .present }
        return .absent(until: try row.optionalInstant(1))
    }

    /// What is his and not done, in the order of the numbers.
    static func openTickets(of id: Agent.ID, in db: any Transaction) throws -> [Ticket.Number] {
        let sql = """
            SELECT id FROM ticket
            WHERE assignee_id = $1 AND status <= \(Status.lastOpen.rawValue) AND removal = 0 ORDER BY id
            """
        return try db.rows(sql, [.integer(id)]).map { Ticket.Number(try $0.integer(0)) }
    }

    private static func decode(_ row: SQLRow) throws -> Agent {
        Agent(id: try row.integer(0), name: try row.text(1), role: try row.code(2), isRetired: try row.flag(3))
    }
}

/// What an agent is good at: a category with all below it, or a tag.
struct Skill {
    var agent: Agent.ID
    var category: Category.ID?
    var tag: String?

    static func all(in db: any Transaction) throws -> [Skill] {
        let sql = """
            SELECT agent_skill.agent_id, agent_skill.category_id, tag.name FROM agent_skill
            LEFT JOIN tag ON tag.id = agent_skill.tag_id WHERE agent_skill.is_held = 1 ORDER BY agent_skill.id
            """
        return try db.rows(sql).map {
            Skill(agent: try $0.integer(0), category: try $0.optionalInteger(1), tag: try $0.optionalText(2))
        }
    }

    func name(in tree: CategoryTree) -> String { tag ?? tree.printedPath(of: category) ?? "" }
}
