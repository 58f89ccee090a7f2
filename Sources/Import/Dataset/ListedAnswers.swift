import Workflow

/// Tells the answers that only repeat what the agents say in the conversation from those that are listed nowhere else.
package enum ListedAnswers {
    /// The answers which are not equal to a yet unused agent turn; each turn is used once.
    package static func listedOnly(_ answers: [String], besides turns: [Turn]) -> [String] {
        var unused: [[UInt8]: Int] = [:]
        for turn in turns where turn.role == .agent { unused[Array(turn.body.utf8), default: 0] += 1 }
        guard !unused.isEmpty else { return answers }
        return answers.filter { answer in
            let bytes = Array(answer.utf8)
            guard let count = unused[bytes], count > 0 else { return true }
            unused[bytes] = count - 1
            return false
        }
    }
}

extension TicketDraft {
    /// The draft as the desk keeps it: without the answers that its conversation repeats.
    package var withListedAnswersOnly: TicketDraft {
        var draft = self
        draft.answers = ListedAnswers.listedOnly(answers, besides: turns)
        return draft
    }
}
