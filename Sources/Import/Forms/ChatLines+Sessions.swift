// Where the talks of a file begin and end.
extension ChatLines {
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
