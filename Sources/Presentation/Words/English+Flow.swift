import Workflow

extension Words.Flow {
    static let english = Words.Flow(
        answer: { english($0) },
        ask: { "\($0.joined(by: ", ")) · back, quit: " },
        end: "This is it:",
        open: "Not settled: nobody knew.",
        category: { "Category: \($0)" },
        again: { "Go on with: \($0)" },
        title: { "\($0): \($1)" },
        error: { error in
            switch error {
            case .unknownAnswer(let word): ["“\(word)” is no answer."]
            case .notAsked(let answer, let among):
                ["“\(english(answer))” is not asked here.", "Answers: \(among.map { english($0) }.joined(by: ", "))."]
            case .isOver(let answer): ["Nothing is asked any more: “\(english(answer))” is too much."]
            case .inLine(let line, let word, let fault): ["Line \(line): " + english(fault, word)]
            case .noFlow(let number):
                ["\(number) asks nothing, so it cannot be gone through.", "desk kb show \(number) prints it."]
            case .faulty(let faults, let path):
                [path.map { "\($0): cannot be gone through." } ?? "It cannot be gone through."]
                    + faults.map { "Line \($0.line): \(english($0.code))." }
            case .waits(let step, let among):
                [
                    "“\(step)” waits for an answer: \(among.map { english($0) }.joined(by: ", ")).",
                    "Add it to the file of --answers, one a line.",
                ]
            }
        })

    private static func english(_ code: FlowFault.Code) -> String {
        switch code {
        case .missingStep: "the answer leads to a heading that is not there"
        case .missingAnswer: "the question knows only one of yes and no"
        case .doubleAnswer: "the answer is there twice"
        case .loop: "an answer leads back to a step before it"
        case .unreachable: "no answer leads to this step"
        case .noStart: "every step follows another: there is no first"
        case .noEnd: "no step is an end"
        }
    }

    private static func english(_ answer: Workflow.Flow.Answer) -> String {
        switch answer {
        case .yes: "yes"
        case .no: "no"
        case .next: "next"
        case .unsure: "don't know"
        }
    }

    private static func english(_ fault: FlowError.Fault, _ word: String) -> String {
        switch fault {
        case .unknown: "“\(word)” is no answer."
        case .notAsked(let among):
            "“\(word)” is not asked there; it would be \(among.map { english($0) }.joined(by: ", "))."
        case .isOver: "“\(word)” is too much: the way ends before."
        }
    }
}
