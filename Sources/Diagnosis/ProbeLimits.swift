/// How long a diagnosis may take and how much it may read. Times are in milliseconds.
package struct ProbeLimits: Sendable, Equatable {
    package var total: Int64 = 120_000
    /// For one question to a resolver.
    package var query: Int64 = 5_000
    package var connect: Int64 = 10_000
    package var handshake: Int64 = 10_000
    /// From the request to the end of the head.
    package var head: Int64 = 20_000
    package var body: Int64 = 20_000

    package var redirects = 5
    package var cnameSteps = 10
    package var addresses = 16
    package var headBytes = 65_536
    package var bodyBytes = 1_048_576
    package var certificates = 16
    /// What a server may send in certificates.
    package var certificateBytes = 200_000

    package init() {}
}
