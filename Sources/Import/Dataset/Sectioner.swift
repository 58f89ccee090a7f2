/// Divides a ticket into its sections.
struct Sectioner {
    let bytes: Bytes
    let dialect: Dialect
    private let range: Range<Int>
    private let fences: ClosedFences
    private var sections: [Section] = []
    /// Labels still tell of the ticket as a whole; no section of text has begun.
    private var isInHeader = true
    /// A label whose text ends at the next blank line is open.
    private var endsAtBlank = false
    /// The label of the header that was read last, and where the line below it starts.
    private var lastLabel: (form: FieldLabel.Form, end: Int)?

    /// `range` begins behind the ticket's heading, whose line is `line`.
    static func sections(
        of range: Range<Int>, line: Int, in bytes: Bytes, _ dialect: Dialect, _ fences: ClosedFences
    ) -> [Section] {
        var sectioner = Sectioner(bytes: bytes, dialect: dialect, range: range, fences: fences)
        sectioner.walk(line: line)
        return sectioner.finished()
    }

    private init(bytes: Bytes, dialect: Dialect, range: Range<Int>, fences: ClosedFences) {
        self.bytes = bytes
        self.dialect = dialect
        self.range = range
        self.fences = fences
    }

    private mutating func walk(line number: Int) {
        sections.append(.preface(at: range.lowerBound, line: number + 1))
        var at = range.lowerBound
        var number = number
        while at < range.upperBound {
            let line = bytes.line(at: at, limit: range.upperBound)
            number += 1
            at = line.next
            if line.start == line.end {
                if endsAtBlank { endLabel(at: line.start, number) }
            } else if bytes[line.start] == 0x23 {
                open(headingOf: line, number)
            } else if !dialect.isEscaped || isInHeader {
                open(labelOf: line, number)
            }
        }
    }

    private mutating func open(headingOf line: TextLine, _ number: Int) {
        guard let heading = Heading(line, in: bytes), var section = opening(heading, line) else { return }
        section.line = number
        isInHeader = section.field == .container
        endsAtBlank = false
        sections.append(section)
    }

    private mutating func open(labelOf line: TextLine, _ number: Int) {
        guard dialect.mayLabel(bytes[line.start]), let label = FieldLabel(line, in: bytes),
            var section = opening(label, line)
        else { return }
        section.line = number
        let further = isInHeader ? furtherLabel(behind: label) : nil
        if let further { section.content = further.value }
        lastLabel = isInHeader ? (label.form, line.next) : nil
        let isLong = section.field?.isLong ?? false
        section.isOneLine =
            label.form == .row
            || section.field != nil && !isLong && (!label.value.isEmpty || section.field == .container)
        sections.append(section)
        if isLong, !section.isDoubtful { isInHeader = false }
        endsAtBlank = isInHeader && section.field == nil && !label.value.isEmpty && !section.isOneLine
        if let further, section.isOneLine {
            open(labelOf: TextLine(start: further.start, end: line.end, next: line.next), number)
        } else if section.isOneLine {
            sections.append(.preface(at: line.next, line: number + 1))
        }
    }

    /// Another label on the same line, `**分类**: A | **状态**: B`: where it starts, and the value before it.
    private func furtherLabel(behind label: FieldLabel) -> (value: Range<Int>, start: Int)? {
        guard label.form == .bold, let stars = bytes.first("**", in: label.value), stars > label.value.lowerBound,
            let mark = BoldMark(stars..<label.value.upperBound, longest: 64, in: bytes), mark.hasColon
        else { return nil }
        var end = stars
        while end > label.value.lowerBound, let width = dividerWidth(before: end) { end -= width }
        guard end < stars, end > label.value.lowerBound else { return nil }
        return (label.value.lowerBound..<end, stars)
    }

    /// A blank, a bar, a comma or a semicolon of either width.
    private func dividerWidth(before end: Int) -> Int? {
        switch bytes[end - 1] {
        case 0x20, 0x09, 0x7C, 0x2C, 0x3B, 0x2F: 1
        default:
            (["｜", "，", "；", "、", "\u{3000}"] as [StaticString]).contains { bytes.has($0, at: end - 3, limit: end) }
                ? 3 : nil
        }
    }

    private mutating func endLabel(at start: Int, _ number: Int) {
        endsAtBlank = false
        sections.append(.preface(at: start, line: number))
    }

    /// Gives every section its end, and takes back the doubtful ones which their ticket tells under a heading too.
    private func finished() -> [Section] {
        var told: UInt32 = 0
        for section in sections where !section.isDoubtful { told |= section.field?.bit ?? 0 }
        var kept: [Section] = []
        for section in sections where !section.isDoubtful || told & (section.field?.bit ?? 0) == 0 {
            end(&kept, at: section.start, isLast: false)
            kept.append(section)
        }
        end(&kept, at: range.upperBound, isLast: true)
        return kept
    }

    private func end(_ kept: inout [Section], at end: Int, isLast: Bool) {
        guard let last = kept.indices.last, !kept[last].isOneLine else { return }
        let content = bytes.trimmed(kept[last].content.lowerBound..<max(end, kept[last].content.lowerBound))
        let dropsRules = isLast || dialect.rulesDivideSections || kept[last].look == .preface
        kept[last].content = dropsRules ? withoutRules(content) : content
    }

    /// Rules at the end of a ticket divide it from the next one.
    private func withoutRules(_ content: Range<Int>) -> Range<Int> {
        var content = content
        while !content.isEmpty {
            var start = content.upperBound
            while start > content.lowerBound, bytes[start - 1] != 0x0A { start -= 1 }
            let line = TextLine(start: start, end: content.upperBound, next: content.upperBound)
            guard RuleLine.isRule(line, in: bytes) else { break }
            content = bytes.trimmed(content.lowerBound..<start)
        }
        return content
    }
}

// What a heading or a label opens.
extension Sectioner {
    private func opening(_ heading: Heading, _ line: TextLine) -> Section? {
        if dialect.isEscaped { return ownOpening(heading, line) }
        let (meaning, key) = Vocabulary.meaning(of: heading.text, in: bytes)
        let isSectionLevel = dialect.isSectionLevel(heading.level)
        var section = Section(
            field: nil, look: .heading, name: heading.text, start: line.start, line: 0, content: line.next..<line.next)
        if sections.last?.field == .conversation, Speaker.role(of: heading.text, in: bytes) != nil { return nil }
        if let meaning, meaning.field != .summary {
            guard heading.level > dialect.ticketLevel || isSectionLevel else { return nil }
            section.field = resolved(meaning, key)
            return section
        }
        let recurs = heading.level > dialect.ticketLevel && dialect.recurring.contains(key.short)
        guard isSectionLevel || recurs, !fences.hold(line.start) else { return nil }
        return guessed(section)
    }

    /// Our own files: sections stand at level 3 and nowhere else; a name that begins with a backslash is an extra one.
    private func ownOpening(_ heading: Heading, _ line: TextLine) -> Section? {
        guard heading.level == 3 else { return nil }
        let field = Vocabulary.meaning(of: heading.text, in: bytes).meaning?.field
        return Section(
            field: bytes[heading.text.lowerBound] == 0x5C ? nil : field, look: .heading, name: heading.text,
            start: line.start, line: 0, content: line.next..<line.next)
    }

    private func opening(_ label: FieldLabel, _ line: TextLine) -> Section? {
        if dialect.isEscaped, bytes.says(Escape.statusName, at: label.name) {
            return Section(
                field: .statusName, look: .label, name: label.name, start: line.start, line: 0, content: label.value)
        }
        if label.form == .plain, dialect.recurringPlain.isEmpty { return nil }
        let (meaning, key) = Vocabulary.meaning(of: label.name, in: bytes)
        let known = meaning?.field == .summary ? nil : meaning
        if isSpoken(key, known) { return nil }
        let field = known.flatMap { resolved($0, key) }
        guard let isDoubtful = isDoubtful(label, known, field, key) else { return nil }
        let isDivider = label.form == .row && known == nil && FieldLabel.isTableDivider(label.name, in: bytes)
        let section = Section(
            field: isDivider ? .container : field, look: .label, name: label.name, start: line.start, line: 0,
            content: label.value.isEmpty ? line.next..<line.next : label.value, isDoubtful: isDoubtful)
        return known == nil && !isDivider ? guessed(section) : section
    }

    /// A speaker's label belongs to the conversation it stands in.
    private func isSpoken(_ key: NameKey, _ known: Vocabulary.Meaning?) -> Bool {
        guard Speaker.isSpeaker(key) else { return false }
        guard known != nil, let open = sections.last else { return true }
        return open.field == .conversation || open.look == .heading && open.field == .answers
    }

    /// Nil when the label is text; otherwise whether it opens a section only for want of a heading.
    private func isDoubtful(_ label: FieldLabel, _ known: Vocabulary.Meaning?, _ field: SectionField?, _ key: NameKey)
        -> Bool?
    {
        switch label.form {
        case .row: return isInHeader ? false : nil
        case .plain:
            if followsAlike(label) { return false }
            guard known != nil, dialect.recurringPlain.contains(key.short) else { return nil }
            return isInHeader || !dialect.hasSectionHeadings && !label.isMarked ? false : nil
        case .bold, .bracket: break
        }
        let recurs = dialect.recurring.contains(key.short)
        if isInHeader { return known != nil || label.hasColon || recurs || followsAlike(label) ? false : nil }
        if let open = sections.last, open.look == .heading {
            if open.field == .causes, known == nil || field == nil || field == .category { return nil }
            if open.field == field { return nil }
        }
        guard let known else { return recurs && !label.isMarked && !dialect.hasSectionHeadings ? false : nil }
        if recurs { return !dialect.hasSectionHeadings ? false : label.isMarked ? nil : field != nil }
        guard !label.isMarked, !known.isWeak else { return nil }
        guard dialect.hasSectionHeadings else { return false }
        // In a message such a line is more likely somebody's emphasis.
        return known.field.isLong && sections.last?.field != .conversation ? true : nil
    }

    /// In a header, the line below a label that looks the same is a label too, whatever its name.
    private func followsAlike(_ label: FieldLabel) -> Bool {
        guard isInHeader, let lastLabel, lastLabel.form == label.form, label.name.count <= 30 else { return false }
        return lastLabel.end + (label.form == .bracket ? 3 : 0) == label.name.lowerBound
    }

    private func resolved(_ meaning: Vocabulary.Meaning, _ key: NameKey) -> SectionField? {
        guard meaning.isWeak else { return meaning.field }
        return dialect.promoted[meaning.field] == key.short ? meaning.field : nil
    }

    /// An unknown name may say enough by a keyword, unless the file has a proper name for that field.
    private func guessed(_ section: Section) -> Section {
        var section = section
        guard let name = section.name, let guess = Vocabulary.guess(name, in: bytes) else { return section }
        guard dialect.strongFields & guess.bit == 0, dialect.promoted[guess] == nil else { return section }
        section.field = guess
        section.isGuess = true
        return section
    }
}
