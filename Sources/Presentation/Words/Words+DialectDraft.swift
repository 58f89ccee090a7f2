import Import

extension DialectDraftWords {
    static let english = DialectDraftWords(
        header: { "How tickets are written in \($0). Fill in or delete what is a remark, then: desk dialect test" },
        unknown: { count, line, example in
            "# \(counted(count, "time")), line \(line)\(example.isEmpty ? "" : ": " + SafeText.line(example))"
        },
        howTo:
            "Fields: title, category, status, priority, customer, assignee, created, closed, tags, ref, description, answers, causes, conversation, log"
    )

    static let chinese = DialectDraftWords(
        header: { "\($0) 中工单的写法。填写或删去以 # 开头的行，然后：desk dialect test" },
        unknown: { count, line, example in
            "# \(count) 次，第 \(line) 行\(example.isEmpty ? "" : "：" + SafeText.line(example))"
        },
        howTo: "字段：标题、分类、状态、优先级、客户、负责人、创建时间、关闭时间、标签、编号、描述、解答、原因、对话、日志")
}
