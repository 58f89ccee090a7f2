import Workflow

/// Reads times as people and programs write them. What could be two days (`01/02/2024`) is read as neither.
struct TimeReader {
    let words: [Word]
    var at = 0

    struct Word {
        var text: String
        var number: Int?
        var digits: Int
    }

    /// The time that a whole text tells; nil when it tells anything else, or more.
    static func time(of text: String) -> SourceTime? {
        guard text.utf8.count <= 64 else { return nil }
        var reader = TimeReader(text)
        guard let time = reader.time(), reader.at == reader.words.count else { return nil }
        return time
    }

    /// The time at the start of a text, and how many bytes it takes; nil when none stands there.
    static func leading(_ text: String) -> (time: SourceTime, length: Int)? {
        var copy = text
        guard copy.withUTF8({ mayLead(Bytes(rebasing: $0[...]), 0..<min($0.count, 48)) }) else { return nil }
        var end = text.utf8.count > 48 ? 48 : text.utf8.count
        let bytes = Array(text.utf8)
        // A time ends before a blank, a bracket or a colon that is none of its own: the longest start that reads wins.
        while end >= 5 {
            let isEnd = mayEnd(bytes[end - 1]) && (end == bytes.count || !isInside(bytes, end))
            if isEnd, let start = String(validating: bytes[..<end], as: UTF8.self), let time = time(of: start) {
                return (time, end)
            }
            end -= 1
        }
        return nil
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

    /// A time ends in a figure, a letter, a bracket or a character such as 日.
    private static func mayEnd(_ byte: UInt8) -> Bool {
        byte.isDigit || byte.isLatinLetter || byte == 0x29 || byte >= 0x80
    }

    private static func isInside(_ bytes: [UInt8], _ end: Int) -> Bool {
        let (before, next) = (bytes[end - 1], bytes[end])
        return before.isDigit && next.isDigit || next >= 0x80 && next < 0xC0
    }

    /// Cut into numbers, letters and single signs; blanks and commas part them.
    private init(_ text: String) {
        var words: [Word] = []
        var run = ""
        var wasDigit: Bool?
        func end() {
            guard !run.isEmpty else { return }
            let number = wasDigit == true ? Int(run) : nil
            words.append(Word(text: run.lowercased(), number: number, digits: wasDigit == true ? run.utf8.count : 0))
            (run, wasDigit) = ("", nil)
        }
        for scalar in text.unicodeScalars {
            let isDigit = ("0"..."9").contains(scalar)
            let isLetter = scalar.value < 0x3000 && scalar.isLetter
            if isDigit || isLetter {
                if let was = wasDigit, was != isDigit { end() }
                run.unicodeScalars.append(scalar)
                wasDigit = isDigit
            } else {
                end()
                let isBlank = scalar.isSpace || scalar == "," || scalar == "，"
                if isBlank {
                    words.append(Word(text: " ", number: nil, digits: 0))
                } else {
                    words.append(Word(text: String(scalar), number: nil, digits: 0))
                }
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
        skipWeekday()
        guard let date = date() else { return nil }
        guard (1970...9999).contains(date.year), (1...12).contains(date.month),
            (1...CivilTime.days(inMonth: date.month, of: date.year)).contains(date.day)
        else { return nil }
        skipWeekday()
        let days = Int64(CivilTime.dayNumber(year: date.year, month: date.month, day: date.day))
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

    private mutating func skipWeekday() {
        let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        let start = at
        let isBracketed = take("(") || take("（") || take(" ") && (take("(") || take("（"))
        if take("周") || take("星") {
            if words.indices.contains(at), words[at].text == "期" { at += 1 }
            if at < words.count { at += 1 }
        } else if at < words.count, days.contains(String(words[at].text.prefix(3))), words[at].text.utf8.count <= 9 {
            at += 1
        } else {
            at = start
            return
        }
        if isBracketed, !(take(")") || take("）")) {
            at = start
            return
        }
        _ = take(".")
        _ = take(" ")
    }
}
