/// Why a name cannot be claimed, given or taken. Names are in the letters of people.
package enum DomainFault: Equatable, Sendable {
    case noDomain(String)
    /// The customer has it, or claims it, already.
    case claimed(String)
    /// Somebody else has proven it.
    case taken(String)
    /// A name above it is another customer's.
    case belowForeign(String, above: String)
    /// The claim was not proven in time.
    case expired(String)
    /// Several claim it: which is meant has to be said.
    case severalClaims(String, [String])
    /// What should be published is not there: the code of what was found instead.
    case notProven(String, found: String)
    /// Nobody has it, so it cannot go from one to another.
    case notTaken(String)
}

extension DomainFault {
    /// What programs know it by.
    package var identity: ErrorIdentity {
        switch self {
        case .noDomain: ErrorIdentity("noDomain", .notFound)
        case .claimed: ErrorIdentity("domainClaimed", .refused)
        case .taken: ErrorIdentity("domainTaken", .conflict)
        case .belowForeign: ErrorIdentity("domainBelow", .refused)
        case .expired: ErrorIdentity("claimExpired", .refused)
        case .severalClaims: ErrorIdentity("severalClaims", .unknownValue)
        case .notProven: ErrorIdentity("notProven", .failed)
        case .notTaken: ErrorIdentity("notTaken", .refused)
        }
    }
}
