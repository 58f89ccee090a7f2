import Workflow

/// All that a diagnosis saw, as it saw it: what it concludes follows from this alone, today or later.
package struct Evidence: Codable, Equatable, Sendable {
    /// The version of this form. An older one can still be read.
    package static let currentVersion = 1

    package var version = Self.currentVersion
    /// In milliseconds since 1970: certificates are dated by it.
    package var startedAt: Int64
    package var scope: ProbeScope
    package var permission = PermissionEvidence()
    /// The address that was asked for, and each that it sent on to.
    package var hops: [HopEvidence]
    package var end = End.running
    /// Of the whole run.
    package var milliseconds: Int64 = 0

    package enum End: String, Codable, Sendable {
        case running, completed
        /// The person stopped it.
        case cancelled
        /// The time for all of it was used up.
        case timedOut
    }

    package init(startedAt: Instant, scope: ProbeScope, hops: [HopEvidence]) {
        self.startedAt = startedAt.milliseconds
        self.scope = scope
        self.hops = hops
    }
}

/// What was asked of the run, as far as conclusions depend on it.
package struct ProbeScope: Codable, Equatable, Sendable {
    /// The provider's own names: a site's CNAME should end in one of them. None: any CNAME is as good as none.
    package var cnameSuffixes: [String] = []
    /// A missing or foreign CNAME is a warning and stops nothing.
    package var isPastCNAME = false
    /// How many redirects are followed.
    package var redirects = 5
    /// The authorities that the provider's certificates come from, as CAA records name them.
    package var issuers: [String] = []
    package var allowed = AllowedNetworks()
    /// The resolver that was named, or that the system names.
    package var resolver: String?
    /// The files that the trusted roots came from.
    package var trustedRoots: [String] = []

    package init() {}
}

/// What the desk knows before anything is probed.
package struct PermissionEvidence: Codable, Equatable, Sendable {
    package enum Consent: String, Codable, Sendable {
        case given, refused
    }

    package enum Owner: String, Codable, Sendable {
        case unknown, sameCustomer, otherCustomer
    }

    /// Nil where nobody asked.
    package var consent: Consent?
    package var owner: Owner?

    package init(consent: Consent? = nil, owner: Owner? = nil) {
        self.consent = consent
        self.owner = owner
    }
}

/// What was seen at one address.
package struct HopEvidence: Codable, Equatable, Sendable {
    /// With its secrets hidden.
    package var url: String
    package var scheme: SiteAddress.Scheme
    /// In the letters of the network.
    package var host: String
    package var readableHost: String
    package var port: UInt16
    /// Where the host is an address and no name.
    package var literal: NetworkAddress?
    package var names: NameEvidence?
    package var connects: ConnectEvidence?
    package var tls: TLSEvidence?
    package var exchanges: [ExchangeEvidence] = []
    /// Where a redirect leads.
    package var redirect: RedirectEvidence?

    package init(_ address: SiteAddress) {
        url = address.masked
        scheme = address.scheme
        host = address.hostText
        readableHost = address.readableHost
        port = address.port
        if case .address(let literal) = address.host { self.literal = literal }
    }
}

package struct RedirectEvidence: Codable, Equatable, Sendable {
    /// With its secrets hidden.
    package var location: String
    /// It is an address that was asked before.
    package var isRepeated = false
    /// As many were followed as may be.
    package var isBeyondLimit = false
    /// It cannot be followed: the code of the error.
    package var fault: String?
}
