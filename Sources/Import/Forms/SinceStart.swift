/// A time of day, or since something began, without a day: `[10:20]`, `(00:01:15)`, `10:20:01`.
enum SinceStart {
    /// `00:01:15`
    static func text(_ milliseconds: Int) -> String {
        let seconds = milliseconds / 1000
        return [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(
            separator: ":")
    }

    /// Of a span, such as `[00:01 - 00:05]`, the time when it begins.
    static func leading(_ range: Range<Int>, in bytes: Bytes) -> (milliseconds: Int, end: Int)? {
        let isBracketed = range.contains(range.lowerBound) && [0x5B, 0x28].contains(bytes[range.lowerBound])
        let start = range.lowerBound + (isBracketed ? 1 : 0)
        guard let (time, clockEnd) = clock(start..<range.upperBound, in: bytes) else { return nil }
        var (milliseconds, at) = (time, clockEnd)
        if let until = span(clockEnd..<range.upperBound, in: bytes) {
            at = until
            milliseconds = ofSpan(milliseconds, start..<clockEnd, in: bytes)
        }
        if isBracketed {
            guard at < range.upperBound, bytes[at] == 0x5D || bytes[at] == 0x29 else { return nil }
            at += 1
        } else {
            guard at < range.upperBound, bytes[at] == 0x20 || bytes[at] == 0x09 else { return nil }
        }
        return (milliseconds, at)
    }

    /// The time of a line on which nothing else stands: whoever speaks next speaks then.
    static func alone(_ line: Range<Int>, in bytes: Bytes) -> Int? {
        let text = bytes.trimmed(line)
        guard text.count >= 4, text.count <= 40 else { return nil }
        if let (milliseconds, end) = leading(text, in: bytes), end == text.upperBound { return milliseconds }
        guard let (milliseconds, end) = clock(text, in: bytes),
            span(end..<text.upperBound, in: bytes) == text.upperBound
        else { return nil }
        return ofSpan(milliseconds, text.lowerBound..<end, in: bytes)
    }

    /// Hours and minutes, or minutes and seconds: it does not say which.
    static func isShort(_ text: Range<Int>, in bytes: Bytes) -> Bool { text.count { bytes[$0] == 0x3A } == 1 }

    /// A span lasts seconds: `00:06 - 00:14` are minutes and seconds.
    private static func ofSpan(_ milliseconds: Int, _ text: Range<Int>, in bytes: Bytes) -> Int {
        text.count { bytes[$0] == 0x3A } == 1 ? milliseconds / 60 : milliseconds
    }

    /// What is said, without the time that was put before it.
    static func removed(from text: String) -> Substring {
        let bytes = Array(text.utf8.prefix(12))
        let isTime = bytes.count > 11 && bytes[0] == 0x5B && bytes[9] == 0x5D && bytes[3] == 0x3A && bytes[6] == 0x3A
        return isTime ? text.dropFirst(11) : text[...]
    }

    /// Where a second time ends, behind a dash or an arrow.
    private static func span(_ range: Range<Int>, in bytes: Bytes) -> Int? {
        let at = bytes.skippingBlanks(range.lowerBound, limit: range.upperBound)
        for sign in ["-->", "->", "-", "–", "—", "~", "→"] as [StaticString]
        where bytes.has(sign, at: at, limit: range.upperBound) {
            let next = bytes.skippingBlanks(at + sign.utf8CodeUnitCount, limit: range.upperBound)
            return clock(next..<range.upperBound, in: bytes)?.end
        }
        return nil
    }

    private static func clock(_ range: Range<Int>, in bytes: Bytes) -> (milliseconds: Int, end: Int)? {
        var at = range.lowerBound
        var numbers: [Int] = []
        while at < range.upperBound, bytes[at].isDigit, numbers.count < 3 {
            var number = 0
            let start = at
            while at < range.upperBound, bytes[at].isDigit, at - start < 2 {
                number = number * 10 + Int(bytes[at] - 0x30)
                at += 1
            }
            numbers.append(number)
            guard at < range.upperBound, bytes[at] == 0x3A, at + 1 < range.upperBound, bytes[at + 1].isDigit else {
                break
            }
            at += 1
        }
        guard numbers.count >= 2, numbers.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
        // Parts of a second.
        if at + 1 < range.upperBound, bytes[at] == 0x2E || bytes[at] == 0x2C, bytes[at + 1].isDigit {
            at += 1
            while at < range.upperBound, bytes[at].isDigit { at += 1 }
        }
        let parts = numbers.count == 3 ? numbers : [numbers[0], numbers[1], 0]
        return (((parts[0] * 60 + parts[1]) * 60 + parts[2]) * 1000, at)
    }
}
