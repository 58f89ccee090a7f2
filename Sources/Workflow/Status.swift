/// Where a ticket stands in its life. The raw value is the code that the database keeps (table `status`).
package enum Status: Int64, CaseIterable, Codable, Sendable {
    case new = 1
    case open, pending, hold, resolved, closed

    /// The word that people and exports use.
    // Spelled out, here and in the other sets: to print a case by itself, Swift looks through all types of the program once,
    // which costs every command a fifth of a millisecond a set.
    package var name: String {
        switch self {
        case .new: "new"
        case .open: "open"
        case .pending: "pending"
        case .hold: "hold"
        case .resolved: "resolved"
        case .closed: "closed"
        }
    }

    package init?(name: String) {
        guard let status = Status.allCases.first(where: { $0.name == name }) else { return nil }
        self = status
    }

    /// Work is still owed: everything before `resolved`.
    package var isOpen: Bool { self != .resolved && self != .closed }

    /// The codes up to this one's are those of open statuses, so that a statement needs one comparison to tell.
    package static let lastOpen = Status.hold
}
