/// How our own Markdown says text that would be read as structure: a line that begins with a backslash is escaped.
///
/// Inside such a line `\\` is a backslash, `\r` and `\n` are CR and LF, `\e` is nothing (it guards white space),
/// `\b` is the wide bar that would divide a category.
/// Only files that carry `announcement` are read this way.
enum Escape {
    static let announcement: StaticString = "<!-- litedesk: a line that begins with a backslash is escaped -->"

    /// The label of a status that the desk would not make of the source's own words.
    static let statusName: StaticString = "状态码"

    /// Whether a line can stand as it is.
    private static func isPlain(_ line: Substring.UTF8View) -> Bool {
        guard let first = line.first, let last = line.last else { return true }
        let isLetter = (0x41...0x5A).contains(first) || (0x61...0x7A).contains(first) || first == 0x5B
        let isWide = first >= 0xE4 && first <= 0xE9
        return (isLetter || isWide) && !endsInSpace(line) && last != 0x5C && !line.contains(0x0D)
    }

    private static func endsInSpace(_ line: Substring.UTF8View) -> Bool {
        guard let last = line.last else { return false }
        return last.isSpace || line.suffix(3).elementsEqual([0xE3, 0x80, 0x80])
            || line.suffix(2).elementsEqual([0xC2, 0xA0])
    }

    /// The text with every line escaped that needs it. Lines are joined by LF alone.
    static func encoded(_ text: String) -> String {
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        var written = ""
        for (index, line) in lines.enumerated() {
            if index > 0 { written += "\n" }
            let mayBeEmpty = index > 0 && index < lines.count - 1 && line.isEmpty
            written += mayBeEmpty || !line.isEmpty && isPlain(line) ? String(Substring(line)) : escaped(line)
        }
        return written
    }

    /// The text on a single line, whatever it holds.
    static func encodedLine(_ text: String) -> String {
        let isPlain = isPlain(Substring(text).utf8) && !text.utf8.contains(0x0A) && !text.isEmpty
        return isPlain ? text : escaped(Substring(text).utf8)
    }

    /// The text on a single line that begins with a backslash, so that no name in it is looked up.
    static func escapedLine(_ text: String) -> String { escaped(Substring(text).utf8) }

    /// Category levels on one line, divided by bars.
    static func encodedPath(_ levels: [String]) -> String {
        let isPlain = levels.allSatisfy { encodedLine($0) == $0 && !$0.utf8.contains(0xEF) }
        guard !isPlain else { return levels.joined(by: "｜") }
        return "\\" + levels.map { "\\e" + withoutBars(escaped(Substring($0).utf8, first: [])) }.joined(by: "｜")
    }

    private static func withoutBars(_ level: String) -> String {
        var written: [UInt8] = []
        for byte in level.utf8 {
            written.append(byte)
            guard byte == 0x9C, written.suffix(3).elementsEqual([0xEF, 0xBD, 0x9C]) else { continue }
            written.removeLast(3)
            written += [0x5C, 0x62]
        }
        return String(decoding: written, as: UTF8.self)
    }

    /// Undoes `encodedPath`.
    static func decodedPath(_ bytes: Bytes, _ range: Range<Int>) -> [String] {
        guard !range.isEmpty else { return [] }
        let isEscaped = bytes[range.lowerBound] == 0x5C
        var levels: [String] = []
        var start = isEscaped ? range.lowerBound + 1 : range.lowerBound
        while true {
            let bar = bytes.first("｜", in: start..<range.upperBound)
            var level: [UInt8] = []
            if isEscaped {
                decode(start..<(bar ?? range.upperBound), in: bytes, into: &level)
            } else {
                level += bytes[start..<(bar ?? range.upperBound)]
            }
            levels.append(String(decoding: level, as: UTF8.self))
            guard let bar else { return levels }
            start = bar + 3
        }
    }

    private static func escaped(_ line: Substring.UTF8View, first: [UInt8] = [0x5C]) -> String {
        var written = first
        for byte in line {
            switch byte {
            case 0x5C: written += [0x5C, 0x5C]
            case 0x0D: written += [0x5C, 0x72]
            case 0x0A: written += [0x5C, 0x6E]
            default: written.append(byte)
            }
        }
        if endsInSpace(line) { written += [0x5C, 0x65] }
        return String(decoding: written, as: UTF8.self)
    }

    /// Undoes `encoded`, line by line.
    static func decoded(_ bytes: Bytes, _ range: Range<Int>) -> String {
        guard bytes.contains(0x5C, in: range) else { return bytes.text(range) }
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        var at = range.lowerBound
        while at < range.upperBound {
            let line = bytes.line(at: at, limit: range.upperBound)
            if line.start < line.end, bytes[line.start] == 0x5C {
                decode(line.start + 1..<line.end, in: bytes, into: &text)
            } else {
                text += bytes[line.start..<line.end]
            }
            if line.next > line.end { text.append(0x0A) }
            at = line.next
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func decode(_ range: Range<Int>, in bytes: Bytes, into text: inout [UInt8]) {
        var at = range.lowerBound
        while at < range.upperBound {
            guard bytes[at] == 0x5C, at + 1 < range.upperBound else {
                text.append(bytes[at])
                at += 1
                continue
            }
            switch bytes[at + 1] {
            case 0x72: text.append(0x0D)
            case 0x6E: text.append(0x0A)
            case 0x65: break
            case 0x62: text += [0xEF, 0xBD, 0x9C]
            default: text.append(bytes[at + 1])
            }
            at += 2
        }
    }
}
