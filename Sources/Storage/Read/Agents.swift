import Workflow

/// Reading agents.
package enum Agents {
    /// The agent of a name, however it is written, or nil.
    package static func find(_ name: String, in db: any Transaction) throws -> Agent? {
        let row = try db.row("SELECT id, name, role FROM agent WHERE folded = $1", [.text(folded(name))])
        return try row.map { Agent(id: try $0.integer(0), name: try $0.text(1), role: try $0.code(2)) }
    }
}
