import Workflow

/// Reads times as people and programs write them. What could be two days (`01/02/2024`) is read as neither.
struct TimeReader {
    let words: [Word]
    var at = 0

    struct Word {
        var text: String
        var number: Int?
        var digits: Int
        /// Where it ends in the text, in bytes.
        var end: Int
    }

    /// The time that a whole text tells; nil when it tells anything else, or more.
    static func time(of text: String) -> SourceTime? {
        guard text.utf8.count <= 64 else { return nil }
        var reader = TimeReader(text)
        guard let time = reader.time() else { return nil }
        if time.hasZone { reader.skipRemark() }
        return reader.at == reader.words.count ? time : nil
    }

    /// `(PDT)`: what mail says of a zone that it has told as a figure.
    private mutating func skipRemark() {
        let start = at
        _ = take(" ")
        guard take("("), at < words.count, words[at].number == nil else { return at = start }
        at += 1
        if !take(")") { at = start }
    }

    /// The time at the start of a text, and how many bytes it takes; nil when none stands there.
    static func leading(_ text: String) -> (time: SourceTime, length: Int)? {
        var copy = text
        guard copy.withUTF8({ mayLead(Bytes(rebasing: $0[...]), 0..<min($0.count, 48)) }) else { return nil }
        var reader = TimeReader(copy, longest: 48)
        guard let time = reader.time() else { return nil }
        while reader.at > 0, reader.words[reader.at - 1].text == " " { reader.at -= 1 }
        let end = reader.words[reader.at - 1].end
        // A figure right behind it belongs to something else.
        let next = copy.utf8.dropFirst(end).first
        let isCut = copy.utf8.dropFirst(end - 1).first?.isDigit ?? false && next?.isDigit ?? false
        return isCut ? nil : (time, end)
    }

    /// Whether a year, or a whole day of eight figures, stands near the start: most texts are done with here.
    static func mayLead(_ bytes: Bytes, _ range: Range<Int>) -> Bool {
        var run = 0
        for at in range {
            if bytes[at].isDigit {
                run += 1
                if run == 8 { return true }
            } else {
                if run == 4 { return true }
                // A month by its name, its day and blanks stand before a year at the most.
                if at - range.lowerBound > 28 { return false }
                run = 0
            }
        }
        return run == 4
    }

    /// Cut into numbers, letters and single signs; blanks and commas part them.
    /// - Parameter longest: the bytes that are looked at.
    init(_ text: String, longest: Int = .max) {
        var words: [Word] = []
        var at = 0
        var run = ""
        var wasDigit: Bool?
        func end() {
            guard !run.isEmpty else { return }
            let number = wasDigit == true ? Int(run) : nil
            let digits = wasDigit == true ? run.utf8.count : 0
            words.append(Word(text: run.lowercased(), number: number, digits: digits, end: at))
            (run, wasDigit) = ("", nil)
        }
        for scalar in text.unicodeScalars {
            let isDigit = ("0"..."9").contains(scalar)
            let isLetter = scalar.value < 0x3000 && scalar.isLetter
            let width = UTF8.width(scalar)
            guard at + width <= longest else { break }
            defer { at += width }
            if isDigit || isLetter {
                if let was = wasDigit, was != isDigit { end() }
                run.unicodeScalars.append(scalar)
                wasDigit = isDigit
            } else {
                end()
                let isBlank = scalar.isSpace || scalar == "," || scalar == "，"
                words.append(Word(text: isBlank ? " " : String(scalar), number: nil, digits: 0, end: at + width))
            }
        }
        end()
        // Several blanks are one, and none at the ends.
        var kept: [Word] = []
        for word in words where word.text != " " || kept.last.map({ $0.text != " " }) ?? false { kept.append(word) }
        while kept.last?.text == " " { kept.removeLast() }
        self.words = kept
    }

    private mutating func time() -> SourceTime? {
        skipWeekday(of: nil)
        guard let date = date() else { return nil }
        guard (1970...9999).contains(date.year), (1...12).contains(date.month),
            (1...CivilTime.days(inMonth: date.month, of: date.year)).contains(date.day)
        else { return nil }
        let day = CivilTime.dayNumber(year: date.year, month: date.month, day: date.day)
        skipWeekday(of: Int(day))
        let days = Int64(day)
        let start = at
        var clock = 0
        var hasClock = false
        _ = take(" ")
        _ = take("t") || take("at")
        _ = take("-") && take(" ")
        _ = take(" ")
        if let found = timeOfDay() { (clock, hasClock) = (found, true) } else { at = start }
        let offset = hasClock ? zone() : nil
        return SourceTime(
            milliseconds: days * 86_400_000 + Int64(clock) - Int64(offset ?? 0) * 1000, hasZone: offset != nil)
    }

    mutating func take(_ text: String) -> Bool {
        guard at < words.count, words[at].text == text else { return false }
        at += 1
        return true
    }

    mutating func number(_ digits: ClosedRange<Int>) -> Int? {
        guard at < words.count, let number = words[at].number, digits.contains(words[at].digits) else { return nil }
        at += 1
        return number
    }

    private static let weekdays = [
        ["mon", "monday"], ["tue", "tues", "tuesday"], ["wed", "weds", "wednesday"],
        ["thu", "thur", "thurs", "thursday"], ["fri", "friday"], ["sat", "saturday"], ["sun", "sunday"],
    ]

    /// Behind a day only its own name is one: `2024-01-05 Sun is too bright` was a Friday.
    /// - Parameter day: since 1970-01-01, a Thursday.
    private mutating func skipWeekday(of day: Int?) {
        let start = at
        let isBracketed = take("(") || take("（") || take(" ") && (take("(") || take("（"))
        if let found = weekday() {
            let isRight = day == nil || found == ((day ?? 0) + 3) % 7
            if isBracketed ? take(")") || take("）") : isRight || endsOrTellsClock {
                _ = take(".")
                _ = take(" ")
                return
            }
        }
        at = start
    }

    /// Where that follows, a weekday is meant though it is the wrong one.
    private var endsOrTellsClock: Bool {
        var rest = self
        _ = rest.take(" ")
        return rest.at == words.count || rest.number(1...2) != nil && rest.take(":")
    }

    /// From 0, a Monday.
    private mutating func weekday() -> Int? {
        guard at < words.count else { return nil }
        if let day = Self.weekdays.firstIndex(where: { $0.contains(words[at].text) }) {
            at += 1
            return day
        }
        guard take("周") || take("星") && take("期"), at < words.count,
            let day = ["一", "二", "三", "四", "五", "六", "日", "天"].firstIndex(of: words[at].text)
        else { return nil }
        at += 1
        return min(day, 6)
    }
}
