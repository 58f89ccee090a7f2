/// What a file says of itself below its last rule: when it was made, and by whom.
enum FileFooter {
    private static let mostLines = 3
    private static let words: [StaticString] = [
        "enerated", "pdated", "aintained", "nd of", "ast reviewed", "生成", "更新", "报告", "文档", "維護", "维护", "作成", "最終",
    ]

    /// Where the rule stands above nothing but such lines, the last of a range; nil where there is none.
    static func start(in range: Range<Int>, _ bytes: Bytes) -> Int? {
        var end = range.upperBound
        for _ in 0...mostLines {
            let text = bytes.trimmed(range.lowerBound..<max(end, range.lowerBound))
            guard !text.isEmpty else { return nil }
            let start = max(bytes.lineStart(before: text.upperBound), range.lowerBound)
            let line = TextLine(start: start, end: text.upperBound, next: text.upperBound)
            if RuleLine.isRule(line, in: bytes) { return end < range.upperBound ? start : nil }
            guard isFooter(line, in: bytes) || isRemark(line, in: bytes) && range.upperBound == bytes.count else {
                return nil
            }
            end = start
        }
        return nil
    }

    /// All of it is in italics, and it tells of the file.
    private static func isFooter(_ line: TextLine, in bytes: Bytes) -> Bool {
        isItalic(line, in: bytes) && words.contains { bytes.first($0, in: bytes.trimmed(line.text)) != nil }
    }

    /// A sentence in italics, at the end of all.
    private static func isRemark(_ line: TextLine, in bytes: Bytes) -> Bool {
        let text = bytes.trimmed(line.text)
        return isItalic(line, in: bytes) && text.count >= 40 && bytes[text.lowerBound + 1] != bytes[text.lowerBound]
    }

    private static func isItalic(_ line: TextLine, in bytes: Bytes) -> Bool {
        let text = bytes.trimmed(line.text)
        return text.count >= 4 && text.count <= 200 && [0x2A, 0x5F].contains(bytes[text.lowerBound])
            && bytes[text.upperBound - 1] == bytes[text.lowerBound] && ListMark(line, in: bytes) == nil
    }
}
