import Workflow

/// What is measured of a ticket beside what was written down of it. A figure that was told of a time that is over stays: what
/// came out only by a change came out at the change, and what a change undid counts until then. What somebody enters with an
/// earlier time belongs to that time.
struct SLAComparison {
    /// With the times at which they came out.
    private(set) var measures: [SLAMeasure] = []
    /// Written down, and undone by a change: it counts until then.
    private(set) var takenBack: [SLAMeasure] = []
    /// Written down, and wrong from the beginning: something was entered with an earlier time.
    private(set) var refuted: [SLAMeasure] = []
    /// Undone and done again at once: never undone.
    private(set) var restored: [SLAMeasure] = []
    /// Undone before, and not done again since.
    private(set) var undone: [SLAMeasure] = []

    /// Written down, and neither.
    private(set) var standing: [SLAMeasure]
    private let changes: SLAChanges
    private let ticket: Ticket.Number
    private let change: Instant?

    /// - Parameter told: all that is written down of the ticket.
    /// - Parameter running: what ran when it was measured last; nil where that is not known.
    init(
        _ found: [SLAMeasure], _ told: [SLAMeasure], running: [SLAMeasure]?, of ticket: Ticket.Number,
        _ changes: SLAChanges
    ) {
        standing = told.filter { $0.undoneAt == nil }
        undone = told.filter { $0.undoneAt != nil }
        self.changes = changes
        self.ticket = ticket
        change = changes.last(of: ticket)
        for measure in found {
            if changes.isEntered(measure, of: ticket) {
                measures.append(measure)
                continue
            }
            if let running, isPromisedLater(measure, running + told) { continue }
            measures.append(withItsTime(measure))
        }
        let goals = Set(found.map(\.goal))
        for old in standing where !measures.contains(where: old.decides) {
            let present = measures.first(where: old.isSamePromise)
            // What nothing is measured of any more was promised then.
            guard old.verdict == .breached ? present != nil : goals.contains(old.goal) else { continue }
            if present.map({ changes.isEntered($0, of: ticket) }) ?? changes.hasEntered(ticket) {
                refuted.append(old)
            } else {
                var old = old
                old.undoneAt = change?.second ?? old.outcomeAt
                takenBack.append(old)
            }
        }
        standing.removeAll { old in
            takenBack.contains { $0.isAbout(old) } || refuted.contains { $0.isAbout(old) }
        }
    }

    /// It had ended when promises were written down last, and was not among them: a policy promised it only later.
    private func isPromisedLater(_ measure: SLAMeasure, _ known: [SLAMeasure]) -> Bool {
        changes.knew(measure, of: ticket) && !known.contains(where: measure.isSamePromise)
    }

    private mutating func withItsTime(_ measure: SLAMeasure) -> SLAMeasure {
        guard !standing.contains(where: { $0.decides(measure) }), let change, let at = measure.outcomeAt else {
            return measure
        }
        var measure = measure
        if let place = undone.firstIndex(where: { $0.isAbout(measure) && Self.isAtOnce($0.undoneAt, change) }) {
            measure.cameAt = undone[place].cameAt
            restored.append(undone.remove(at: place))
        } else if at < change {
            measure.cameAt = change.second
        }
        return measure
    }

    /// No day of any zone ended in between: days begin at quarters of an hour.
    private static func isAtOnce(_ undone: Instant?, _ change: Instant) -> Bool {
        let quarter: Int64 = 900_000
        return undone.map { $0.milliseconds / quarter == change.milliseconds / quarter } ?? false
    }
}
