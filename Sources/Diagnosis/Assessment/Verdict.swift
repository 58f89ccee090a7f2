/// What a diagnosis comes to.
package enum Verdict: Equatable, Sendable {
    case ok
    case warnings([Finding])
    /// The first failure, at which check, and behind how many redirects.
    case failed(Finding, CheckID, hop: Int)
    /// Nothing failed, but what is decisive cannot be looked at from here.
    case notTestable(Check.Obstacle, CheckID)
    /// Nothing failed up to where it was stopped.
    case unfinished(Evidence.End)

    /// What programs and articles know it by.
    package var code: String {
        switch self {
        case .ok: "ok"
        case .warnings: "warnings"
        case .failed(let finding, _, _): finding.code
        case .notTestable: "not-testable"
        case .unfinished(.cancelled): "interrupted"
        case .unfinished(.timedOut): "out-of-time"
        case .unfinished(.running), .unfinished(.completed): "unfinished"
        }
    }
}

/// What follows from evidence, and from nothing else.
package struct Assessment: Equatable, Sendable {
    /// One group an address that was visited, in order.
    package let hops: [Hop]
    package let verdict: Verdict

    package struct Hop: Equatable, Sendable {
        /// With its secrets hidden.
        package let url: String
        package let checks: [Check]

        /// The checks of a phase; none where it does not concern this address.
        package func checks(_ phase: Phase) -> [Check] { checks.filter { $0.id.phase == phase } }
    }

    package init(_ evidence: Evidence) {
        var hops: [Hop] = []
        var failure: (Finding, CheckID, Int)?
        for (number, hop) in evidence.hops.enumerated() where failure == nil {
            var assessment = HopAssessment(hop, evidence, isFirst: number == 0)
            assessment.run()
            hops.append(Hop(url: hop.url, checks: assessment.checks))
            failure = assessment.failure.map { ($0.0, $0.1, number) }
        }
        self.hops = hops
        if let failure {
            verdict = .failed(failure.0, failure.1, hop: failure.2)
        } else {
            verdict = Self.verdictWithoutFailure(hops.flatMap(\.checks), evidence.end)
        }
    }

    package var failure: Finding? {
        if case .failed(let finding, _, _) = verdict { return finding }
        return nil
    }

    /// Nothing is decided, and something is left to look at.
    var isUnfinished: Bool {
        if case .failed = verdict { return false }
        return hops.contains { $0.checks.contains { $0.state == .notTested(.end(.completed)) } }
    }

    private static func verdictWithoutFailure(_ checks: [Check], _ end: Evidence.End) -> Verdict {
        for check in checks {
            if case .notTestable(let obstacle) = check.state, isDecisive(check, checks) {
                return .notTestable(obstacle, check.id)
            }
        }
        guard end == .completed else { return .unfinished(end) }
        let warnings = checks.compactMap { check -> Finding? in
            if case .warning(let finding) = check.state { return finding }
            return nil
        }
        return warnings.isEmpty ? .ok : .warnings(warnings)
    }

    /// One way to an address is enough; trust has one way only.
    private static func isDecisive(_ check: Check, _ checks: [Check]) -> Bool {
        switch check.id {
        case .issuers: false
        case .ipv6: !checks.contains { $0.id == .answer && $0.state == .ok }
        default: true
        }
    }
}
