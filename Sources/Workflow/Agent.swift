/// Somebody who works the desk.
package struct Agent: Equatable, Sendable {
    package typealias ID = Int64

    package var id: ID
    package var name: String
    package var role: AgentRole

    package init(id: ID, name: String, role: AgentRole) {
        self.id = id
        self.name = name
        self.role = role
    }
}

/// What an agent may do. The raw value is the code that the database keeps (table `agent_role`).
package enum AgentRole: Int64, CaseIterable, Comparable, Sendable {
    case agent = 1
    case manager, admin

    package var name: String { "\(self)" }

    package static func < (a: AgentRole, b: AgentRole) -> Bool { a.rawValue < b.rawValue }
}
