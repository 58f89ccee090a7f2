import Workflow

/// Finds the one ticket that a whole file is: below a block of keys and values, or below its only title.
enum FileFinder {
    /// Keys that only tickets have.
    private static let keys: Set<String> = [
        "status", "state", "priority", "severity", "assignee", "assignees", "reporter", "resolved", "resolvedwhen",
        "resolvedon", "closed",
        "closedat", "ticket", "issue", "requester", "customer", "labels", "milestone", "状态", "优先级", "负责人", "处理人",
    ]

    static func areTicketKeys(_ front: FrontMatter) -> Bool {
        front.entries.contains { keys.contains(FrontMatter.folded($0.key)) }
    }

    static func find(
        _ survey: Survey, _ front: FrontMatter?, in bytes: Bytes, from start: Int, _ vocabulary: Vocabulary
    ) -> FormCandidate? {
        if let front {
            return areTicketKeys(front) ? candidate(survey, front, in: bytes, from: front.end, vocabulary) : nil
        }
        return titled(survey, in: bytes, from: start, vocabulary)
    }

    // MARK: Front matter

    private static func candidate(
        _ survey: Survey, _ front: FrontMatter, in bytes: Bytes, from start: Int, _ vocabulary: Vocabulary
    ) -> FormCandidate {
        var place = TicketPlace(
            start: 0, line: 1, title: start..<start, number: nil, isOnlyOrdinal: true, body: start..<bytes.count)
        place.level = 0
        let first = survey.landmarks.first { $0.start >= start && $0.kind == .heading }
        // A title of its own at the top of the text says what the block says.
        if let first, first.level == 1, bytes.skippingSpace(start..<first.start) == first.start {
            let line = bytes.line(at: first.start, limit: bytes.count)
            place.title = first.title(in: line, bytes) ?? place.title
            place.body = line.next..<bytes.count
            place.level = 1
        }
        var candidate = FormCandidate(
            form: .file, dialect: dialect(survey, below: place, vocabulary), places: [place], shape: .file(front))
        candidate.lookalikes = 1
        candidate.reasons = [.frontMatter(front.entries.map(\.key))]
        return candidate
    }

    private static func dialect(_ survey: Survey, below place: TicketPlace, _ vocabulary: Vocabulary) -> Dialect {
        let hidden = Examples(survey, landmarks: survey.landmarks.count)
        let inside = survey.landmarks.indices.filter { survey.landmarks[$0].start >= place.body.lowerBound }
        let from = inside.first ?? survey.landmarks.count
        var dialect = DialectLearner.learn(
            survey, ranges: [(from..<survey.landmarks.count, place.level)], hidden)
        dialect.vocabulary = vocabulary
        dialect.tellsOfOneMatter = true
        dialect.hasCarriageReturns = survey.hasCarriageReturns
        dialect.isSingle = true
        // Its highest headings are sections, known or not.
        let top = inside.filter { survey.landmarks[$0].kind == .heading && !survey.landmarks[$0].isFenced }
            .map { Int(survey.landmarks[$0].level) }.min()
        if let top { dialect.sectionDepths |= Dialect.depth(top, below: place.level) }
        return dialect
    }

    // MARK: A title

    private static func titled(
        _ survey: Survey, in bytes: Bytes, from start: Int, _ vocabulary: Vocabulary
    ) -> FormCandidate? {
        let headings = survey.landmarks.indices.filter {
            survey.landmarks[$0].kind == .heading && !survey.landmarks[$0].isFenced
        }
        guard let first = headings.first else { return nil }
        let title = survey.landmarks[first]
        guard headings.dropFirst().allSatisfy({ survey.landmarks[$0].level > title.level }) else { return nil }
        let below = headings.dropFirst().map { survey.landmarks[$0] }
        let top = below.map(\.level).min()
        let sections = below.filter { $0.level == top && ($0.field?.isLong ?? false) }
        // What comes twice is told of several tickets.
        guard Set(sections.map(\.name)).count == sections.count,
            !SectionsPlan.tellOfSeveral(survey.landmarks[(first + 1)...])
        else { return nil }
        let end = headings.dropFirst().first ?? survey.landmarks.count
        let header = survey.landmarks[(first + 1)..<max(end, first + 1)].filter {
            $0.kind != .heading && $0.field?.isHeader ?? false
        }
        let evidence = sections.count + Set(header.map(\.name)).count
        let told = Set(header.compactMap(\.field))
        let isShort = told.contains(.status) && told.count >= 2 && !holdsTable(bytes, from: start)
        let line = bytes.line(at: title.start, limit: bytes.count)
        guard let text = title.title(in: line, bytes) else { return nil }
        let named = OneTicketTitle(text, in: bytes)
        let isNamed =
            named != nil && !below.isEmpty && !holdsTable(bytes, from: start)
            && below.count { namesTicket($0, in: bytes) } < 2
        guard !sections.isEmpty || Set(header.map(\.name)).count >= 3 || isShort || isNamed else { return nil }
        guard evidence >= 2 || below.count <= 4 || isNamed else { return nil }
        var place = TicketPlace(
            start: title.start, line: Int(title.line), title: text, number: nil, isOnlyOrdinal: false,
            body: line.next..<bytes.count)
        place.level = Int(title.level)
        // `# Bug report` above `## The gate sticks`, which is alone at its level.
        let highest = below.filter { $0.level == top }
        if let named, named.isBare, highest.count == 1, let only = highest.first, only.field == nil {
            let line = bytes.line(at: only.start, limit: bytes.count)
            if bytes.skippingSpace(place.body.lowerBound..<only.start) == only.start,
                let name = only.title(in: line, bytes)
            {
                (place.title, place.body) = (name, line.next..<bytes.count)
                place.level = Int(only.level)
            }
        }
        var candidate = FormCandidate(form: .file, dialect: dialect(survey, below: place, vocabulary))
        learnTitle(&place, &candidate.dialect, in: bytes)
        candidate.places = [place]
        candidate.lookalikes = 1
        candidate.evidence = min(1, 0.7 + Double(evidence) / 10)
        candidate.reasons = [
            .matched(1, of: 1), .fields(sections.compactMap { $0.field?.name } + header.compactMap { $0.field?.name }),
        ]
        return candidate
    }

    private static func namesTicket(_ mark: Landmark, in bytes: Bytes) -> Bool {
        let line = bytes.line(at: mark.start, limit: bytes.count)
        return mark.title(in: line, bytes).map { title in
            Ordinal.title(in: bytes, TitleForm.plain(title, in: bytes))?.style.isTicketName ?? false
        } ?? false
    }

    /// Its rows may be tickets of their own.
    private static func holdsTable(_ bytes: Bytes, from start: Int) -> Bool {
        var found = false
        var previous: TextLine?
        bytes.eachLine(from: start) { line, _ in
            if !found, let head = previous, PipeRow.isDivider(line, in: bytes) {
                let names = PipeRow.cells(of: head.text, in: bytes).map { String(decoding: $0, as: UTF8.self) }
                found = names.count > 2 && RowTable(names, .pipes, .standard).likelihood >= 0.8
            }
            previous = line
        }
        return found
    }

    private static func learnTitle(_ place: inout TicketPlace, _ dialect: inout Dialect, in bytes: Bytes) {
        dialect.boldTitles = BoldMark(place.title, longest: place.title.count, in: bytes)?.rest.isEmpty ?? false
        let text = dialect.boldTitles ? BoldMark(place.title, longest: place.title.count, in: bytes)?.name : nil
        dialect.ordinals.see(Ordinal.title(in: bytes, TitleForm.plain(text ?? place.title, in: bytes)))
        dialect.datedTitles = Dialect.leadingDay(TitleForm.plain(place.title, in: bytes), in: bytes) != nil
        let parts = dialect.title(of: place.title, in: bytes)
        if !parts.text.isEmpty { place.title = parts.text }
        place.number = parts.number
        place.tell(key: parts.key, status: parts.status, time: parts.time, values: parts.values)
    }
}

/// Makes a draft of a file with a block of keys and values at its top.
enum FrontMatterReader {
    static func read(_ place: TicketPlace, _ front: FrontMatter, _ dialect: Dialect, in bytes: Bytes) -> ReadDraft {
        let text = Text(bytes: bytes, dialect: dialect)
        let fences = ClosedFences(in: bytes, place.body)
        var reader = DraftReader(title: front["title", "标题", "subject", "summary"] ?? "", text, fences)
        reader.readFront(front)
        let sections = Sectioner.sections(
            of: place.body, line: place.line + bytes[place.start..<place.body.lowerBound].count { $0 == 0x0A } - 1,
            level: place.level, in: bytes, dialect, fences)
        reader.read(sections, of: place)
        if reader.draft.title.isEmpty {
            reader.draft.title =
                place.title.isEmpty ? TicketTitle.firstLine(of: text.string(place.body)) : text.string(place.title)
        }
        if reader.draft.title.isEmpty { reader.draft.title = reader.draft.values.reference ?? "?" }
        return ReadDraft(reader, bytes: bytes, from: place)
    }
}

extension DraftReader {
    mutating func readFront(_ front: FrontMatter) {
        for entry in front.entries where !["title", "标题", "subject", "summary"].contains(FrontMatter.folded(entry.key))
        {
            readEntry(entry)
        }
    }

    private mutating func readEntry(_ entry: FrontMatter.Entry) {
        guard let first = entry.values.first else { return }
        let whole = entry.values.joined(separator: entry.values.count > 1 ? ", " : "")
        let isAnswer = ["yes", "true", "no", "false", "是", "否"].contains(first.lowercased())
        if FrontMatter.folded(entry.key) == "resolved", isAnswer {
            let isDone = ["yes", "true", "是"].contains(first.lowercased())
            if draft.status == nil {
                (draft.status, draft.statusText) = (isDone ? .resolved : .open, "\(entry.key): \(first)")
            }
            return
        }
        let names: [String: SectionField] = [
            "resolvedwhen": .closed, "resolvedon": .closed, "date": .created, "labels": .tags, "affected": .tags,
        ]
        var key = entry.key
        let field =
            names[FrontMatter.folded(entry.key)]
            ?? key.withUTF8 { buffer in
                let bytes = Bytes(rebasing: buffer[...])
                return ColumnNames.meaning(of: 0..<bytes.count, in: bytes, text.dialect.vocabulary)?.field
            }
        if !takeEntry(whole, first, field) { keep(entry.values.joined(separator: "\n"), as: entry.key) }
    }

    private mutating func takeEntry(_ whole: String, _ first: String, _ field: SectionField?) -> Bool {
        switch field {
        case .status:
            guard draft.statusText == nil else { return false }
            (draft.statusText, draft.status) = (first, StatusWords.status(of: first))
            return true
        case .category, .firstCategory:
            guard frontCategory.isEmpty else { return false }
            var words = whole
            frontCategory = words.withUTF8 { buffer in
                let bytes = Bytes(rebasing: buffer[...])
                return CategoryPath.levels(of: 0..<bytes.count, Text(bytes: bytes, dialect: text.dialect))
            }
            return true
        case .description:
            guard draft.description == nil else { return false }
            draft.description = whole
            return true
        case .reference, .priority, .created, .closed: return take(first, field)
        case .assignee, .customer, .tags: return take(whole, field)
        default: return false
        }
    }
}
