/// A way through an article: steps that ask, answers that lead on, and ends that say what to do.
package struct Flow: Equatable, Sendable {
    /// What a person may say at a step.
    package enum Answer: String, CaseIterable, Sendable {
        case yes, no
        /// The step only tells something.
        case next
        case unsure
    }

    package struct Step: Equatable, Sendable {
        package var title: String
        /// What the step tells, without the lines that lead on.
        package var text: String
        /// Its first line in the article, from 1.
        package var line: Int
        /// Where each answer leads: places of steps. None at an end.
        package var paths: [Answer: Int]
        /// A URL of the step that wants a ticket filed.
        package var escalation: String?

        package init(title: String, text: String, line: Int, paths: [Answer: Int] = [:], escalation: String? = nil) {
            self.title = title
            self.text = text
            self.line = line
            self.paths = paths
            self.escalation = escalation
        }

        package var isEnd: Bool { paths.isEmpty }
        /// The step waits for no answer.
        package var onlyTells: Bool { paths[.yes] == nil && paths[.no] == nil && paths[.next] != nil }
    }

    package var title: String
    /// In the order of the article; ends that are a line of a step come last.
    package var steps: [Step]
    /// The place of the first step.
    package var start: Int

    package init(title: String, steps: [Step], start: Int) {
        self.title = title
        self.steps = steps
        self.start = start
    }
}

/// What keeps an article from being gone through.
package struct FlowFault: Equatable, Sendable {
    package enum Code: String, CaseIterable, Sendable {
        /// An answer leads to a step that is not there.
        case missingStep
        /// A question knows one of yes and no only.
        case missingAnswer
        /// An answer is there twice.
        case doubleAnswer
        /// Whoever goes on comes back to the step.
        case loop
        case unreachable
        /// Every step follows another.
        case noStart
        /// No step is an end.
        case noEnd
    }

    package var code: Code
    /// From 1.
    package var line: Int

    package init(_ code: Code, line: Int) {
        self.code = code
        self.line = line
    }

    /// A walk could still come to an end: guides that were not written for this lead back, and have parts of their own.
    package var isTolerable: Bool { code == .loop || code == .unreachable }
}

extension Flow {
    /// What is wrong with it, in the order of the lines; without any of these every walk ends.
    package var faults: [FlowFault] {
        var faults: [FlowFault] = []
        for step in steps where !step.isEnd && !step.onlyTells && (step.paths[.yes] == nil || step.paths[.no] == nil) {
            faults.append(FlowFault(.missingAnswer, line: step.line))
        }
        var search = LoopSearch(self)
        search.go(from: start)
        faults += search.loops.map { FlowFault(.loop, line: steps[$0].line) }
        for place in steps.indices where !search.seen.contains(place) {
            faults.append(FlowFault(.unreachable, line: steps[place].line))
        }
        if !search.seen.contains(where: { steps[$0].isEnd }) {
            faults.append(FlowFault(.noEnd, line: steps[start].line))
        }
        return faults.sorted { $0.line < $1.line }
    }
}

/// Which steps can be reached, and which of them lead back to a step before them.
private struct LoopSearch {
    let flow: Flow
    var seen: Set<Int> = []
    var loops: Set<Int> = []

    init(_ flow: Flow) { self.flow = flow }

    // An article may have any number of steps, so the way back is kept in a list and not on the stack.
    mutating func go(from start: Int) {
        var isOpen: Set<Int> = [start]
        var way: [(step: Int, next: [Int])] = [(start, targets(of: start))]
        seen.insert(start)
        while let last = way.last {
            guard let target = last.next.first else {
                isOpen.remove(last.step)
                way.removeLast()
                continue
            }
            way[way.count - 1].next.removeFirst()
            if isOpen.contains(target) {
                loops.insert(last.step)
            } else if seen.insert(target).inserted {
                isOpen.insert(target)
                way.append((target, targets(of: target)))
            }
        }
    }

    private func targets(of step: Int) -> [Int] {
        Flow.Answer.allCases.compactMap { flow.steps[step].paths[$0] }
    }
}
