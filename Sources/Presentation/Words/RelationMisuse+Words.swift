import Workflow

extension Words.Errors {
    package static func english(_ misuse: RelationMisuse) -> [String] {
        switch misuse {
        case .badMessage(let word):
            ["\"\(word)\" is no message.", "Such as 1042.m5, or m5 with --ticket 1042."]
        case .badLink(let word, let nearest):
            [
                "Tickets are not linked by \"\(word)\".",
                nearest.map { "Did you mean \"\($0)\"?" }
                    ?? "relates, duplicates, blocks, parent, caused-by or follows.",
            ]
        case .oneName: ["--name names one file; several were given."]
        case .badProblem(let word): ["\"\(word)\" is no problem.", "Such as P7."]
        case .wrongNumber(let word, let wanted):
            ["--number is \(word), but it would be \(wanted).", "Nothing was purged."]
        }
    }

    package static func chinese(_ misuse: RelationMisuse) -> [String] {
        switch misuse {
        case .badMessage(let word):
            ["“\(word)”不是消息。", "例如 1042.m5，或 m5 加 --ticket 1042。"]
        case .badLink(let word, let nearest):
            [
                "没有关联类型“\(word)”。",
                nearest.map { "是否指“\($0)”？" } ?? "可用：relates、duplicates、blocks、parent、caused-by、follows。",
            ]
        case .oneName: ["--name 只能用于一个文件。"]
        case .badProblem(let word): ["“\(word)”不是问题编号。", "例如 P7。"]
        case .wrongNumber(let word, let wanted):
            ["--number 是 \(word)，应为 \(wanted)。", "没有删除。"]
        }
    }
}
