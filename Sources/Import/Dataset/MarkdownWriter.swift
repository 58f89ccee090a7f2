import Workflow

/// Writes drafts in the dialect of the seed dataset, so that reading them again gives equal drafts, whatever they say.
package enum MarkdownWriter {
    /// The top of a file. It announces the escapes that the tickets below may use.
    package static func header(title: String, count: Int) -> String {
        """
        \(Escape.announcement)

        # \(Escape.encodedLine(title))

        共 \(count) 个工单

        ---


        """
    }

    /// A ticket with the rule that ends it. Answers that are agent turns too are written once more, as the seeds do.
    package static func ticket(_ draft: TicketDraft, ordinal: Int) -> String {
        var written = "## 问题 \(ordinal): \(Escape.encodedLine(draft.title))\n\n"
        written += labels(of: draft)
        if let description = draft.description { written += section("问题描述", Escape.encoded(description)) }
        written += answers(of: draft)
        if !draft.rootCauses.isEmpty { written += section("根本原因分析", bullets(draft.rootCauses)) }
        if !draft.turns.isEmpty { written += section("完整对话记录", conversation(draft.turns)) }
        for extra in draft.extra { written += section(Escape.escapedLine(extra.name), Escape.encoded(extra.text)) }
        return written + "---\n\n"
    }

    private static func labels(of draft: TicketDraft) -> String {
        var written = ""
        if !draft.categoryPath.isEmpty { written += "**分类标签**: \(Escape.encodedPath(draft.categoryPath))\n\n" }
        if let words = draft.statusText { written += "**状态**: \(Escape.encodedLine(words))\n\n" }
        let understood = draft.statusText.flatMap { StatusWords.status(of: $0) }
        if draft.status != understood { written += "**\(Escape.statusName)**: \(draft.status?.name ?? "none")\n\n" }
        return written + labels(of: draft.values)
    }

    private static func labels(of values: TicketValues) -> String {
        let isUnderstood = values.priorityText.map { PriorityTable.priority(of: $0) == values.priority } ?? false
        let priority = isUnderstood ? values.priorityText : values.priority?.name
        let lines: [(String, String?)] = [
            ("编号", values.reference.map { Escape.encodedLine($0) }), ("优先级", priority.map { Escape.encodedLine($0) }),
            ("客户名称", values.customer.map { Escape.encodedLine($0) }),
            ("负责人", values.assignee.map { Escape.encodedLine($0) }), ("创建时间", values.createdAt.map(time)),
            ("完成时间", values.closedAt.map(time)), ("标签", values.tags.isEmpty ? nil : Escape.encodedPath(values.tags)),
        ]
        return lines.map { name, value in value.map { "**\(name)**: \($0)\n\n" } ?? "" }.joined(by: "")
    }

    private static func time(_ time: SourceTime) -> String {
        let text = TimeText.rfc3339(time.milliseconds, offset: 0)
        return time.hasZone ? text : String(text.dropLast())
    }

    private static func section(_ name: String, _ content: String) -> String {
        content.isEmpty ? "### \(name)\n\n" : "### \(name)\n\n\(content)\n\n"
    }

    private static func answers(of draft: TicketDraft) -> String {
        let said = draft.turns.filter { $0.role == .agent }.map(\.body)
        let all = said + draft.onlyListedAnswers
        guard !all.isEmpty else { return "" }
        let items = all.enumerated().map { "\($0.offset + 1). \(Escape.encoded($0.element))" }
        return section("客服解答", items.joined(by: "\n\n"))
    }

    private static func bullets(_ causes: [String]) -> String {
        causes.map { "- \(Escape.encoded($0))" }.joined(by: "\n")
    }

    private static func conversation(_ turns: [Turn]) -> String {
        turns.map { "**\(speaker($0.role))**：\(Escape.encoded($0.body))" }.joined(by: "\n\n")
    }

    private static func speaker(_ role: Role) -> String {
        switch role {
        case .customer: "客户"
        case .agent: "客服"
        case .system: "系统"
        }
    }
}
