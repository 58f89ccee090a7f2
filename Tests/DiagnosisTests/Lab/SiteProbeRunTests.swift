import Synchronization
import Testing

@testable import Diagnosis

/// What a run does beside its verdict: what it says on its way, what it does with its time, and when somebody stops it.
@Suite(.enabled(if: Laboratory.isThere, "the laboratory needs dnsmasq, nginx, openssl and python3: make deps-test"))
struct SiteProbeRunTests {
    private let lab: Laboratory

    init() throws {
        lab = try Laboratory.shared.get()
    }

    private func finding(_ url: String, _ change: (inout ProbeOptions) throws -> Void = { _ in }) throws -> Finding? {
        var options = try lab.options()
        try change(&options)
        let address = try SiteAddress(lab.url(url))
        return try SiteProbe(options: options, context: try TestClock.context()).run(address).assessment.failure
    }

    @Test func `an expired certificate is named by its depth`() throws {
        guard case .expired(let leaf, let since) = try finding("https://expired.test:8443/") else {
            Issue.record("not expired")
            return
        }
        #expect(leaf == 0)
        #expect(abs(TestClock.now.milliseconds - since - 2 * 86_400_000) < 600_000)
        guard case .expired(let depth, _) = try finding("https://oldinter.test:8443/") else {
            Issue.record("not expired")
            return
        }
        #expect(depth == 1)
    }

    @Test func `findings hold what a sentence needs`() throws {
        let suffix = try DomainName("cdn.test")
        #expect(try finding("http://loop-a.test/") == .cnameLoop(["loop-a.test", "loop-b.test"]))
        #expect(
            try finding("http://other.test/") { $0.cnameSuffixes = [suffix] } == .cnameElsewhere(target: "x.rival.test")
        )
        #expect(try finding("http://dang.test/") == .cnameDangling(target: "gone.cdn.test"))
        #expect(try finding("http://hop0.test/") == .cnameTooLong(steps: 11))
        #expect(
            try finding("https://wrongname.test:8443/")
                == .nameMismatch(names: ["someone-else.test", "www.someone-else.test"]))
        #expect(try finding("https://untrusted.test:8443/") == .untrustedRoot(name: "CN=stranger"))
        #expect(try finding("https://incomplete.test:8443/") == .incompleteChain(missing: "CN=inter"))
        #expect(try finding("https://weak.test:8444/") == .weakKey(kind: "RSA", bits: 1024))
        #expect(try finding("https://good.test:8445/") == .oldProtocol(version: "TLSv1.1"))
        #expect(try finding("http://bare.test:9005/") == .bodyTruncated(bytes: 4, declared: 1000))
    }

    @Test func `the clock that is handed in dates certificates`() throws {
        let options = try lab.options()
        let later = try ProbeContext(
            now: .init(milliseconds: TestClock.now.milliseconds + 200 * 86_400_000), token: "k3v9q1x7z5",
            clock: { TestClock.milliseconds() }, isCancelled: { false })
        let probe = SiteProbe(options: options, context: later)
        #expect(try probe.run(try SiteAddress("https://good.test:8443/")).assessment.verdict.code == "expired")
    }

    @Test(.enabled(if: (try? Laboratory.shared.get())?.place.v6 != nil, "this machine has no IPv6"))
    func `a site that has IPv6 only is reached by it`() throws {
        let diagnosis = try SiteProbe(options: lab.options(), context: TestClock.context())
            .run(try SiteAddress(lab.url("http://v6.test:{v6}/")))
        #expect(diagnosis.assessment.verdict == .ok)
    }

    @Test func `a run that is stopped has what it found`() throws {
        let began = TestClock.milliseconds()
        let context = try TestClock.context { TestClock.milliseconds() > began + 500 }
        let diagnosis = try SiteProbe(options: lab.options(), context: context)
            .run(try SiteAddress("http://bare.test:9001/"))
        #expect(TestClock.milliseconds() - began < 1_000)
        #expect(diagnosis.assessment.verdict == .unfinished(.cancelled))
        let checks = try #require(diagnosis.assessment.hops.first?.checks)
        #expect(checks.first { $0.id == .ipv4 }?.state == .ok)
        #expect(checks.first { $0.id == .answer }?.state == .notTested(.end(.cancelled)))
    }

    @Test func `a run ends with its limit, and says that it is not the site's fault`() throws {
        var options = try lab.options()
        options.limits.total = 1_000
        options.limits.head = 60_000
        let began = TestClock.milliseconds()
        let diagnosis = try SiteProbe(options: options, context: TestClock.context())
            .run(try SiteAddress("http://bare.test:9001/"))
        #expect(TestClock.milliseconds() - began < 1_500)
        #expect(diagnosis.assessment.verdict == .unfinished(.timedOut))
    }

    @Test func `nothing is probed without consent, or of another customer`() throws {
        let address = try SiteAddress(lab.url("http://www.ok.test:{http}/"))
        let probe = try SiteProbe(options: lab.options(), context: TestClock.context())
        for (permission, code) in [
            (PermissionEvidence(consent: .refused), "consent-missing"),
            (PermissionEvidence(owner: .otherCustomer), "other-customer"),
        ] {
            let diagnosis = try probe.run(address, permission: permission)
            #expect(diagnosis.assessment.verdict.code == code)
            #expect(diagnosis.evidence.hops.map(\.names) == [nil])
        }
    }

    @Test func `each phase is reported as it ends`() throws {
        let phases = Mutex<[Phase]>([])
        let probe = SiteProbe(options: try lab.options(), context: try TestClock.context()) { progress in
            phases.withLock { $0.append(progress.phase) }
        }
        _ = try probe.run(try SiteAddress("https://good.test:8443/"))
        #expect(
            phases.withLock { $0 } == [
                .input, .resolver, .names, .addresses, .connection, .tls, .certificate, .http, .content,
            ])
    }

    @Test func `what is no file of certificates is refused`() throws {
        var options = try lab.options()
        options.certificateFile = "/etc/hostname"
        let probe = SiteProbe(options: options, context: try TestClock.context())
        #expect(throws: DiagnosisError.unreadableCertificates("/etc/hostname")) {
            try probe.run(try SiteAddress("https://good.test:8443/"))
        }
    }

    @Test func `the listener that nobody may reach counts who does`() throws {
        let other = try Laboratory()
        var options = try other.options()
        options.allowed = try AllowedNetworks(texts: ["127.0.0.0/8"])
        let probe = SiteProbe(options: options, context: try TestClock.context())
        _ = try probe.run(try SiteAddress(other.url("http://www.ok.test:{http}/toprivate")))
        #expect(try other.forbiddenConnections() > 0)
    }
}
