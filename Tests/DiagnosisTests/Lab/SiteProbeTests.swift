import Testing

@testable import Diagnosis

/// Every broken site of the laboratory gets the verdict it deserves, on time, and again from its evidence alone.
@Suite(.enabled(if: Laboratory.isThere, "the laboratory needs dnsmasq, nginx, openssl and python3: make deps-test"))
struct SiteProbeTests {
    private let lab: Laboratory

    init() throws {
        lab = try Laboratory.shared.get()
    }

    private func diagnose(_ site: BrokenSite) throws -> (SiteDiagnosis, milliseconds: Int64, limit: Int64) {
        var options = try lab.options()
        if let resolver = site.resolver {
            let text = resolver.replacing("{names}", with: lab.place.names).replacing("{dead}", with: lab.place.dead)
            options.resolver = try ResolverAddress(text)
        }
        if site.wantsCNAME { options.cnameSuffixes = [try DomainName("cdn.test")] }
        options.isPastCNAME = site.isPastCNAME
        options.issuers = ["lab-ca.test"]
        let probe = SiteProbe(options: options, context: try TestClock.context())
        let began = TestClock.milliseconds()
        let diagnosis = try probe.run(try SiteAddress(lab.url(site.url)))
        return (diagnosis, TestClock.milliseconds() - began, options.limits.total)
    }

    @Test(arguments: BrokenSite.names + BrokenSite.encrypted + BrokenSite.answers)
    func `a broken site gets its verdict`(site: BrokenSite) throws {
        let (diagnosis, milliseconds, limit) = try diagnose(site)
        #expect(diagnosis.assessment.verdict.code == site.verdict, "\(diagnosis.assessment)")
        if case .warnings(let warnings) = diagnosis.assessment.verdict {
            #expect(warnings.map(\.code) == site.warnings)
        }
        #expect(milliseconds <= limit + 500)
        #expect(try lab.forbiddenConnections() == 0)
        let stored = try diagnosis.evidence.encoded()
        let again = SiteDiagnosis(try Evidence(encoded: stored))
        #expect(again == diagnosis)
        #expect(try again.evidence.encoded() == stored)
        #expect(!stored.contains("hidden"))
    }
}
