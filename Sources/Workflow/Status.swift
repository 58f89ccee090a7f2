/// Where a ticket stands in its life. The raw value is the code that the database keeps (table `status`).
package enum Status: Int64, CaseIterable, Codable, Sendable {
    case new = 1
    case open, pending, hold, resolved, closed

    /// The word that people and exports use.
    package var name: String { "\(self)" }

    package init?(name: String) {
        guard let status = Status.allCases.first(where: { $0.name == name }) else { return nil }
        self = status
    }

    /// Work is still owed: everything before `resolved`.
    package var isOpen: Bool { self != .resolved && self != .closed }
}
