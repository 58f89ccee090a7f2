import Testing

@testable import Diagnosis

/// Proofs of the laboratory's zone, each right or wrong in one way.
@Suite(.enabled(if: Laboratory.isThere, "the laboratory needs dnsmasq, nginx, openssl and python3: make deps-test"))
struct ProofProbeTests {
    private let lab: Laboratory

    init() throws {
        lab = try Laboratory.shared.get()
    }

    private func probe(_ change: (inout ProbeOptions) -> Void = { _ in }) throws -> ProofProbe {
        var options = try lab.options()
        change(&options)
        var probe = ProofProbe(options: options, context: try TestClock.context())
        probe.ports.names = 5301
        probe.ports.http = 8082
        probe.ports.https = 9
        return probe
    }

    @Test(arguments: [
        ("right", ProofOutcome.proven(isAuthoritative: true)), ("among", .proven(isAuthoritative: true)),
        ("split", .proven(isAuthoritative: true)), ("deleg", .proven(isAuthoritative: true)),
        // Resolvers and the zone's servers do not agree: the zone decides.
        ("late", .proven(isAuthoritative: true)), ("gone", .absent(negativeTTL: 120)),
        ("nobody", .absent(negativeTTL: 120)), ("looped", .absent(negativeTTL: nil)),
        ("wrong", .different(found: ["desk-proof=abd"])), ("case", .different(found: ["desk-proof=ABC"])),
        ("wild", .sameForAll),
    ])
    func `a record proves what it says, and only that`(name: String, outcome: ProofOutcome) throws {
        let proof = try DomainProof(of: DomainName("\(name).proof.test"), token: "abc")
        let evidence = try probe().look(.record, for: proof)
        #expect(ProofOutcome(evidence) == outcome, "\(evidence)")
        #expect(evidence.milliseconds < 15_500)
    }

    @Test func `without the zone's servers the resolver decides, and that is known`() throws {
        let proof = try DomainProof(of: DomainName("right.proof.test"), token: "abc")
        let place = lab.place
        let evidence = try probe { $0.allowed = AllowedNetworks([AddressBlock("\(place.site)/32")].compactMap { $0 }) }
            .look(.record, for: proof)
        #expect(evidence.authoritative.isEmpty)
        #expect(ProofOutcome(evidence) == .proven(isAuthoritative: false))
    }

    @Test func `a resolver that is not there proves nothing`() throws {
        let proof = try DomainProof(of: DomainName("right.proof.test"), token: "abc")
        let place = lab.place
        let evidence = try probe { $0.resolver = try? ResolverAddress("\(place.dead):5300") }.look(.record, for: proof)
        #expect(ProofOutcome(evidence) == .unreachable("unreachable"))
    }

    @Test(arguments: [
        ("file", ProofOutcome.proven(isAuthoritative: true)), ("nofile", .absent(negativeTTL: nil)),
        ("away", .unreachable("leavesHost")), ("echo", .sameForAll), ("big", .different(found: [])),
        ("inner", .unreachable("refusedAddress")), ("nobody", .unreachable("noAddress")),
    ])
    func `a file proves what it says, and only that`(name: String, outcome: ProofOutcome) throws {
        // The file's name is the token; what it holds is that token's text.
        let proof = try DomainProof(of: DomainName("\(name).proof.test"), token: "0123456789abcdef")
        let evidence = try probe().look(.file, for: proof)
        #expect(ProofOutcome(evidence) == outcome, "\(evidence)")
        #expect(try lab.forbiddenConnections() == 0)
    }

    @Test(arguments: ["", "ABC", "a b", "a/b", String(repeating: "a", count: 65)])
    func `a token is letters and digits`(token: String) throws {
        let name = try DomainName("right.proof.test")
        #expect(throws: DiagnosisError.badToken) { try DomainProof(of: name, token: token) }
    }

    @Test func `a public suffix cannot be proven`() throws {
        let name = try DomainName("co.uk")
        #expect(throws: DiagnosisError.publicSuffix("co.uk")) { try DomainProof(of: name, token: "abc") }
    }
}
