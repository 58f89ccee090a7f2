/// Words that say that something went wrong, and when they do not.
enum ErrorWords {
    /// In small letters; each has four bytes and more.
    static let all: [String] = [
        "error", "fail", "exception", "fatal", "denied", "refused", "timeout", "timed out", "panic", "cannot", "unable",
        "critical", "severe", "invalid", "unauthorized", "forbidden", "rejected", "unreachable", "not found", "no such",
        "segfault", "aborted", "corrupt", "错误", "失败", "异常", "超时", "拒绝",
    ]

    /// Whether the word at a place says it: not within another word, not `failed=0`, `no error` or the name of a file.
    static func counts(_ bytes: LogBytes, _ start: Int, _ end: Int, in line: Range<Int>) -> Bool {
        guard bytes[start] < 0x80 else { return !isDenied(bytes, start, line) }
        guard isBegin(bytes, start, line) else { return false }
        var after = end
        while after < line.upperBound, ByteKind.isLetter(bytes[after]) { after += 1 }
        // Endings such as "ed", "ure", "s", "ing": a longer rest makes another word, unless a capital begins it.
        if after - end > 4, !(bytes[end] >= 0x41 && bytes[end] <= 0x5A) { return false }
        return !isFileName(bytes, start, after, line) && !isZero(bytes, after, line) && !isDenied(bytes, start, line)
    }

    /// At a border of words, or where a capital follows a small letter: `IOException`.
    private static func isBegin(_ bytes: LogBytes, _ start: Int, _ line: Range<Int>) -> Bool {
        guard start > line.lowerBound else { return true }
        let before = bytes[start - 1]
        guard ByteKind.isLetter(before) else { return !ByteKind.isDigit(before) }
        return bytes[start] >= 0x41 && bytes[start] <= 0x5A
    }

    /// `error.log`, `/var/log/error`, `error_page.html`.
    private static func isFileName(_ bytes: LogBytes, _ start: Int, _ end: Int, _ line: Range<Int>) -> Bool {
        if start > line.lowerBound, bytes[start - 1] == 0x2F || bytes[start - 1] == 0x5C { return true }
        guard end + 2 < line.upperBound, bytes[end] == 0x2E || bytes[end] == 0x5F || bytes[end] == 0x2D else {
            return false
        }
        var at = end + 1
        while at < line.upperBound, ByteKind.isWord(bytes[at]) || bytes[at] == 0x2D { at += 1 }
        if bytes[end] == 0x2E { return at - end <= 5 && ByteKind.isLetter(bytes[end + 1]) && bytes[end + 1] >= 0x61 }
        return at + 1 < line.upperBound && bytes[at] == 0x2E && bytes[at + 1] >= 0x61
    }

    /// `failed=0`, `errors: 0`, `error = 0x0`, `errors=no`, but not `error: 0x80004005`.
    private static func isZero(_ bytes: LogBytes, _ end: Int, _ line: Range<Int>) -> Bool {
        var at = end
        while at < line.upperBound, bytes[at] == 0x20 || bytes[at] == 0x22 || bytes[at] == 0x3D || bytes[at] == 0x3A {
            at += 1
        }
        guard at > end, at < line.upperBound, bytes[at] == 0x30 else {
            return isWord("none", bytes, at, line) || isWord("null", bytes, at, line)
        }
        while at < line.upperBound, bytes[at] == 0x30 || bytes[at] | 0x20 == 0x78 { at += 1 }
        return at == line.upperBound || !ByteKind.isWord(bytes[at]) && bytes[at] != 0x2E
    }

    private static func isWord(_ word: StaticString, _ bytes: LogBytes, _ at: Int, _ line: Range<Int>) -> Bool {
        guard at + word.utf8CodeUnitCount <= line.upperBound else { return false }
        return (0..<word.utf8CodeUnitCount).allSatisfy { ByteKind.small[Int(bytes[at + $0])] == word.utf8Start[$0] }
    }

    private static let denials: [StaticString] = ["no ", "0 ", "not ", "without ", "any ", "无", "没有", "未"]

    /// `no error`, `0 failed`, `without errors`, `没有错误`.
    private static func isDenied(_ bytes: LogBytes, _ start: Int, _ line: Range<Int>) -> Bool {
        denials.contains { word in
            let count = word.utf8CodeUnitCount
            guard start - count >= line.lowerBound, isWord(word, bytes, start - count, line) else { return false }
            return word.utf8Start.pointee >= 0x80 || start - count == line.lowerBound
                || !ByteKind.isWord(bytes[start - count - 1]) && bytes[start - count - 1] != 0x2E
        }
    }
}
