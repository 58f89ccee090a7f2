/// Measures a ticket's timeline by the terms of a policy.
package struct SLAClock: Sendable {
    package let terms: SLATerms
    /// The policy's own calendar.
    package let calendar: WorkCalendar
    package let timeline: SLATimeline

    package init(terms: SLATerms, calendar: WorkCalendar, timeline: SLATimeline) {
        self.terms = terms
        self.calendar = calendar
        self.timeline = timeline
    }

    /// All promises that this policy makes for the ticket, in the order of their beginnings.
    package var measures: [SLAMeasure] {
        (first + next + resolutions).sorted { ($0.start, $0.goal.place) < ($1.start, $1.goal.place) }
    }

    // MARK: What is measured

    private struct Run {
        var start: Instant
        var end: Instant?
        /// It ended, but not by what was promised.
        var isVain = false
    }

    private var first: [SLAMeasure] {
        // What came as done waits for nobody.
        guard timeline.stays.first?.status.isOpen ?? true else { return [] }
        let start =
            terms.countsMerged ? min(timeline.firstOfMerged ?? timeline.created, timeline.created) : timeline.created
        if timeline.wasAnsweredAtOnce { return measured(.first, Run(start: start, end: timeline.created)) }
        return measured(.first, answered(from: start, by: timeline.messages.first { $0.isAgents }?.at))
    }

    /// One run for each time that the customer said something and nobody had answered yet, after the first answer.
    private var next: [SLAMeasure] {
        guard let first = timeline.messages.firstIndex(where: \.isAgents) else { return [] }
        var runs: [Run] = []
        for message in timeline.messages[first...] {
            let isWaiting = runs.last.map { $0.end == nil } ?? false
            if message.isAgents {
                if isWaiting { runs[runs.count - 1] = answered(from: runs[runs.count - 1].start, by: message.at) }
            } else if !isWaiting || answered(from: runs[runs.count - 1].start, by: message.at).isVain {
                if isWaiting { runs[runs.count - 1] = answered(from: runs[runs.count - 1].start, by: nil) }
                runs.append(Run(start: message.at))
            }
        }
        if let last = runs.last, last.end == nil { runs[runs.count - 1] = answered(from: last.start, by: nil) }
        return runs.flatMap { measured(.next, $0) }
    }

    /// Up to the answer, unless the ticket was done before: then nobody answered.
    private func answered(from start: Instant, by answer: Instant?) -> Run {
        let done = timeline.stays.first { !$0.status.isOpen && $0.from > start }?.from
        if let done, answer.map({ done < $0 }) ?? true { return Run(start: start, end: done, isVain: true) }
        return Run(start: start, end: answer)
    }

    private var resolutions: [SLAMeasure] {
        var runs: [Run] = []
        for stay in timeline.stays {
            if stay.status.isOpen {
                if runs.last.map({ $0.end != nil }) ?? true { runs.append(Run(start: stay.from)) }
            } else if let last = runs.last, last.end == nil {
                runs[runs.count - 1].end = stay.from
            }
        }
        switch terms.reopening {
        case .new: break
        case .first: runs = Array(runs.prefix(1))
        case .total:
            if let first = runs.first, let last = runs.last { runs = [Run(start: first.start, end: last.end)] }
        }
        return runs.flatMap { measured(.resolve, $0) }
    }

    // MARK: Measuring

    private func measured(_ goal: SLAGoal, _ run: Run) -> [SLAMeasure] {
        let stop = run.end ?? timeline.now
        let ranks = ranks(from: run.start, to: stop)
        guard let last = ranks.last, let target = terms.target(goal, last.priority) else { return [] }
        var start = run.start
        if terms.raising == .reset, let change = lastChange(goal, ranks) { start = change }
        let counting = Counting(calendar: target.isWork ? calendar : .always)
        let length = counting.length(of: target, from: start, in: calendar)
        let spans = spans(goal, from: start, to: stop, counting)
        let due = due(goal, run, from: start, ranks, isOpen: run.end == nil)
        let isCounting = isCounted(goal, at: timeline.now)
        let left = run.end == nil ? due.map { counting.calendar.elapsed(from: timeline.now, to: $0) } : nil
        return [
            SLAMeasure(
                goal: goal, start: start, target: target, length: length, spans: spans, end: run.end, due: due,
                verdict: verdict(run, due, isCounting),
                left: left ?? (run.end == nil ? max(0, length - spans.used) : nil))
        ]
    }

    private func verdict(_ run: Run, _ due: Instant?, _ isCounting: Bool) -> SLAMeasure.Verdict {
        let stop = run.end ?? timeline.now
        if let due, stop > due { return .breached }
        if run.isVain { return .unanswered }
        if run.end != nil { return .met }
        return isCounting ? .running : .paused
    }

    /// The priorities that the ticket had in a run, the first from its beginning on.
    private func ranks(from start: Instant, to stop: Instant) -> [SLATimeline.Rank] {
        let before = timeline.ranks.last { $0.from <= start } ?? timeline.ranks.first
        let later = timeline.ranks.filter { $0.from > start && $0.from <= stop }
        return (before.map { [SLATimeline.Rank(from: start, priority: $0.priority)] } ?? []) + later
    }

    /// When the target became another, at last.
    private func lastChange(_ goal: SLAGoal, _ ranks: [SLATimeline.Rank]) -> Instant? {
        let pairs = zip(ranks, ranks.dropFirst())
        return Array(pairs).last { terms.target(goal, $0.priority) != terms.target(goal, $1.priority) }?.1.from
    }

    /// When it is due by the priorities it has had. What was too late already stays so.
    private func due(
        _ goal: SLAGoal, _ run: Run, from start: Instant, _ ranks: [SLATimeline.Rank], isOpen: Bool
    ) -> Instant? {
        guard terms.raising == .forward else {
            return dueDate(goal, of: ranks[ranks.count - 1].priority, from: start, run, isOpen)
        }
        var due: Instant?
        var known: SLALength?
        for (index, rank) in ranks.enumerated() {
            let target = terms.target(goal, rank.priority)
            if index > 0, target == known { continue }
            if let due, due < rank.from { return due }
            let fresh = dueDate(goal, of: rank.priority, from: rank.from, run, isOpen)
            let isRaised = index > 0 && rank.priority > ranks[index - 1].priority
            due = isRaised && known != nil ? [due, fresh].compactMap { $0 }.min() : fresh
            known = target
        }
        return due
    }

    private func dueDate(
        _ goal: SLAGoal, of priority: Priority, from start: Instant, _ run: Run, _ isOpen: Bool
    ) -> Instant? {
        guard let target = terms.target(goal, priority) else { return nil }
        let due = dueDate(goal, of: target, from: start, run, isOpen)
        // A working day ends when work goes on: what comes on a Sunday is not late before Monday begins.
        if case .workDays = target { return due.map { calendar.nextWorking(from: $0) ?? $0 } }
        return due
    }

    private func dueDate(
        _ goal: SLAGoal, of target: SLALength, from start: Instant, _ run: Run, _ isOpen: Bool
    ) -> Instant? {
        let counting = Counting(calendar: target.isWork ? calendar : .always)
        var left = counting.length(of: target, from: start, in: calendar)
        let pieces = spans(goal, from: start, to: run.end ?? timeline.now, counting).filter(\.isCounted)
        for (index, span) in pieces.enumerated() {
            let isLast = index == pieces.count - 1
            let goesOn =
                isLast && (isOpen ? span.to == timeline.now && isCounted(goal, at: timeline.now) : span.to == run.end)
            if span.counted >= left || goesOn { return counting.calendar.due(from: span.from, after: left) }
            left -= span.counted
        }
        // Nothing has counted yet.
        if pieces.isEmpty, isCounted(goal, at: start), run.end == nil || run.end == start {
            return counting.calendar.due(from: start, after: left)
        }
        return nil
    }

    /// The run in pieces of one status each.
    private func spans(_ goal: SLAGoal, from start: Instant, to stop: Instant, _ counting: Counting) -> [SLAMeasure
        .Span]
    {
        var spans: [SLAMeasure.Span] = []
        for (index, stay) in timeline.stays.enumerated() {
            // Before it was created a merged ticket was there, and waited.
            let from = max(index == 0 ? start : stay.from, start)
            let next = index + 1 < timeline.stays.count ? timeline.stays[index + 1].from : stop
            let to = min(next, stop)
            guard from < to else { continue }
            let isCounted = counts(stay.status, goal)
            spans.append(
                SLAMeasure.Span(
                    from: from, to: to, status: stay.status, isCounted: isCounted,
                    counted: isCounted ? counting.calendar.elapsed(from: from, to: to) : 0))
        }
        return spans
    }

    private func counts(_ status: Status, _ goal: SLAGoal) -> Bool {
        if !status.isOpen { return goal == .resolve && terms.reopening == .total }
        return !terms.pauses.contains(status)
    }

    private func isCounted(_ goal: SLAGoal, at instant: Instant) -> Bool {
        let stay = timeline.stays.last { $0.from <= instant } ?? timeline.stays.first
        return stay.map { counts($0.status, goal) } ?? false
    }
}

/// The clock that a target goes by.
private struct Counting {
    let calendar: WorkCalendar

    /// A target in milliseconds of that clock. Working days last from the beginning to the same time of the last of them.
    func length(of target: SLALength, from start: Instant, in work: WorkCalendar) -> Int64 {
        switch target {
        case .wall(let length), .work(let length): length
        case .workDays(let days): work.adding(days: days, to: start).map { work.elapsed(from: start, to: $0) } ?? 0
        }
    }
}

extension SLALength {
    package var isWork: Bool { if case .wall = self { false } else { true } }
}

extension [SLAMeasure.Span] {
    fileprivate var used: Int64 { reduce(0) { $0 + $1.counted } }
}

extension SLAGoal {
    fileprivate var place: Int { SLAGoal.allCases.firstIndex(of: self) ?? 0 }
}

extension WorkCalendar {
    /// The clock itself: every hour counts.
    package static let always = WorkCalendar(zone: .utc, week: .always)
}
