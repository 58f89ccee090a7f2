import Workflow

/// Finds sessions in which people speak in turn: under headings, between rules, or the whole file.
enum ChatFinder {
    private static let leastShare = 0.6

    static func find(in bytes: Bytes, from start: Int, _ vocabulary: Vocabulary) -> FormCandidate? {
        let whole = ChatLines(in: bytes, from: start)
        guard let style = whole.style, !whole.areEntriesOfLabels else { return nil }
        var candidate = FormCandidate(form: .chat, dialect: Dialect())
        candidate.dialect.vocabulary = vocabulary
        candidate.dialect.allowsSpokenNames = style == .names
        candidate.dialect.speaksBelowStamps = style == .names && whole.speaksBelowStamps
        candidate.dialect.dayOrder = style == .stamped ? whole.dayOrder : nil
        let sessions = whole.sessions
        if style == .names, areLabels(sessions, whole) { return nil }
        var turns = 0
        for session in sessions {
            if let head = session.head { candidate.structure.append(head.line) }
            let here = whole.turns(in: session.body)
            guard here > 0 else { continue }
            turns += here
            candidate.places.append(place(of: session, in: bytes))
        }
        guard turns >= 2, !candidate.places.isEmpty else { return nil }
        candidate.shape = .chat
        candidate.isDoubtful = candidate.places.count == 1 && tellsOfSeveral(turns, in: bytes)
        // A heading with nothing below it is a remark at the top.
        candidate.lookalikes = sessions.count {
            whole.turns(in: $0.body) > 0 || bytes.skippingSpace($0.body) < $0.body.upperBound
        }
        candidate.evidence = style == .names ? 0.8 : whole.isQuestionnaire && !isNumbered(candidate.places) ? 0.7 : 1
        candidate.reasons = [.matched(candidate.places.count, of: candidate.lookalikes), .turns(turns)]
        return candidate
    }

    /// `Ann: #12 the gate sticks`: what is said belongs to several tickets, whose numbers stand in it.
    private static func tellsOfSeveral(_ turns: Int, in bytes: Bytes) -> Bool {
        var numbers: [Int: Int] = [:]
        var at = 0
        while at < bytes.count {
            let line = bytes.line(at: at, limit: bytes.count)
            at = line.next
            guard let label = FieldLabel(line, in: bytes), label.value.count > 1, bytes[label.value.lowerBound] == 0x23
            else { continue }
            let digits = bytes[(label.value.lowerBound + 1)..<label.value.upperBound].prefix(9).prefix(while: \.isDigit)
            guard let number = Int(bytes.text(digits.startIndex..<digits.endIndex)) else { continue }
            numbers[number, default: 0] += 1
        }
        return numbers.count >= 3 && numbers.values.reduce(0, +) * 2 >= turns
    }

    /// In every session the same names, each once and in the same order: so labels come, and nobody speaks.
    private static func areLabels(_ sessions: [ChatLines.Session], _ whole: ChatLines) -> Bool {
        let names = sessions.filter { whole.turns(in: $0.body) > 0 }.prefix(20).map { whole.names(in: $0.body) }
        // Nobody speaks twice.
        if names.allSatisfy({ $0.count >= 3 && Set($0.map { folded($0) }).count == $0.count }), !names.isEmpty {
            return true
        }
        guard names.count >= 2, let first = names.first, Set(first).count == first.count else { return false }
        return names.allSatisfy { $0 == first } && (first.count >= 3 || first.allSatisfy(isLabel))
    }

    private static func isLabel(_ name: String) -> Bool {
        var name = name
        return name.withUTF8 { buffer in
            let bytes = Bytes(rebasing: buffer[...])
            return Vocabulary.standard.meaning(of: 0..<bytes.count, in: bytes).meaning != nil
                && Speaker.role(of: 0..<bytes.count, in: bytes) == nil
        }
    }

    /// `对话 1`, `Session 1001`: heads that say of themselves that a talk follows.
    private static func isNumbered(_ places: [TicketPlace]) -> Bool {
        places.contains { $0.isOnlyOrdinal && ($0.number != nil || $0.key != nil) }
    }

    private static func place(of session: ChatLines.Session, in bytes: Bytes) -> TicketPlace {
        let start = session.head?.line.lowerBound ?? session.body.lowerBound
        var place = TicketPlace(
            start: start, line: session.line, title: session.head?.text ?? start..<start, number: nil,
            isOnlyOrdinal: true,
            body: session.body)
        place.level = 0
        guard let text = session.head?.text else { return place }
        // `对话 1`, `Session 1001`: a number and nothing else is no title.
        if let ordinal = Ordinal.title(in: bytes, text) {
            place.number = ordinal.key == nil ? ordinal.number : nil
            place.tell(key: ordinal.key)
            place.title = bytes.trimmed(ordinal.end..<text.upperBound)
        }
        place.isOnlyOrdinal = place.title.isEmpty
        return place
    }
}
