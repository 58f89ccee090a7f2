import Workflow

/// Saying what a role may do on this desk. Each is one operation that can be undone.
extension Store {
    /// Lets a role, and those above it, do something.
    package func grant(
        _ permission: Permission, to role: AgentRole, _ context: CommandContext
    ) throws -> Outcome<AgentRole> {
        try write(context, needs: .roles) { operation in
            let now = try Permissions.read(in: operation.db)
            return try operation.set(permission, to: now.role(for: permission, grantedTo: role))
        }
    }

    /// Lets a role, and those below it, do something no more.
    /// - Throws: `WorkflowError.nobodyLeft`.
    package func deny(
        _ permission: Permission, to role: AgentRole, _ context: CommandContext
    ) throws -> Outcome<AgentRole> {
        try write(context, needs: .roles) { operation in
            let now = try Permissions.read(in: operation.db)
            return try operation.set(permission, to: try now.role(for: permission, deniedTo: role))
        }
    }
}

extension Operation {
    fileprivate mutating func set(_ permission: Permission, to role: AgentRole) throws -> AgentRole {
        try db.run(
            """
            INSERT INTO permission_override (permission, least_role) VALUES ($1, NULL)
            ON CONFLICT (permission) DO NOTHING
            """, [.text(permission.rawValue)])
        let row = try db.row(
            "SELECT id FROM permission_override WHERE permission = $1", [.text(permission.rawValue)])
        let value: SQLValue = role == permission.role ? .null : .integer(role.rawValue)
        try change(.permissionRole, ofRow: try row?.integer(0) ?? 0, to: value)
        return role
    }
}
