/// One try to connect to each address.
package struct ConnectEvidence: Codable, Equatable, Sendable {
    package var attempts: [Attempt]
    /// Addresses beyond the limit, which were not tried.
    package var leftOut = 0

    package struct Attempt: Codable, Equatable, Sendable {
        package var address: NetworkAddress
        package var outcome: Outcome
        package var milliseconds: Int64
    }

    package enum Outcome: String, Error, Codable, Sendable {
        case connected, refused, timedOut, reset
        /// A router, or the host's own network, said that nobody is there.
        case unreachable
        /// This machine has no way out for such addresses.
        case noRouteHere
        case failed, cancelled
    }

    package init(attempts: [Attempt]) {
        self.attempts = attempts
    }

    /// The address that is used from here on.
    package var chosen: NetworkAddress? { attempts.first { $0.outcome == .connected }?.address }
}
