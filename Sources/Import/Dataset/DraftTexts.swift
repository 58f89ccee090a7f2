import Workflow

// Fields of text, told apart by their first line.
extension DraftReader {
    /// `**问题描述**：x` under the heading 问题描述 says its name twice.
    private func withoutRepeatedName(_ section: Section) -> Range<Int> {
        guard section.look == .heading else { return section.content }
        let first = bytes.line(at: section.content.lowerBound, limit: section.content.upperBound)
        guard let label = FieldLabel(first, in: bytes), label.form == .bold, !label.isMarked,
            Speaker.role(of: label.name, in: bytes) == nil,
            let meaning = text.dialect.vocabulary.meaning(of: label.name, in: bytes).meaning,
            meaning.field == section.field
        else { return section.content }
        return bytes.trimmed(label.value.lowerBound..<max(label.value.lowerBound, section.content.upperBound))
    }

    mutating func readDescription(_ section: Section) {
        let words = text.string(text.dialect.isEscaped ? section.content : withoutRepeatedName(section))
        guard draft.description != nil else {
            draft.description = words
            return
        }
        keep(section)
    }

    /// A fence around all that is said is a wrapping: its lines belong to nobody's message.
    func unwrapped(_ content: Range<Int>) -> Range<Int> {
        guard !text.dialect.isEscaped, !content.isEmpty else { return content }
        let first = bytes.line(at: content.lowerBound, limit: content.upperBound)
        guard let opening = Fence(first, in: bytes) else { return content }
        let last = bytes.line(at: bytes.lineStart(before: content.upperBound), limit: content.upperBound)
        guard last.start >= first.next, let closing = Fence(last, in: bytes), closing.closes(opening) else {
            return content
        }
        let inside = bytes.trimmed(first.next..<last.start)
        guard spoken(inside) != nil, ClosedFences(in: bytes, inside).unclosed == nil else {
            return content
        }
        return inside
    }

    /// What is said, with or without times.
    func spoken(_ content: Range<Int>) -> Conversation? {
        if let turns = text.dialect.turns { return Conversation(taught: content, turns, in: bytes) }
        if let conversation = Conversation(content, in: bytes) { return conversation }
        guard !text.dialect.isEscaped, let stamped = Conversation(stamped: content, in: bytes) else { return nil }
        return stamped.utterances.count >= 2 ? stamped : nil
    }

    mutating func readAnswers(_ section: Section) {
        let content = text.dialect.isEscaped ? section.content : unwrapped(withoutRepeatedName(section))
        if !text.dialect.isEscaped, let conversation = spoken(content) {
            if section.look == .label, !isTalk(conversation) { return readSaid(conversation, section) }
            spokenSections.append((section, conversation))
        } else if !text.dialect.isEscaped, let pairs = Conversation(pairs: content, in: bytes, fences) {
            spokenSections.append((section, pairs))
        } else if let list = Items(content, in: bytes, fences, isLoose: text.dialect.isEscaped),
            !isOneAnswer(section) || list.items.contains(where: isOpenBox)
        {
            // A box that is not ticked is something to do, and nothing that was said.
            if !text.dialect.isEscaped, list.items.contains(where: isOpenBox) {
                hasOpenBoxes = true
                return keep(section)
            }
            for item in list.items { addAnswer(item, section) }
            for note in list.notes { keep(text.string(note), as: name(of: section) + "（备注）") }
        } else if text.dialect.listsAnswers || isOneAnswer(section) || holdsCode(content) {
            addAnswer(content, section)
        } else {
            addLines(content, section)
        }
    }

    /// `Resolution`, `Fix`: in a file that tells of one matter it is one text, whatever stands in it.
    private func isOneAnswer(_ section: Section) -> Bool {
        guard let name = section.name else { return false }
        if isPlan(name), !text.dialect.isEscaped { return true }
        guard text.dialect.tellsOfOneMatter else { return false }
        return text.dialect.vocabulary.meaning(of: name, in: bytes).meaning?.isWeak ?? true
    }

    /// Who gets around a fault has it still, and what is only guessed to be an answer ends nothing.
    mutating func keepOpen() {
        guard workarounds > 0, workarounds == draft.answers.count, draft.status == nil, draft.statusText == nil,
            !draft.turns.contains(where: { $0.role == .agent })
        else { return }
        draft.status = .open
    }

    /// `Steps` above what was expected: they show the fault and do not mend it.
    func isTrial(_ section: Section) -> Bool {
        guard let name = section.name, name.count <= 8, bytes.says("Steps", at: Heading.withoutColon(name, in: bytes)),
            !text.dialect.isEscaped
        else { return false }
        // The next labels stand within the text, or right behind it.
        var at = section.content.lowerBound
        let end = min(bytes.count, section.content.upperBound + 40)
        while at < end {
            let line = bytes.line(at: at, limit: bytes.count)
            let start = line.text.first { bytes[$0] | 0x20 >= 0x61 && bytes[$0] | 0x20 <= 0x7A || bytes[$0] >= 0x80 }
            if let start, bytes.has("Expected", at: start, limit: line.end), !bytes[line.start].isDigit { return true }
            at = line.next
        }
        return false
    }

    /// It helps until the matter is mended.
    func isWorkaround(_ section: Section) -> Bool {
        guard !text.dialect.isEscaped, let name = section.name else { return false }
        return
            (["orkaround", "ork around", "lanned fix", "roposed fix", "uggested fix", "规避", "临时", "绕过", "回避"]
            as [StaticString])
            .contains { bytes.first($0, in: name) != nil }
    }

    /// What is to be done, or was, in however many steps.
    private func isPlan(_ name: Range<Int>) -> Bool {
        guard name.count <= 20, "FPWMRfpwmr".utf8.contains(bytes[name.lowerBound]) else { return false }
        return ["fix", "fixes", "planned fix", "workaround", "workarounds", "mitigation", "remediation"].contains(
            folded(bytes.text(Heading.withoutColon(name, in: bytes))))
    }

    private func isOpenBox(_ item: Range<Int>) -> Bool {
        (["[ ]", "[]", "☐", "⬜"] as [StaticString]).contains {
            bytes.has($0, at: item.lowerBound, limit: item.upperBound)
        }
    }

    /// Lines that are indented, or stand in a fence: they belong together.
    private func holdsCode(_ content: Range<Int>) -> Bool {
        guard !text.dialect.isEscaped else { return false }
        var at = content.lowerBound
        while at < content.upperBound {
            let line = bytes.line(at: at, limit: content.upperBound)
            let start = bytes.skippingBlanks(line.start, limit: line.end)
            if start < line.end, start > line.start, at > content.lowerBound { return true }
            if fences.hold(line.start) { return true }
            at = line.next
        }
        return false
    }

    private mutating func addAnswer(_ range: Range<Int>, _ section: Section) {
        if range.isEmpty { return warn(.emptyMessage, section.line) }
        let words = text.string(range)
        if !text.dialect.isEscaped, NoAnswer.says(words), !Asking.asks(draft.title) {
            return keep(words, as: name(of: section))
        }
        draft.answers.append(words)
    }

    private mutating func addLines(_ range: Range<Int>, _ section: Section) {
        var at = range.lowerBound
        while at < range.upperBound {
            let line = bytes.line(at: at, limit: range.upperBound)
            if Items.isNote(line, in: bytes) {
                keep(text.string(line.text), as: name(of: section) + "（备注）")
            } else if bytes.skippingSpace(line.text) < line.end {
                addAnswer(line.text, section)
            }
            at = line.next
        }
    }

    mutating func readCauses(_ section: Section) {
        let causes = Causes(section.content, in: bytes, fences, isLoose: text.dialect.isEscaped)
        draft.rootCauses += causes.causes.filter { !$0.isEmpty }.map { text.string($0) }
        for advice in causes.advice { keep(text.string(advice), as: name(of: section)) }
    }

    /// What one agent says below a title, without anybody before: an answer.
    private mutating func readSaid(_ conversation: Conversation, _ section: Section) {
        for utterance in conversation.utterances { addAnswer(utterance.body, section) }
    }

    mutating func readConversation(_ section: Section) {
        let content = unwrapped(section.content)
        if !text.dialect.isEscaped, spoken(content) == nil,
            let pairs = Conversation(pairs: content, in: bytes, fences)
        {
            return add(pairs, section)
        }
        let stamped = text.dialect.isEscaped ? nil : Conversation(stamped: content, in: bytes)
        guard let conversation = stamped ?? Conversation(content, in: bytes, searches: true) else {
            warn(.unplacedLine, section.line, name(of: section))
            return keep(section)
        }
        if !conversation.lead.isEmpty { keep(text.string(conversation.lead), as: name(of: section) + "（备注）") }
        add(conversation, section)
    }

    mutating func readOther(_ section: Section) {
        let content = unwrapped(section.content)
        if let conversation = spoken(content), section.look == .preface || isTalk(conversation) {
            if section.look == .preface, conversation.utterances.allSatisfy({ $0.role == .agent }),
                !text.dialect.isEscaped
            {
                return readSaid(conversation, section)
            }
            spokenSections.append((section, conversation))
        } else if section.look == .preface {
            if !section.content.isEmpty { freeTexts.append(section) }
        } else {
            if !section.isGuess { warn(.unknownSection, section.line, name(of: section)) }
            keep(section)
        }
    }

    /// Two roles speak; one bold word alone may be anything.
    func isTalk(_ conversation: Conversation) -> Bool {
        guard !text.dialect.isEscaped, let first = conversation.utterances.first else { return false }
        return conversation.utterances.contains { $0.role != first.role }
    }

    /// A time since the beginning counts from when the ticket came, where that is known; else it stays with the words.
    func turn(_ utterance: Conversation.Utterance) -> Turn {
        var turn = Turn(
            role: utterance.role, body: text.string(utterance.body), at: utterance.time,
            author: utterance.author.map { text.string($0) })
        guard let offset = utterance.offset else { return turn }
        if var start = draft.values.createdAt {
            start.milliseconds += Int64(offset)
            turn.at = start
        } else {
            turn.body = "[\(SinceStart.text(offset))] \(turn.body)"
        }
        return turn
    }

    mutating func add(_ conversation: Conversation, _ section: Section) {
        if conversation.guessed.count > 1 {
            let names = conversation.guessed.prefix(8).joined(separator: ", ")
            warn(.rolesGuessed, section.line, names + (conversation.guessed.count > 8 ? ", …" : ""))
        }
        for utterance in conversation.utterances {
            if utterance.body.isEmpty { warn(.emptyMessage, section.line + 1 + utterance.line) }
            if let note = utterance.note {
                keep(text.string(note).replacing("**", with: ""), as: name(of: section) + "（备注）")
            }
            draft.turns.append(turn(utterance))
        }
    }
}
