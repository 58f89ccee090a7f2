/// What an agent may do on the desk. The steps of the life cycle name the one they need (`Transition.permission`).
package enum Permission: String, CaseIterable, Sendable {
    /// File, answer, assign, tag and resolve tickets; customers and organisations.
    case work
    /// Close what is not resolved.
    case closeUnresolved = "close-unresolved"
    /// Open again what is closed.
    case reopenClosed = "reopen-closed"
    /// Bring tickets in and take an import back.
    case importing = "import"
    /// Merge tickets of different customers, and customers.
    case mergeCustomers = "merge-customers"
    /// Categories, causes, tags, fields: their names, and which there are.
    case taxonomy
    /// Canned replies, macros and rules that all agents use.
    case automation
    /// Publish and retire articles, and change those that are published.
    case publishing = "publish"
    /// Teams, skills, and the absence of others.
    case teams
    case calendars, settings
    /// Rebuild what `desk doctor` finds broken.
    case repair
    /// Add and retire agents, and say what each role may do.
    case roles
    /// Remove for good.
    case purge, erase

    /// The least role that may, unless the desk says otherwise.
    package var role: AgentRole {
        switch self {
        case .work: .agent
        case .closeUnresolved, .reopenClosed, .importing, .mergeCustomers, .taxonomy, .automation, .publishing, .teams,
            .calendars,
            .settings, .repair:
            .manager
        case .roles, .purge, .erase: .admin
        }
    }
}

/// What each role may do on one desk: the table of `Permission`, with what the desk says otherwise. A role may all that
/// those below it may.
package struct Permissions: Equatable, Sendable {
    private var overrides: [Permission: AgentRole]

    /// As the program says.
    package static let standard = Permissions([:])

    package init(_ overrides: [Permission: AgentRole]) { self.overrides = overrides }

    /// The least role that may.
    package func role(for permission: Permission) -> AgentRole { overrides[permission] ?? permission.role }

    package func allow(_ permission: Permission, to role: AgentRole) -> Bool { role >= self.role(for: permission) }

    /// Whether the desk says otherwise than the program.
    package func isOverridden(_ permission: Permission) -> Bool { role(for: permission) != permission.role }

    /// The least role after a role was granted a permission; those above it may already.
    package func role(for permission: Permission, grantedTo role: AgentRole) -> AgentRole {
        min(role, self.role(for: permission))
    }

    /// The least role after a role, and so those below it, was denied a permission.
    /// - Throws: `WorkflowError.nobodyLeft` when no role would be left.
    package func role(
        for permission: Permission, deniedTo role: AgentRole
    ) throws(WorkflowError) -> AgentRole {
        guard let above = AgentRole.allCases.first(where: { $0 > role }) else { throw .nobodyLeft(permission) }
        return max(above, self.role(for: permission))
    }
}
