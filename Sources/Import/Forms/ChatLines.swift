import Workflow

/// The lines of a file as far as a chat is concerned.
struct ChatLines {
    enum Style { case speakers, stamped, names }

    struct Session {
        var head: (line: Range<Int>, text: Range<Int>)?
        var line: Int
        var body: Range<Int>
    }

    struct Line {
        var range: TextLine
        var number: Int
        var kind: Kind

        var isNamed: Bool { if case .named = kind { true } else { false } }
        var speaks: Bool {
            switch kind {
            case .named, .speaker: true
            default: false
            }
        }
    }

    enum Kind { case speaker, stamped, named, text, stamp, rule, heading(Int, Range<Int>), caption(Range<Int>) }

    /// How most turns are opened; nil when the file is no chat.
    private(set) var style: Style?
    /// A time alone on its line stands above each name.
    private(set) var speaksBelowStamps = false
    let bytes: Bytes
    var lines: [Line] = []
    /// Where the lines begin that open turns in that way, in order.
    private var turns: [Int] = []

    init(in bytes: Bytes, from start: Int) {
        self.bytes = bytes
        bytes.eachLine(from: start) { line, number in
            if bytes.skippingSpace(line.text) < line.end {
                lines.append(Line(range: line, number: number, kind: kind(of: line)))
            }
        }
        leaveLinesAwayFromStamps()
        style = mostFrequentStyle
        turns = lines.filter(opensTurn).map(\.range.start)
    }

    private func kind(of line: TextLine) -> Kind {
        if RuleLine.isRule(line, in: bytes) { return .rule }
        if Heading.mayBegin(line, in: bytes), let heading = Heading(line, in: bytes) {
            return Speaker.role(of: heading.text, in: bytes) == nil ? .heading(heading.level, heading.text) : .speaker
        }
        if let caption = RuleLine.captioned(line, in: bytes) ?? PlainHead.caption(line, in: bytes) {
            return .caption(caption)
        }
        if SinceStart.alone(line.text, in: bytes) != nil { return .stamp }
        if Speaker(line, in: bytes) != nil { return .speaker }
        if TurnHead(line, in: bytes) != nil { return .stamped }
        guard let head = TurnHead(line, in: bytes, allowsName: true) else { return .text }
        // `Status: open` is what a ticket says, and nobody's name.
        let isLabel =
            Vocabulary.standard.meaning(of: head.name, in: bytes).meaning != nil
            || TalkLabel.isOne(head.name, in: bytes)
        return isLabel ? .text : .named
    }

    /// Where names stand below times, a line with a colon elsewhere is what was said, or tells of the talk.
    private mutating func leaveLinesAwayFromStamps() {
        let stamps = lines.indices.filter { if case .stamp = lines[$0].kind { true } else { false } }
        let led = stamps.filter { $0 + 1 < lines.count && lines[$0 + 1].speaks }
        guard led.count >= 2, led.count * 4 >= stamps.count * 3, led.contains(where: { lines[$0 + 1].isNamed }) else {
            return
        }
        speaksBelowStamps = true
        let places = Set(led.map { $0 + 1 })
        for index in lines.indices where lines[index].speaks {
            lines[index].kind = places.contains(index) ? .named : .text
        }
    }

    private var mostFrequentStyle: Style? {
        var counts = (speakers: 0, stamped: 0, named: 0, text: 0)
        for line in lines {
            switch line.kind {
            case .speaker: counts.speakers += 1
            case .stamped: counts.stamped += 1
            case .named: counts.named += 1
            case .text: counts.text += 1
            case .stamp, .rule, .heading, .caption: break
            }
        }
        let all = counts.speakers + counts.stamped + counts.named + counts.text
        guard all >= 2 else { return nil }
        if counts.speakers >= 2, counts.speakers >= counts.stamped, hasTwoRoles, counts.speakers * 4 >= all {
            return .speakers
        }
        if counts.stamped >= 2, counts.stamped * 6 >= all, speakers(.stamped) >= 2 { return .stamped }
        let names = counts.named + counts.speakers
        let least = speaksBelowStamps ? (names: 2, tenths: 3) : (names: 4, tenths: 8)
        return names >= least.names && names * 10 >= all * least.tenths && (2...8).contains(speakers(.names))
            ? .names : nil
    }

    var dayOrder: DayOrder? {
        DayOrder(of: lines.compactMap { TurnHead($0.range, in: bytes)?.short })
    }

    /// The names that open turns, in their order.
    func names(in body: Range<Int>) -> [String] {
        lines.compactMap { line in
            guard body.contains(line.range.start), opensTurn(line) else { return nil }
            return TurnHead(line.range, in: bytes, allowsName: true).map { bytes.text($0.name) }
        }
    }

    /// All who speak are called question and answer: below headings that name matters, each pair is a matter of its own.
    var isQuestionnaire: Bool {
        lines.allSatisfy { line in
            guard case .speaker = line.kind else { return true }
            return QuestionLine.question(line.range, in: bytes) != nil
                || QuestionLine.answerStart(line.range, in: bytes) != nil
        }
    }

    /// Below what opens turns stand labels such as `STATUS: fixed`: they are entries of a list, and nobody speaks.
    var areEntriesOfLabels: Bool {
        let labels = lines.count { line in
            guard case .text = line.kind else { return false }
            let start = bytes.skippingBlanks(line.range.start, limit: line.range.end)
            let text = TextLine(start: start, end: line.range.end, next: line.range.next)
            guard start < line.range.end, let label = FieldLabel(text, in: bytes), label.hasColon else { return false }
            return Vocabulary.standard.meaning(of: label.name, in: bytes).meaning?.field.isHeader ?? false
        }
        return labels * 2 >= turns.count && labels > 1
    }

    private var hasTwoRoles: Bool {
        let roles = lines.compactMap { Speaker($0.range, in: bytes)?.role }
        return roles.contains(.customer) && roles.contains(.agent)
    }

    private func speakers(_ style: Style) -> Int {
        Set(lines.compactMap { TurnHead($0.range, in: bytes, allowsName: style == .names).map { bytes.text($0.name) } })
            .count
    }

    func turns(in body: Range<Int>) -> Int {
        turns.partitioningIndex { $0 >= body.upperBound } - turns.partitioningIndex { $0 >= body.lowerBound }
    }

    func opensTurn(_ line: Line) -> Bool {
        switch (line.kind, style) {
        case (_, nil): false
        case (.speaker, _), (.stamped, .stamped), (.named, .names): true
        default: false
        }
    }
}
