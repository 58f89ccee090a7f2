import Diagnosis
import Storage
import Workflow

/// Names of customers, as people and programs read them.
package struct DomainPage {
    let words: Words
    let now: Instant

    package init(words: Words, now: Instant) {
        self.words = words
        self.now = now
    }

    package func rows(_ domains: [ClaimedDomain]) -> Rows {
        Rows(
            .domains,
            fields: [
                RowField(
                    "domain", .text, column: Column(heading: words.domains.domain, flexibility: .rest(minimum: 16))),
                RowField("customer", .text, column: Column(heading: words.headings.customer)),
                RowField("state", .text, column: Column(heading: words.domains.state)),
                RowField("verifiedAt", .time, column: Column(heading: words.headings.time)),
                RowField("expiresAt", .time, column: Column(heading: words.domains.until)),
            ],
            entries: domains.map { domain in
                [
                    RowEntry(.text(domain.name), shown: readable(domain)), RowEntry(.text(domain.customer)),
                    RowEntry(.text(stateCode(domain)), shown: state(domain)), RowEntry(.instant(domain.verifiedAt)),
                    RowEntry(.instant(domain.isVerified ? nil : domain.expiresAt)),
                ]
            })
    }

    /// `Document.domain`
    package func json(_ domain: ClaimedDomain, _ proof: DomainProof) -> JSONValue {
        [
            "domain": .string(domain.name), "customer": .string(domain.customer), "state": .string(stateCode(domain)),
            "createdAt": .optional(domain.createdAt), "verifiedAt": .optional(domain.verifiedAt),
            "expiresAt": .optional(domain.isVerified ? nil : domain.expiresAt),
            "record": .string(proof.recordName), "file": .string(proof.filePath), "text": .string(proof.text),
        ]
    }

    package func lines(_ domain: ClaimedDomain, _ proof: DomainProof, time: (Instant) -> String) -> [String] {
        let at = time(domain.verifiedAt ?? domain.expiresAt)
        let first = words.domains.whose(readable(domain), domain.customer, state(domain), at)
        guard !domain.isVerified else { return [first] }
        return [first] + words.domains.publish(proof.recordName, "http://\(domain.base)\(proof.filePath)", proof.text)
    }

    private func readable(_ domain: ClaimedDomain) -> String {
        // What stands in the desk was a name when it came there.
        (try? DomainPattern(domain.name).readable) ?? domain.name
    }

    private func stateCode(_ domain: ClaimedDomain) -> String {
        domain.isVerified ? "verified" : domain.expiresAt < now ? "expired" : "claimed"
    }

    private func state(_ domain: ClaimedDomain) -> String {
        domain.isVerified
            ? words.domains.verified : domain.expiresAt < now ? words.domains.expired : words.domains.claimed
    }
}
