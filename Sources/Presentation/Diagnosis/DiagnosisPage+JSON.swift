import Diagnosis
import Storage
import Workflow

/// The same for programs.
extension DiagnosisPage {
    /// `Document.diagnosis`
    package var json: JSONValue {
        [
            "id": .string(stored.label), "url": .string(stored.url), "host": .string(stored.host),
            "customer": .optional(stored.customer), "ticket": .optional(stored.ticket?.rawValue),
            "agent": .string(stored.agent), "at": .optional(stored.at),
            "consent": ["words": .string(stored.consent.words), "answered": .bool(stored.consent.isAnswered)],
            "verdict": .string(diagnosis.assessment.verdict.code), "message": .strings(verdictLines(.agent)),
            "summary": .strings(summary()),
            "visited": .array(
                diagnosis.assessment.hops.map { hop in
                    ["url": .string(hop.url), "checks": .array(hop.checks.map(json))]
                }),
        ]
    }

    private func json(_ check: Check) -> JSONValue {
        [
            "id": .string(check.id.rawValue), "phase": .string(check.id.phase.rawValue),
            "state": .string(check.state.name), "code": .optional(check.state.code),
            "message": .optional(message(check.state)), "evidence": .strings(check.evidence),
            "milliseconds": .optional(check.milliseconds),
        ]
    }

    private func message(_ state: Check.State) -> String? {
        switch state {
        case .ok: nil
        case .warning(let finding), .failed(let finding): words.diagnosis.finding(finding, .agent).first
        case .notTested(let cause): words.diagnosis.notTested(cause)
        case .notTestable(let obstacle): words.diagnosis.obstacle(obstacle)
        }
    }
}

extension Check.State {
    /// What programs know it by.
    package var name: String {
        switch self {
        case .ok: "ok"
        case .warning: "warning"
        case .failed: "failed"
        case .notTested: "notTested"
        case .notTestable: "notTestable"
        }
    }

    /// Of what is wrong, or in the way.
    package var code: String? {
        switch self {
        case .ok: nil
        case .warning(let finding), .failed(let finding): finding.code
        case .notTested(.check(let id)): id.rawValue
        case .notTested(.end(let end)): end.rawValue
        case .notTestable(let obstacle): obstacle.rawValue
        }
    }
}
