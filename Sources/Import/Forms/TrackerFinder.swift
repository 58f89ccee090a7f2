import Workflow

/// Finds tickets in what an issue tracker wrote: headings with comments below, each under a line with its author and time.
enum TrackerFinder {
    static func find(_ survey: Survey, in bytes: Bytes, from start: Int, _ vocabulary: Vocabulary) -> FormCandidate? {
        // Only few files hold such lines; a word that all of them have is looked for first.
        guard mayHoldComments(bytes, from: start) else { return nil }
        let heads = heads(in: bytes, from: start)
        guard let opener = heads.first(where: { $0.head.kind == .opened }) else { return nil }
        // One line with a name and a time may stand in any text; a tracker marks it.
        guard heads.count > 1 || [0x23, 0x5F, 0x2A, 0x5B, 0x3C].contains(bytes[opener.line.start]) else { return nil }
        let commentLines = heads.map { $0.line.start..<$0.line.next }
        let headings = survey.landmarks.filter {
            $0.kind == .heading && !$0.isFenced && !commentLines.hold($0.start)
        }
        guard let level = headings.map(\.level).min() else { return nil }
        let openers = headings.filter { $0.level == level }
        var candidate = FormCandidate(form: .tracker, dialect: Dialect())
        candidate.dialect.vocabulary = vocabulary
        for (position, mark) in openers.enumerated() {
            let end = position + 1 < openers.count ? openers[position + 1].start : bytes.count
            guard commentLines.first(overlapping: mark.start..<end) != nil else { continue }
            candidate.places.append(place(mark, until: end, in: bytes))
        }
        guard !candidate.places.isEmpty else { return nil }
        candidate.shape = .tracker
        candidate.lookalikes = openers.count
        candidate.reasons = [.matched(candidate.places.count, of: openers.count), .turns(heads.count)]
        return candidate
    }

    private static func mayHoldComments(_ bytes: Bytes, from start: Int) -> Bool {
        (["opened", " by ", "Comment", "commented", "创建", "评论", " · "] as [StaticString]).contains {
            bytes.first($0, in: start..<bytes.count) != nil
        }
    }

    static func heads(in bytes: Bytes, from start: Int, to end: Int? = nil) -> [(line: TextLine, head: CommentHead)] {
        var heads: [(line: TextLine, head: CommentHead)] = []
        bytes.eachLineOutsideFences(from: start, to: end) { line, _ in
            if line.start < line.end, let head = CommentHead(line, in: bytes) { heads.append((line, head)) }
        }
        return heads
    }

    private static func place(_ mark: Landmark, until end: Int, in bytes: Bytes) -> TicketPlace {
        let line = bytes.line(at: mark.start, limit: bytes.count)
        let title = mark.title(in: line, bytes) ?? line.text
        let parts = TrackerTitle(bytes.text(title))
        var place = TicketPlace(
            start: mark.start, line: Int(mark.line), title: title, number: parts.number, isOnlyOrdinal: false,
            body: line.next..<max(line.next, end))
        place.level = Int(mark.level)
        place.tell(status: parts.status)
        return place
    }
}

/// `[\#3 Issue](…) `open`: Upload stops`, `Upload stops (#3)`, `#3 Upload stops`.
struct TrackerTitle {
    private(set) var title = ""
    private(set) var number: Int?
    private(set) var status: Status?

    init(_ text: String) {
        var words = Substring(PlainWords.of(text)).trimmingBlanks
        takeNumber(&words)
        for kind in ["Issue", "PR", "Pull Request", "MR", "Merge Request"] where number != nil && words.hasPrefix(kind)
        {
            words = words.dropFirst(kind.count).trimmingBlanks
        }
        // The state stands before a colon.
        if let colon = words.firstIndex(of: ":"), let status = StatusWords.status(ofName: String(words[..<colon])) {
            self.status = status
            words = words[words.index(after: colon)...].trimmingBlanks
        }
        words = words.trimming(":-–— ")
        title = String(words)
    }

    private mutating func takeNumber(_ words: inout Substring) {
        if words.first == "#", let number = Int(words.dropFirst().prefix { $0.isNumber }) {
            self.number = number
            words = words.dropFirst().drop { $0.isNumber }.trimmingBlanks
        } else if words.last == ")", let open = words.lastIndex(of: "("), words[open...].dropFirst().first == "#",
            let number = Int(words[open...].dropFirst(2).dropLast())
        {
            self.number = number
            words = words[..<open].trimmingBlanks
        }
    }
}

/// Makes a draft of a tracker's ticket: who opened it is the customer, others answer.
enum TrackerReader {
    static func read(_ place: TicketPlace, _ dialect: Dialect, in bytes: Bytes) -> ReadDraft {
        let text = Text(bytes: bytes, dialect: dialect)
        let fences = ClosedFences(in: bytes, place.body)
        var reader = DraftReader(title: TrackerTitle(bytes.text(place.title)).title, text, fences)
        let heads = TrackerFinder.heads(in: bytes, from: place.body.lowerBound, to: place.body.upperBound)
        let headerEnd = heads.first?.line.start ?? place.body.upperBound
        let header = Sectioner.sections(
            of: place.body.lowerBound..<headerEnd, line: place.line, level: place.level, in: bytes, dialect, fences)
        reader.readTracker(header.filter { !$0.content.isEmpty }, heads, until: place.body.upperBound)
        reader.finishLabels(of: place)
        return ReadDraft(reader, bytes: bytes, from: place)
    }
}

extension DraftReader {
    mutating func readTracker(_ header: [Section], _ heads: [(line: TextLine, head: CommentHead)], until end: Int) {
        for section in header where section.look == .label || section.field?.isHeader ?? false { readLabel(section) }
        for section in header where section.look != .label && !(section.field?.isHeader ?? false) {
            keepText(of: section)
        }
        let opener = heads.first { $0.head.kind == .opened }?.head ?? heads.first?.head
        draft.values.customer = draft.values.customer ?? opener?.name
        draft.values.createdAt = draft.values.createdAt ?? opener?.time
        for (index, (line, head)) in heads.enumerated() {
            let next = index + 1 < heads.count ? heads[index + 1].line.start : end
            let body = withoutFooter(
                bytes.withoutRules(bytes.trimmed(line.next..<max(line.next, next)), headings: true))
            let words = text.string(body)
            let role: Role = head.name == opener?.name ? .customer : .agent
            switch head.kind {
            case .opened, .commented:
                guard !words.isEmpty else { continue }
                draft.turns.append(Turn(role: role, body: words, at: head.time, author: head.name))
                if draft.description == nil, role == .customer { draft.description = words }
            case .closed, .event:
                if head.kind == .closed { draft.values.closedAt = head.time }
                let told = [head.words, words].filter { !$0.isEmpty }.joined(separator: "\n\n")
                draft.notes.append(Turn(role: .agent, body: told, at: head.time, author: head.name))
            }
        }
    }

    /// What the exporting program says of itself below the last comment.
    private func withoutFooter(_ body: Range<Int>) -> Range<Int> {
        let last = max(bytes.lineStart(before: body.upperBound), body.lowerBound)
        guard bytes.has("[Export of Github issue", at: last, limit: body.upperBound) else { return body }
        return bytes.withoutRules(bytes.trimmed(body.lowerBound..<last))
    }

    private mutating func keepText(of section: Section) {
        let words = text.string(bytes.withoutRules(section.content, headings: true))
        guard !words.isEmpty else { return }
        keep(words, as: name(of: section))
    }
}
