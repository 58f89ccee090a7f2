/// What a column measures.
package struct Measure: Hashable, Sendable {
    /// What is measured, as programs read it; the same may stand for two things that no report has both of.
    package let rawValue: String
    /// Which lengths of time, where a report tells of several.
    private(set) package var subject: Subject?
    /// Which tickets, where columns tell them apart like rows do.
    private(set) package var column: Label?
    /// It is all that is told of these tickets.
    private(set) package var isOnly = false

    /// What a length of time is from the creation to.
    package enum Subject: String, CaseIterable, Sendable {
        case response, resolution
    }

    private init(_ rawValue: String) { self.rawValue = rawValue }

    /// The same of other lengths of time.
    func of(_ subject: Subject) -> Measure {
        var measure = self
        measure.subject = subject
        return measure
    }

    /// The same of the tickets of a column.
    func at(_ column: Label, isOnly: Bool) -> Measure {
        var measure = self
        (measure.column, measure.isOnly) = (column, isOnly)
        return measure
    }

    /// What is measured, whatever of.
    package var plain: Measure { Measure(rawValue) }

    package static let count = Measure("count")
    package static let own = Measure("own")
    package static let all = Measure("all")
    package static let share = Measure("share")
    package static let open = Measure("open")
    package static let done = Measure("done")
    package static let new = Measure("new")
    package static let opened = Measure("opened")
    package static let pending = Measure("pending")
    package static let hold = Measure("hold")
    package static let resolvedStatus = Measure("resolved")
    package static let closed = Measure("closed")
    package static let confirmed = Measure("confirmed")
    package static let unverified = Measure("unverified")
    package static let topCategory = Measure("topCategory")
    package static let unlike = Measure("unlike")
    package static let whole = Measure("total")
    package static let created = Measure("created")
    package static let solved = Measure("solved")
    package static let reopened = Measure("reopened")
    package static let merged = Measure("merged")
    package static let net = Measure("net")
    package static let older7 = Measure("olderThan7d")
    package static let older30 = Measure("olderThan30d")
    package static let unassigned = Measure("unassigned")
    package static let tickets = Measure("tickets")
    package static let measured = Measure("measured")
    package static let median = Measure("medianSeconds")
    package static let p90 = Measure("p90Seconds")
    package static let mean = Measure("meanSeconds")
    package static let longest = Measure("longestSeconds")
    package static let businessMedian = Measure("medianBusinessSeconds")
    package static let businessP90 = Measure("p90BusinessSeconds")
    package static let businessMean = Measure("meanBusinessSeconds")
    package static let businessLongest = Measure("longestBusinessSeconds")
    package static let ofMerged = Measure("breachedMerged")
    package static let ofTrashed = Measure("breachedTrashed")
    package static let atOnce = Measure("atOnce")
    package static let within1h = Measure("within1h")
    package static let within4h = Measure("within4h")
    package static let within8h = Measure("within8h")
    /// Shares of what took no longer, in hours.
    package static let within: [(measure: Measure, hours: Int64)] = [(within1h, 1), (within4h, 4), (within8h, 8)]
    package static let sum = Measure("totalSeconds")
    package static let businessSum = Measure("totalBusinessSeconds")
    package static let rate = Measure("rate")
    package static let events = Measure("events")
    package static let per100 = Measure("per100")
    package static let oneTouch = Measure("oneTouch")
    package static let repliesMean = Measure("repliesMean")
    package static let answered = Measure("answered")
    package static let met = Measure("met")
    package static let breached = Measure("breached")
    package static let unanswered = Measure("unanswered")
    package static let running = Measure("running")
    package static let paused = Measure("paused")
    package static let unmeasured = Measure("unmeasured")
    package static let previous = Measure("previous")
    package static let change = Measure("change")
}
