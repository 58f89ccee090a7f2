extension Words.Reading {
    /// A ticket as it was read.
    struct Samples: Sendable {
        /// `path` only where several files were read.
        let first: @Sendable (_ path: String?, ClosedRange<Int>) -> String
        let longest: @Sendable (ClosedRange<Int>) -> String
        let category: String
        let number: String
        let customer: String
        let assignee: String
        let created: String
        let closed: String
        let tags: String
        let causes: String
        /// Marks of a message.
        let description: String
        let listedAnswer: String
        let isInternal: String
        /// So many messages that are not shown.
        let otherMessages: @Sendable (Int) -> String
        let otherFields: @Sendable (Int) -> String
        /// So many lines more than the one that is shown.
        let lines: @Sendable (Int) -> String
        let colon: String
        /// Behind a name or a text.
        let remark: @Sendable (String) -> String
    }
}

extension Words.Reading.Samples {
    static let english = Self(
        first: { path, lines in
            "the first as read, " + (path.map { "\($0), " } ?? "") + "\(span(lines, "line", "lines"))"
        },
        longest: { "the longest as read, \(span($0, "line", "lines"))" },
        category: "category", number: "number", customer: "customer", assignee: "assignee", created: "came",
        closed: "done", tags: "tags", causes: "causes", description: "description", listedAnswer: "listed answer",
        isInternal: "internal", otherMessages: { counted($0, "more message") },
        otherFields: { counted($0, "more field") }, lines: { counted($0, "more line") }, colon: ": ",
        remark: { " (\($0))" })

    static let chinese = Self(
        first: { path, lines in "第一张的读法，" + (path.map { "\($0) " } ?? "") + span(lines) },
        longest: { "最长一张的读法，" + span($0) },
        category: "分类", number: "编号", customer: "客户", assignee: "处理人", created: "受理", closed: "完成",
        tags: "标签", causes: "根本原因", description: "问题描述", listedAnswer: "所列解答", isInternal: "内部",
        otherMessages: { "另有 \($0) 条消息" }, otherFields: { "另有 \($0) 个字段" }, lines: { "另有 \($0) 行" },
        colon: "：", remark: { "（\($0)）" })

    private static func span(_ lines: ClosedRange<Int>, _ one: String, _ many: String) -> String {
        lines.count == 1 ? "\(one) \(lines.lowerBound)" : "\(many) \(lines.lowerBound)–\(lines.upperBound)"
    }

    private static func span(_ lines: ClosedRange<Int>) -> String {
        "第 \(lines.count == 1 ? "\(lines.lowerBound)" : "\(lines.lowerBound)–\(lines.upperBound)") 行"
    }
}
