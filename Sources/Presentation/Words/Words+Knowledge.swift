import Knowledge
import Workflow

extension Words {
    /// Near tickets, triage and answers from old cases.
    package struct Knowledge: Sendable {
        package let category: String
        package let causes: String
        package let tags: String
        package let priority: String
        package let because: String
        package let evidence: String
        /// Columns of the longest of these names.
        let nameWidth: Int
        package let score: String
        package let similarity: String
        package let group: String
        package let product: String
        package let commonest: String
        /// No category is likely enough; the likeliest, if any, stand behind it.
        let dontKnow: @Sendable (_ guesses: String) -> String
        /// The reason that the history keeps.
        package let suggested: String
        package let nothingSure: String
        package let noTexts: String
        package let evaluating: String
        package let noneToEvaluate: String
        package let evaluated: @Sendable (Evaluation) -> String
        package let mergeWith: @Sendable (_ command: String) -> String
        package let answer: String
        package let uses: String
        /// Above an answer: its place, where it is from and how often it was taken.
        package let answerTitle: @Sendable (_ place: Int, _ source: String, _ uses: Int) -> String
        package let canned: @Sendable (_ name: String) -> String
        package let from: @Sendable (_ tickets: String) -> String
        package let noAnswer: String
        package let takeWith: @Sendable (_ command: String) -> String
        package let noSuchAnswer: @Sendable (_ place: Int, _ count: Int) -> String
        /// A draft holds the answer.
        package let drafted: @Sendable (_ draft: String, _ ticket: Workflow.Ticket.Number, _ operation: Int64) -> String
        package let taken: @Sendable (_ operation: Int64) -> String
        /// A category for a new ticket.
        package let mayBe: @Sendable (_ path: String, _ score: String, _ words: [String], _ command: String) -> String
        /// An answer for a new ticket.
        package let mayAnswer: @Sendable (Suggestions.Answer, _ command: String) -> String
        package let stillOpen: String
        package let file: String
        package let escalate: @Sendable (_ priority: String) -> String
    }
}

extension Words.Knowledge {
    package static let english = Words.Knowledge(
        category: "category", causes: "causes", tags: "tags", priority: "priority", because: "because",
        evidence: "evidence", nameWidth: 8, score: "SCORE", similarity: "NEAR", group: "GROUP", product: "TOP LEVEL",
        commonest: "COMMONEST",
        dontKnow: { $0.isEmpty ? "don't know" : "don't know — perhaps \($0)" }, suggested: "suggested by triage",
        nothingSure:
            "Nothing to write: nothing is sure enough (--min), or the category is set already (--field category changes it).",
        noTexts: "neither title nor description", evaluating: "guessing",
        noneToEvaluate: "No ticket has a category yet.",
        evaluated: { evaluation in
            let asked = evaluation.all.asked < evaluation.tickets ? ", \(evaluation.all.asked) of them asked" : ""
            return "\(evaluation.tickets) tickets with a category\(asked), held out in \(evaluation.folds) parts"
        },
        mergeWith: { "Merge the first group with: \($0)" }, answer: "ANSWER", uses: "TAKEN",
        answerTitle: { place, source, uses in
            let taken = uses == 0 ? "" : " · taken \(uses == 1 ? "once" : "\(uses) times")"
            return "\(place)  \(source)\(taken)"
        },
        canned: { "canned \($0)" }, from: { "from \($0)" },
        noAnswer: "No old case has an answer to this.", takeWith: { "Take the first with: \($0)" },
        noSuchAnswer: { "There is no answer \($0): \(counted($1, "answer")) found." },
        drafted: { draft, ticket, operation in
            "draft \(draft): reply to #\(ticket.rawValue), not sent yet · op \(operation)\n  edit and send it: desk draft resume \(draft)"
        },
        taken: { "counted · op \($0)" },
        mayBe: { path, score, words, command in
            let because = words.isEmpty ? "" : " (\(words.joined(by: ", ")))"
            return "  perhaps \(SafeText.line(path)) \(score)\(because) — \(command)"
        },
        mayAnswer: { answer, command in "  an answer \(source(answer)) — \(command)" }, stillOpen: "Not answered?",
        file: "file a ticket",
        escalate: { "escalate as \($0)" })

    private static func source(_ answer: Suggestions.Answer) -> String {
        if case .canned(let name, _) = answer.source { return "from canned \(SafeText.line(name))" }
        if case .article(_, let label) = answer.source { return "in \(label)" }
        return "from " + answer.evidence.prefix(3).map { "#\($0.rawValue)" }.joined(by: " ")
    }

    private static func chineseSource(_ answer: Suggestions.Answer) -> String {
        if case .canned(let name, _) = answer.source { return "快捷回复 \(SafeText.line(name))" }
        if case .article(_, let label) = answer.source { return label }
        return "来自 " + answer.evidence.prefix(3).map { "#\($0.rawValue)" }.joined(by: " ")
    }

    static let chinese = Words.Knowledge(
        category: "分类", causes: "原因", tags: "标签", priority: "优先级", because: "依据", evidence: "相近工单", nameWidth: 8,
        score: "得分", similarity: "相似度", group: "组", product: "大类", commonest: "最常见",
        dontKnow: { $0.isEmpty ? "不确定" : "不确定，也许是 \($0)" }, suggested: "由分诊建议",
        nothingSure: "没有可写入的内容：把握不足（--min 可调），或已有分类（--field category 可改）。", noTexts: "既无标题也无描述", evaluating: "正在推测",
        noneToEvaluate: "还没有带分类的工单。",
        evaluated: { evaluation in
            let asked = evaluation.all.asked < evaluation.tickets ? "，抽问 \(evaluation.all.asked) 张" : ""
            return "\(evaluation.tickets) 张带分类的工单\(asked)，分 \(evaluation.folds) 份轮流留出"
        },
        mergeWith: { "合并第一组：\($0)" }, answer: "答复", uses: "采用",
        answerTitle: { place, source, uses in "\(place)  \(source)" + (uses == 0 ? "" : " · 已采用 \(uses) 次") },
        canned: { "快捷回复 \($0)" }, from: { "来自 \($0)" },
        noAnswer: "没有找到可参考的答复。", takeWith: { "采用第一条：\($0)" },
        noSuchAnswer: { "没有第 \($0) 条答复：共找到 \($1) 条。" },
        drafted: { draft, ticket, operation in
            "草稿 \(draft)：回复 #\(ticket.rawValue)，尚未发出 · op \(operation)\n  修改并发出：desk draft resume \(draft)"
        },
        taken: { "已计数 · op \($0)" },
        mayBe: { path, score, words, command in
            let because = words.isEmpty ? "" : "（\(words.joined(by: "、"))）"
            return "  也许是 \(SafeText.line(path)) \(score)\(because)：\(command)"
        },
        mayAnswer: { answer, command in "  有现成答复，\(chineseSource(answer))：\(command)" }, stillOpen: "还没解决？",
        file: "提交工单",
        escalate: { "按\($0)提交" })
}
