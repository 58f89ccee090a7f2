import Workflow

/// Agents who work together; also the queue of tickets that wait for one of them.
package struct Team: Equatable, Sendable {
    package typealias ID = Int64

    package var id: ID
    package var name: String
}

/// A team as a list tells it.
package struct TeamLine: Equatable, Sendable {
    package var team: Team
    package var isRetired: Bool
    package var members: [String]
    /// Tickets that are not done.
    package var open: Int
}

/// Reading teams.
package enum Teams {
    /// The team of a name, to be chosen.
    /// - Throws: `StorageError.noSuchName`, `.retired`.
    package static func offered(_ name: String, in db: any Transaction) throws -> Team {
        let line = try NamedTable.team.offered(name, in: db)
        return Team(id: line.id, name: line.name)
    }

    /// In the order of their names' bytes.
    package static func all(withRetired: Bool = false, in db: any Transaction) throws -> [TeamLine] {
        let sql = """
            SELECT team.id, team.name, team.removal, (SELECT COUNT(*) FROM ticket
                WHERE ticket.team_id = team.id AND ticket.removal = 0 AND ticket.status <= \(Status.lastOpen.rawValue))
            FROM team WHERE team.removal <= $1
            """
        return try db.rows(sql, [.removal(withRetired: withRetired)]).map { row in
            let id = try row.integer(0)
            let names = try members(of: id, in: db).map { try NamedTable.agent.name(of: $0, in: db) }
            return TeamLine(
                team: Team(id: id, name: try row.text(1)), isRetired: try row.flag(2), members: names,
                open: try row.int(3))
        }.sorted { $0.team.name.utf8.lexicographicallyPrecedes($1.team.name.utf8) }
    }

    static func members(of team: Team.ID, in db: any Transaction) throws -> [Agent.ID] {
        let sql = "SELECT agent_id FROM team_member WHERE team_id = $1 AND is_member = 1 ORDER BY agent_id"
        return try db.rows(sql, [.integer(team)]).map { try $0.integer(0) }
    }

    /// The teams of an agent that are there.
    static func ids(of agent: Agent.ID, in db: any Transaction) throws -> [Team.ID] {
        let sql = """
            SELECT team.id FROM team_member JOIN team ON team.id = team_member.team_id
            WHERE team_member.agent_id = $1 AND team_member.is_member = 1 AND team.removal = 0 ORDER BY team.folded
            """
        return try db.rows(sql, [.integer(agent)]).map { try $0.integer(0) }
    }
}
