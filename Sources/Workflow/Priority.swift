/// How much a ticket presses. Ordered; the raw value is the code that the database keeps (table `priority`).
package enum Priority: Int64, CaseIterable, Codable, Comparable, Sendable {
    case low = 1
    case normal, high, urgent

    /// The word that people and exports use.
    package var name: String {
        switch self {
        case .low: "low"
        case .normal: "normal"
        case .high: "high"
        case .urgent: "urgent"
        }
    }

    package init?(name: String) {
        guard let priority = Priority.allCases.first(where: { $0.name == name }) else { return nil }
        self = priority
    }

    package static func < (a: Priority, b: Priority) -> Bool { a.rawValue < b.rawValue }
}
