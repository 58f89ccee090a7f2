import Workflow

extension TaughtDialect {
    /// - Throws: `DialectFault`
    package static func parse(_ text: String, name: String) throws(DialectFault) -> TaughtDialect {
        try DialectParser.parse(text, name: name)
    }

    /// What names mean in its files.
    var vocabulary: Vocabulary {
        var vocabulary = Vocabulary.standard
        for (name, field) in fields {
            var name = name
            let key = name.withUTF8 { buffer in
                let bytes = Bytes(rebasing: buffer[...])
                return NameKey.pair(of: bytes, in: 0..<bytes.count).whole
            }
            vocabulary.taught[key] = Vocabulary.Meaning(field: field, isWeak: false)
        }
        return vocabulary
    }

    func dataset(_ bytes: [UInt8], isSeparated: Bool) -> Dataset { Dataset(bytes, self, isSeparated: isSeparated) }
}

/// Finds the tickets of a file in the way that a person taught.
struct TaughtFinder {
    let bytes: Bytes
    let survey: Survey
    let taught: TaughtDialect
    let vocabulary: Vocabulary
    let start: Int
    var candidate = FormCandidate(form: .taught, dialect: Dialect())

    static func find(
        _ taught: TaughtDialect, _ survey: Survey, in bytes: Bytes, from start: Int, isSeparated: Bool
    ) -> FormCandidate {
        var finder = TaughtFinder(bytes, survey, taught, start)
        finder.open(isSeparated: isSeparated)
        finder.finish()
        return finder.candidate
    }

    private init(_ bytes: Bytes, _ survey: Survey, _ taught: TaughtDialect, _ start: Int) {
        self.bytes = bytes
        self.survey = survey
        self.taught = taught
        self.start = start
        vocabulary = taught.vocabulary
        candidate.dialect.vocabulary = vocabulary
    }

    private mutating func open(isSeparated: Bool) {
        switch taught.opening {
        case .heading(let level, let pattern): openHeadings(level, pattern)
        case .line(let pattern):
            let bytes = bytes
            openLines { line in
                let text = bytes.trimmed(line.text)
                return text.isEmpty ? nil : pattern.match(text, in: bytes)?.values
            }
        case .rule: openRules()
        case .file: openFile()
        case .row: openRows(isSeparated: isSeparated)
        }
    }

    // MARK: Headings

    private mutating func openHeadings(_ level: Int?, _ pattern: LinePattern?) {
        let headings = survey.landmarks.filter { $0.kind == .heading && !$0.isFenced }
        let wanted = level ?? pattern.flatMap { bestLevel(headings, $0) } ?? Int(headings.map(\.level).min() ?? 1)
        var groups = HeadingPath(survey)
        var open: TicketPlace?
        for mark in headings {
            let line = bytes.line(at: mark.start, limit: bytes.count)
            guard let text = mark.title(in: line, bytes) else { continue }
            if Int(mark.level) < wanted {
                close(&open, at: line.start)
                groups.enter(Int(mark.level), text)
                candidate.structure.append(line.start..<line.next)
                continue
            }
            guard Int(mark.level) == wanted else { continue }
            candidate.lookalikes += 1
            guard let values = pattern.map({ $0.match(text, in: bytes)?.values }) ?? [:] else {
                if mark.field == .summary { close(&open, at: line.start) }
                continue
            }
            close(&open, at: line.start)
            var place = TicketPlace(
                start: mark.start, line: Int(mark.line), title: values["title"] ?? text, number: nil,
                isOnlyOrdinal: false,
                body: line.next..<line.next)
            place.level = wanted
            place.groups = named(groups)
            take(values, &place, pattern)
            open = place
        }
        close(&open, at: bytes.count)
    }

    private func bestLevel(_ headings: [Landmark], _ pattern: LinePattern) -> Int? {
        var counts: [Int: Int] = [:]
        for mark in headings {
            let line = bytes.line(at: mark.start, limit: bytes.count)
            if let text = mark.title(in: line, bytes), pattern.match(text, in: bytes) != nil {
                counts[Int(mark.level), default: 0] += 1
            }
        }
        return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    }

    private func named(_ groups: HeadingPath) -> [Range<Int>] {
        guard let group = taught.group else { return groups.names }
        return group.meaning == .nothing ? [] : groups.names(at: group.level)
    }

    mutating func close(_ open: inout TicketPlace?, at end: Int) {
        guard var place = open else { return }
        place.body = place.body.lowerBound..<max(place.body.lowerBound, end)
        candidate.places.append(place)
        open = nil
    }

    func take(_ values: [String: Range<Int>], _ place: inout TicketPlace, _ pattern: LinePattern?) {
        if let ref = values["ref"] ?? values["number"] {
            let whole = ref.lowerBound - (pattern?.prefix(of: "ref") ?? 0)..<ref.upperBound
            if let number = Int(bytes.text(whole)) { place.number = number } else { place.tell(key: whole) }
        }
        if let words = values["status"] { place.tell(status: status(of: bytes.text(words))) }
        if let at = values["at"] { place.tell(time: time(of: bytes.text(at))) }
    }

    private func status(of words: String) -> Status? { taught.statuses[folded(words)] ?? StatusWords.status(of: words) }

    private func time(of words: String) -> SourceTime? {
        taught.times.lazy.compactMap { $0.time(of: words) }.first ?? TimeReader.time(of: words)
    }

    // MARK: What is common to all

    private mutating func finish() {
        if case .sections = candidate.shape {
            let hidden = Examples(survey, in: bytes)
            let ranges = candidate.places.map { place in
                let inside = survey.landmarks.indices.filter { place.body.contains(survey.landmarks[$0].start) }
                return (landmarks: (inside.first ?? 0)..<(inside.last.map { $0 + 1 } ?? 0), level: place.level)
            }
            candidate.dialect = DialectLearner.learn(survey, ranges: ranges, hidden)
            candidate.dialect.examples = hidden.ranges
            candidate.dialect.hasCarriageReturns = survey.hasCarriageReturns
            candidate.dialect.isSingle = candidate.places.count == 1
        }
        candidate.dialect.vocabulary = vocabulary
        candidate.dialect.taughtPriorities = taught.priorities
        candidate.dialect.taughtStatuses = taught.statuses
        candidate.dialect.taughtTimes = taught.times
        candidate.dialect.taughtSections = taught.sectionLines
        candidate.dialect.turns = taught.turn.map {
            TaughtTurns(pattern: $0, customers: taught.customers, agents: taught.agents, times: taught.times)
        }
        candidate.reasons = [
            .dialect(taught.name),
            .matched(candidate.places.count, of: max(candidate.lookalikes, candidate.places.count)),
        ]
    }
}
