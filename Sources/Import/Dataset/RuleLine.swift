/// Lines that only divide: `---`, `***`, `___`, `====`.
enum RuleLine {
    @inline(__always)
    static func isRule(_ line: TextLine, in bytes: Bytes) -> Bool {
        guard line.end - line.start >= 3 else { return false }
        switch bytes[line.start] {
        case 0x2D, 0x2A, 0x5F, 0x3D: return isRun(of: bytes[line.start], line, in: bytes)
        default: return false
        }
    }

    private static func isRun(of sign: UInt8, _ line: TextLine, in bytes: Bytes) -> Bool {
        var count = 0
        for at in line.text where bytes[at] != 0x20 && bytes[at] != 0x09 {
            guard bytes[at] == sign else { return false }
            count += 1
        }
        return count >= 3
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
}
