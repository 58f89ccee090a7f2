/// A walk through a flow: what was answered, and where that leads.
package struct FlowWalk: Equatable, Sendable {
    package struct Passed: Equatable, Sendable {
        package var step: Int
        package var answer: Flow.Answer
    }

    package let flow: Flow
    package private(set) var passed: [Passed] = []
    /// The step that waits for an answer, or the end.
    package private(set) var current: Int
    /// Nobody knew the answer, and the step does not say what then.
    package private(set) var isOpen = false

    package init(_ flow: Flow) {
        self.flow = flow
        current = flow.start
    }

    package var step: Flow.Step { flow.steps[current] }
    /// Nothing more can be answered.
    package var isOver: Bool { isOpen || step.isEnd }

    /// What may be answered now. Nobody has to know.
    package var answers: [Flow.Answer] {
        isOver ? [] : Flow.Answer.allCases.filter { step.paths[$0] != nil || ($0 == .unsure && !step.onlyTells) }
    }

    /// - Throws: `FlowError.notAsked`, `FlowError.isOver`
    package mutating func take(_ answer: Flow.Answer) throws(FlowError) {
        guard !isOver else { throw .isOver(answer) }
        guard answers.contains(answer) else { throw .notAsked(answer, among: answers) }
        passed.append(Passed(step: current, answer: answer))
        if let next = step.paths[answer] { current = next } else { isOpen = true }
    }

    /// Takes the last answer back; at the start there is none.
    package mutating func goBack() {
        guard let last = passed.popLast() else { return }
        current = last.step
        isOpen = false
    }

    /// Takes what a person wrote down: an answer a line; `back` takes the last one back, `#` begins a remark.
    /// - Throws: `FlowError` with the number of the line, from 1.
    package mutating func take(lines text: String) throws(FlowError) {
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .enumerated()
        {
            let word = folded(String(line).trimmed)
            if word.isEmpty || word.hasPrefix("#") { continue }
            do { try take(word: word) } catch { throw .inLine(index + 1, word, error.fault) }
        }
    }

    /// Takes an answer as a person writes it.
    /// - Parameter word: folded.
    /// - Throws: `FlowError.unknownAnswer`, `.notAsked`, `.isOver`
    package mutating func take(word: String) throws(FlowError) {
        if Self.isBack(word) { return goBack() }
        guard let answer = Flow.Answer(word: word) else { throw .unknownAnswer(word) }
        try take(answer)
    }

    /// - Parameter word: folded.
    package static func isBack(_ word: String) -> Bool {
        ["back", "b", "<", "返回", "上一步", "后退"].contains(word)
    }
}

extension Flow.Answer {
    /// What people write for it, in both languages.
    package var words: [String] {
        switch self {
        case .yes: ["yes", "y", "true", "是", "是的", "有", "能", "可以", "对", "正常"]
        case .no: ["no", "n", "false", "否", "不是", "没有", "无", "不能", "不可以", "不", "不正常", "异常"]
        case .next: ["next", "then", "continue", "done", "下一步", "继续", "然后", "完成"]
        case .unsure:
            ["don't know", "don’t know", "not sure", "unsure", "unknown", "?", "？", "不知道", "不确定", "不清楚", "无法确定"]
        }
    }

    /// - Parameter word: folded.
    package init?(word: String) {
        guard let answer = Self.allCases.first(where: { $0.words.contains(word) }) else { return nil }
        self = answer
    }
}

/// Why a walk does not go on as asked.
package enum FlowError: Error, Equatable {
    /// What is wrong with an answer.
    package enum Fault: Equatable, Sendable {
        case unknown
        case notAsked([Flow.Answer])
        case isOver
    }

    case unknownAnswer(String)
    case notAsked(Flow.Answer, among: [Flow.Answer])
    case isOver(Flow.Answer)
    case inLine(Int, String, Fault)
    /// The article asks nothing.
    case noFlow(Article.Number)
    /// The article cannot be gone through; of a file, with its path.
    case faulty([FlowFault], path: String? = nil)
    /// The answers end before the flow does.
    case waits(step: String, among: [Flow.Answer])

    fileprivate var fault: Fault {
        switch self {
        case .notAsked(_, let answers): .notAsked(answers)
        case .isOver: .isOver
        case .inLine(_, _, let fault): fault
        case .unknownAnswer, .noFlow, .faulty, .waits: .unknown
        }
    }
}

extension FlowError {
    /// What programs know it by.
    package var identity: ErrorIdentity {
        switch self {
        case .unknownAnswer, .inLine, .notAsked, .isOver: ErrorIdentity("answer", .usage)
        case .noFlow: ErrorIdentity("flow", .usage)
        case .faulty: ErrorIdentity("flow", .refused)
        case .waits: ErrorIdentity("answer", .cancelled)
        }
    }
}

extension FlowError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unknownAnswer(let word): "no answer: \(word)"
        case .notAsked(let answer, _): "\(answer.rawValue) is not asked"
        case .isOver: "the flow is over"
        case .inLine(let line, let word, _): "line \(line): \(word)"
        case .noFlow(let number): "\(number) is no flow"
        case .faulty(let faults, _): "\(faults.count) faults of the flow"
        case .waits(let step, _): "waits at \(step)"
        }
    }
}
