/// Walks over a file once and keeps the lines that may be structure. Linear in the file's length.
struct Surveyor {
    private let bytes: Bytes
    private let vocabulary: Vocabulary
    private var survey = Survey()
    /// The landmark whose follower is still to come.
    private var waiting: Int?
    private var isAfterRule = false
    private var fence: Fence?
    private var open = FencedLines(landmarks: 0..<0, bytes: 0..<0)
    /// Somebody has spoken since the last landmark.
    private var hasTalk = false
    /// Where a heading stands, no other line heads a ticket.
    private var hasHeading = false
    private var lastLine = 0

    private init(_ bytes: Bytes, _ vocabulary: Vocabulary) {
        self.bytes = bytes
        self.vocabulary = vocabulary
    }

    static func survey(_ bytes: Bytes, from start: Int, _ vocabulary: Vocabulary = .standard) -> Survey {
        var surveyor = Surveyor(bytes, vocabulary)
        surveyor.walk(from: start)
        return surveyor.survey
    }

    private mutating func walk(from start: Int) {
        var at = start
        var number = 0
        while at < bytes.count {
            let line = bytes.line(at: at, limit: bytes.count)
            number += 1
            if line.next - line.end == 2 { survey.hasCarriageReturns = true }
            if line.start < line.end {
                let count = survey.nonBlankCount
                see(line, number: number)
                if survey.nonBlankCount > count { lastLine = number }
            }
            at = line.next
        }
        survey.lineCount = number
        survey.endsInTalk = hasTalk
    }

    private mutating func see(_ line: TextLine, number: Int) {
        let first = bytes[line.start]
        if first.isSpace, bytes.skippingSpace(line.text) == line.end { return }
        survey.nonBlankCount += 1
        if Heading.mayBegin(line, in: bytes), let heading = Heading(line, in: bytes) {
            hasHeading = true
            see(heading, line, number)
        } else if RuleLine.isRule(line, in: bytes) {
            if !isUnderHead(number) { follow(.rule, nil) }
            survey.rules += 1
            isAfterRule = true
            return
        } else if let mark = Fence(line, in: bytes) {
            follow(.text, nil)
            see(mark, line)
        } else if !hasHeading, fence == nil,
            let head = PlainHead(
                line, isAfterRule: isAfterRule,
                isAfterBlank: lastLine < number - 1 || lastLine == 0 || isAfterRule || isUnderHead(number), in: bytes)
        {
            follow(.heading, nil)
            add(
                Landmark(
                    start: line.start, line: UInt32(truncatingIfNeeded: number),
                    name: vocabulary.meaning(of: head.text, in: bytes).key.short, kind: .boldTitle, level: 0,
                    field: nil,
                    isWeak: false, isAfterRule: isAfterRule))
        } else if let label = FieldLabel(line, in: bytes) {
            see(label, line, number)
        } else {
            followText(line)
        }
        isAfterRule = false
    }

    /// The rule below a title that stands between two.
    private func isUnderHead(_ number: Int) -> Bool {
        waiting.map { survey.landmarks[$0].kind == .boldTitle && Int(survey.landmarks[$0].line) == number - 1 } ?? false
    }

    private mutating func see(_ heading: Heading, _ line: TextLine, _ number: Int) {
        let (meaning, key) = vocabulary.meaning(of: heading.text, in: bytes)
        let isSection = meaning.map { $0.field != .summary } ?? false
        if isSection, isAfterRule { survey.rulesBeforeSections += 1 }
        follow(isSection ? .section : .heading, meaning?.field)
        add(
            Landmark(
                start: line.start, line: UInt32(truncatingIfNeeded: number), name: key.short,
                kind: .heading, level: UInt8(heading.level), field: meaning?.field, isWeak: meaning?.isWeak ?? false,
                isAfterRule: isAfterRule))
    }

    private mutating func see(_ label: FieldLabel, _ line: TextLine, _ number: Int) {
        if PairLabel.stands(label, line, in: bytes) { return followText(line) }
        let (meaning, key) = vocabulary.meaning(of: label.name, in: bytes)
        let field = meaning?.field == .summary ? nil : meaning?.field
        let isUnnamed = label.form == .bracket && label.value.isEmpty || label.form == .bold && label.hasColon
        let mayBeUnknown = isUnnamed && !label.isMarked
        guard field != nil || mayBeUnknown, field == nil || label.hasColon || label.form != .plain,
            field != nil || !Speaker.isSpeaker(key)
        else {
            seeText(line, label, key, number)
            return
        }
        follow(field == nil ? .unknownLabel : .label, field)
        add(
            Landmark(
                start: line.start, line: UInt32(truncatingIfNeeded: number), name: key.short,
                kind: label.form == .plain ? .plainLabel : .label, level: 0, field: field,
                isWeak: meaning?.isWeak ?? false, isAfterRule: isAfterRule),
            isWaiting: label.value.isEmpty || field == .title)
    }

    private mutating func seeText(_ line: TextLine, _ label: FieldLabel, _ key: NameKey, _ number: Int) {
        if Speaker.isSpeaker(key) {
            hasTalk = true
            // Among the labels of a header it names somebody; the next line says whether it stands there.
            if !label.value.isEmpty, label.value.count <= PersonInHeader.longest { return }
        }
        followText(line)
        // `**1. 标题**` may be all the heading a ticket has.
        guard label.form == .bold, !label.isMarked, !label.hasColon, Ordinal.title(in: bytes, label.name) != nil
        else { return }
        add(
            Landmark(
                start: line.start, line: UInt32(truncatingIfNeeded: number), name: key.short, kind: .boldTitle,
                level: 0,
                field: nil, isWeak: false, isAfterRule: isAfterRule))
    }

    private mutating func add(_ landmark: Landmark, isWaiting: Bool = true) {
        var landmark = landmark
        if hasTalk { landmark.markAfterTalk() }
        hasTalk = false
        survey.landmarks.append(landmark)
        if isWaiting { waiting = survey.landmarks.count - 1 }
    }

    private mutating func followText(_ line: TextLine) {
        if waiting != nil { follow(ListMark(line, in: bytes) == nil ? .text : .list, nil) }
    }

    private mutating func follow(_ follower: Landmark.Follower, _ field: SectionField?) {
        guard let index = waiting else { return }
        survey.landmarks[index].follower = follower
        survey.landmarks[index].followerField = field
        waiting = nil
    }

    /// Landmarks inside a closed fence are marked; each is looked at once. A fence that only opens, and is no part of a longer
    /// one, says that the one before it was never closed.
    private mutating func see(_ mark: Fence, _ line: TextLine) {
        if let before = fence, mark.closes(before) {
            open.landmarks = open.landmarks.lowerBound..<survey.landmarks.count
            open.bytes = open.bytes.lowerBound..<line.next
            for index in open.landmarks { survey.landmarks[index].markFenced() }
            if !open.landmarks.isEmpty { survey.fences.append(open) }
            fence = nil
        } else if fence.map({ mark.opensAnew($0) }) ?? true {
            fence = mark
            let next = survey.landmarks.count
            open = FencedLines(landmarks: next..<next, bytes: line.start..<line.next)
        }
    }
}
