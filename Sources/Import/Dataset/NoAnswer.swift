import Workflow

/// Words in the place of an answer that say that there is none. To a question they are one: whether there is a fee, 没有.
enum NoAnswer {
    private static let whole: Set<String> = [
        "none", "n/a", "na", "nil", "-", "--", "—", "tbd", "not yet", "none yet", "none known", "pending",
        "no response", "no answer", "added after fix", "to be added", "to be filled in", "fill in", "to be determined",
        "no reply", "sin respuesta", "not fixed", "to be done", "unknown", "investigating", "under investigation",
        "无", "暂无", "没有",
        "暂时没有", "待补充", "待定", "待处理", "待解决", "未解决", "尚未解决", "暂未解决", "未回复", "未处理", "/",
    ]
    private static let openings = [
        "none currently", "none at this time", "none so far", "(none", "暂无，", "暂无,", "待修改", "待修复", "待优化", "待排查", "tbd:",
        "to be done:", "needs investigation", "need investigation", "needs further", "to be investigated",
    ]

    static func says(_ words: String) -> Bool {
        guard words.utf8.count <= 200, mayBegin(words) else { return false }
        let plain = folded(String(Substring(words).trimming(" .。!*_")))
        return whole.contains(plain) || openings.contains(where: plain.hasPrefix)
    }

    /// Its first byte, of Chinese the first two, say of nearly every answer that it is one.
    private static func mayBegin(_ words: String) -> Bool {
        var start = words.utf8.makeIterator()
        switch start.next() {
        case 0x41, 0x46, 0x49, 0x55, 0x61, 0x66, 0x69, 0x75, 0x4E, 0x6E, 0x53, 0x73, 0x54, 0x74, 0x50, 0x70, 0x28, 0x5F,
            0x2A, 0x2D, 0x2F, 0xE2:
            return true
        case 0xE5: return [0xBE, 0xB0].contains(start.next())
        case 0xE6: return [0x97, 0x9A, 0xB2, 0x9C].contains(start.next())
        default: return false
        }
    }
}
