import Workflow

extension Dialect {
    /// Ordinals, bold titles and a common prefix are habits of all titles together.
    mutating func learnTitles(_ survey: Survey, _ headings: TicketHeadings, in bytes: Bytes) {
        var titles = 0
        var bold = 0
        var dated = 0
        var told = 0
        for found in headings.found where found.mark == .ticket && !headings.goesOnCounting(found.landmark) {
            let mark = survey.landmarks[found.landmark]
            let line = bytes.line(at: mark.start, limit: bytes.count)
            guard let title = mark.title(in: line, bytes) else { continue }
            let text = Dialect.insideBold(title, in: bytes)
            titles += 1
            bold += text == nil ? 0 : 1
            let plain = TitleForm.plain(text ?? title, in: bytes)
            let ordinal = Ordinal.title(in: bytes, plain)
            ordinals.see(ordinal)
            form.see(plain, in: bytes)
            // The first say what all are like.
            if titles <= 50, let ordinal,
                StatusWords.status(ofName: bytes.text(bytes.trimmed(ordinal.end..<plain.upperBound))) != nil
            {
                told += 1
            }
            dated += Dialect.leadingDay(plain, in: bytes) == nil ? 0 : 1
        }
        boldTitles = titles > 0 && bold * 10 >= titles * 9
        datedTitles = titles > 0 && dated * 10 >= titles * 9
        titlesTellStatus = told * 2 > min(titles, 50)
    }

    /// `2024-01-05 上传故障`: the time, and where the words behind it begin.
    static func leadingDay(_ title: Range<Int>, in bytes: Bytes) -> (time: SourceTime, end: Int)? {
        guard title.count >= 10 else { return nil }
        var start = title.lowerBound
        if bytes[start] == 0x5B || bytes[start] == 0x28 { start += 1 }
        guard bytes[start].isDigit || bytes[start].isUpperCase,
            TimeReader.mayLead(bytes, start..<min(title.upperBound, start + 48))
        else { return nil }
        let text = bytes.text(start..<min(title.upperBound, start + 60))
        guard !text.unicodeScalars.contains("\u{FFFD}") || title.count > 60, let found = TimeReader.leading(text) else {
            return nil
        }
        var end = start + found.length
        while end < title.upperBound, let width = Dialect.gapWidth(in: bytes, at: end, limit: title.upperBound) {
            end += width
        }
        return end > start + found.length && end < title.upperBound ? (found.time, end) : nil
    }

    /// A blank, a bracket, a dash, a colon, a bar.
    private static func gapWidth(in bytes: Bytes, at: Int, limit: Int) -> Int? {
        switch bytes[at] {
        case 0x20, 0x09, 0x5D, 0x29, 0x2D, 0x3A, 0x7C, 0x2C: return 1
        default:
            let signs: [StaticString] = ["：", "–", "—", "】", "）", "｜", "，", "\u{3000}"]
            return signs.contains { bytes.has($0, at: at, limit: limit) } ? 3 : nil
        }
    }

    private static func insideBold(_ range: Range<Int>, in bytes: Bytes) -> Range<Int>? {
        guard let mark = BoldMark(range, longest: range.count, in: bytes), mark.rest.isEmpty, !mark.hasColon
        else { return nil }
        return mark.name
    }

    /// What a heading tells: the title without its ordinal, and what stood before it.
    func title(of heading: Range<Int>, in bytes: Bytes) -> TitleParts {
        var parts = TitleParts(text: boldTitles ? Dialect.insideBold(heading, in: bytes) ?? heading : heading)
        if !isEscaped {
            let told = TitleStatus.read(parts.text, in: bytes)
            parts.take(told)
        }
        if datedTitles, let day = Dialect.leadingDay(parts.text, in: bytes) {
            parts.time = day.time
            parts.text = bytes.trimmed(day.end..<parts.text.upperBound)
        }
        guard ordinals.isUsual,
            let ordinal = Ordinal.title(in: bytes, isEscaped ? parts.text : TitleForm.plain(parts.text, in: bytes)),
            let number = ordinals.number(ordinal)
        else {
            if !isEscaped {
                parts.text = form.stripped(parts.text, in: bytes)
                parts.takeSegments(in: bytes)
            }
            return parts
        }
        if let key = ordinal.key { parts.key = key } else { parts.number = number }
        parts.whole = parts.text
        parts.text = bytes.trimmed(ordinal.end..<parts.text.upperBound)
        if !isEscaped, parts.status == nil {
            let told = TitleStatus.read(parts.text, in: bytes)
            parts.take(told)
        }
        if titlesTellStatus, StatusWords.status(ofName: bytes.text(parts.text)) != nil { parts.takeStatus() }
        if !isEscaped { parts.takeSegments(in: bytes) }
        return parts
    }
}

/// What the heading of a ticket tells.
struct TitleParts: Sendable {
    var text: Range<Int>
    /// With its ordinal, where it has one.
    var whole: Range<Int>?
    var number: Int?
    /// The number's whole form, where it is a key such as `BUG-12`.
    var key: Range<Int>?
    var status: Status?
    var time: SourceTime?
    /// Those that stood beside the title.
    private(set) var values: [ToldValue] = []

    init(text: Range<Int>) { self.text = text }

    mutating func take(_ told: TitleStatus) {
        (text, status) = (told.text, told.status)
        if let words = told.priority { values.append(ToldValue(field: .priority, words: words)) }
    }

    /// Behind its ordinal stands nothing but a status.
    mutating func takeStatus() {
        values.append(ToldValue(field: .status, words: text))
        text = text.upperBound..<text.upperBound
    }

    /// Behind an ordinal nothing but values may stand; elsewhere they are all that there is of a title.
    mutating func takeSegments(in bytes: Bytes) {
        guard let found = TitleSegments(text, in: bytes), !found.text.isEmpty || whole != nil else { return }
        text = found.text
        values += found.values
    }
}
