import Diagnosis
import Storage
import Workflow

/// A diagnosis as people read it: all of it for agents, and what it comes to for customers.
package struct DiagnosisPage {
    package let stored: StoredDiagnosis
    package let diagnosis: SiteDiagnosis
    package let words: Words
    /// A moment in the zone of whoever reads it.
    package let time: (Instant) -> String

    package init(
        _ stored: StoredDiagnosis, _ diagnosis: SiteDiagnosis, words: Words, time: @escaping (Instant) -> String
    ) {
        self.stored = stored
        self.diagnosis = diagnosis
        self.words = words
        self.time = time
    }

    private var verdict: Verdict { diagnosis.assessment.verdict }

    /// What it comes to: a sentence, and what to do.
    package func verdictLines(_ reader: DiagnosisReader) -> [String] {
        switch verdict {
        case .ok: [words.diagnosis.ok]
        case .warnings(let findings):
            [words.diagnosis.warnings(findings.count)]
                + findings.compactMap { words.diagnosis.finding($0, reader).first }
        case .failed(let finding, _, _): words.diagnosis.finding(finding, reader)
        case .notTestable(let obstacle, let id):
            [words.diagnosis.about(words.diagnosis.check(id), words.diagnosis.obstacle(obstacle))]
        case .unfinished(let end): [words.diagnosis.end(end)]
        }
    }

    /// The whole of it, with the evidence. Not for customers.
    package func lines() -> [String] {
        let ticket = stored.ticket.map { " · #\($0.rawValue)" } ?? ""
        let customer = stored.customer.map { " · \(SafeText.line($0))" } ?? ""
        var lines = ["\(stored.label)  \(SafeText.line(stored.url))\(customer)\(ticket)"]
        lines += verdictLines(.agent).map { "    " + $0 }
        lines.append("    " + words.diagnosis.consented(stored.agent, time(stored.at), stored.consent.isAnswered))
        for hop in diagnosis.assessment.hops { lines += [""] + self.lines(hop) }
        return lines.map { TextDirection.isolated($0) }
    }

    private func lines(_ hop: Assessment.Hop) -> [String] {
        var lines = [SafeText.line(hop.url)]
        for phase in Phase.allCases {
            let checks = hop.checks(phase)
            guard !checks.isEmpty else { continue }
            lines.append("  " + words.diagnosis.phase(phase))
            lines += checks.flatMap(self.lines)
        }
        return lines
    }

    private var stateWidth: Int {
        let states: [Check.State] = [.ok, .warning(.notStored), .failed(.notStored), .notTestable(.noIPv6Here)]
        return states.map { DisplayWidth.of(words.diagnosis.state($0)) }.max() ?? 0
    }

    /// A check, what is wrong with it, and what was seen.
    package func lines(_ check: Check) -> [String] {
        let state = words.diagnosis.state(check.state)
        let blank = String(repeating: " ", count: stateWidth - DisplayWidth.of(state))
        let time = check.milliseconds.map { "   \($0) ms" } ?? ""
        let said = about(check.state)
        let named = words.diagnosis.check(check.id)
        let name = said.first.map { words.diagnosis.about(named, $0) } ?? named
        let title = "    \(state)\(blank)  \(check.id.rawValue)  \(name)\(time)"
        let remedy = said.dropFirst().map { "            " + $0 }
        return [title] + remedy + check.evidence.map { "            | " + SafeText.line($0) }
    }

    private func about(_ state: Check.State) -> [String] {
        switch state {
        case .ok: []
        case .warning(let finding), .failed(let finding): words.diagnosis.finding(finding, .agent)
        case .notTested(let cause): [words.diagnosis.notTested(cause)]
        case .notTestable(let obstacle): [words.diagnosis.obstacle(obstacle)]
        }
    }

    /// What a customer may read: what was looked at and what it comes to, without what lies behind the site.
    package func summary() -> [String] {
        let phases = Phase.allCases.filter { phase in
            phase != .permission
                && diagnosis.assessment.hops.contains { $0.checks(phase).contains { Self.isLookedAt($0.state) } }
        }
        var lines = [
            words.diagnosis.summary(diagnosis.evidence.hops.first?.readableHost ?? stored.host, time(stored.at))
        ]
        // Not even how far it went may be said of another customer's site.
        if diagnosis.assessment.failure == .otherCustomer { return verdictLines(.customer) }
        lines += verdictLines(.customer)
        lines.append(words.diagnosis.checked(phases.map(words.diagnosis.phase)))
        return lines
    }

    private static func isLookedAt(_ state: Check.State) -> Bool {
        switch state {
        case .ok, .warning, .failed: true
        case .notTested, .notTestable: false
        }
    }

    /// The title of a ticket about it.
    package var title: String {
        let host = diagnosis.evidence.hops.first?.readableHost ?? stored.host
        return words.diagnosis.title(host, verdictLines(.customer).first ?? verdict.code)
    }
}
