import Workflow

/// Words under which guides tell symptoms, causes and remedies, in both languages. Keys are folded.
enum LabelWords {
    private typealias Role = ArticleEntry.Role

    private static let words: [(Role, [String])] = [
        (
            .symptom,
            [
                "问题现象", "故障现象", "错误现象", "异常现象", "现象描述", "现象说明", "问题描述", "故障描述", "错误描述", "故障表现", "问题表现",
                "主要表现", "具体表现", "报错现象", "用户问题", "客户问题", "报错信息", "报错内容", "错误信息", "错误提示", "报错提示", "现象", "表现", "症状",
                "问题症状", "故障症状",
                "问题", "影响", "故障影响", "symptom", "symptoms", "problem", "problem description", "issue", "issues",
                "issue description", "error message", "error messages", "error", "errors", "observed behavior",
                "phenomenon",
                "impact", "what you see", "main symptom", "main symptoms", "main indication", "indication", "failure",
                "behavior",
            ]
        ),
        (
            .cause,
            [
                "原因", "可能原因", "原因分析", "问题原因", "故障原因", "错误原因", "主要原因", "常见原因", "根本原因", "失败原因", "产生原因", "出错原因",
                "报错原因", "异常原因", "原因说明", "可能的原因", "结论", "含义", "根因", "根因分析", "问题分析", "故障分析", "错误分析", "分析", "问题定位", "故障定位",
                "诊断", "定位",
                "cause", "causes", "possible cause", "possible causes", "common causes", "likely cause", "root cause",
                "root causes", "root cause analysis", "reason", "reasons", "possible reason", "possible reasons",
                "analysis",
                "cause analysis", "why this happens", "why", "diagnosis", "investigation", "explanation", "main cause",
                "main reason", "meaning", "what it means", "what this means",
            ]
        ),
        (
            .remedy,
            [
                "解决办法", "解决方法", "解决方案", "解决措施", "解决步骤", "解决思路", "解决方式", "解决", "处理方法", "处理步骤", "处理措施", "处理建议", "处理方式",
                "处理方案", "处理办法", "处理流程", "处理", "操作步骤", "操作方法", "修复方案", "修复方法", "修复步骤", "修复建议", "应对措施", "应对方法", "恢复方法",
                "恢复步骤", "规避方法", "规避措施", "规避方案", "临时方案", "临时解决方案", "排查步骤", "排查方法", "排查思路", "排查流程", "排查方案", "故障排查",
                "问题排查", "故障处理", "错误处理", "异常处理", "问题处理", "建议", "建议措施", "建议操作", "优化建议", "答案", "回答", "解答", "答", "a",
                "resolution", "resolutions", "solution", "solutions", "fix", "fixes", "workaround", "workarounds",
                "remedy",
                "mitigation", "how to fix", "how to resolve", "how to solve", "steps to resolve",
                "troubleshooting steps",
                "troubleshooting", "troubleshooting tips", "recommended action", "recommended actions",
                "recommended solution", "recommendation", "recommendations", "action", "actions", "action required",
                "corrective action", "procedure", "steps", "answer", "suggestion", "suggestions", "what to do",
                "user action", "resolution steps", "debug steps", "debugging steps",
            ]
        ),
        (
            .environment,
            [
                "适用环境", "适用范围", "适用版本", "适用产品", "适用于", "环境", "环境信息", "影响范围", "影响版本", "涉及版本", "版本", "前提条件", "前置条件",
                "environment", "environments", "applies to", "applicable versions", "applicable to",
                "affected versions",
                "affected version", "affected products", "versions affected", "product", "products", "platform",
                "prerequisites", "prerequisite", "requirements",
            ]
        ),
        (
            .sample,
            [
                "示例", "日志", "日志示例", "日志信息", "错误日志", "报错日志", "返回示例", "返回结果", "输出示例", "报错示例", "错误示例", "示例代码", "例如", "举例",
                "example", "examples", "sample", "log", "logs", "log output", "sample output", "example output",
                "output",
                "example failure", "example error", "error log", "sample log", "error output",
            ]
        ),
        (
            .note,
            [
                "说明", "注意", "注意事项", "提示", "警告", "备注", "重要", "须知", "补充说明", "温馨提示", "特别说明", "特别注意", "声明", "危险", "小提示",
                "注",
                "note", "notes", "tip", "tips", "warning", "warnings", "caution", "important", "info", "attention",
                "danger",
                "remark", "remarks", "nb", "hint",
            ]
        ),
        (
            .seeAlso,
            [
                "相关文档", "参考文档", "参考资料", "参考链接", "参考", "更多信息", "相关链接", "另请参见", "另请参阅", "相关操作", "相关信息", "相关问题", "相关主题",
                "延伸阅读", "后续步骤", "后续操作", "了解更多", "相关文章", "see also", "related", "related information",
                "related topics", "related articles", "related links", "references", "reference", "more information",
                "further reading", "learn more", "next steps", "what's next", "additional resources",
                "related documentation",
            ]
        ),
        (
            .escalation,
            [
                "联系我们", "提交工单", "技术支持", "联系技术支持", "联系客服", "人工客服", "问题不在列表中怎么办", "仍未解决", "仍无法解决", "如仍未解决",
                "still need help", "contact support", "contact us", "get help", "getting help", "need more help",
                "need help", "support", "escalation", "escalation path", "escalation steps", "when to escalate", "升级处理",
                "what if other problems that are not in the list", "if the problem persists",
            ]
        ),
    ]

    private static let roles: [String: ArticleEntry.Role] = Dictionary(
        words.flatMap { role, words in words.map { ($0, role) } }, uniquingKeysWith: { first, _ in first })

    /// The role of a label that stands alone.
    /// - Parameter mayLead: it is marked as a label, so words before the one that says it count too: `其它解决方案`, `Example failure`.
    static func role(of label: String, mayLead: Bool = false) -> ArticleEntry.Role? {
        roles[label] ?? compound(label) ?? (mayLead ? led(label) : nil)
    }

    /// The role of a label that names one thing.
    static func role(ofOne label: String) -> ArticleEntry.Role? { roles[label] }

    private static let leads = ["other ", "another ", "more ", "其他", "其它", "另外的"]
    private static let ends: [(ArticleEntry.Role, [String])] = [
        (.remedy, ["解决方案", "解决方法", "解决办法", "处理方法", "处理步骤", "处理办法", "修复方法"]),
        (.cause, ["原因"]), (.symptom, ["报错信息", "错误信息", "现象"]), (.sample, ["示例", "例子"]),
    ]
    /// `Cause of the problem`, `Solution for the second case`, `Solution 1: a restart`.
    private static let links: Set<Substring> = ["of", "for", "to"]
    private static let lastWords: [(ArticleEntry.Role, Set<Substring>)] = [
        (.remedy, ["correction", "fix", "fixes", "solution", "solutions", "workaround", "workarounds", "resolution"]),
        (.cause, ["cause", "causes", "reason", "reasons"]), (.symptom, ["symptom", "symptoms"]),
        (.sample, ["example", "examples"]), (.seeAlso, ["resources", "references"]),
    ]
    private static let mostCharacters = 12
    private static let mostWords = 4

    private static func led(_ label: String) -> ArticleEntry.Role? {
        if label.hasPrefix("the ") { return role(of: String(label.dropFirst(4)), mayLead: true) }
        if let lead = leads.first(where: label.hasPrefix) {
            // `其他问题` asks something else; it tells no symptom.
            let role = role(of: String(label.dropFirst(lead.count)), mayLead: true)
            return role == .symptom ? nil : role
        }
        let words = label.split(separator: " ")
        if words.count > 1, let role = roles[String(words[0])], [.symptom, .cause, .remedy].contains(role) {
            let number = words[1].drop { $0.isNumber }
            if links.contains(words[1]) || number.isEmpty || number == ":" { return role }
        }
        if words.count == 2, words[1] == "steps", let role = roles[String(words[0])], role != .note { return role }
        if let role = bilingual(label) { return role }
        guard words.count <= mostWords, let last = words.last else { return nil }
        if words.count > 1, words[0] == "example" { return .sample }
        if words.count > 1, let role = lastWords.first(where: { $0.1.contains(last) })?.0 { return role }
        guard label.count <= mostCharacters else { return nil }
        return ends.first { _, words in words.contains { label.hasSuffix($0) } }?.0
    }

    /// `解决方案 Solution`: one of both is known.
    private static func bilingual(_ label: String) -> ArticleEntry.Role? {
        guard let space = label.firstIndex(of: " ") else { return nil }
        let (first, second) = (String(label[..<space]), String(label[label.index(after: space)...]))
        guard first.unicodeScalars.allSatisfy(\.isHan), second.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        return roles[first] ?? roles[second]
    }

    private static let joins = ["及", "与", "和", "以及", "、", " / ", "/", " and ", " & "]

    /// `原因及解决办法`, `Symptoms and cause`: a remedy among them is what people look for.
    private static func compound(_ label: String) -> ArticleEntry.Role? {
        for join in joins {
            guard let at = label.firstRange(of: join) else { continue }
            let first = roles[String(label[..<at.lowerBound])]
            let second = roles[String(label[at.upperBound...])]
            if let first, let second { return [first, second].contains(.remedy) ? .remedy : first }
            // In English one label may lead: "Root cause and impact on X".
            if join.hasPrefix(" "), let first { return first }
        }
        return nil
    }
}

extension StringProtocol {
    /// Where a text stands first, by its bytes.
    fileprivate func firstRange(of text: String) -> Range<Index>? {
        let wanted = Array(text.utf8)
        var at = utf8.startIndex
        while at < utf8.endIndex {
            if utf8[at...].starts(with: wanted) { return at..<utf8.index(at, offsetBy: wanted.count) }
            at = utf8.index(after: at)
        }
        return nil
    }
}
