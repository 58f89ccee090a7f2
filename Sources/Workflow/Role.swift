/// Who says a message. The raw value is the code that the database keeps (table `message_role`).
package enum Role: Int64, CaseIterable, Codable, Sendable {
    case customer = 1
    case agent, system

    /// The word that exports use.
    package var name: String {
        switch self {
        case .customer: "customer"
        case .agent: "agent"
        case .system: "system"
        }
    }

    package init?(name: String) {
        guard let role = Role.allCases.first(where: { $0.name == name }) else { return nil }
        self = role
    }
}
