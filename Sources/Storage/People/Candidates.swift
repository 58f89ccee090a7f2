import Workflow

/// Reading who might be given a ticket.
enum Candidates {
    /// The members of the ticket's team, or all agents where it has none.
    /// - Parameter team: the team that the ticket is about to get.
    static func of(
        _ ticket: Ticket.Number, team: Team.ID? = nil, at now: Instant, in db: any Transaction
    ) throws -> [Candidate] {
        let row = try db.row("SELECT team_id, category_id FROM ticket WHERE id = $1", [.integer(ticket.rawValue)])
        let members = try (team ?? row?.optionalInteger(0)).map { Set(try Teams.members(of: $0, in: db)) }
        let wanted = WantedSkills(
            tree: try CategoryTree.read(in: db), category: try row?.optionalInteger(1),
            tags: try tags(of: ticket, in: db))
        let skills = try Skill.all(in: db)
        return try Agents.all(in: db).filter { members?.contains($0.id) ?? true }.map { agent in
            Candidate(
                agent: agent, isAbsent: try Agents.absence(of: agent.id, in: db).isAbsent(at: now),
                open: try Agents.openTickets(of: agent.id, in: db).count, lastTurn: try lastTurn(of: agent.id, in: db),
                skills: skills.filter { $0.agent == agent.id && wanted.include($0) }.map { $0.name(in: wanted.tree) })
        }
    }

    private static func tags(of ticket: Ticket.Number, in db: any Transaction) throws -> [String] {
        let sql = """
            SELECT tag.name FROM ticket_tag JOIN tag ON tag.id = ticket_tag.tag_id WHERE ticket_tag.ticket_id = $1
            """
        return try db.rows(sql, [.integer(ticket.rawValue)]).map { try $0.text(0) }
    }

    private static func lastTurn(of agent: Agent.ID, in db: any Transaction) throws -> Candidate.Turn? {
        let sql = """
            SELECT operation_id, sequence FROM event WHERE field = 'assignee' AND after = $1
            ORDER BY operation_id DESC, sequence DESC LIMIT 1
            """
        return try db.row(sql, [.text(String(agent))]).map {
            Candidate.Turn(operation: try $0.integer(0), sequence: try $0.integer(1))
        }
    }
}

/// What a ticket is about, as far as somebody can be good at it.
private struct WantedSkills {
    let tree: CategoryTree
    let tags: [String]
    private let above: Set<Category.ID>

    init(tree: CategoryTree, category: Category.ID?, tags: [String]) {
        self.tree = tree
        self.tags = tags
        let parents = Dictionary(uniqueKeysWithValues: tree.categories.map { ($0.id, $0.parent) })
        var above: Set<Category.ID> = []
        var next = category
        while let id = next, above.insert(id).inserted { next = parents[id] ?? nil }
        self.above = above
    }

    func include(_ skill: Skill) -> Bool {
        if let tag = skill.tag { return tags.contains { $0.isSameText(as: tag) } }
        return skill.category.map(above.contains) ?? false
    }
}
