/// A handshake and what the server showed in it.
package struct TLSEvidence: Codable, Equatable, Sendable {
    package enum Outcome: String, Codable, Sendable {
        case completed
        /// What answered did not speak TLS.
        case notTLS
        case timedOut, reset, closed
        /// The server ended the handshake with an alert.
        case alert
        /// Its list of certificates is longer than anybody needs.
        case tooManyCertificates
        case failed, cancelled
    }

    package var outcome: Outcome
    /// `TLSv1.3`
    package var version: String?
    package var cipher: String?
    /// The number of the alert.
    package var alert: Int?
    /// What the library said of a failure.
    package var reason: String?
    /// The first bytes of an answer that was no TLS, as text.
    package var firstBytes: String?
    package var asksForCertificate = false
    /// It answered only when versions were offered that are refused today.
    package var isOldOnly = false
    /// As the server sent them.
    package var chain: [CertificateEvidence] = []
    /// Certificates beyond those that were written down.
    package var leftOut = 0
    /// In the order in which they were found.
    package var faults: [ChainFault] = []
    package var milliseconds: Int64 = 0

    package init(_ outcome: Outcome) {
        self.outcome = outcome
    }
}

package struct CertificateEvidence: Codable, Equatable, Sendable {
    package var subject: String
    package var issuer: String
    /// In milliseconds since 1970.
    package var validFrom: Int64
    package var validUntil: Int64
    /// The names it is for; addresses in their usual form.
    package var names: [String]
    /// `RSA`, `EC`, `ED25519`
    package var keyKind: String
    package var keyBits: Int
    package var signature: String
    package var isAuthority: Bool
    /// Hexadecimal.
    package var sha256: String
    /// DER in base 64.
    package var der: String
}

/// One thing that is wrong with a chain of certificates, as OpenSSL numbers it.
package struct ChainFault: Codable, Equatable, Sendable {
    package var code: Int
    /// 0 is the site's own certificate.
    package var depth: Int
    package var subject: String
    package var issuer: String
    package var validFrom: Int64
    package var validUntil: Int64
}
