import Diagnosis
import Storage
import Workflow

/// A name as a person typed it, folded.
package struct DomainRequest: Sendable {
    package let pattern: DomainPattern
    /// Whose claim is meant; nil where one only is there.
    package let customer: String?

    /// - Throws: `DiagnosisError` for what is no name, or everybody's.
    package init(_ typed: String, customer: String?) throws(DiagnosisError) {
        pattern = try DomainPattern(typed)
        self.customer = customer
    }

    package var name: String { pattern.description }
    package var readable: String { pattern.readable }
}

extension Workspace {
    /// - Parameter token: letters and digits that nobody guesses.
    package func claim(_ request: DomainRequest, customer: String, token: String, in store: Store) throws -> Outcome<
        ClaimedDomain
    > {
        let known = try store.read { try Customers.name(ofContact: customer, in: $0) ?? customer.trimmed }
        return try store.claim(request.name, readable: request.readable, customer: known, token: token, context)
    }

    /// The domain or the claim that is meant.
    /// - Throws: `DomainFault.noDomain`, `.severalClaims`
    package func domain(_ request: DomainRequest, in db: any Transaction) throws -> ClaimedDomain {
        var found = try Domains.all(request.name, in: db)
        if let customer = request.customer {
            let name = try Customers.name(ofContact: customer, in: db) ?? customer.trimmed
            found = found.filter { folded($0.customer) == folded(name) }
        }
        guard let first = found.first else { throw StorageError.domain(.noDomain(request.readable)) }
        guard
            found.count == 1
                || (first.isVerified && request.customer == nil && found.filter(\.isVerified).count == found.count)
        else { throw StorageError.domain(.severalClaims(request.readable, found.map(\.customer))) }
        return first
    }

    /// What the owner publishes.
    package func proof(of claim: ClaimedDomain) throws(DiagnosisError) -> DomainProof {
        try DomainProof(of: DomainName(claim.base), token: claim.token)
    }

    /// Looks for the proof in each way until it is found. The network is asked while nothing is open in the desk.
    /// - Throws: `DomainFault.notProven`; `DiagnosisError`
    package func requireProof(
        of claim: ClaimedDomain, readable: String, by ways: [ProofEvidence.Way], _ probe: ProofProbe
    ) throws -> ProofEvidence.Way {
        let proof = try proof(of: claim)
        var found = ""
        for way in ways {
            let outcome = ProofOutcome(try probe.look(way, for: proof))
            if case .proven = outcome { return way }
            // What the record is says more than that there is no file.
            if found.isEmpty { found = outcome.code }
        }
        throw StorageError.domain(.notProven(readable, found: found))
    }

    /// Whose a host is, for a diagnosis that is made for a customer.
    package func owner(of address: SiteAddress, for customer: String?, in store: Store) throws -> PermissionEvidence
        .Owner?
    {
        guard let customer, case .name(let name) = address.host else { return nil }
        return try store.read { db in
            guard let owner = try Domains.owner(of: name.ascii, in: db) else { return .unknown }
            return folded(owner.customer) == folded(customer) ? .sameCustomer : .otherCustomer
        }
    }
}
