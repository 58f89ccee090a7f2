import Workflow

/// What a person may choose about a diagnosis, and what the desk is set to.
package struct ProbeOptions: Sendable {
    /// Nil for the system's.
    package var resolver: ResolverAddress?
    /// More trusted roots, in PEM.
    package var certificateFile: String?
    package var allowed = AllowedNetworks()
    /// The provider's own names, which a site's CNAME should end in.
    package var cnameSuffixes: [DomainName] = []
    package var isPastCNAME = false
    /// The authorities of the provider's certificates, as CAA records name them.
    package var issuers: [String] = []
    package var limits = ProbeLimits()

    package init() {}
}

/// What a diagnosis needs of the world around it, beside the network.
package struct ProbeContext: Sendable {
    /// Certificates are dated by it.
    package let now: Instant
    /// Milliseconds on a clock that only grows.
    package let clock: @Sendable () -> Int64
    package let isCancelled: @Sendable () -> Bool
    /// Letters and digits that nobody guesses: a host that cannot be is made of them.
    package let token: String

    /// - Throws: `badToken`
    package init(
        now: Instant, token: String, clock: @escaping @Sendable () -> Int64, isCancelled: @escaping @Sendable () -> Bool
    ) throws(DiagnosisError) {
        let isPlain = token.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
        guard isPlain, (8...40).contains(token.utf8.count) else { throw .badToken }
        self.now = now
        self.token = token
        self.clock = clock
        self.isCancelled = isCancelled
    }
}
