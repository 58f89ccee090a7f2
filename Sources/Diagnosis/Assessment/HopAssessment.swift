/// Looks at what was seen at one address, check by check, up to the first failure.
struct HopAssessment {
    let hop: HopEvidence
    let scope: ProbeScope
    let permission: PermissionEvidence
    let end: Evidence.End
    /// When the diagnosis was made: certificates are dated by it.
    let now: Int64
    /// It is the address that was asked for, and no redirect led here.
    let isFirst: Bool
    private(set) var checks: [Check] = []
    private(set) var failure: (Finding, CheckID)?
    /// What stands in the way of all that follows.
    private var obstacle: CheckID?
    /// The evidence ends here: what is looked at later may not be concluded from less.
    private var isBeyondEvidence = false

    init(_ hop: HopEvidence, _ evidence: Evidence, isFirst: Bool) {
        self.hop = hop
        scope = evidence.scope
        permission = evidence.permission
        end = evidence.end
        now = evidence.startedAt
        self.isFirst = isFirst
    }

    mutating func run() {
        add(.address, .ok, [hop.host == hop.readableHost ? hop.url : "\(hop.url) (\(hop.readableHost))"])
        if isFirst { lookAtPermission() }
        if hop.literal == nil { lookAtNames() }
        lookAtConnections()
        if hop.scheme == .https {
            lookAtTLS()
            lookAtCertificate()
        }
        lookAtAnswer()
        lookAtContent()
    }

    /// - Parameter state: nil where there is no evidence.
    mutating func add(_ id: CheckID, _ state: Check.State?, _ evidence: [String] = [], milliseconds: Int64? = nil) {
        if let obstacle {
            checks.append(Check(id: id, state: .notTested(.check(obstacle))))
            return
        }
        guard let state, !isBeyondEvidence else {
            isBeyondEvidence = true
            checks.append(Check(id: id, state: .notTested(.end(end))))
            return
        }
        checks.append(Check(id: id, state: state, evidence: evidence, milliseconds: milliseconds))
        switch state {
        case .failed(let finding):
            failure = (finding, id)
            obstacle = id
        case .ok, .warning, .notTested, .notTestable: break
        }
    }

    /// Nothing that follows can be looked at from here.
    mutating func stop(at id: CheckID) { obstacle = obstacle ?? id }

    private mutating func lookAtPermission() {
        if let consent = permission.consent { add(.consent, consent == .given ? .ok : .failed(.consentMissing)) }
        if let owner = permission.owner { add(.owner, owner == .otherCustomer ? .failed(.otherCustomer) : .ok) }
    }
}
