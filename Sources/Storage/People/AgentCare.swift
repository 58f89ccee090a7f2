import Workflow

/// What is to change of an agent; nil leaves a value as it is.
package struct AgentFacts: Equatable, Sendable {
    package var name: String?
    package var role: AgentRole?
    package var addedSkills: [SkillName]
    package var removedSkills: [SkillName]

    package init(
        name: String? = nil, role: AgentRole? = nil, addedSkills: [SkillName] = [], removedSkills: [SkillName] = []
    ) {
        self.name = name
        self.role = role
        self.addedSkills = addedSkills
        self.removedSkills = removedSkills
    }
}

extension AgentFacts {
    /// What agents are good at is said by those who make teams.
    fileprivate var permission: Permission { name == nil && role == nil ? .teams : .roles }
}

/// What somebody can be good at.
package enum SkillName: Equatable, Sendable {
    case category(Category.ID)
    case tag(String)
}

/// Looking after agents. Each is one operation that can be undone.
extension Store {
    /// Gives an agent a role; somebody the desk does not know becomes an agent, and somebody who was retired is back.
    /// - Throws: `StorageError.lastAdmin`.
    package func grant(_ role: AgentRole, to name: String, _ context: CommandContext) throws -> Agent {
        try addAgent(name, AgentFacts(role: role), context).content.agent
    }

    /// - Throws: `StorageError.nameTaken` when he is there and no role is given.
    package func addAgent(
        _ name: String, _ facts: AgentFacts, _ context: CommandContext
    ) throws -> Outcome<AgentLine> {
        try write(context, needs: .roles) { operation in
            // Somebody who is there gets another role, but none in passing.
            let known = try NamedTable.agent.line(name, in: operation.db).flatMap { $0.isRetired ? nil : $0 }
            if let known, facts.role == nil { throw StorageError.nameTaken(known.name) }
            return try operation.set(facts, ofAgent: try known?.id ?? operation.add(name, to: .agent))
        }
    }

    /// - Throws: `StorageError.nameTaken`, `.lastAdmin`.
    package func editAgent(
        _ id: Agent.ID, _ facts: AgentFacts, _ context: CommandContext
    ) throws -> Outcome<AgentLine> {
        try write(context, needs: facts.permission) { try $0.set(facts, ofAgent: id) }
    }

    /// Says that an agent is away, or back.
    /// - Parameter redistributes: his open tickets go to whoever is there and has the fewest.
    /// - Returns: how many tickets found somebody, and how many stay his because nobody is there.
    package func setAbsence(
        _ absence: Absence, of id: Agent.ID, redistributes: Bool = false, _ context: CommandContext
    ) throws -> Outcome<Redistribution> {
        try write(context, needs: .work) { operation in
            // Everybody may say that they are away themselves.
            if try operation.author().agent.id != id { try operation.require(.teams) }
            try operation.set(absence, ofAgent: id)
            return redistributes ? try operation.redistribute(ticketsOf: id) : Redistribution()
        }
    }

    /// Lets an agent go. Open tickets must find a successor first; everything else keeps the name.
    /// - Returns: the tickets that the successor got.
    /// - Throws: `StorageError.stillHasTickets`, `.lastAdmin`.
    package func retireAgent(
        _ id: Agent.ID, to successor: Agent.ID?, _ context: CommandContext
    ) throws -> Outcome<[Ticket.Number]> {
        try write(context, needs: .roles) { operation in
            let open = try Agents.openTickets(of: id, in: operation.db)
            let name = try NamedTable.agent.name(of: id, in: operation.db)
            guard open.isEmpty || successor != nil else { throw StorageError.stillHasTickets(.agent, name, open.count) }
            guard successor != id else { throw StorageError.mergedIntoItself }
            for ticket in open { try operation.point(.assignee, of: ticket, to: successor) }
            try operation.retire(id, in: .agent, true)
            try operation.requireAdmin()
            return open
        }
    }
}

/// What became of the tickets of somebody who is away.
package struct Redistribution: Equatable, Sendable {
    package var moved: Int
    package var left: Int

    package init(moved: Int = 0, left: Int = 0) {
        self.moved = moved
        self.left = left
    }

    package var isNothing: Bool { moved == 0 && left == 0 }
}

extension Operation {
    fileprivate mutating func set(_ facts: AgentFacts, ofAgent id: Agent.ID) throws -> AgentLine {
        if let name = facts.name { try rename(id, in: .agent, to: name) }
        if let role = facts.role { try change(.agentRole, ofRow: id, to: .integer(role.rawValue)) }
        for skill in facts.addedSkills { try set(skill, ofAgent: id, isHeld: true) }
        for skill in facts.removedSkills { try set(skill, ofAgent: id, isHeld: false) }
        try requireAdmin()
        guard let agent = try Agents.find(NamedTable.agent.name(of: id, in: db), in: db),
            let line = try Agents.line(of: agent, in: db)
        else { throw StorageError.failed(detail: "no agent \(id)") }
        return line
    }

    private mutating func set(_ skill: SkillName, ofAgent id: Agent.ID, isHeld: Bool) throws {
        var names = Names(db: db)
        let (category, tag): (Int64?, Int64?) =
            switch skill {
            case .category(let category): (category, nil)
            case .tag(let name): (nil, try names.tag(name))
            }
        let known = try db.row(
            "SELECT id FROM agent_skill WHERE agent_id = $1 AND (category_id = $2 OR tag_id = $3)",
            [.integer(id), .optional(category), .optional(tag)])
        let made =
            try known
            ?? db.row(
                "INSERT INTO agent_skill (agent_id, category_id, tag_id, is_held) VALUES ($1, $2, $3, 0) RETURNING id",
                [.integer(id), .optional(category), .optional(tag)])
        try change(.agentSkill, ofRow: try made?.integer(0) ?? 0, to: .flag(isHeld))
    }

    fileprivate mutating func set(_ absence: Absence, ofAgent id: Agent.ID) throws {
        switch absence {
        case .present:
            try change(.agentAbsent, ofRow: id, to: .flag(false))
            try change(.agentAbsentUntil, ofRow: id, to: .null)
        case .absent(let until):
            try change(.agentAbsent, ofRow: id, to: .flag(true))
            try change(.agentAbsentUntil, ofRow: id, to: .optional(until?.milliseconds))
        }
    }

    fileprivate mutating func redistribute(ticketsOf id: Agent.ID) throws -> Redistribution {
        var result = Redistribution()
        for ticket in try Agents.openTickets(of: id, in: db) {
            let candidates = try Candidates.of(ticket, at: at, in: db).filter { $0.agent.id != id }
            do {
                let choice = try AssignmentRule.least.choice(among: candidates)
                try point(.assignee, of: ticket, to: choice.chosen.agent.id)
                result.moved += 1
            } catch is WorkflowError {
                result.left += 1
            }
        }
        return result
    }

    /// Sets the assignee or team of a ticket.
    mutating func point(_ field: EventField, of ticket: Ticket.Number, to row: Int64?) throws {
        try change(field, of: ticket, to: .optional(row))
        try change(.updatedAt, of: ticket, to: .integer(at.milliseconds))
    }

    /// A desk without an admin could never have one again.
    fileprivate func requireAdmin() throws {
        let sql = "SELECT 1 FROM agent WHERE role = 3 AND removal = 0"
        guard try db.row(sql) != nil else { throw StorageError.lastAdmin }
    }
}
