import Testing
import Workflow

@testable import Diagnosis

/// Conclusions from evidence that no laboratory can bring about.
struct AssessmentTests {
    private func evidence(_ url: String = "http://a.test/", _ change: (inout Evidence) -> Void = { _ in }) throws
        -> Evidence
    {
        var evidence = Evidence(
            startedAt: Instant(milliseconds: 0), scope: ProbeScope(), hops: [HopEvidence(try SiteAddress(url))])
        evidence.end = .completed
        change(&evidence)
        return evidence
    }

    private func names(v4: [String], v6: [String]) -> NameEvidence {
        var names = NameEvidence(probe: QueryEvidence("", .ns, .answered))
        names.walk = [QueryEvidence("a.test", .cname, .noData)]
        func query(_ type: DNSRecordType, _ values: [String]) -> QueryEvidence {
            var query = QueryEvidence("a.test", type, values.isEmpty ? .noData : .answered)
            query.records = values.map { DNSRecord(name: "a.test", type: type, ttl: 1, value: $0) }
            return query
        }
        (names.v4, names.v6) = (query(.a, v4), query(.aaaa, v6))
        names.caa = [QueryEvidence("a.test", .caa, .noData)]
        return names
    }

    private func connects(_ attempts: [(String, ConnectEvidence.Outcome)]) -> ConnectEvidence {
        ConnectEvidence(
            attempts: attempts.compactMap { address, outcome in
                NetworkAddress(address).map { ConnectEvidence.Attempt(address: $0, outcome: outcome, milliseconds: 1) }
            })
    }

    @Test func `a site with IPv6 only cannot be tested where there is none`() throws {
        let evidence = try evidence {
            $0.hops[0].names = names(v4: [], v6: ["2606:4700::1"])
            $0.hops[0].connects = connects([("2606:4700::1", .noRouteHere)])
        }
        #expect(Assessment(evidence).verdict == .notTestable(.noIPv6Here, .ipv6))
        let checks = Assessment(evidence).hops[0].checks
        #expect(checks.first { $0.id == .answer }?.state == .notTested(.check(.ipv6)))
    }

    @Test func `a way that is not here is no fault of a site with another`() throws {
        var page = ExchangeEvidence(.page, .answered)
        page.status = 204
        let evidence = try evidence {
            $0.hops[0].names = names(v4: ["1.1.1.1"], v6: ["2606:4700::1"])
            $0.hops[0].connects = connects([("1.1.1.1", .connected), ("2606:4700::1", .noRouteHere)])
            $0.hops[0].exchanges = [page, ExchangeEvidence(.head, .reset)]
        }
        #expect(Assessment(evidence).verdict == .ok)
    }

    @Test func `without roots nobody can say whom to trust`() throws {
        let evidence = try evidence("https://a.test/") {
            $0.hops[0].names = names(v4: ["1.1.1.1"], v6: [])
            $0.hops[0].connects = connects([("1.1.1.1", .connected)])
            var tls = TLSEvidence(.completed)
            tls.chain = [
                CertificateEvidence(
                    subject: "CN=a", issuer: "CN=b", validFrom: 0, validUntil: 100 * 86_400_000,
                    names: ["*.test", "a.test"], keyKind: "EC",
                    keyBits: 256, signature: "", isAuthority: false, sha256: "", der: "")
            ]
            $0.hops[0].tls = tls
            var page = ExchangeEvidence(.page, .answered)
            page.status = 204
            $0.hops[0].exchanges = [page, ExchangeEvidence(.head, .reset)]
        }
        #expect(Assessment(evidence).verdict == .notTestable(.noTrustedRoots, .trust))
    }

    @Test(arguments: [
        ("a.test", "a.test", true), ("*.a.test", "b.a.test", true), ("*.a.test", "a.test", false),
        ("*.a.test", "c.b.a.test", false),
        ("*.test", "a.test", false), ("*", "test", false), ("a.test", "b.test", false),
        ("127.0.0.1", "127.0.0.1", true),
    ])
    func `a name in a certificate is for a host, or for one label below`(name: String, host: String, matches: Bool) {
        #expect(CertificateName.matches(name, host) == matches)
    }

    @Test func `every check has a name of its own, in the order of phases`() {
        let order = CheckID.allCases.map { Phase.allCases.firstIndex(of: $0.phase) ?? -1 }
        #expect(order == order.sorted())
        #expect(Set(CheckID.allCases.map(\.rawValue)).count == CheckID.allCases.count)
    }

    @Test func `evidence of a newer program is not misread`() throws {
        var newer = try evidence()
        newer.version = 2
        let text = try newer.encoded()
        #expect(throws: DiagnosisError.unknownEvidence(version: 2)) { try Evidence(encoded: text) }
        for text in ["", "{}", "[]", "{\"version\":1}", "\u{0}"] {
            #expect(throws: DiagnosisError.badEvidence) { try Evidence(encoded: text) }
        }
    }
}
