/// Somebody who works the desk.
package struct Agent: Equatable, Sendable {
    package typealias ID = Int64

    package var id: ID
    package var name: String
    package var role: AgentRole
    /// Works here no more: keeps a name in the history, and does nothing.
    package var isRetired: Bool

    package init(id: ID, name: String, role: AgentRole, isRetired: Bool = false) {
        self.id = id
        self.name = name
        self.role = role
        self.isRetired = isRetired
    }
}

/// What an agent may do. The raw value is the code that the database keeps (table `agent_role`).
package enum AgentRole: Int64, CaseIterable, Comparable, Sendable {
    case agent = 1
    case manager, admin

    package var name: String {
        switch self {
        case .agent: "agent"
        case .manager: "manager"
        case .admin: "admin"
        }
    }

    package static func < (a: AgentRole, b: AgentRole) -> Bool { a.rawValue < b.rawValue }
}
