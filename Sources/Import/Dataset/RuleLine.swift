/// Lines that only divide: `---`, `***`, `___`, `====`.
enum RuleLine {
    @inline(__always)
    static func isRule(_ line: TextLine, in bytes: Bytes) -> Bool {
        guard line.end - line.start >= 3 else { return false }
        switch bytes[line.start] {
        case 0x2D, 0x2A, 0x5F, 0x3D: return isRun(of: bytes[line.start], line, in: bytes)
        case 0x23: return isRemarked(line, in: bytes)
        default: return false
        }
    }

    /// `# -----`, as scripts divide their remarks.
    private static func isRemarked(_ line: TextLine, in bytes: Bytes) -> Bool {
        var at = line.start
        while at < line.end, bytes[at] == 0x23 || bytes[at] == 0x20 { at += 1 }
        guard line.end - at >= 5, bytes[at] == 0x2D || bytes[at] == 0x3D else { return false }
        return isRun(of: bytes[at], TextLine(start: at, end: line.end, next: line.next), in: bytes)
    }

    private static func isRun(of sign: UInt8, _ line: TextLine, in bytes: Bytes) -> Bool {
        var count = 0
        for at in line.text where bytes[at] != 0x20 && bytes[at] != 0x09 {
            guard bytes[at] == sign else { return false }
            count += 1
        }
        return count >= 3
    }

    /// `===== 会话 1001 =====`: the text between the runs; nil for any other line.
    static func captioned(_ line: TextLine, in bytes: Bytes) -> Range<Int>? {
        let text = bytes.trimmed(line.text)
        guard text.count >= 7, [0x2D, 0x2A, 0x3D, 0x5F, 0x23, 0x7E].contains(bytes[text.lowerBound]) else { return nil }
        let sign = bytes[text.lowerBound]
        var (start, end) = (text.lowerBound, text.upperBound)
        while start < end, bytes[start] == sign { start += 1 }
        while end > start, bytes[end - 1] == sign { end -= 1 }
        let caption = bytes.trimmed(start..<end)
        guard start - text.lowerBound >= 3, text.upperBound - end >= 3, !caption.isEmpty, caption.count <= 120 else {
            return nil
        }
        return caption
    }
}

extension Bytes {
    /// Without the rules at its end, which divide it from what follows; `headings` goes on to headings, which are the next one's.
    func withoutRules(_ content: Range<Int>, headings: Bool = false) -> Range<Int> {
        var content = content
        while !content.isEmpty {
            let start = Swift.max(lineStart(before: content.upperBound), content.lowerBound)
            let line = TextLine(start: start, end: content.upperBound, next: content.upperBound)
            guard RuleLine.isRule(line, in: self) || headings && Heading(line, in: self) != nil else { break }
            content = trimmed(content.lowerBound..<start)
        }
        return content
    }
}

/// The line that opens or closes a block of code.
struct Fence: Equatable {
    let sign: UInt8
    let count: Int
    /// A word follows, as in "```java": such a line cannot close.
    let opensOnly: Bool

    @inline(__always)
    init?(_ line: TextLine, in bytes: Bytes) {
        let start = bytes.skippingBlanks(line.start, limit: line.end)
        guard start + 3 <= line.end, bytes[start] == 0x60 || bytes[start] == 0x7E else { return nil }
        self.init(sign: bytes[start], from: start, line, in: bytes)
    }

    private init?(sign: UInt8, from start: Int, _ line: TextLine, in bytes: Bytes) {
        var at = start
        while at < line.end, bytes[at] == sign { at += 1 }
        guard at - start >= 3 else { return nil }
        let word = bytes.trimmed(at..<line.end)
        // "```js``` is code in a line, not a fence.
        guard sign != 0x60 || !bytes.contains(0x60, in: word) else { return nil }
        self.sign = sign
        count = at - start
        opensOnly = !word.isEmpty
    }

    func closes(_ open: Fence) -> Bool { sign == open.sign && count >= open.count && !opensOnly }

    /// It cannot stand inside of `open`, which therefore was never closed.
    func opensAnew(_ open: Fence) -> Bool { opensOnly && sign == open.sign && count >= open.count }
}
