import Workflow

/// Why a diagnosis cannot begin.
package enum DiagnosisError: Error, Equatable, Sendable {
    case empty
    case tooLong(bytes: Int, limit: Int)
    /// A line break or another control character.
    case controlCharacter
    case unknownScheme(String)
    case noHost
    /// A name or a password before the host. They are not repeated here.
    case containsCredentials
    case badPort(String)
    case badHost(String, HostFault)
    case badNetwork(String)
    case badResolver(String)
    /// Everybody may have names below it, so nobody can own it.
    case publicSuffix(String)
    /// Neither letters, digits, hyphens nor underscores, or of a wrong length.
    case badToken
    case unreadableCertificates(String)
    /// A stored evidence that this program cannot read.
    case badEvidence
    /// Written by a newer program.
    case unknownEvidence(version: Int)
    /// This program was built without the libraries.
    case notBuiltIn

    package enum HostFault: String, Equatable, Sendable {
        /// A character that no name and no address has.
        case character
        case emptyLabel
        case longLabel
        case longName
        /// It ends in a number, but is no address.
        case number
        case address
        /// By the rules for names in other letters (IDNA).
        case letters
    }

    /// What programs know it by.
    package var identity: ErrorIdentity {
        switch self {
        case .empty, .tooLong, .controlCharacter, .unknownScheme, .noHost, .containsCredentials, .badPort:
            ErrorIdentity("url", .usage)
        case .badHost: ErrorIdentity("host", .usage)
        case .badNetwork: ErrorIdentity("network", .usage)
        case .badResolver: ErrorIdentity("resolver", .usage)
        case .badToken: ErrorIdentity("token", .usage)
        case .publicSuffix: ErrorIdentity("public-suffix", .refused)
        case .unreadableCertificates: ErrorIdentity("ca", .usage)
        case .badEvidence, .unknownEvidence: ErrorIdentity("evidence", .damaged)
        case .notBuiltIn: ErrorIdentity("not-built-in", .unavailable)
        }
    }
}

extension DiagnosisError {
    /// Why a redirect leads nowhere, without its text, which may hold secrets.
    var faultCode: String {
        switch self {
        case .empty: "empty"
        case .tooLong: "too-long"
        case .controlCharacter: "control-character"
        case .unknownScheme(let scheme): "scheme-" + VisibleText.of(scheme.utf8, most: 20)
        case .noHost: "no-host"
        case .containsCredentials: "credentials"
        case .badPort: "port"
        default: "host"
        }
    }
}
