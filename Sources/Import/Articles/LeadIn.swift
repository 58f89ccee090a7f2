import Workflow

/// A sentence that ends with a colon says what the block below it tells: `完整的报错信息如下：`, `The output should resemble the following:`.
enum LeadIn {
    private static let words: [(ArticleEntry.Role, [String])] = [
        (.cause, ["reason", "causes of", "is caused by", "原因如下", "原因有", "原因是", "原因包括", "由以下"]),
        (.seeAlso, ["see the following", "see also", "refer to the following", "参考如下", "参考以下", "参见"]),
        (
            .sample,
            [
                "example", "resemble", "similar to", "looks like", "look like", "in the log", "log lines", "示例", "例如",
                "为例",
                "输出如下", "返回如下", "结果如下", "日志如下", "如下日志", "类似如下信息", "堆栈",
            ]
        ),
        (.symptom, ["报错", "如下错误", "错误信息", "错误提示", "提示如下", "如下异常", "异常如下", "following error", "error message"]),
    ]

    /// - Returns: nil for a line that ends without a colon, or whose words say nothing of what follows.
    static func role(_ content: Range<Int>, in bytes: Bytes) -> ArticleEntry.Role? {
        let line = bytes.trimmed(content)
        guard !line.isEmpty, line.count <= longest else { return nil }
        let endsWide = line.count >= 3 && bytes.has("：", at: line.upperBound - 3, limit: line.upperBound)
        guard endsWide || bytes[line.upperBound - 1] == 0x3A else { return nil }
        // What the last sentence says; a longer line tells its own first.
        let text = folded(PlainText.line(bytes.text(line)))
        let last = text.dropLast().split { "。.！!？?；;".contains($0) }.last ?? ""
        return words.first { _, words in words.contains { last.contains($0) } }?.0
    }

    private static let longest = 400
}
