/// Splits a category into its levels, from the root down.
enum CategoryPath {
    /// Never `/` or `-`: 财务/账单 is one name.
    static func levels(of range: Range<Int>, _ text: Text) -> [String] {
        let bytes = text.bytes
        let range = withoutCodeMarks(bytes.trimmed(range), in: bytes)
        if text.dialect.isEscaped { return Escape.decodedPath(bytes, range) }
        var levels: [String] = []
        var start = range.lowerBound
        var at = start
        while at < range.upperBound {
            let width = separatorWidth(in: bytes, at: at, range)
            if width > 0 {
                append(start..<at, to: &levels, text)
                start = at + width
            }
            at += max(width, 1)
        }
        append(start..<range.upperBound, to: &levels, text)
        return levels
    }

    private static func append(_ range: Range<Int>, to levels: inout [String], _ text: Text) {
        let level = text.bytes.trimmed(range)
        if !level.isEmpty { levels.append(text.string(level)) }
    }

    private static func separatorWidth(in bytes: Bytes, at: Int, _ range: Range<Int>) -> Int {
        switch bytes[at] {
        case 0x7C: return 1
        case 0x3E:
            let isApart = at > range.lowerBound && bytes[at - 1] == 0x20 && at + 1 < range.upperBound
            return isApart && bytes[at + 1] == 0x20 ? 1 : 0
        case 0xEF:
            let isWide =
                bytes.has("｜", at: at, limit: range.upperBound) || bytes.has("＞", at: at, limit: range.upperBound)
            return isWide ? 3 : 0
        case 0xE2: return bytes.has("→", at: at, limit: range.upperBound) ? 3 : 0
        default: return 0
        }
    }

    private static func withoutCodeMarks(_ range: Range<Int>, in bytes: Bytes) -> Range<Int> {
        guard range.count > 2, bytes[range.lowerBound] == 0x60, bytes[range.upperBound - 1] == 0x60 else {
            return range
        }
        return range.lowerBound + 1..<range.upperBound - 1
    }
}
