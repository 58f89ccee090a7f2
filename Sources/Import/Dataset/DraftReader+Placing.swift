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

    /// Whether the matter is answered, and whether answers only repeat what was said.
    mutating func finishAnswers() {
        keepOpen()
        guard !draft.answers.isEmpty, !draft.turns.isEmpty else { return }
        let said = draft.turns.filter { $0.role == .agent }
        let isDerived =
            said.count == draft.answers.count
            && zip(said, draft.answers).allSatisfy { $0.body.utf8.elementsEqual($1.utf8) }
        derivedAnswersDiffer = derivedAnswersDiffer || !isDerived
    }

    /// `**Known bugs**:` without its marks.
    static func withoutMarks(_ name: Range<Int>, in bytes: Bytes) -> Range<Int> {
        let bold = BoldMark(name, longest: name.count, in: bytes).flatMap { $0.rest.isEmpty ? $0.name : nil }
        return bold ?? Heading.withoutColon(name, in: bytes)
    }

    mutating func placeGroups(_ groups: [String]) {
        guard !groups.isEmpty, !text.dialect.isEscaped else { return }
        var names: [String] = []
        for name in groups {
            if draft.status == nil, let status = StatusWords.status(ofGroup: name) {
                (draft.status, draft.statusText) = (status, name)
            } else if let told = StatusWords.status(ofName: name) {
                if draft.statusText == nil, told == draft.status { draft.statusText = name }
            } else if let priority = text.dialect.priority(ofGroup: name) {
                if draft.values.priority == nil {
                    (draft.values.priority, draft.values.priorityText) = (priority, name)
                }
            } else {
                names.append(name)
            }
        }
        if draft.categoryPath.isEmpty, !text.dialect.namesCategories { draft.categoryPath = names }
    }

    /// A title from a cell may be struck out or ticked. A value that says otherwise is believed, and the title keeps its words.
    mutating func placeTitleStatus() {
        draft.title = TicketTitle.withoutBold(draft.title)
        let told = TitleStatus.read(draft.title)
        guard told.status == nil || draft.status == nil || told.status == draft.status else { return }
        draft.title = told.text
        if draft.status == nil { draft.status = told.status }
        if let words = told.priority { take(words, of: .priority) }
    }

    /// What is told of the ticket beside its labels. Where they said it before, it is kept under its own name, unless in the same words.
    mutating func take(_ value: ToldValue) {
        let words = text.string(value.words)
        let name = value.name.map { text.string(DraftReader.withoutMarks($0, in: bytes)) }
        guard let field = value.field else { return keep(words, as: name ?? "#") }
        if field == .title {
            let isSame = [draft.title, titleLabel?.text].contains { $0.map { folded($0) } == folded(words) }
            if !isSame { keep(words, as: name ?? field.name) }
            return
        }
        take(words, of: field, named: name)
    }

    mutating func take(_ words: String, of field: SectionField, named name: String? = nil) {
        if field == .status, draft.statusText == nil, draft.status == nil {
            (draft.statusText, draft.status) = (words, text.dialect.status(of: words))
        } else if !take(words, field), !isTold(words, field) {
            keep(words, as: name ?? field.name)
        }
    }

    private func isTold(_ words: String, _ field: SectionField) -> Bool {
        let told: String? =
            switch field {
            case .status: draft.statusText ?? draft.status?.name
            case .priority: draft.values.priorityText ?? draft.values.priority?.name
            case .customer: draft.values.customer
            case .assignee: draft.values.assignee
            case .category: draft.categoryPath.last
            default: nil
            }
        return told.map { folded($0) == folded(words) } ?? false
    }

    /// What stands in the heading besides the title.
    mutating func placeTitle(of place: TicketPlace) {
        if let key = place.key {
            let name = text.string(key)
            if draft.values.reference == nil {
                draft.values.reference = name
            } else if draft.values.reference != name {
                keep(name, as: NewReference.name)
            }
        }
        if let status = place.status, draft.status == nil { draft.status = status }
        if draft.values.createdAt == nil { draft.values.createdAt = place.time }
    }
}
