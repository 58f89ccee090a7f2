/// One request and its answer.
package struct ExchangeEvidence: Codable, Equatable, Sendable {
    package enum Purpose: String, Codable, CaseIterable, Sendable {
        case page
        /// The same with a `Referer` of the site itself.
        case referer
        /// The same for a host that cannot be.
        case unknownHost
        case head
        /// The first byte only.
        case range
        /// The same as a script of the site would ask.
        case origin
    }

    package enum Outcome: String, Codable, Sendable {
        case answered
        /// Closed without a byte.
        case empty
        case notHTTP, headTooLarge
        /// Not a byte in time.
        case firstByteTimedOut
        /// It began and did not end in time.
        case headTimedOut
        case reset, closed, connectFailed, cancelled
    }

    package var purpose: Purpose
    package var outcome: Outcome
    package var status: Int?
    package var reason: String?
    /// With their secrets hidden, long ones cut.
    package var headers: [Header] = []
    package var body: BodyEvidence?
    /// The first bytes of an answer that was no HTTP, as text.
    package var firstBytes: String?
    package var times = Times()

    package struct Header: Codable, Equatable, Sendable {
        package var name: String
        package var value: String
    }

    /// In milliseconds from the beginning of the exchange.
    package struct Times: Codable, Equatable, Sendable {
        package var connected: Int64 = 0
        package var firstByte: Int64?
        package var head: Int64?
        package var end: Int64 = 0
    }

    package init(_ purpose: Purpose, _ outcome: Outcome) {
        self.purpose = purpose
        self.outcome = outcome
    }

    /// The first header of that name.
    package func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name }?.value
    }
}

package struct BodyEvidence: Codable, Equatable, Sendable {
    package enum Outcome: String, Codable, Sendable {
        case complete
        /// It ended before it should.
        case truncated
        /// More than what is read at most.
        case capped
        case timedOut
        /// Its chunks are none.
        case malformed
        case cancelled
    }

    package var outcome: Outcome
    /// What was read.
    package var bytes: Int
    /// What the head promised.
    package var declared: Int?
    /// Of what was read, hexadecimal.
    package var sha256: String
    /// What an encrypted page loads without encryption, secrets hidden; the first few.
    package var insecure: [String] = []
}
