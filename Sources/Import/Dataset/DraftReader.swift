import Workflow

/// Makes a draft of a ticket's sections. What has no field of its own is kept under its name.
struct DraftReader {
    let text: Text
    let fences: ClosedFences
    private(set) var draft: TicketDraft
    private(set) var warnings: [DatasetWarning] = []
    private(set) var derivedAnswersDiffer = false

    private var category: [[String]] = [[], [], []]
    private var titleLabel: String?
    private var statusName: String?
    /// Sections that turned out to be conversations, read when it is known whether a better one is there.
    private var spokenSections: [(section: Section, conversation: Conversation)] = []
    private var freeTexts: [Section] = []

    var bytes: Bytes { text.bytes }

    init(title: String, _ text: Text, _ fences: ClosedFences) {
        draft = TicketDraft(title: title)
        self.text = text
        self.fences = fences
    }

    mutating func read(_ sections: [Section], titleIsOrdinal: Bool) {
        for section in sections { read(section) }
        placeConversations()
        placeFreeTexts()
        placeLabels(titleIsOrdinal: titleIsOrdinal)
        compareAnswers()
    }

    private mutating func read(_ section: Section) {
        guard !section.content.isEmpty || section.field == nil else { return }
        if section.isGuess { warn(.guessedSection, section.line, "\(name(of: section)): \(section.field?.name ?? "")") }
        switch section.field {
        case .container: readContainer(section)
        case .title: readLine(section) { $0.titleLabel == nil ? $0.titleLabel = $1 : $0.keep(section) }
        case .status: readLine(section) { $0.readStatus($1, section) }
        case .statusName: statusName = text.string(section.content)
        case .category, .firstCategory: readCategory(section, rank: 0)
        case .secondCategory: readCategory(section, rank: 1)
        case .thirdCategory: readCategory(section, rank: 2)
        case .description: readDescription(section)
        case .answers: readAnswers(section)
        case .causes: readCauses(section)
        case .conversation: readConversation(section)
        case .summary, nil: readOther(section)
        }
    }

    func name(of section: Section) -> String {
        guard let name = section.name else { return "正文" }
        if text.dialect.isEscaped { return text.string(name) }
        let ordinal = section.look == .heading ? Ordinal.plain(in: bytes, name) : nil
        let words = ordinal.map { $0.end..<name.upperBound } ?? name
        let inside = BoldMark(words, longest: words.count, in: bytes)
        return text.string(inside?.name ?? Heading.withoutColon(words, in: bytes))
    }

    mutating func warn(_ code: DatasetWarning.Code, _ line: Int, _ detail: String = "") {
        warnings.append(DatasetWarning(line: line, code: code, detail: detail))
    }

    /// Keeps a section under its own name; a name that comes again is continued.
    mutating func keep(_ section: Section) {
        keep(text.string(section.content), as: name(of: section))
    }

    mutating func keep(_ words: String, as name: String) {
        guard let index = draft.extra.firstIndex(where: { $0.name.utf8.elementsEqual(name.utf8) }) else {
            draft.extra.append(NamedText(name: name, text: words))
            return
        }
        let said = draft.extra[index].text
        draft.extra[index].text = said.isEmpty || words.isEmpty ? said + words : said + "\n" + words
    }
}

// Fields that fit in a line.
extension DraftReader {
    private mutating func readContainer(_ section: Section) {
        if section.look == .heading { readOther(section) }
    }

    /// What stands below the line is free text.
    private mutating func readLine(_ section: Section, _ take: (inout DraftReader, String) -> Void) {
        let line = bytes.line(at: section.content.lowerBound, limit: section.content.upperBound)
        take(&self, text.string(line.text))
        let rest = bytes.trimmed(line.next..<max(line.next, section.content.upperBound))
        guard !rest.isEmpty else { return }
        var free = Section.preface(at: line.next, line: section.line + 1)
        free.content = rest
        freeTexts.append(free)
    }

    private mutating func readStatus(_ words: String, _ section: Section) {
        guard draft.statusText == nil else { return keep(words, as: name(of: section)) }
        draft.statusText = words
        draft.status = StatusWords.status(of: words)
    }

    private mutating func readCategory(_ section: Section, rank: Int) {
        guard category[rank].isEmpty else { return keep(section) }
        if let list = Items(section.content, in: bytes, fences) {
            category[rank] = list.items.flatMap { CategoryPath.levels(of: $0, text) }
            return
        }
        let line = bytes.line(at: section.content.lowerBound, limit: section.content.upperBound)
        category[rank] = CategoryPath.levels(of: line.text, text)
        let rest = bytes.trimmed(line.next..<max(line.next, section.content.upperBound))
        guard !rest.isEmpty else { return }
        var free = Section.preface(at: line.next, line: section.line + 1)
        free.content = rest
        freeTexts.append(free)
    }

    /// A title label names the ticket when its heading only counts.
    private mutating func placeLabels(titleIsOrdinal: Bool) {
        draft.categoryPath = category.flatMap { $0 }
        if let statusName { draft.status = Status(name: statusName) }
        guard let titleLabel else { return }
        if titleIsOrdinal { draft.title = titleLabel } else { keep(titleLabel, as: "标题") }
    }
}

// Fields of text, told apart by their first line.
extension DraftReader {
    /// `**问题描述**：x` under the heading 问题描述 says its name twice.
    private func withoutRepeatedName(_ section: Section) -> Range<Int> {
        guard section.look == .heading else { return section.content }
        let first = bytes.line(at: section.content.lowerBound, limit: section.content.upperBound)
        guard let label = Label(first, in: bytes), label.form == .bold, !label.isMarked,
            Speaker.role(of: label.name, in: bytes) == nil,
            let meaning = Vocabulary.meaning(of: label.name, in: bytes).meaning, meaning.field == section.field
        else { return section.content }
        return bytes.trimmed(label.value.lowerBound..<max(label.value.lowerBound, section.content.upperBound))
    }

    private mutating func readDescription(_ section: Section) {
        let words = text.string(text.dialect.isEscaped ? section.content : withoutRepeatedName(section))
        guard draft.description != nil else {
            draft.description = words
            return
        }
        keep(section)
    }

    private mutating func readAnswers(_ section: Section) {
        let content = text.dialect.isEscaped ? section.content : withoutRepeatedName(section)
        if !text.dialect.isEscaped, let conversation = Conversation(content, in: bytes) {
            spokenSections.append((section, conversation))
        } else if let list = Items(content, in: bytes, fences, isLoose: text.dialect.isEscaped) {
            for item in list.items { addAnswer(item, section) }
            for note in list.notes { keep(text.string(note), as: name(of: section) + "（备注）") }
        } else if text.dialect.listsAnswers {
            addAnswer(content, section)
        } else {
            addLines(content, section)
        }
    }

    private mutating func addAnswer(_ range: Range<Int>, _ section: Section) {
        if range.isEmpty { return warn(.emptyMessage, section.line) }
        draft.answers.append(text.string(range))
    }

    private mutating func addLines(_ range: Range<Int>, _ section: Section) {
        var at = range.lowerBound
        while at < range.upperBound {
            let line = bytes.line(at: at, limit: range.upperBound)
            if Items.isNote(line, in: bytes) {
                keep(text.string(line.text), as: name(of: section) + "（备注）")
            } else if bytes.skippingSpace(line.text) < line.end {
                draft.answers.append(text.string(line.text))
            }
            at = line.next
        }
    }

    private mutating func readCauses(_ section: Section) {
        let causes = Causes(section.content, in: bytes, fences, isLoose: text.dialect.isEscaped)
        draft.rootCauses += causes.causes.filter { !$0.isEmpty }.map { text.string($0) }
        for advice in causes.advice { keep(text.string(advice), as: name(of: section)) }
    }

    private mutating func readConversation(_ section: Section) {
        guard let conversation = Conversation(section.content, in: bytes, searches: true) else {
            warn(.unplacedLine, section.line, name(of: section))
            return keep(section)
        }
        if !conversation.lead.isEmpty { keep(text.string(conversation.lead), as: name(of: section) + "（备注）") }
        add(conversation, section)
    }

    private mutating func readOther(_ section: Section) {
        if let conversation = Conversation(section.content, in: bytes), section.look == .preface || isTalk(conversation) {
            spokenSections.append((section, conversation))
        } else if section.look == .preface {
            if !section.content.isEmpty { freeTexts.append(section) }
        } else {
            if !section.isGuess { warn(.unknownSection, section.line, name(of: section)) }
            keep(section)
        }
    }

    /// Two roles speak; one bold word alone may be anything.
    private func isTalk(_ conversation: Conversation) -> Bool {
        guard !text.dialect.isEscaped, let first = conversation.utterances.first else { return false }
        return conversation.utterances.contains { $0.role != first.role }
    }

    mutating func add(_ conversation: Conversation, _ section: Section) {
        for utterance in conversation.utterances {
            if utterance.body.isEmpty { warn(.emptyMessage, section.line + 1 + utterance.line) }
            draft.turns.append(Turn(role: utterance.role, body: text.string(utterance.body)))
        }
    }
}

// What can only be placed when all sections are known.
extension DraftReader {
    /// A conversation in another section is the ticket's when there is no better one; else it must add nothing to be left out.
    private mutating func placeConversations() {
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
        let turns = conversation.utterances.map { Turn(role: $0.role, body: text.string($0.body)) }
        return turns == draft.turns
    }

    /// Text under no name describes the problem when nothing else does.
    private mutating func placeFreeTexts() {
        for section in freeTexts {
            if draft.description == nil {
                draft.description = text.string(section.content)
            } else {
                warn(.unplacedLine, section.line, name(of: section))
                keep(section)
            }
        }
    }

    private mutating func compareAnswers() {
        guard !draft.answers.isEmpty, !draft.turns.isEmpty else { return }
        let said = draft.turns.filter { $0.role == .agent }
        let isDerived = said.count == draft.answers.count
            && zip(said, draft.answers).allSatisfy { $0.body.utf8.elementsEqual($1.utf8) }
        derivedAnswersDiffer = derivedAnswersDiffer || !isDerived
    }
}
