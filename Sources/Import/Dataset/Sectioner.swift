import Workflow

/// Divides a ticket into its sections.
struct Sectioner {
    let bytes: Bytes
    let dialect: Dialect
    let range: Range<Int>
    let fences: ClosedFences
    let ticketLevel: Int
    /// The level of the heading over the entries of a log, while one is open.
    private var logLevel: Int?
    /// The level of the heading over what is proposed, while one is open: steps below it answer nothing.
    private var proposalLevel: Int?
    var sections: [Section] = []
    /// Labels still tell of the ticket as a whole; no section of text has begun.
    var isInHeader = true
    /// A label whose text ends at the next blank line is open.
    private var endsAtBlank = false
    /// The last label of a run that began in the header, and where the line below it, and what is indented there, ends.
    var lastLabel: (form: FieldLabel.Form, isMarked: Bool, end: Int)?

    /// `range` begins behind the ticket's heading, whose line is `line`, at a level from 1 to 8; 0 where it has none.
    static func sections(
        of range: Range<Int>, line: Int, level: Int, in bytes: Bytes, _ dialect: Dialect, _ fences: ClosedFences
    ) -> [Section] {
        var sectioner = Sectioner(bytes: bytes, dialect: dialect, range: range, fences: fences, level: level)
        sectioner.walk(line: line)
        return sectioner.finished()
    }

    private init(bytes: Bytes, dialect: Dialect, range: Range<Int>, fences: ClosedFences, level: Int) {
        self.bytes = bytes
        self.dialect = dialect
        self.range = range
        self.fences = fences
        ticketLevel = level
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
            } else if dialect.isExample(line.start) {
                continue
            } else if !dialect.taughtSections.isEmpty, let field = taughtField(of: line) {
                openTaught(field, line, number)
            } else if Heading.mayBegin(line, in: bytes), let heading = Heading(line, in: bytes) {
                open(heading, line, number)
            } else if goesOn(line) {
                lastLabel?.end = line.next
            } else if !dialect.isEscaped || isInHeader {
                if endsItem(line) { endLabel(at: line.start, number) }
                open(labelOf: line, number)
            }
        }
    }

    /// `Proposed solution`, 建议方案: what may be done.
    private func proposes(_ name: Range<Int>) -> Bool {
        guard name.count <= 60 else { return false }
        let words = folded(bytes.text(name)).split { !$0.isLetter }
        return words.contains(where: Sectioner.proposals.contains)
            || (["建议", "计划"] as [StaticString]).contains { bytes.first($0, in: name) != nil }
    }

    private static let proposals: Set<Substring> = [
        "proposed", "suggested", "recommended", "planned", "possible", "potential",
    ]

    /// Indented below `- **Steps**:`, it is part of it, and the next `- **Seen**:` is one more label.
    private func goesOn(_ line: TextLine) -> Bool {
        guard let lastLabel, lastLabel.isMarked, lastLabel.end == line.start, !dialect.isEscaped else { return false }
        guard bytes.skippingBlanks(line.start, limit: line.end) - line.start >= 2 else { return false }
        // `- **Details**:` may hold values of the ticket.
        let label = FieldLabel(line, in: bytes)
        return !(label?.hasColon ?? false) || !(label.flatMap(meaning)?.field.isHeader ?? false)
    }

    /// An item without a label, below `- **Link**: x`, is none of its.
    private func endsItem(_ line: TextLine) -> Bool {
        guard let lastLabel, lastLabel.isMarked, lastLabel.end == line.start, let open = sections.last,
            open.look == .label, !(open.field?.isLong ?? false), !open.content.isEmpty, !dialect.isEscaped
        else { return false }
        guard ListMark(line, in: bytes) != nil else { return false }
        let label = FieldLabel(line, in: bytes)
        return label == nil || label?.form == .plain && label.flatMap(meaning) == nil
    }

    private func meaning(of label: FieldLabel) -> Vocabulary.Meaning? {
        dialect.vocabulary.meaning(of: label.name, in: bytes).meaning
    }

    /// What a line opens that a person taught as it stands.
    private func taughtField(of line: TextLine) -> SectionField? {
        let text = bytes.trimmed(line.start..<line.end)
        return dialect.taughtSections.first { $0.text.elementsEqual(bytes[text]) }?.field
    }

    private mutating func openTaught(_ field: SectionField, _ line: TextLine, _ number: Int) {
        let name = bytes.trimmed(line.start..<line.end)
        sections.append(
            Section(
                field: field, look: .heading, name: name, start: line.start, line: number,
                content: line.next..<line.next))
        (lastLabel, logLevel, proposalLevel, isInHeader, endsAtBlank) = (nil, nil, nil, field == .container, false)
    }

    private mutating func open(_ heading: Heading, _ line: TextLine, _ number: Int) {
        if let logLevel, heading.level > logLevel { return }
        if let proposalLevel, heading.level > proposalLevel { return }
        guard var section = opening(heading, line) else { return }
        proposalLevel = section.field == nil && proposes(heading.text) ? heading.level : nil
        section.line = number
        logLevel = section.field == .log ? heading.level : nil
        lastLabel = nil
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
        lastLabel = isInHeader || isRun(label) ? (label.form, label.isMarked, line.next) : nil
        let isLong = section.field?.isLong ?? false
        section.isOneLine =
            label.form == .row || further != nil
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
        case 0xB7: bytes.has("·", at: end - 2, limit: end) ? 2 : nil
        default:
            (["｜", "，", "；", "、", "\u{3000}", "•", "–", "—"] as [StaticString]).contains {
                bytes.has($0, at: end - 3, limit: end)
            } ? 3 : nil
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
        kept[last].content = dropsRules ? bytes.withoutRules(content) : content
    }
}
