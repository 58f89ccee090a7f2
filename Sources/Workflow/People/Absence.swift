/// Whether an agent is there to be given tickets.
package enum Absence: Equatable, Sendable {
    case present
    /// Until then, or until the agent is back.
    case absent(until: Instant?)

    package func isAbsent(at now: Instant) -> Bool {
        switch self {
        case .present: false
        case .absent(let until): until.map { now.milliseconds < $0.milliseconds } ?? true
        }
    }
}
