import Reporting
import Storage
import Workflow

extension Words.Session {
    static let chinese = Words.Session(
        error: "错误",
        unknownReader: { "“\($0)”不是本工单库的客服：只能查看，查询中的 me 不指任何人。" },
        readAs: { "\($0) 按 \($1) 编码读取。" },
        corrected: { "作为文字查找：\(SafeText.line($0))" },
        takenForText: { "不是查询条件，作为文字查找：\($0)。" },
        contactOf: { "\($0) 是 \(SafeText.line($1))：desk ls \($2)" },
        onNetwork: { "工单库在网络文件夹（\($0)）上：两台机器同时写入时可能损坏。" },
        outputFailed: { "无法写出结果：\($0)。" })
}

extension Words.Start {
    static let chinese = Words.Start(
        created: { path, admin, zone, hours in
            "已创建 \(path) · 时区 \(zone) · 工作时间 \(hours) · 你是管理员“\(admin)”"
        },
        whatNext: "下一步：desk import 文件夹 导入工单，desk new 新建工单，desk help 查看全部命令。",
        askZone: "时区", askLanguage: "语言：en 或 zh",
        askHours: "工作时间：cn（周一至周五 09:00-12:00,13:30-18:00）、24x7，或如 Mon-Fri 09:00-18:00",
        wouldCreate: { "将创建 \($0)" })
}

extension Words.Ticket {
    static let chinese = Words.Ticket(
        filed: { written, ticket in
            "#\(written.ticket.rawValue) 待受理 · " + facts(ticket) + " · 公开"
                + (written.operation.map { " · op \($0)" } ?? "")
        },
        askTitle: "工单标题", askCustomer: "客户：姓名、电话或邮箱；直接回车表示没有",
        askCategory: "分类，如 CDN/证书；直接回车表示没有", askPriority: "优先级：低、普通、重要、紧急",
        askDescription: "问题描述，空行结束：",
        wouldFile: { "将提交：待受理 · " + facts($0) + " · 公开" })

    private static func facts(_ ticket: NewTicket) -> String {
        let priority = ticket.priorityText ?? Words.chinese.priority(ticket.priority)
        let category = ticket.categoryPath.joined(by: CategoryTree.separator)
        return [
            priority, category, ticket.customer ?? "", ticket.title, ticket.team.map { "技能组 \($0.name)" } ?? "",
            ticket.assignee.map { "处理人 \($0.name)" } ?? "",
        ].filter { !$0.isEmpty }
            .map { TextDirection.isolated(SafeText.short($0)) }.joined(by: " · ")
    }
}

extension Words.Page {
    static let chinese = Words.Page(
        customer: "客户", assignee: "处理人", category: "分类", created: "创建", updated: "更新", resolved: "解决",
        statusText: "来源状态", causes: "根本原因", tags: "标签", source: "来源", mergedInto: "已合并到",
        inTrash: { "在回收站中 — desk restore \($0.rawValue)" },
        closed: "关闭", resolution: "结果", priority: "优先级", waits: "等待至", waitsForEver: "有人处理为止",
        description: "问题描述", listedAnswer: "所列解答",
        place: { source, number in
            "\(source.file) 第 \(source.ordinal) 张\(source.printed.map { "（编号 \($0)）" } ?? "")，第 \(source.line) 行（批次 \(source.batch)）— desk show \(number.rawValue) --original"
        },
        causeState: { cause in
            if cause.isPlaceholder { return "（未指明原因）" }
            switch cause.state {
            case .confirmed: return "✔ 已确认" + judgement(cause)
            case .unverified: return "? 未核实" + judgement(cause)
            case .suggested: return "? 建议" + judgement(cause)
            case .rejected: return "✘ 已否定" + judgement(cause)
            }
        },
        edited: { count, editor in "（已修改 \(count) 次\(editor.map { "，\($0)" } ?? "")）" }, event: { event($0) })

    /// Who says so, what shows it, and a mark for the one that counts most.
    private static func judgement(_ cause: TicketCause) -> String {
        (cause.agent.map { " \($0)" } ?? "") + (cause.evidence.map { " (m\($0))" } ?? "")
            + (cause.isPrimary ? " ★" : "")
    }

    private static func event(_ entry: HistoryEntry) -> String {
        if let told = Words.Relations.chinese.event(entry) { return told }
        let field = entry.event.field.map(fieldName) ?? ""
        let of = entry.subject.map { " \($0)" } ?? ""
        switch entry.event.kind {
        case .create: return "创建"
        case .change where entry.event.field == .message: return "修改了消息\(of)"
        case .change: return "\(field)\(of)：\(entry.before ?? "—") → \(entry.after ?? "—")"
        case .add: return "增加\(field)\(of)"
        case .remove: return "移除\(field)\(of)"
        case .restore: return "恢复\(field)\(of)"
        }
    }

    package static func fieldName(_ field: EventField) -> String {
        switch field {
        case .ticket: "工单"
        case .title: "标题"
        case .status: "状态"
        case .statusText: "来源状态"
        case .priority: "优先级"
        case .priorityText: "优先级原话"
        case .category: "分类"
        case .customer: "客户"
        case .assignee: "处理人"
        case .team: "技能组"
        case .channel: "渠道"
        case .source: "来源"
        case .message: "消息"
        case .cause: "根本原因"
        case .tag: "标签"
        case .field: "字段"
        case .createdAt: "创建时间"
        case .updatedAt: "更新时间"
        case .resolvedAt: "解决时间"
        case .closedAt: "关闭时间"
        case .resolution: "处理结果"
        case .wakeAt: "等待到"
        case .categoryName: "分类名"
        case .categoryRetired: "分类停用"
        case .categoryParent: "上级分类"
        case .categoryAlias: "分类别名"
        case .tagName: "标签名"
        case .tagRetired: "标签停用"
        case .tagAlias: "标签别名"
        case .causeName: "原因名"
        case .causeRetired: "原因停用"
        case .causeAlias: "原因别名"
        case .fieldKind: "字段类型"
        case .fieldChoices: "字段选项"
        case .fieldRetired: "字段停用"
        case .priorityAlias: "优先级别名"
        case .statusLabel: "状态名"
        case .viewName: "视图名"
        case .viewQuery: "视图查询"
        case .viewRetired: "视图删除"
        case .mergedInto, .merged: "合并"
        case .link: "关联"
        case .watcher: "关注人"
        case .attachment: "附件"
        case .incident: "问题"
        case .messagePlace: "消息位置"
        case .answer: "采用的答复"
        // What is no ticket's never stands in the history of one.
        default: field.rawValue
        }
    }
}

extension Words.Doctor {
    static let chinese = Words.Doctor(
        examining: "正在检查", rebuilding: "正在重建搜索索引",
        lines: { health in
            let indexed = health.tickets - health.unindexed.count
            let places = health.unindexed.prefix(10).map { "#\($0.rawValue)" }.joined(by: " ")
            return [
                mark(health.damage.isEmpty) + "文件完整性" + (health.damage.first.map { "：\($0)" } ?? ""),
                mark(health.orphans == 0) + "引用" + (health.orphans > 0 ? "：\(health.orphans) 处断裂" : ""),
                mark(health.unindexed.isEmpty) + "搜索索引 \(indexed)/\(health.tickets)"
                    + (places.isEmpty ? "" : "：\(places) — desk doctor --fix"),
                mark(health.unlikeBlocks.isEmpty) + "相似工单"
                    + (health.unlikeBlocks.isEmpty ? "" : "：\(health.unlikeBlocks.count) 块过期 — desk doctor --fix"),
                mark(health.alteredSources.isEmpty) + "导入的文件 \(health.sources)"
                    + (health.alteredSources.isEmpty ? "" : "：已被改动：" + health.alteredSources.joined(by: "、")),
            ]
        })

    private static func mark(_ isWell: Bool) -> String { isWell ? "✓ " : "✗ " }
}
