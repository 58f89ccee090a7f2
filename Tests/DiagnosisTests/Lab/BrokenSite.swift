import Testing

@testable import Diagnosis

/// A site of the laboratory, and what a diagnosis should come to.
struct BrokenSite: Sendable, CustomTestStringConvertible {
    /// As the table of cases numbers it.
    let number: String
    /// With marks for the laboratory's ports.
    let url: String
    /// The code of the verdict.
    let verdict: String
    /// The codes of warnings, where the verdict is `warnings`.
    var warnings: [String] = []
    /// A resolver of its own, with marks; nil for the laboratory's.
    var resolver: String?
    /// Whether the site should be with the provider.
    var wantsCNAME = false
    var isPastCNAME = false

    var testDescription: String { "\(number) \(url)" }
}

extension BrokenSite {
    static let names: [BrokenSite] = [
        BrokenSite(number: "D1", url: "http://www.ok.test:{http}/", verdict: "ok", wantsCNAME: true),
        BrokenSite(number: "D2", url: "http://nobody.test/", verdict: "name-not-found", wantsCNAME: true),
        BrokenSite(number: "D3", url: "http://only-txt.test/", verdict: "name-without-address"),
        BrokenSite(number: "D4", url: "http://bare.test:{http}/", verdict: "cname-missing", wantsCNAME: true),
        BrokenSite(
            number: "D4 past", url: "http://bare.test:{http}/", verdict: "warnings", warnings: ["cname-missing"],
            wantsCNAME: true, isPastCNAME: true),
        BrokenSite(number: "D5", url: "http://other.test:{http}/", verdict: "cname-elsewhere", wantsCNAME: true),
        BrokenSite(number: "D6", url: "http://conf.test/", verdict: "cname-conflict", wantsCNAME: true),
        BrokenSite(number: "D7", url: "http://loop-a.test/", verdict: "cname-loop", wantsCNAME: true),
        BrokenSite(number: "D8", url: "http://dang.test/", verdict: "cname-dangling", wantsCNAME: true),
        BrokenSite(number: "D9", url: "http://hop0.test/", verdict: "cname-too-long", wantsCNAME: true),
        BrokenSite(number: "D10", url: "http://www.example.org/", verdict: "resolver-refuses"),
        BrokenSite(number: "D11", url: "http://www.broken.test/", verdict: "zone-broken"),
        BrokenSite(number: "D12", url: "http://www.slow.test/", verdict: "name-timed-out"),
        BrokenSite(
            number: "D12 silent", url: "http://www.ok.test/", verdict: "resolver-silent", resolver: "{names}:5302"),
        BrokenSite(number: "D13", url: "http://www.ok.test/", verdict: "resolver-unreachable", resolver: "{dead}:5300"),
        BrokenSite(number: "D14", url: "http://cut.test:{http}/", verdict: "ok"),
        BrokenSite(
            number: "D14 garbled", url: "http://garbled.test/", verdict: "name-answer-malformed",
            resolver: "{names}:5301"),
        BrokenSite(
            number: "D16", url: "http://both.test:{http}/", verdict: "warnings", warnings: ["ipv6-dead"]),
        BrokenSite(number: "D17", url: "http://two.test:{http}/", verdict: "warnings", warnings: ["addresses-dead"]),
        BrokenSite(number: "D18", url: "http://priv.test:{http}/", verdict: "address-refused"),
        BrokenSite(number: "D18 mapped", url: "http://mapped.test:{http}/", verdict: "address-refused"),
        BrokenSite(number: "D18 literal", url: "http://{forbidden}:8099/", verdict: "address-refused"),
        BrokenSite(
            number: "D18 mixed", url: "http://mixed.test:{http}/", verdict: "warnings",
            warnings: ["some-addresses-refused"]),
        BrokenSite(number: "D19", url: "http://sink.test/", verdict: "sinkhole"),
        BrokenSite(number: "D20", url: "https://caa.test:8443/", verdict: "warnings", warnings: ["issuer-forbidden"]),
        BrokenSite(number: "D21", url: "http://a.wild.test:{http}/", verdict: "ok"),
        BrokenSite(number: "D21 IDN", url: "http：//中文。test:{http}", verdict: "ok"),
        BrokenSite(number: "P1", url: "http://bare.test:9/", verdict: "connection-refused"),
        BrokenSite(number: "P2", url: "http://bare.test:9007/", verdict: "connection-timed-out"),
    ]

    static let encrypted: [BrokenSite] = [
        BrokenSite(number: "T0", url: "https://good.test:8443/", verdict: "ok"),
        BrokenSite(number: "T1", url: "https://expired.test:8443/", verdict: "expired"),
        BrokenSite(number: "T2", url: "https://future.test:8443/", verdict: "not-yet-valid"),
        BrokenSite(number: "T3", url: "https://soon.test:8443/", verdict: "warnings", warnings: ["expires-soon"]),
        BrokenSite(number: "T4", url: "https://wrongname.test:8443/", verdict: "name-mismatch"),
        BrokenSite(number: "T5", url: "https://nosan.test:8443/", verdict: "no-usable-name"),
        BrokenSite(number: "T6", url: "https://selfsigned.test:8443/", verdict: "self-signed"),
        BrokenSite(number: "T7", url: "https://untrusted.test:8443/", verdict: "untrusted-root"),
        BrokenSite(number: "T8", url: "https://incomplete.test:8443/", verdict: "incomplete-chain"),
        BrokenSite(number: "T9", url: "https://oldinter.test:8443/", verdict: "expired"),
        BrokenSite(number: "T10", url: "https://weak.test:8444/", verdict: "weak-key"),
        BrokenSite(number: "T11", url: "https://good.test:8445/", verdict: "old-protocol"),
        BrokenSite(number: "T12", url: "https://good.test:8446/", verdict: "certificate-wanted"),
        BrokenSite(number: "T13", url: "https://www.ok.test:{http}/", verdict: "not-tls"),
        BrokenSite(number: "T13 other", url: "https://bare.test:9004/", verdict: "not-tls"),
        BrokenSite(number: "T14", url: "https://bare.test:9001/", verdict: "tls-silent"),
        BrokenSite(number: "T15", url: "https://bare.test:9002/", verdict: "tls-reset"),
        BrokenSite(number: "T15 closed", url: "https://bare.test:9003/", verdict: "tls-closed"),
        BrokenSite(number: "T16", url: "https://many.test:8443/", verdict: "too-many-certificates"),
    ]
}
