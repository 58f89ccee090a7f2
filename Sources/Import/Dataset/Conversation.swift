import Workflow

/// The turns of a conversation as ranges of the file.
struct Conversation {
    struct Utterance {
        var role: Role
        var body: Range<Int>
        let line: Int
        let note: Range<Int>?
        var time: SourceTime?
        /// Whoever says it, by a name that is more than a role.
        var author: Range<Int>?
        /// Since the conversation began, in milliseconds, where only that is told.
        var offset: Int?
        /// It has two parts, such as `00:14`: hours and minutes, or minutes and seconds.
        var isShortClock = false
    }

    private typealias Open = (role: Role, body: Int, line: Int, note: Range<Int>?)

    var utterances: [Utterance] = []
    /// Lines before the first speaker.
    var lead: Range<Int>
    /// Names of which only the order says who asks and who answers.
    var guessed: [String] = []

    init() { lead = 0..<0 }

    /// Nil when the first line is no speaker's; `searches` allows lines before the first speaker.
    init?(_ range: Range<Int>, in bytes: Bytes, searches: Bool = false) {
        guard !range.isEmpty else { return nil }
        lead = range.lowerBound..<range.lowerBound
        var form: Speaker.Form?
        var open: Open?
        var at = range.lowerBound
        var number = 0
        while at < range.upperBound {
            let line = bytes.line(at: at, limit: range.upperBound)
            if line.start < line.end, form.map({ Speaker.mayOpen(bytes[line.start], $0) }) ?? true,
                let speaker = Speaker(line, in: bytes), form == nil || speaker.form == form
            {
                if let open { add(open, until: line.start, in: bytes) }
                if form == nil { lead = bytes.trimmed(range.lowerBound..<line.start) }
                form = speaker.form
                open = (speaker.role, speaker.body, number, speaker.note)
            } else if form == nil, !searches {
                return nil
            }
            number += 1
            at = line.next
        }
        guard let open else { return nil }
        add(open, until: range.upperBound, in: bytes)
    }

    private mutating func add(_ open: Open, until end: Int, in bytes: Bytes) {
        let body = bytes.trimmed(open.body..<max(open.body, end))
        var utterance = Utterance(role: open.role, body: body, line: open.line, note: open.note)
        // `客户 (2024-01-05 10:20)`: the remark is a time and nothing else.
        if let note = open.note, let time = Conversation.time(of: note, in: bytes) {
            utterance = Utterance(role: open.role, body: body, line: open.line, note: nil, time: time)
        } else if let note = open.note, let name = Conversation.name(inside: note, in: bytes) {
            utterance = Utterance(role: open.role, body: body, line: open.line, note: nil)
            utterance.author = name
        }
        utterances.append(utterance)
    }

    private static func time(of note: Range<Int>, in bytes: Bytes) -> SourceTime? {
        bracketed(note, in: bytes).flatMap { TimeReader.time(of: bytes.text($0)) }
    }

    /// `Advisor (Ann Lee)`: one to three words with a capital each.
    private static func name(inside note: Range<Int>, in bytes: Bytes) -> Range<Int>? {
        guard let inside = bracketed(note, in: bytes) else { return nil }
        let words = bytes[inside].split(separator: 0x20)
        let areNames = words.allSatisfy { word in
            guard let first = word.first, (0x41...0x5A).contains(first), word.count > 1 else { return false }
            return word.dropFirst().allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D || $0 == 0x27 || $0 > 0x7F }
        }
        return areNames && (1...3).contains(words.count) ? inside : nil
    }

    /// What stands in the brackets behind a name.
    private static func bracketed(_ note: Range<Int>, in bytes: Bytes) -> Range<Int>? {
        for (opening, closing) in [("(", ")"), ("（", "）"), ("[", "]")] as [(StaticString, StaticString)] {
            guard let open = bytes.first(opening, in: note),
                let close = bytes.first(closing, in: open..<note.upperBound),
                bytes.trimmed(close + closing.utf8CodeUnitCount..<note.upperBound).allSatisfy({ bytes[$0] == 0x2A })
            else { continue }
            return open + opening.utf8CodeUnitCount..<close
        }
        return nil
    }

    /// Items of a list that hold a question and its answer each: `1. **客户问题**: …` above `**客服回复**: …`.
    init?(pairs range: Range<Int>, in bytes: Bytes, _ fences: ClosedFences) {
        guard let list = Items(range, in: bytes, fences), list.notes.isEmpty else { return nil }
        lead = range.lowerBound..<range.lowerBound
        var isPaired = false
        var (counted, line) = (range.lowerBound, 0)
        for item in list.items {
            let parts = Conversation.parts(of: item, in: bytes)
            guard let first = parts.first, first.start == item.lowerBound else { return nil }
            isPaired = isPaired || parts.contains { $0.role != first.role }
            for (index, part) in parts.enumerated() {
                let end = index + 1 < parts.count ? parts[index + 1].start : item.upperBound
                line += bytes[counted..<max(part.start, counted)].count { $0 == 0x0A }
                counted = max(part.start, counted)
                utterances.append(
                    Utterance(
                        role: part.role, body: bytes.trimmed(part.body..<max(part.body, end)), line: line, note: nil))
            }
        }
        guard isPaired else { return nil }
    }

    private static func parts(of item: Range<Int>, in bytes: Bytes) -> [(start: Int, body: Int, role: Role)] {
        var parts: [(start: Int, body: Int, role: Role)] = []
        var at = item.lowerBound
        while at < item.upperBound {
            let line = bytes.line(at: at, limit: item.upperBound)
            let start = bytes.skippingBlanks(line.start, limit: line.end)
            let text = TextLine(start: start, end: line.end, next: line.next)
            if start < line.end, let label = FieldLabel(text, in: bytes), label.hasColon, label.form != .row,
                let role = PairLabel.role(of: label.name, in: bytes)
            {
                parts.append((line.start == item.lowerBound ? item.lowerBound : start, label.value.lowerBound, role))
            }
            at = line.next
        }
        return parts
    }
}

/// Who speaks below a label of a pair: 客户问题 and 客服回复, Question and Answer.
enum PairLabel {
    /// `1. **客户问题**: …` with the answer's label indented below it, or that one: they are no labels of the ticket.
    static func stands(_ label: FieldLabel, _ line: TextLine, in bytes: Bytes) -> Bool {
        guard label.form != .row, label.hasColon, let role = role(of: label.name, in: bytes), role != .system else {
            return false
        }
        if bytes[line.start].isDigit, label.isMarked, line.next < bytes.count {
            let next = bytes.line(at: line.next, limit: bytes.count)
            return other(next, role, isIndented: true, in: bytes)
        }
        guard bytes[line.start] == 0x20 || bytes[line.start] == 0x09, line.start > 0 else { return false }
        let before = bytes.line(at: bytes.lineStart(before: line.start - 1), limit: bytes.count)
        return before.start < before.end && bytes[before.start].isDigit
            && other(before, role, isIndented: false, in: bytes)
    }

    private static func other(_ line: TextLine, _ role: Role, isIndented: Bool, in bytes: Bytes) -> Bool {
        let start = bytes.skippingBlanks(line.start, limit: line.end)
        guard start < line.end, isIndented == (start > line.start),
            let label = FieldLabel(TextLine(start: start, end: line.end, next: line.next), in: bytes), label.hasColon,
            label.form != .row, let found = PairLabel.role(of: label.name, in: bytes)
        else { return false }
        return found != role
    }

    static func role(of name: Range<Int>, in bytes: Bytes) -> Role? {
        if let role = Speaker.role(of: name, in: bytes) { return role }
        let meaning = Vocabulary.standard.meaning(of: name, in: bytes).meaning
        switch meaning?.field {
        case .description: return .customer
        case .answers: return .agent
        default: return nil
        }
    }
}
