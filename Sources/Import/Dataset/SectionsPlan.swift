import Workflow

/// The tickets of a file whose headings open them, with labels and sections below.
struct SectionsPlan {
    var candidate = FormCandidate(form: .sections, dialect: Dialect())
    private var speaksAgainstTickets = false

    init(
        _ first: Survey, in bytes: Bytes, _ vocabulary: Vocabulary, _ lesson: Lesson? = nil,
        _ fileTitle: FileTitle? = nil
    ) {
        let (survey, headings) = SectionsPlan.headings(first, in: bytes, vocabulary, lesson, fileTitle)
        candidate.dialect = DialectLearner.learn(survey, headings, in: bytes)
        candidate.places.reserveCapacity(headings.found.count)
        var groups = GroupPath(survey, headings, in: bytes)
        for (position, found) in headings.found.enumerated() {
            let mark = survey.landmarks[found.landmark]
            let next = position + 1 < headings.found.count ? headings.found[position + 1].landmark : nil
            let end = next.map { survey.landmarks[$0].start } ?? bytes.count
            switch found.mark {
            case .ticket: add(mark, until: end, groups.path(of: found.landmark), in: bytes)
            case .group: groups.enter(from: found.landmark, to: next ?? survey.landmarks.count)
            case .summary: skip(mark, until: end, in: bytes)
            }
        }
        warnAboutHeadings(headings, survey, in: bytes)
        cutFooter(in: bytes)
        candidate.dialect.titlesOnlyCount = titlesOnlyCount(in: bytes)
        judge(headings, survey, in: bytes)
        // A file's own name is no ticket, and what stands beside it at its level is another part of the file.
        if let fileTitle, fileTitle.isBare, candidate.places.count > 1,
            candidate.places.first?.start == fileTitle.range.lowerBound
        {
            (speaksAgainstTickets, candidate.isDoubtful) = (true, true)
        }
        if let lesson {
            // The teacher speaks for it.
            candidate.evidence = max(candidate.evidence, 0.9)
            candidate.isDoubtful = speaksAgainstTickets
            candidate.reasons.insert(.borrowed(lesson.file), at: 0)
            candidate.dialect.ordinals = headings.ordinals.areNames ? headings.ordinals : lesson.ordinals
            candidate.dialect.form = lesson.form
            retitle(survey, headings, in: bytes)
        }
        candidate.closing = candidate.places.last.map { $0.body.upperBound..<bytes.count }
    }

    /// The headings of the tickets; lines in bold or titles under a label when the headings plainly are not theirs.
    private static func headings(
        _ survey: Survey, in bytes: Bytes, _ vocabulary: Vocabulary, _ lesson: Lesson?, _ fileTitle: FileTitle?
    ) -> (Survey, TicketHeadings) {
        var headings = TicketHeadings(survey, in: bytes, vocabulary, lesson, fileTitle)
        if fileTitle != nil, !headings.found.contains(where: { $0.mark == .ticket }) {
            // Labels stand at another level than the tickets.
            headings = TicketHeadings(survey, in: bytes, vocabulary, lesson, fileTitle, isForced: true)
        }
        let hasNone = headings.level == 0 && survey.landmarks.contains { $0.kind == .boldTitle }
        guard hasNone || headings.holdSeveralTicketsEach else { return (survey, headings) }
        for level in [Landmark.boldTitleLevel, Landmark.titleLabelLevel] {
            guard let other = survey.withTitles(of: level), !survey.hasLabelsAboveTitles(level) else { continue }
            let others = TicketHeadings(other, in: bytes, vocabulary)
            if others.level == Int(level), others.found.count > headings.found.count { return (other, others) }
        }
        return (survey, headings)
    }

    private mutating func add(_ mark: Landmark, until end: Int, _ groups: [Range<Int>], in bytes: Bytes) {
        guard let place = TicketPlace(mark, until: end, candidate.dialect, in: bytes) else { return }
        candidate.places.append(place)
        // Neighbours share theirs, as one array.
        let index = candidate.places.count - 1
        let isShared = index > 0 && candidate.places[index - 1].groups == groups
        candidate.places[index].groups = isShared ? candidate.places[index - 1].groups : groups
    }

    /// `*Report generated on 2024-03-01*` below a last rule is the file's.
    private mutating func cutFooter(in bytes: Bytes) {
        guard let last = candidate.places.indices.last,
            let start = FileFooter.start(in: candidate.places[last].body, bytes)
        else { return }
        candidate.places[last].body = candidate.places[last].body.lowerBound..<start
    }

    /// Titles are read with the habits that were borrowed.
    private mutating func retitle(_ survey: Survey, _ headings: TicketHeadings, in bytes: Bytes) {
        for index in candidate.places.indices {
            let start = candidate.places[index].start
            let found = survey.landmarks.partitioningIndex { $0.start >= start }
            guard found < survey.landmarks.count, survey.landmarks[found].start == start,
                var place = TicketPlace(
                    survey.landmarks[found], until: candidate.places[index].body.upperBound, candidate.dialect,
                    in: bytes)
            else { continue }
            place.groups = candidate.places[index].groups
            candidate.places[index] = place
        }
    }

    private mutating func skip(_ mark: Landmark, until end: Int, in bytes: Bytes) {
        let line = bytes.line(at: mark.start, limit: bytes.count)
        let name = Heading(line, in: bytes).map { bytes.text($0.text) } ?? ""
        candidate.warnings.append(DatasetWarning(line: Int(mark.line), code: .summarySkipped, detail: name))
    }

    private mutating func warnAboutHeadings(_ headings: TicketHeadings, _ survey: Survey, in bytes: Bytes) {
        let bodies = candidate.places.map(\.body)
        for index in headings.unmatched {
            let mark = survey.landmarks[index]
            guard bodies.hold(mark.start) else { continue }
            let line = bytes.line(at: mark.start, limit: bytes.count)
            let name = mark.title(in: line, bytes).map { bytes.text($0) } ?? ""
            candidate.warnings.append(DatasetWarning(line: Int(mark.line), code: .headingInsideTicket, detail: name))
        }
    }

    /// How much speaks for it: tickets with known labels or sections, of all; headings seen and matched.
    private mutating func judge(_ headings: TicketHeadings, _ survey: Survey, in bytes: Bytes) {
        let tickets = headings.found.filter { $0.mark == .ticket }
        var told: [SectionField: Int] = [:]
        var known = 0
        for (position, found) in headings.found.enumerated() where found.mark == .ticket {
            let end =
                position + 1 < headings.found.count ? headings.found[position + 1].landmark : survey.landmarks.count
            let fields = Set(
                survey.landmarks[(found.landmark + 1)..<max(end, found.landmark + 1)].compactMap { mark in
                    mark.isFenced || mark.field == .summary ? nil : mark.field
                })
            for field in fields { told[field, default: 0] += 1 }
            if !fields.isEmpty { known += 1 }
        }
        candidate.evidence = tickets.isEmpty ? 0 : Double(known) / Double(tickets.count)
        // Less than what items with boxes say.
        if headings.areNamed { candidate.evidence = max(candidate.evidence, 0.45) }
        if told.keys.allSatisfy({ $0 == .description || $0 == .answers }), headings.askSeveralTimesEach {
            candidate.evidence *= 0.4
        }
        candidate.lookalikes = headings.lookalikes
        // No file beside it knows better.
        speaksAgainstTickets =
            areParts(told, headings) || headings.mayNameGroups || tellsOfSeveral(headings, survey)
            || areGroups(in: bytes) || told.isEmpty && arePartsOfOne(in: bytes)
        candidate.isDoubtful =
            speaksAgainstTickets || isDoubtful(told, survey)
            || headings.holdSeveralTicketsEach && candidate.places.count <= 2
        candidate.reasons = [
            .matched(tickets.count, of: max(candidate.lookalikes, tickets.count)),
            .fields(told.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key.name)),
        ]
    }
}

extension SectionsPlan {
    /// One ticket, in which a label for an answer or a cause comes again and again.
    private func tellsOfSeveral(_ headings: TicketHeadings, _ survey: Survey) -> Bool {
        guard candidate.places.count == 1, let found = headings.found.first(where: { $0.mark == .ticket }) else {
            return false
        }
        return SectionsPlan.tellOfSeveral(survey.landmarks[(found.landmark + 1)...])
    }

    static func tellOfSeveral(_ landmarks: ArraySlice<Landmark>) -> Bool {
        let labels = landmarks.filter {
            $0.kind == .label && !$0.isFenced
                && ($0.field == .answers || $0.field == .causes || $0.field == .description)
        }
        // A title, or who asks, is told once of each.
        let heads = landmarks.filter {
            ($0.kind == .label || $0.kind == .plainLabel) && !$0.isFenced
                && ($0.field == .title || $0.field == .customer)
        }
        return Dictionary(labels.map { ($0.name, 1) }, uniquingKeysWith: +).values.contains { $0 >= 4 }
            || Dictionary(heads.map { ($0.name, 1) }, uniquingKeysWith: +).values.contains { $0 >= 3 }
    }

    /// What one of them tells no other does: together they tell of one matter.
    private func areParts(_ told: [SectionField: Int], _ headings: TicketHeadings) -> Bool {
        candidate.places.count >= 3 && !headings.areNamed && told.count >= 2 && told.values.allSatisfy { $0 == 1 }
    }

    /// All stand below one heading that tells a matter, as nothing but a sentence does.
    private func arePartsOfOne(in bytes: Bytes) -> Bool {
        guard candidate.places.count >= 2, let name = candidate.places[0].groups.last,
            candidate.places.allSatisfy({ $0.groups.last == name && $0.number == nil && $0.key == nil })
        else { return false }
        let text = bytes.text(name)
        let words = text.split(separator: " ").count
        return words >= 5 || text.unicodeScalars.count(where: \.isHan) >= 10
    }

    /// The file's own title as its only ticket, of which nearly nothing is known.
    private func isDoubtful(_ told: [SectionField: Int], _ survey: Survey) -> Bool {
        guard candidate.places.count == 1, let place = candidate.places.first, place.level == 1 else { return false }
        let isFirst = survey.landmarks.first.map { $0.start == place.start } ?? false
        return isFirst && !told.keys.contains(where: \.isLong) && told.count < 3
    }
}

extension TicketPlace {
    /// Behind its line, and the rule that underlines it.
    private static func start(_ mark: Landmark, _ line: TextLine, in bytes: Bytes) -> Int {
        guard mark.level == Landmark.boldTitleLevel, line.next < bytes.count else { return line.next }
        let next = bytes.line(at: line.next, limit: bytes.count)
        return RuleLine.isRule(next, in: bytes) ? next.next : line.next
    }

    /// Nil when the landmark's line holds no title after all.
    init?(_ mark: Landmark, until end: Int, _ dialect: Dialect, in bytes: Bytes) {
        let line = bytes.line(at: mark.start, limit: bytes.count)
        guard let heading = mark.title(in: line, bytes) else { return nil }
        let title = dialect.title(of: heading, in: bytes)
        let text = title.text
        let isOnlyOrdinal =
            text.isEmpty
            || text.lowerBound == heading.lowerBound && text.count <= 40
                && Ordinal.title(in: bytes, text).map { $0.end >= text.upperBound } ?? false
        // Values beside a number are no title: its first line is. A line that only counts is none either.
        let isNone = !title.values.isEmpty || mark.level == Landmark.boldTitleLevel && title.whole != nil
        let name = isNone ? text : Heading.withoutColon(heading, in: bytes)
        self.init(
            start: mark.start, line: Int(mark.line), title: text.isEmpty ? name : text, number: title.number,
            isOnlyOrdinal: isOnlyOrdinal, body: TicketPlace.start(mark, line, in: bytes)..<max(line.next, end))
        level = Int(mark.level)
        tell(key: title.key, status: title.status, time: title.time, values: title.values)
    }
}
