import Workflow

/// Reading agents.
package enum Agents {
    /// The agent of a name, however it is written, or nil.
    package static func find(_ name: String, in db: any Transaction) throws -> Agent? {
        let row = try db.row("SELECT id, name, role FROM agent WHERE folded = $1", [.text(folded(name))])
        return try row.map { Agent(id: try $0.integer(0), name: try $0.text(1), role: try $0.code(2)) }
    }
}

extension Agents {
    /// Every agent, in the order of their names' bytes.
    package static func all(in db: any Transaction) throws -> [Agent] {
        let agents = try db.rows("SELECT id, name, role FROM agent").map {
            Agent(id: try $0.integer(0), name: try $0.text(1), role: try $0.code(2))
        }
        return agents.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
}

extension Store {
    /// Gives an agent a role; somebody the desk does not know becomes an agent.
    package func grant(_ role: AgentRole, to name: String, _ deed: Deed) throws -> Agent {
        try database.write { db in
            var operation = try Operation.begin(deed, in: db)
            var names = Names(db: db)
            let id = try names.agent(name)
            try operation.change(.agentRole, ofRow: id, to: .integer(role.rawValue))
            return Agent(id: id, name: name, role: role)
        }
    }
}
