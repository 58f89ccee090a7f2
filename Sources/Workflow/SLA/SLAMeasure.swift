/// How one promise was kept, or stands.
package struct SLAMeasure: Equatable, Sendable {
    /// A piece of time in one status.
    package struct Span: Equatable, Sendable {
        package var from: Instant
        package var to: Instant
        package var status: Status
        /// Whether the clock ran.
        package var isCounted: Bool
        /// How much of it counts: of business time, the working part.
        package var counted: Int64
    }

    package enum Verdict: String, CaseIterable, Sendable {
        case met, breached, running, paused
        /// It ended before it was due, and nobody ever answered.
        case unanswered
    }

    package var goal: SLAGoal
    package var start: Instant
    package var target: SLALength
    /// The target in milliseconds of its clock.
    package var length: Int64
    package var spans: [Span]
    /// When it was kept, or came to nothing.
    package var end: Instant?
    /// Nil while the clock stands still and there is time left.
    package var due: Instant?
    package var verdict: Verdict
    /// Time of its clock until it is due, while it runs.
    package var left: Int64?
    /// The policy that promised it.
    package var policy = ""
    /// The promise was changed after it was due.
    package var isChanged = false
    /// When it came out as it did, where that is written down, or later than by its own times: a change made it so.
    package var cameAt: Instant?
    /// What it came out by was undone then: it counts until then.
    package var undoneAt: Instant?
    /// Who had the ticket when it came out so, where that was asked.
    package var owner: Int64?

    package init(
        goal: SLAGoal, start: Instant, target: SLALength, length: Int64, spans: [Span], end: Instant?, due: Instant?,
        verdict: Verdict, left: Int64? = nil
    ) {
        self.goal = goal
        self.start = start
        self.target = target
        self.length = length
        self.spans = spans
        self.end = end
        self.due = due
        self.verdict = verdict
        self.left = left
    }

    /// The sum of what its spans count.
    package var used: Int64 { spans.reduce(0) { $0 + $1.counted } }
    /// Its end is known, but not how it came: no policy promises it any more.
    package var isOnlyTold: Bool { spans.isEmpty && end.map { $0 > start } ?? false }
    package var isFinished: Bool { end != nil }
    /// Too late, and still not done.
    package var isOverdue: Bool { end == nil && verdict == .breached }
}
