/// Finds questions with their answers: under the lowest headings that ask, in lines that begin with `Q:`, in lines in bold.
enum QuestionFinder {
    static func find(_ survey: Survey, in bytes: Bytes, from start: Int, _ vocabulary: Vocabulary) -> FormCandidate? {
        let candidates = [headings(survey, in: bytes, vocabulary), lines(survey, in: bytes, from: start, vocabulary)]
        return candidates.compactMap { $0 }.max { $0.places.count < $1.places.count }
    }

    // MARK: Headings

    private static func headings(_ survey: Survey, in bytes: Bytes, _ vocabulary: Vocabulary) -> FormCandidate? {
        let hidden = Examples(survey, in: bytes)
        let all = survey.landmarks.indices.filter {
            survey.landmarks[$0].kind == .heading && !hidden.landmarks[$0] && !survey.landmarks[$0].isFenced
        }
        guard let level = askingLevel(all.map { survey.landmarks[$0] }, bytes) else { return nil }
        var candidate = FormCandidate(form: .questions, dialect: Dialect())
        candidate.dialect.vocabulary = vocabulary
        candidate.dialect.hasCarriageReturns = survey.hasCarriageReturns
        candidate.dialect.listsAnswers = true
        candidate.dialect.asksInTitles = true
        var groups = HeadingPath(survey)
        for (position, index) in all.enumerated() {
            let mark = survey.landmarks[index]
            let line = bytes.line(at: mark.start, limit: bytes.count)
            guard let name = mark.title(in: line, bytes) else { continue }
            if Int(mark.level) < level {
                groups.enter(Int(mark.level), name)
                candidate.structure.append(line.start..<line.next)
            } else if Int(mark.level) == level, mark.field != .summary || Asking.asks(bytes.text(name)),
                !answers(mark, bytes)
            {
                let next = all[(position + 1)...].first {
                    Int(survey.landmarks[$0].level) <= level && !answers(survey.landmarks[$0], bytes)
                }
                let end = next.map { survey.landmarks[$0].start } ?? bytes.count
                // A heading with nothing below is a pointer, or the name of a group.
                guard bytes.skippingSpace(line.next..<max(line.next, end)) < end else { continue }
                candidate.places.append(place(mark, line, name, until: end, groups.names))
            }
        }
        learnTitles(&candidate, in: bytes)
        candidate.lookalikes = all.count { Int(survey.landmarks[$0].level) == level }
        candidate.reasons = [.matched(candidate.places.count, of: candidate.lookalikes)]
        return candidate.places.isEmpty ? nil : candidate
    }

    /// `#### A: it is`, at the level of the question above it.
    private static func answers(_ mark: Landmark, _ bytes: Bytes) -> Bool {
        let line = bytes.line(at: mark.start, limit: bytes.count)
        guard let title = mark.title(in: line, bytes), let colon = bytes.firstColon(in: title.prefix(8)) else {
            return false
        }
        return ["A", "答"].contains(bytes.text(bytes.trimmed(title.lowerBound..<colon)))
    }

    /// The level at which at least two headings ask, and most do.
    private static func askingLevel(_ headings: [Landmark], _ bytes: Bytes) -> Int? {
        var best: (level: Int, asking: Int)?
        for level in 1...6 {
            let here = headings.filter { Int($0.level) == level && $0.field != .summary }
            let asking = here.count { mark in
                let line = bytes.line(at: mark.start, limit: bytes.count)
                guard let title = mark.title(in: line, bytes) else { return false }
                let text = bytes.text(title)
                return Asking.asksPlainly(text)
                    || text.hasPrefix("Q") && text.dropFirst().first.map { ":：.1234567890 ".contains($0) } ?? false
            }
            guard asking >= 1, asking * 2 >= here.count, asking >= 2 || headings.count <= 3 && here.count == 1 else {
                continue
            }
            if asking >= best?.asking ?? 0 { best = (level, asking) }
        }
        return best?.level
    }

    private static func place(
        _ mark: Landmark, _ line: TextLine, _ name: Range<Int>, until end: Int, _ groups: [Range<Int>]
    ) -> TicketPlace {
        var place = TicketPlace(
            start: mark.start, line: Int(mark.line), title: name, number: nil, isOnlyOrdinal: false,
            body: line.next..<max(line.next, end))
        place.level = Int(mark.level)
        place.groups = groups
        return place
    }

    private static func learnTitles(_ candidate: inout FormCandidate, in bytes: Bytes) {
        for place in candidate.places {
            candidate.dialect.ordinals.see(Ordinal.title(in: bytes, place.title))
            candidate.dialect.form.see(place.title, in: bytes)
        }
        for index in candidate.places.indices {
            let parts = candidate.dialect.title(of: candidate.places[index].title, in: bytes)
            if !parts.text.isEmpty { candidate.places[index].title = parts.text }
            candidate.places[index].number = parts.number
            candidate.places[index].tell(key: parts.key, status: parts.status, values: parts.values)
        }
    }

    // MARK: Lines

    /// `Q: …` above `A: …`, plain, in bold, quoted or in a summary.
    private static func lines(
        _ survey: Survey, in bytes: Bytes, from start: Int, _ vocabulary: Vocabulary
    ) -> FormCandidate? {
        var candidate = FormCandidate(form: .questions, dialect: Dialect())
        candidate.dialect.vocabulary = vocabulary
        candidate.dialect.listsAnswers = true
        candidate.dialect.asksInTitles = true
        var walk = QuestionWalk(bytes: bytes, groups: HeadingPath(survey))
        walk.walk(from: start)
        if walk.places.isEmpty {
            let others = [QuestionWalk.Look.bold, .numbered, .summary].map { look in
                var walk = QuestionWalk(bytes: bytes, groups: HeadingPath(survey), look)
                walk.walk(from: start)
                return walk
            }
            guard let most = others.max(by: { $0.places.count < $1.places.count }), most.places.count >= 3 else {
                return nil
            }
            walk = most
        }
        guard walk.answers > 0, walk.places.count >= 1, walk.answers * 2 >= walk.places.count else { return nil }
        candidate.places = walk.places
        candidate.structure = walk.structure
        candidate.lookalikes = walk.places.count
        candidate.reasons = [.matched(walk.places.count, of: walk.places.count)]
        return candidate
    }
}

private struct QuestionWalk {
    /// How questions are told from answers: by a word, or by being in bold, numbered or a summary of details, and asking.
    enum Look { case word, bold, numbered, summary }

    let bytes: Bytes
    var places: [TicketPlace] = []
    var structure: [Range<Int>] = []
    var answers = 0
    private var groups: HeadingPath
    private var isOpen = false
    private var hasAnswer = false
    private let look: Look

    init(bytes: Bytes, groups: HeadingPath, _ look: Look = .word) {
        self.bytes = bytes
        self.groups = groups
        self.look = look
    }

    mutating func walk(from start: Int) {
        bytes.eachLine(from: start) { line, number in
            if bytes.skippingSpace(line.text) < line.end { see(line, number) }
        }
        close(at: bytes.count)
    }

    private mutating func see(_ line: TextLine, _ number: Int) {
        if Heading.mayBegin(line, in: bytes), let heading = Heading(line, in: bytes) {
            close(at: line.start)
            groups.enter(heading.level, heading.text)
            structure.append(line.start..<line.next)
        } else if let question = question(line) {
            close(at: line.start)
            var place = TicketPlace(
                start: line.start, line: number, title: question.text, number: question.number, isOnlyOrdinal: false,
                body: max(line.next, question.text.upperBound)..<max(line.next, question.text.upperBound))
            place.level = 0
            place.groups = groups.names
            places.append(place)
            (isOpen, hasAnswer) = (true, false)
        } else if look != .word {
            if look == .summary, isTag(line) {
                if bytes.first("</details>", in: line.text) != nil { close(at: line.start) }
                return structure.append(line.start..<line.next)
            }
            if isOpen, !hasAnswer { answers += 1 }
            hasAnswer = true
        } else if isOpen, !hasAnswer, let start = QuestionLine.answerStart(line, in: bytes),
            let index = places.indices.last
        {
            answers += 1
            hasAnswer = true
            // What stands between the two goes on with the question.
            if bytes.skippingSpace(places[index].body.lowerBound..<line.start) == line.start {
                places[index].body = start..<start
            }
        }
    }

    private func question(_ line: TextLine) -> (text: Range<Int>, number: Int?)? {
        switch look {
        case .word: QuestionLine.question(line, in: bytes)
        case .bold: QuestionLine.bold(line, in: bytes)
        case .numbered: QuestionLine.numbered(line, after: places.last?.number, in: bytes)
        case .summary: QuestionLine.summary(line, in: bytes)
        }
    }

    /// `<details>`, `</details>` and nothing else.
    private func isTag(_ line: TextLine) -> Bool {
        let text = bytes.trimmed(line.text)
        return bytes.has("<details", at: text.lowerBound, limit: text.upperBound)
            || bytes.has("</details>", at: text.lowerBound, limit: text.upperBound)
    }

    private mutating func close(at end: Int) {
        guard isOpen, let index = places.indices.last else { return }
        places[index].body = places[index].body.lowerBound..<max(places[index].body.lowerBound, end)
        isOpen = false
    }
}
