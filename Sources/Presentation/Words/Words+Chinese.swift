import Workflow

extension Words {
    static let chinese = Words(
        headings: .chinese, list: .chinese, message: Message(isPublic: "公开", isInternal: "内部"),
        progress: Progress(files: { "文件 \($0)/\($1)" }, tickets: { "\($0) 张工单" }),
        session: .chinese, start: .chinese, ticket: .chinese, page: .chinese, importing: .chinese, report: .chinese,
        doctor: .chinese, verbs: .chinese, past: .chinese, people: .chinese, settings: .chinese, drafts: .chinese,
        texts: .chinese, taxonomy: .chinese, relations: .chinese, sla: .chinese, knowledge: .chinese,
        articles: .chinese, flow: .chinese, logs: .chinese, diagnosis: .chinese, domains: .chinese, errors: .chinese,
        status: { chineseName(of: $0) },
        priority: { chineseName(of: $0) },
        role: { chineseName(of: $0) })

    private static func chineseName(of status: Status) -> String {
        switch status {
        case .new: "待受理"
        case .open: "处理中"
        case .pending: "待客户反馈"
        case .hold: "挂起"
        case .resolved: "已解决"
        case .closed: "已关闭"
        }
    }

    private static func chineseName(of priority: Priority) -> String {
        switch priority {
        case .low: "低"
        case .normal: "普通"
        case .high: "重要"
        case .urgent: "紧急"
        }
    }

    private static func chineseName(of role: Role) -> String {
        switch role {
        case .customer: "客户"
        case .agent: "客服"
        case .system: "系统"
        }
    }
}

extension Words.Headings {
    fileprivate static let chinese = Words.Headings(
        id: "编号", priority: "优先级", status: "状态", due: "到期", category: "分类", customer: "客户",
        assignee: "处理人", title: "标题", created: "创建时间", updated: "更新时间", tags: "标签", field: "字段",
        kind: "类型", resolved: "解决时间", closed: "关闭时间", priorityText: "客户原话", statusText: "原状态", team: "技能组",
        channel: "渠道", source: "来源", ordinal: "序号", batch: "批次", version: "版本", snippet: "命中", imported: "导入时间",
        agent: "操作人", files: "文件", tickets: "工单", undone: "已撤销", file: "文件", declared: "声明", found: "实有",
        bytes: "字节", sameAs: "等同于", path: "路径", operation: "操作号", time: "时间", command: "命令",
        what: "内容", role: "角色", actions: "可做的操作", name: "名称", query: "查询", retired: "停用",
        wakes: "等到", resolution: "结果", mergedInto: "已并入", fact: { TicketFactWords.chinese($0) })
}

extension Words.List {
    fileprivate static let chinese = Words.List(
        limited: { "显示 \($0) 条，共 \($1) 条 — --limit 0 显示全部" },
        count: { "\($0)/\($1)" },
        hiddenColumns: { "此处未显示：" + $0.joined(by: "、") + " — 请加宽窗口或使用 --fields" },
        empty: "没有找到", emptyHint: { EmptyListWords.chinese($0) },
        onlyOpen: "只查了未解决的工单；加 is:any 查全部。", unknown: "未知", never: "从未", none: "—", yes: "是", no: "否",
        unknownField: { field, nearest in
            "没有字段“\(field)”。" + (nearest.map { "是否指“\($0)”？" } ?? "")
        })
}
