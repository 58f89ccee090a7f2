import Workflow

extension Permissions {
    /// What each role may do on this desk.
    package static func read(in db: any Transaction) throws -> Permissions {
        let sql = "SELECT permission, least_role FROM permission_override WHERE least_role IS NOT NULL"
        var overrides: [Permission: AgentRole] = [:]
        for row in try db.rows(sql) {
            // A permission that this program does not know is for a newer one.
            guard let permission = Permission(rawValue: try row.text(0)) else { continue }
            overrides[permission] = try row.code(1) as AgentRole
        }
        return Permissions(overrides)
    }
}
