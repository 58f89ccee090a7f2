import Diagnosis
import Testing

@testable import Presentation

/// What is said of a diagnosis, in both languages.
struct DiagnosisWordsTests {
    private static let inner = [NetworkAddress(bytes: [10, 77, 0, 1])]

    static let findings: [Finding] = [
        .consentMissing, .otherCustomer, .resolverUnreachable, .resolverSilent, .resolverRefuses,
        .nameNotFound("a.test"), .nameTimedOut("a.test"), .zoneBroken("a.test"), .nameAnswerMalformed("a.test"),
        .nameWithoutAddress("a.test"), .cnameMissing, .cnameElsewhere(target: "b.test"),
        .cnameConflict(target: "b.test"),
        .cnameLoop(["a.test", "b.test"]), .cnameDangling(target: "b.test"), .cnameTooLong(steps: 11),
        .issuerForbidden(allowed: []), .sinkhole, .addressRefused(inner[0], .privateUse), .someAddressesRefused(inner),
        .connectionRefused, .connectionTimedOut, .connectionReset, .hostUnreachable, .connectionFailed,
        .addressesDead(inner), .ipv6Dead(inner), .notTLS, .tlsSilent, .tlsReset, .tlsClosed, .tlsAlert(40),
        .tlsFailed(reason: "x"), .tooManyCertificates, .oldProtocol(version: "TLSv1"), .certificateWanted, .selfSigned,
        .untrustedRoot(name: "CN=a"), .incompleteChain(missing: "CN=a"), .chainBroken(code: 24, depth: 1),
        .expired(depth: 1, since: 0), .notYetValid(depth: 0, from: 0), .expiresSoon(days: 3, at: 0),
        .nameMismatch(names: ["b.test"]), .noUsableName, .weakKey(kind: "RSA", bits: 1024), .emptyAnswer, .notHTTP,
        .headTooLarge, .firstByteTimedOut, .headTimedOut, .answerReset, .answerCut, .redirectLoop,
        .tooManyRedirects(limit: 5), .redirectBroken(fault: "host"), .redirectWithoutLocation, .refererDenied,
        .signatureDenied, .forbidden, .hostNotServed(status: 404), .pageNotFound, .tooManyRequests, .serverError,
        .serviceUnavailable, .badGateway, .gatewayTimeout, .otherStatus(418), .bodyTimedOut(bytes: 1),
        .bodyTruncated(bytes: 1, declared: 2), .bodyMalformed, .bodyEmpty, .bodyCapped(bytes: 1), .answersAnyHost,
        .notStored, .noRanges, .otherOrigin(allowed: "b"), .headRefused(status: 405), .mixedContent(["http://a.test"]),
    ]

    @Test func `every finding has a code of its own`() {
        #expect(Set(Self.findings.map(\.code)).count == Self.findings.count)
    }

    @Test(arguments: findings, Language.allCases)
    func `every finding has a sentence, and none shows customers an address`(finding: Finding, language: Language) {
        let words = language.words.diagnosis
        let agent = words.finding(finding, .agent)
        #expect(agent.first != finding.code)
        #expect(agent.first?.isEmpty == false)
        #expect(!words.finding(finding, .customer).joined().contains("10.77.0.1"))
        #expect(!words.finding(finding, .customer).joined().contains("--allow-private"))
    }

    @Test(arguments: Language.allCases)
    func `customers do not hear whose a site is`(language: Language) {
        let words = language.words.diagnosis
        #expect(words.finding(.otherCustomer, .customer) != words.finding(.otherCustomer, .agent))
        #expect(words.finding(.otherCustomer, .customer).count == 1)
    }

    @Test(arguments: Language.allCases)
    func `every phase and every check has a name of its own`(language: Language) {
        let words = language.words.diagnosis
        #expect(Set(Phase.allCases.map(words.phase)).count == Phase.allCases.count)
        #expect(CheckID.allCases.allSatisfy { !words.check($0).isEmpty })
    }
}
