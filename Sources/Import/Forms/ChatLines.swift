import Workflow

/// The lines of a file as far as a chat is concerned.
struct ChatLines {
    enum Style { case speakers, stamped, names }

    struct Session {
        var head: (line: Range<Int>, text: Range<Int>)?
        var line: Int
        var body: Range<Int>
    }

    private struct Line {
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

    private enum Kind { case speaker, stamped, named, text, stamp, rule, heading(Int, Range<Int>), caption(Range<Int>) }

    /// How most turns are opened; nil when the file is no chat.
    private(set) var style: Style?
    /// A time alone on its line stands above each name.
    private(set) var speaksBelowStamps = false
    private let bytes: Bytes
    private var lines: [Line] = []
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
        if let caption = RuleLine.captioned(line, in: bytes) { return .caption(caption) }
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

    private func opensTurn(_ line: Line) -> Bool {
        switch (line.kind, style) {
        case (_, nil): false
        case (.speaker, _), (.stamped, .stamped), (.named, .names): true
        default: false
        }
    }

    /// Divided at what stands before turns: captions, else headings of the level that most often does, else rules.
    var sessions: [Session] {
        let captions = lines.indices.filter { if case .caption = lines[$0].kind { true } else { false } }
        if captions.contains(where: { leadsToTurn($0) }) { return divided(at: captions) }
        if let level = sessionLevel {
            return divided(
                at: lines.indices.filter { if case .heading(level, _) = lines[$0].kind { true } else { false } })
        }
        let rules = lines.indices.filter { if case .rule = lines[$0].kind { true } else { false } }
        if !rules.isEmpty { return withHeads(divided(at: rules, isRule: true)) }
        return [wholeFile]
    }

    /// Labels above all that is said tell of it, and one short line names it.
    private var wholeFile: Session {
        guard let first = lines.firstIndex(where: opensTurn) else {
            return Session(head: nil, line: 1, body: 0..<bytes.count)
        }
        let lead = lines[..<first].filter { if case .stamp = $0.kind { false } else { true } }
        let others = lead.filter { !isLabel($0) }
        if others.isEmpty || others.count == 1 && isName(others[0]) && others[0].number == lead[0].number {
            var session = Session(head: nil, line: lines[0].number, body: lines[0].range.start..<bytes.count)
            if let name = others.first {
                let text = bytes.trimmed(name.range.text)
                session.head = TalkLabel.namesTalk(text, in: bytes) ? nil : (name.range.start..<name.range.next, text)
                session.body = name.range.next..<bytes.count
            }
            return session
        }
        let start = first > lead.count ? lines[lead.count] : lines[first]
        return Session(head: nil, line: start.number, body: start.range.start..<bytes.count)
    }

    private func isLabel(_ line: Line) -> Bool {
        FieldLabel(line.range, in: bytes).map { $0.hasColon && !$0.value.isEmpty } ?? false
    }

    private func isName(_ line: Line) -> Bool {
        guard case .text = line.kind else { return false }
        return bytes.trimmed(line.range.text).count <= 90
    }

    /// What stands between rules and holds no turn is the head of the session below it.
    private func withHeads(_ sessions: [Session]) -> [Session] {
        var joined: [Session] = []
        var head: Session?
        for var session in sessions {
            guard turns(in: session.body) > 0 else {
                head = head ?? session
                continue
            }
            if let before = head {
                session.line = before.line
                session.body = before.body.lowerBound..<session.body.upperBound
            }
            head = nil
            joined.append(session)
        }
        return joined
    }

    private func leadsToTurn(_ index: Int) -> Bool {
        let next = lines[(index + 1)...].prefix { line in
            switch line.kind {
            case .heading, .caption, .rule: false
            default: true
            }
        }
        return next.contains(where: opensTurn)
    }

    private var sessionLevel: Int? {
        var counts: [Int: Int] = [:]
        for index in lines.indices {
            if case .heading(let level, _) = lines[index].kind, leadsToTurn(index) {
                counts[level, default: 0] += 1
            }
        }
        return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    }

    private func divided(at marks: [Int], isRule: Bool = false) -> [Session] {
        var sessions: [Session] = []
        if isRule, let first = marks.first, first > 0 {
            sessions.append(
                Session(head: nil, line: lines[0].number, body: lines[0].range.start..<lines[first].range.start))
        }
        for (position, index) in marks.enumerated() {
            let line = lines[index]
            let end = position + 1 < marks.count ? lines[marks[position + 1]].range.start : bytes.count
            var session = Session(head: nil, line: line.number, body: line.range.next..<max(line.range.next, end))
            switch line.kind {
            case .heading(_, let text), .caption(let text): session.head = (line.range.start..<line.range.next, text)
            default: break
            }
            if session.head == nil, bytes.skippingSpace(session.body) == session.body.upperBound { continue }
            if session.head == nil { session.line += 1 }
            sessions.append(session)
        }
        return sessions
    }
}
