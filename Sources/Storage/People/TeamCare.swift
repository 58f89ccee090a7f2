import Workflow

/// What is to change of a team; nil leaves a value as it is.
package struct TeamFacts: Equatable, Sendable {
    package var name: String?
    package var addedMembers: [Agent.ID]
    package var removedMembers: [Agent.ID]

    package init(name: String? = nil, addedMembers: [Agent.ID] = [], removedMembers: [Agent.ID] = []) {
        self.name = name
        self.addedMembers = addedMembers
        self.removedMembers = removedMembers
    }
}

/// Looking after teams. Each is one operation that can be undone.
extension Store {
    /// - Throws: `StorageError.nameTaken`.
    package func addTeam(
        _ name: String, _ facts: TeamFacts, _ context: CommandContext
    ) throws -> Outcome<[String]> {
        try write(context, needs: .teams) { operation in
            let id = try operation.add(name, to: .team)
            return try operation.set(facts, ofTeam: id)
        }
    }

    /// - Returns: the names of the members there are now.
    package func editTeam(
        _ id: Team.ID, _ facts: TeamFacts, _ context: CommandContext
    ) throws -> Outcome<[String]> {
        try write(context, needs: .teams) { try $0.set(facts, ofTeam: id) }
    }

    /// Offers a team no more. Its open tickets must find another one first.
    /// - Returns: the tickets that the other one got.
    /// - Throws: `StorageError.stillHasTickets`.
    package func retireTeam(
        _ id: Team.ID, to successor: Team.ID?, _ context: CommandContext
    ) throws -> Outcome<[Ticket.Number]> {
        guard successor != id else { throw StorageError.mergedIntoItself }
        return try write(context, needs: .teams) { operation in
            let sql = "SELECT id FROM ticket WHERE team_id = $1 AND status <= 4 AND removal = 0 ORDER BY id"
            let open = try operation.db.rows(sql, [.integer(id)]).map { Ticket.Number(try $0.integer(0)) }
            let name = try NamedTable.team.name(of: id, in: operation.db)
            guard open.isEmpty || successor != nil else { throw StorageError.stillHasTickets(.team, name, open.count) }
            for ticket in open { try operation.point(.team, of: ticket, to: successor) }
            try operation.retire(id, in: .team, true)
            return open
        }
    }
}

extension Operation {
    fileprivate mutating func set(_ facts: TeamFacts, ofTeam id: Team.ID) throws -> [String] {
        if let name = facts.name { try rename(id, in: .team, to: name) }
        for agent in facts.addedMembers { try set(member: agent, ofTeam: id, true) }
        for agent in facts.removedMembers { try set(member: agent, ofTeam: id, false) }
        return try Teams.members(of: id, in: db).map { try NamedTable.agent.name(of: $0, in: db) }
    }

    private mutating func set(member agent: Agent.ID, ofTeam id: Team.ID, _ isMember: Bool) throws {
        try db.run(
            """
            INSERT INTO team_member (team_id, agent_id, is_member) VALUES ($1, $2, 0)
            ON CONFLICT (team_id, agent_id) DO NOTHING
            """, [.integer(id), .integer(agent)])
        let row = try db.row(
            "SELECT id FROM team_member WHERE team_id = $1 AND agent_id = $2", [.integer(id), .integer(agent)])
        try change(.teamMember, ofRow: try row?.integer(0) ?? 0, to: .flag(isMember))
    }
}
