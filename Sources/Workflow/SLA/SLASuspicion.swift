/// A wait during which the customer spoke, while the clock stood still all the same.
package struct SLASuspicion: Equatable, Sendable {
    package var status: Status
    package var from: Instant
    package var to: Instant
    /// When the customer spoke first in it.
    package var message: Instant
    package var sequence: Int
}

extension SLATimeline {
    /// Waits that somebody should look at.
    package func suspicions(_ terms: SLATerms) -> [SLASuspicion] {
        stays.enumerated().compactMap { index, stay in
            guard terms.pauses.contains(stay.status) else { return nil }
            let to = index + 1 < stays.count ? stays[index + 1].from : now
            let spoken = messages.first { !$0.isAgents && $0.at > stay.from && $0.at < to }
            return spoken.map {
                SLASuspicion(status: stay.status, from: stay.from, to: to, message: $0.at, sequence: $0.sequence)
            }
        }
    }
}
