extension Query {
    /// What `sort:` can order by. `-desc` behind a name turns it round.
    package enum SortKey: String, CaseIterable, Sendable, QueryVocabulary {
        case id, created, updated, resolved, closed, due, priority, status, category, customer, assignee, team, title
        case age, idle, waiting, sla, messages, relevance
        case firstReply, lastCustomer, lastAgent

        var names: [String] {
            switch self {
            case .id: ["id", "number", "编号"]
            case .created: ["created", "创建", "创建时间"]
            case .updated: ["updated", "更新", "更新时间"]
            case .resolved: ["resolved", "解决", "解决时间"]
            case .closed: ["closed", "关闭", "关闭时间"]
            case .due: ["due", "到期", "截止"]
            case .priority: ["priority", "prio", "优先级"]
            case .status: ["status", "状态"]
            case .category: ["category", "cat", "分类"]
            case .customer: ["customer", "客户"]
            case .assignee: ["assignee", "客服", "负责人"]
            case .team: ["team", "团队"]
            case .title: ["title", "标题"]
            case .age: ["age", "年龄"]
            case .idle: ["idle", "闲置"]
            case .waiting: ["waiting", "等待"]
            case .sla: ["sla", "服务级别", "时限"]
            case .messages: ["messages", "msgs", "消息"]
            case .relevance: ["relevance", "rank", "相关", "相关度"]
            case .firstReply: ["first-reply", "首次回复"]
            case .lastCustomer: ["last-customer", "最后客户"]
            case .lastAgent: ["last-agent", "最后客服"]
            }
        }
    }
}
