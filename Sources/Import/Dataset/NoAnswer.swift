import Workflow

/// Words in the place of an answer that say that there is none.
enum NoAnswer {
    private static let whole: Set<String> = [
        "none", "n/a", "na", "nil", "-", "--", "—", "tbd", "?", "no", "not yet", "none yet", "none known", "pending",
        "无", "暂无", "没有",
        "暂时没有", "待补充", "待定", "待处理", "待解决", "未解决", "尚未解决", "暂未解决", "/",
    ]
    private static let openings = [
        "none currently", "none at this time", "none so far", "(none", "_(none", "暂无，", "暂无,",
    ]

    static func says(_ words: String) -> Bool {
        guard words.utf8.count <= 200 else { return false }
        let plain = folded(String(Substring(words).trimming(" .。!*_")))
        return whole.contains(plain) || openings.contains(where: plain.hasPrefix)
    }
}
