/// The parts of a diagnosis, in the order in which they are looked at: the first failure is the verdict.
package enum Phase: String, CaseIterable, Codable, Sendable {
    case input, permission, resolver, names, addresses, connection, tls, certificate, http, content
}

/// What is checked, in order.
package enum CheckID: String, CaseIterable, Codable, Sendable {
    case address = "IN-01"
    case consent = "PER-01"
    case owner = "PER-02"
    case resolver = "DNS-01"
    case name = "DNS-02"
    case walk = "DNS-03"
    case cname = "DNS-04"
    case hasAddress = "DNS-05"
    case issuers = "DNS-06"
    case allowed = "ADR-01"
    case ipv4 = "TCP-01"
    case ipv6 = "TCP-02"
    case handshake = "TLS-01"
    case version = "TLS-02"
    case clientCertificate = "TLS-03"
    case trust = "CRT-01"
    case dates = "CRT-02"
    case certificateName = "CRT-03"
    case key = "CRT-04"
    case answer = "HTTP-01"
    case redirect = "HTTP-02"
    case status = "HTTP-03"
    case body = "HTTP-04"
    case host = "CON-01"
    case caching = "CON-02"
    case ranges = "CON-03"
    case origins = "CON-04"
    case headMethod = "CON-05"
    case encryption = "CON-06"

    package var phase: Phase {
        switch self {
        case .address: .input
        case .consent, .owner: .permission
        case .resolver: .resolver
        case .name, .walk, .cname, .hasAddress, .issuers: .names
        case .allowed: .addresses
        case .ipv4, .ipv6: .connection
        case .handshake, .version, .clientCertificate: .tls
        case .trust, .dates, .certificateName, .key: .certificate
        case .answer, .redirect, .status, .body: .http
        case .host, .caching, .ranges, .origins, .headMethod, .encryption: .content
        }
    }
}

/// One thing that was looked at, and what it says.
package struct Check: Equatable, Sendable {
    package enum State: Equatable, Sendable {
        case ok
        case warning(Finding)
        case failed(Finding)
        case notTested(Cause)
        case notTestable(Obstacle)
    }

    /// Why nobody looked.
    package enum Cause: Equatable, Sendable {
        /// An earlier check failed.
        case check(CheckID)
        /// The run is not there yet, or ended before: by a person, or by its limit.
        case end(Evidence.End)
    }

    /// Why nobody can look from here.
    package enum Obstacle: String, Sendable {
        case noIPv6Here = "no-ipv6-here"
        case noTrustedRoots = "no-trusted-roots"
        /// Whoever was asked did not answer, and nothing else depends on it.
        case noAnswer = "no-answer"
    }

    package let id: CheckID
    package let state: State
    /// What was seen, a line each: for agents and never for customers.
    package var evidence: [String] = []
    package var milliseconds: Int64?
}
