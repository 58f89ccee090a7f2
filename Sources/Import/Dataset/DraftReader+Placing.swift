import Workflow

// What can only be placed when all sections are known.
extension DraftReader {
    /// A conversation in another section is the ticket's when there is no better one; else it must add nothing to be left out.
    mutating func placeConversations() {
        var hasOwn = !draft.turns.isEmpty
        for (section, conversation) in spokenSections {
            if !hasOwn {
                add(conversation, section)
                hasOwn = true
            } else if !repeats(conversation) {
                derivedAnswersDiffer = derivedAnswersDiffer || section.field == .answers
                keep(section)
            }
        }
    }

    private func repeats(_ conversation: Conversation) -> Bool {
        conversation.utterances.map(turn) == draft.turns
    }

    /// Text under no name describes the problem when nothing else does; below a title that asks it answers.
    mutating func placeFreeTexts() {
        for section in freeTexts {
            let isFirst = draft.description == nil && draft.answers.isEmpty && draft.turns.isEmpty
            if isFirst, text.dialect.asksInTitles, let answer = answer(in: section.content) {
                if !answer.question.isEmpty { draft.description = text.string(answer.question) }
                draft.answers.append(text.string(answer.words))
            } else if isFirst, text.dialect.asksInTitles || Asking.asks(draft.title) {
                draft.answers.append(text.string(section.content))
            } else if draft.description == nil {
                draft.description = text.string(section.content)
            } else {
                warn(.unplacedLine, section.line, name(of: section))
                keep(section)
            }
        }
    }

    /// A question that goes on for lines ends where `A:` begins.
    private func answer(in content: Range<Int>) -> (question: Range<Int>, words: Range<Int>)? {
        var at = content.lowerBound
        while at < content.upperBound {
            let line = bytes.line(at: at, limit: content.upperBound)
            if let start = QuestionLine.answerStart(line, in: bytes) {
                let words = bytes.trimmed(start..<content.upperBound)
                return words.isEmpty ? nil : (bytes.trimmed(content.lowerBound..<line.start), words)
            }
            at = line.next
        }
        return nil
    }

    mutating func compareAnswers() {
        keepOpen()
        guard !draft.answers.isEmpty, !draft.turns.isEmpty else { return }
        let said = draft.turns.filter { $0.role == .agent }
        let isDerived =
            said.count == draft.answers.count
            && zip(said, draft.answers).allSatisfy { $0.body.utf8.elementsEqual($1.utf8) }
        derivedAnswersDiffer = derivedAnswersDiffer || !isDerived
    }
}
