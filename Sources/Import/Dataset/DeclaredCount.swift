/// The number of tickets that a file says it holds: `共 114 个`, `包含 114 个`, `**总问题数**: 114`, `Total: 114`.
enum DeclaredCount {
    private static let longestPreamble = 65_536
    private static let before: [StaticString] = [
        "共", "共计", "包含", "包括", "收录", "整理", "处理", "总数", "总计", "合计", "数量", "工单数", "问题数", "案例数", "记录数", "条数",
        "了", "有", "为", "total", "Total", "contains", "Contains", "includes", "count", "Count", "tickets", "Tickets",
        "questions", "Questions",
    ]
    private static let after: [StaticString] = [
        "个", "条", "份", "则", "例", "tickets", "questions", "cases", "records", "items",
    ]

    static func find(in bytes: Bytes, _ range: Range<Int>) -> Int? {
        let limit = min(range.upperBound, range.lowerBound + longestPreamble)
        var at = range.lowerBound
        while at < limit {
            guard bytes[at].isDigit else {
                at += 1
                continue
            }
            let start = at
            while at < limit, bytes[at].isDigit { at += 1 }
            if at - start <= 8, isCount(start..<at, in: bytes, range) { return number(start..<at, in: bytes) }
        }
        return nil
    }

    private static func isCount(_ digits: Range<Int>, in bytes: Bytes, _ range: Range<Int>) -> Bool {
        let start = skippingBack(digits.lowerBound, to: range.lowerBound, in: bytes)
        let unit = bytes.skippingBlanks(digits.upperBound, limit: range.upperBound)
        let isCounted = before.contains {
            let from = start - $0.utf8CodeUnitCount
            return from >= range.lowerBound && bytes.has($0, at: from, limit: start)
        }
        // 共 10 个文件 counts something else.
        let isOther = ["个文件", "个模块", "个接口", " files"].contains { (word: StaticString) in
            bytes.has(word, at: digits.upperBound, limit: range.upperBound)
                || bytes.has(word, at: unit, limit: range.upperBound)
        }
        if isOther { return false }
        let hasUnit = after.contains { bytes.has($0, at: unit, limit: range.upperBound) }
        let isSet = start < digits.lowerBound && bytes.first("：", in: start..<digits.lowerBound) != nil
        let hasColon = isSet || bytes.contains(0x3A, in: start..<digits.lowerBound)
        return isCounted && (hasUnit || hasColon)
    }

    private static func skippingBack(_ start: Int, to first: Int, in bytes: Bytes) -> Int {
        var at = start
        while at > first {
            if bytes[at - 1] == 0x20 || bytes[at - 1] == 0x2A || bytes[at - 1] == 0x3A || bytes[at - 1] == 0x09 {
                at -= 1
            } else if at - 3 >= first, bytes.has("：", at: at - 3, limit: at) {
                at -= 3
            } else {
                break
            }
        }
        return at
    }

    private static func number(_ digits: Range<Int>, in bytes: Bytes) -> Int {
        digits.reduce(0) { $0 * 10 + Int(bytes[$1] - 0x30) }
    }
}
