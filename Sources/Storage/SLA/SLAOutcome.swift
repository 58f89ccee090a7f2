import Workflow

/// How a promise of a goal came out.
package struct SLAOutcome: Hashable, Sendable {
    /// Nil: whatever the goal.
    package let goal: SLAGoal?
    /// Met, breached or unanswered.
    package let verdict: SLAMeasure.Verdict

    package init(_ goal: SLAGoal?, _ verdict: SLAMeasure.Verdict) {
        self.goal = goal
        self.verdict = verdict
    }

    /// The field that asks when a promise came out so; nil where none does.
    package var field: Query.Field? { Query.Field.outcomes.first { $0.value == self }?.key }

    func isOf(_ measure: SLAMeasure) -> Bool {
        (goal == nil || measure.goal == goal) && measure.verdict == verdict
    }
}

extension Query.Field {
    /// What a resolution ends with is no answer, so it is never left unanswered.
    static let outcomes: KeyValuePairs<Query.Field, SLAOutcome> = [
        .slaMet: SLAOutcome(nil, .met), .slaBreached: SLAOutcome(nil, .breached),
        .slaUnanswered: SLAOutcome(nil, .unanswered),
        .slaFirstMet: SLAOutcome(.first, .met), .slaFirstBreached: SLAOutcome(.first, .breached),
        .slaFirstUnanswered: SLAOutcome(.first, .unanswered), .slaNextMet: SLAOutcome(.next, .met),
        .slaNextBreached: SLAOutcome(.next, .breached), .slaNextUnanswered: SLAOutcome(.next, .unanswered),
        .slaResolveMet: SLAOutcome(.resolve, .met), .slaResolveBreached: SLAOutcome(.resolve, .breached),
    ]

    /// What the field asks the time of.
    var outcome: SLAOutcome? { Self.outcomes.first { $0.key == self }?.value }
}

extension SLAMeasure {
    /// When it came out as it did: what was broken was broken when it was due, whether it was done later or not.
    package var outcomeAt: Instant? { cameAt ?? (verdict == .breached ? due : end) }

    /// Whether it came out so in a time, and was not undone in it.
    package func cameOut(in span: Range<Int64>) -> Bool {
        guard let at = outcomeAt?.milliseconds, span.contains(at) else { return false }
        return undoneAt.map { $0.milliseconds >= span.upperBound } ?? true
    }
}
