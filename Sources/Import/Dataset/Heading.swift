/// A line `## text`.
struct Heading {
    let level: Int
    let text: Range<Int>

    /// `#EXTM3U` is none: blanks must follow the signs, and text the blanks.
    init?(_ line: TextLine, in bytes: Bytes) {
        var at = line.start
        while at < line.end, bytes[at] == 0x23 { at += 1 }
        let level = at - line.start
        guard (1...6).contains(level), at < line.end, bytes[at] == 0x20 || bytes[at] == 0x09 else { return nil }
        let text = bytes.trimmed(at..<line.end)
        guard !text.isEmpty else { return nil }
        self.level = level
        self.text = text
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
