import Workflow

/// Makes a draft of a session: what is said, and the first words of the customer as its title where it has none.
enum ChatReader {
    static func read(_ place: TicketPlace, _ dialect: Dialect, in bytes: Bytes) -> ReadDraft {
        let text = Text(bytes: bytes, dialect: dialect)
        let fences = ClosedFences(in: bytes, place.body)
        var reader = DraftReader(title: text.string(place.title), text, fences)
        let head = header(of: place, text)
        for line in head.others { reader.keep(text.string(line), as: "正文") }
        reader.readChat(head.labels, head.rest, of: place)
        // Who had the last word and was not content waits still.
        if reader.draft.status == nil, reader.draft.isAnswered, let last = reader.draft.turns.last,
            last.role == .customer, !isContent(last.body)
        {
            reader.draft.status = .open
        }
        return ReadDraft(reader, bytes: bytes, from: place)
    }

    private static let contentWords: Set<Substring> = [
        "thank", "thanks", "thankyou", "thx", "ty", "great", "perfect", "awesome", "excellent", "appreciate",
        "appreciated", "ok", "okay", "fine", "good", "yes", "yep", "works", "worked", "solved", "resolved", "fixed",
        "understood", "bye", "goodbye", "cheers", "nice", "cool", "sure", "mind", "danke", "gracias", "merci",
        "obrigado", "obrigada", "grazie", "спасибо", "teşekkürler", "감사합니다", "شكرا", "شكراً",
    ]
    private static let contentSigns = [
        "谢", "好", "可以", "解决", "明白", "收到", "知道", "行", "嗯", "没问题", "再见", "ありがとう", "will do",
    ]

    private static func isContent(_ words: String) -> Bool {
        let said = folded(words)
        return !said.contains(where: \.isLetter) || said.split { !$0.isLetter }.contains(where: contentWords.contains)
            || contentSigns.contains(where: said.contains)
    }

    /// Labels at the top of a session, and what follows them, without a rule between or after.
    private static func header(
        of place: TicketPlace, _ text: Text
    ) -> (labels: [Section], others: [Range<Int>], rest: Range<Int>) {
        let bytes = text.bytes
        var labels: [Section] = []
        var others: [Range<Int>] = []
        let stamp = firstStamp(in: place.body, bytes)
        var at = place.body.lowerBound
        var line = place.line
        while at < place.body.upperBound {
            let next = bytes.line(at: at, limit: place.body.upperBound)
            line += 1
            if bytes.skippingSpace(next.text) == next.end || RuleLine.isRule(next, in: bytes) {
                at = next.next
                continue
            }
            guard TurnHead(next, in: bytes) == nil, Speaker(next, in: bytes) == nil || isHeader(next, text),
                let label = FieldLabel(next, in: bytes), label.hasColon, !label.value.isEmpty,
                label.form != .plain || isHeader(next, text) || next.start < stamp
            else {
                // Above turns that all have times nobody speaks.
                guard next.start < stamp else { break }
                others.append(bytes.trimmed(next.text))
                at = next.next
                continue
            }
            var section = Section(
                field: field(of: label, text), look: .label, name: label.name, start: next.start, line: line,
                content: label.value)
            section.isOneLine = true
            labels.append(section)
            at = next.next
        }
        return (labels, others, bytes.withoutRules(bytes.trimmed(at..<place.body.upperBound)))
    }

    /// Where the first turn with a time begins, within a few lines; the range's start where there is none.
    private static func firstStamp(in range: Range<Int>, _ bytes: Bytes) -> Int {
        var at = range.lowerBound
        for _ in 0..<20 where at < range.upperBound {
            let line = bytes.line(at: at, limit: range.upperBound)
            if let head = TurnHead(line, in: bytes), head.time != nil || head.offset != nil || head.short != nil {
                return line.start
            }
            at = line.next
        }
        return range.lowerBound
    }

    private static func field(of label: FieldLabel, _ text: Text) -> SectionField? {
        if let meaning = text.dialect.vocabulary.meaning(of: label.name, in: text.bytes).meaning,
            meaning.field != .summary
        {
            return meaning.field
        }
        switch Speaker.role(of: label.name, in: text.bytes) {
        case .customer: return .customer
        case .agent: return .assignee
        default: return nil
        }
    }

    /// A plain label, or one with a speaker's name, is one of the header only where its name or its neighbours say so.
    private static func isHeader(_ line: TextLine, _ text: Text) -> Bool {
        guard let label = FieldLabel(line, in: text.bytes), label.value.count <= PersonInHeader.longest else {
            return false
        }
        let meaning = text.dialect.vocabulary.meaning(of: label.name, in: text.bytes).meaning
        if meaning?.field.isHeader ?? false || TalkLabel.isOne(label.name, in: text.bytes) { return true }
        guard let role = Speaker.role(of: label.name, in: text.bytes) else { return false }
        return PersonInHeader.field(
            label, of: role, next: line.next, limit: text.bytes.count, in: text.bytes, text.dialect.vocabulary) != nil
    }
}

/// Words that open a talk, or go on with it, and say nothing of the matter.
private enum Courtesy {
    private static let words: Set<String> = [
        "hi", "hello", "hey", "yes", "no", "ok", "okay", "sure", "good", "morning", "afternoon", "evening", "there",
        "thanks", "thank", "you", "yeah", "right", "speaking", "please", "你好", "您好", "在吗", "在么", "好的", "嗯", "有人吗", "是的",
        "对", "喂",
    ]

    private static let introductions: Set<String> = [
        "it's", "its", "it", "this", "is", "i", "i'm", "am", "my", "name", "name's", "from", "calling", "here", "s",
        "m",
    ]

    static func isAll(_ text: String) -> Bool {
        guard text.utf8.count <= 60 else { return false }
        let said = String(SinceStart.removed(from: text))
        let spoken = said.split { !$0.isLetter && $0 != "'" }
        if spoken.allSatisfy({ words.contains(folded(String($0))) }) { return true }
        // `Hello Ann, this is Bob Smith.`
        guard let first = spoken.first, words.contains(folded(String(first))), !text.contains("?") else { return false }
        return spoken.allSatisfy {
            words.contains(folded(String($0))) || introductions.contains(folded(String($0)))
                || $0.first?.isUppercase ?? false
        }
    }
}

/// What a talk tells of itself above its first turn; nobody is called so.
enum TalkLabel {
    private static let names: Set<String> = [
        "participants", "attendees", "present", "duration", "location", "topic", "agenda", "type", "platform",
        "meeting", "call type", "recorded", "language", "participants present", "参会人", "参会人员", "参与者", "参加者", "时长", "地点",
        "主题", "议题", "平台", "会议主题",
    ]

    /// `CALL TRANSCRIPT`: what it is, and not what it is about.
    static func namesTalk(_ name: Range<Int>, in bytes: Bytes) -> Bool {
        let words = folded(bytes.text(name)).split { !$0.isLetter }
        return words.allSatisfy {
            ["call", "chat", "transcript", "log", "conversation", "session", "support", "meeting", "record"].contains(
                $0)
                || ["对话记录", "聊天记录", "通话记录", "会话记录", "通话转写"].contains($0)
        }
    }

    static func isOne(_ name: Range<Int>, in bytes: Bytes) -> Bool {
        name.count <= 30 && names.contains(folded(bytes.text(name)))
    }
}

extension DraftReader {
    /// What is said in a session. Lines before the first turn are kept as a field of their own.
    mutating func readChat(_ labels: [Section], _ content: Range<Int>, of place: TicketPlace) {
        for label in labels { readLabel(label) }
        let inside = unwrapped(content)
        let stamped = Conversation(
            stamped: inside, in: bytes, searches: true, allowsName: text.dialect.allowsSpokenNames,
            onlyBelowStamps: text.dialect.speaksBelowStamps, text.dialect.dayOrder)
        let plain = text.dialect.speaksBelowStamps ? nil : Conversation(inside, in: bytes, searches: true)
        let best = [stamped, plain].compactMap { $0 }.max { $0.utterances.count < $1.utterances.count }
        if var best {
            best.takeStamps(in: bytes)
            if !best.lead.isEmpty { keep(text.string(best.lead), as: "正文") }
            add(best, Section.preface(at: inside.lowerBound, line: place.line))
        } else if !inside.isEmpty {
            keep(text.string(inside), as: "正文")
        }
        finishChat(of: place)
    }

    private mutating func finishChat(of place: TicketPlace) {
        draft.values.createdAt = draft.values.createdAt ?? draft.turns.lazy.compactMap(\.at).first
        let customers = draft.turns.filter { $0.role == .customer && !$0.body.isEmpty }
        let asked = customers.first { !Courtesy.isAll($0.body) } ?? customers.first
        if draft.description == nil { draft.description = asked?.body }
        if place.isOnlyOrdinal || draft.title.isEmpty {
            let said = asked ?? draft.turns.first { !$0.body.isEmpty }
            if let said { draft.title = TicketTitle.firstLine(of: String(SinceStart.removed(from: said.body))) }
        }
        draft.values.customer = draft.values.customer ?? onlyName(of: .customer)
        finishLabels(of: place)
    }

    /// The name of the one who speaks in a role, where it is one.
    private func onlyName(of role: Role) -> String? {
        let names = Set(draft.turns.filter { $0.role == role }.compactMap(\.author))
        return names.count == 1 ? names.first : nil
    }
}
