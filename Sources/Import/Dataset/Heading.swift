/// A line `## text`: up to three blanks before the marks, which may be wide ones, and marks of the same kind behind the text.
struct Heading {
    let level: Int
    let text: Range<Int>

    /// Whether a line may be one, by its first bytes.
    @inline(__always)
    static func mayBegin(_ line: TextLine, in bytes: Bytes) -> Bool {
        switch bytes[line.start] {
        case 0x23: true
        case 0xEF: bytes.has("＃", at: line.start, limit: line.end)
        case 0x20: mayBeginIndented(line, in: bytes)
        default: false
        }
    }

    private static func mayBeginIndented(_ line: TextLine, in bytes: Bytes) -> Bool {
        let at = bytes.skippingBlanks(line.start, limit: line.end)
        return at - line.start <= 3 && at < line.end && (bytes[at] == 0x23 || bytes.has("＃", at: at, limit: line.end))
    }

    /// `#EXTM3U` is none: blanks must follow the signs, and text the blanks.
    init?(_ line: TextLine, in bytes: Bytes) {
        var at = line.start
        while at < line.end, at - line.start < 3, bytes[at] == 0x20 { at += 1 }
        let width = at < line.end && bytes[at] == 0x23 ? 1 : 3
        let start = at
        while at < line.end, width == 1 ? bytes[at] == 0x23 : bytes.has("＃", at: at, limit: line.end) { at += width }
        let level = (at - start) / width
        guard (1...6).contains(level), at < line.end, Heading.isBlank(at, line.end, in: bytes) else { return nil }
        let text = Heading.withoutClosingMarks(bytes.trimmed(at..<line.end), in: bytes)
        guard !text.isEmpty, !RuleLine.isRule(line, in: bytes) else { return nil }
        self.level = level
        self.text = text
    }

    private static func isBlank(_ at: Int, _ limit: Int, in bytes: Bytes) -> Bool {
        bytes[at] == 0x20 || bytes[at] == 0x09 || bytes.has("\u{3000}", at: at, limit: limit)
            || bytes.has("\u{A0}", at: at, limit: limit)
    }

    // `C#` ends in none: a blank stands before them.
    private static func withoutClosingMarks(_ text: Range<Int>, in bytes: Bytes) -> Range<Int> {
        var end = text.upperBound
        while end > text.lowerBound, bytes[end - 1] == 0x23 { end -= 1 }
        while end - 3 >= text.lowerBound, bytes.has("＃", at: end - 3, limit: text.upperBound) { end -= 3 }
        guard end < text.upperBound else { return text }
        if end == text.lowerBound { return end..<end }
        let trimmed = bytes.trimmed(text.lowerBound..<end)
        return trimmed.upperBound < end ? trimmed : text
    }

    /// A section's name without the colon that may end it.
    static func withoutColon(_ name: Range<Int>, in bytes: Bytes) -> Range<Int> {
        let name = bytes.trimmed(name)
        if !name.isEmpty, bytes[name.upperBound - 1] == 0x3A {
            return bytes.trimmed(name.lowerBound..<name.upperBound - 1)
        }
        let isWide = name.count >= 3 && bytes.has("：", at: name.upperBound - 3, limit: name.upperBound)
        return isWide ? bytes.trimmed(name.lowerBound..<name.upperBound - 3) : name
    }
}
