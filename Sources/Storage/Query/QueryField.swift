import Workflow

extension Query {
    /// Everything a query can name before an operator. The raw value is the name that descriptions print.
    package enum Field: String, CaseIterable, Sendable {
        case id, ref, source, batch
        case status, `is`, priority
        case category, assignee, team, author, customer, organization = "org", involves, watching
        case tag, channel, language = "lang"
        /// `field.NAME`, a field the desk added.
        case custom = "field"
        case cause, causeState = "cause.state", article = "kb", problem, resolution
        case created, updated, resolved, closed, due
        case firstReply = "first-reply", lastCustomer = "last-customer", lastAgent = "last-agent"
        case age, idle, waiting, resolutionTime = "resolution-time", replyTime = "reply-time"
        case sla, slaFirst = "sla.first", slaNext = "sla.next", slaResolve = "sla.resolve"
        /// When a promise came out so.
        case slaMet = "sla.met", slaBreached = "sla.breached", slaUnanswered = "sla.unanswered"
        case slaFirstMet = "sla.first.met", slaFirstBreached = "sla.first.breached"
        case slaFirstUnanswered = "sla.first.unanswered"
        case slaNextMet = "sla.next.met", slaNextBreached = "sla.next.breached"
        case slaNextUnanswered = "sla.next.unanswered"
        case slaResolveMet = "sla.resolve.met", slaResolveBreached = "sla.resolve.breached"
        /// What happened to it at some time, told by its events.
        case wasCreated = "was-created", wasResolved = "was-resolved", firstResolved = "first-resolved", wasReopened =
            "was-reopened", wasMerged = "was-merged"
        /// Resolved then, and open again since.
        case cameBack = "came-back"
        /// Not done at the end of that day.
        case openAt = "open-at"
        case messages, replies, reopens, handovers, csat, attachments
        case has, no
        case area = "in", was, changed, similar, sort
    }
}

extension Query.Field {
    /// What the values of a field are.
    package enum Kind: String, CaseIterable, Sendable {
        /// Ticket numbers: `.number`, `.span`, `.last`.
        case id
        /// `.text`
        case text
        /// The name of a thing the desk knows: `.text`, `.handle`, `.me`.
        case name
        /// `.date`, `.span`
        case date
        /// `.length`, `.span`
        case duration
        /// `.number`, `.span`
        case number
        /// `.flag`, and `.status` for the statuses that are no flag
        case flag
        case status, priority, causeState, resolution
        /// `.slaState`, or `.length` with an ordering comparison
        case sla
        /// `.part`
        case part
        /// Gone from the tree: `Word.areas`.
        case area
        /// Gone from the tree: `Query.order`.
        case order
        /// Its own nodes: `.was`, `.changed`.
        case history
    }

    package var kind: Kind {
        switch self {
        case .id, .similar: .id
        case .ref, .source, .batch, .channel, .language, .custom, .article, .problem: .text
        case .category, .assignee, .team, .author, .customer, .organization, .involves, .watching, .tag, .cause: .name
        case .created, .updated, .resolved, .closed, .due, .firstReply, .lastCustomer, .lastAgent, .wasCreated,
            .wasResolved, .firstResolved, .wasReopened, .wasMerged, .cameBack, .openAt, .slaMet, .slaBreached,
            .slaUnanswered, .slaFirstMet,
            .slaFirstBreached, .slaFirstUnanswered,
            .slaNextMet,
            .slaNextBreached, .slaNextUnanswered, .slaResolveMet, .slaResolveBreached:
            .date
        case .age, .idle, .waiting, .resolutionTime, .replyTime: .duration
        case .messages, .replies, .reopens, .handovers, .csat, .attachments: .number
        case .is: .flag
        case .status: .status
        case .priority: .priority
        case .causeState: .causeState
        case .resolution: .resolution
        case .sla, .slaFirst, .slaNext, .slaResolve: .sla
        case .has, .no: .part
        case .area: .area
        case .sort: .order
        case .was, .changed: .history
        }
    }

    /// The comparisons the field allows. `!=` goes wherever `matches` does, but for `in:`, `sort:` and history.
    package var comparisons: [Query.Comparison] {
        let ordering: [Query.Comparison] = [.above, .atLeast, .below, .atMost]
        return switch kind {
        case .text where self == .custom: Query.Comparison.allCases
        case .text, .name: [.matches, .equals, .contains, .starts]
        case .date where self == .openAt: [.matches, .equals]
        case .sla where self != .sla: [.matches, .equals]
        case .date, .duration, .number, .priority, .sla: ordering + [.matches, .equals]
        case .id where self == .id: ordering + [.matches, .equals]
        case .id, .status, .flag, .causeState, .resolution, .part, .area, .order, .history: [.matches, .equals]
        }
    }

    /// Whether `none` and `any` say that nothing or something is set.
    package var admitsNone: Bool {
        switch kind {
        case .date where self == .openAt: false
        case .text, .name, .date, .duration, .number, .resolution: true
        case .priority, .id, .status, .flag, .causeState, .sla, .part, .area, .order, .history: false
        }
    }

    /// Whether the values are people, so that `me` and `@handle` mean somebody.
    package var admitsPeople: Bool {
        switch self {
        case .assignee, .team, .author, .customer, .organization, .involves, .watching: true
        default: false
        }
    }

    /// Whether `was:` and `changed:` can ask for its past.
    package var hasHistory: Bool {
        switch self {
        case .status, .priority, .category, .assignee, .team, .customer, .organization, .tag, .channel, .custom,
            .cause, .causeState, .problem, .resolution, .due, .article, .language:
            true
        default: false
        }
    }
}

extension Query.Field {
    /// The other names of each field, English then Chinese; the raw value is the first name.
    package static let aliases: KeyValuePairs<Query.Field, [String]> = [
        .id: ["number", "编号", "工单号", "号码", "号"],
        .ref: ["reference", "引用", "来源编号"],
        .source: ["file", "来源", "文件", "来源文件"],
        .batch: ["import", "批次", "导入批次", "导入"],
        .status: ["state", "状态", "工单状态"],
        .is: ["是", "为"],
        .priority: ["prio", "pri", "优先级", "优先", "级别"],
        .category: ["cat", "categories", "分类", "类别", "类目", "大类"],
        .assignee: ["assigned", "agent", "owner", "客服", "负责人", "受理人", "处理人", "坐席"],
        .team: ["queue", "团队", "小组", "技能组", "组"],
        .author: ["creator", "createdby", "作者", "创建人", "提交人", "发言人"],
        .customer: ["requester", "client", "客户", "用户", "提问人"],
        .organization: ["organisation", "organization", "company", "公司", "客户公司", "单位"],
        .involves: ["involved", "参与", "参与人", "涉及"],
        .watching: ["watcher", "watchers", "关注", "关注人"],
        .tag: ["tags", "label", "标签", "关键词"],
        .channel: ["渠道"],
        .language: ["language", "语言"],
        .custom: ["字段", "自定义"],
        .cause: ["rootcause", "root-cause", "原因", "根因", "根本原因"],
        .causeState: ["cause-state", "原因状态", "根因状态", "原因.状态", "根因.状态"],
        .article: ["article", "knowledge", "知识", "知识条目", "知识库"],
        .problem: ["问题", "已知错误"],
        .resolution: ["解决结果", "解决方式", "结果", "处理结果"],
        .created: ["opened", "创建", "创建时间", "创建于"],
        .updated: ["modified", "更新", "更新时间", "更新于"],
        .resolved: ["solved", "解决", "解决时间", "解决于"],
        .closed: ["关闭", "关闭时间", "关闭于"],
        .due: ["deadline", "到期", "到期时间", "截止", "期限"],
        .firstReply: ["first-response", "首次回复", "首次响应", "首响"],
        .lastCustomer: ["客户最后回复", "最后客户", "客户最后"],
        .lastAgent: ["客服最后回复", "最后客服", "客服最后"],
        .age: ["年龄", "存在时长", "工单时长"],
        .idle: ["闲置", "无更新", "空闲"],
        .waiting: ["等待", "等待时长"],
        .resolutionTime: ["解决时长", "解决用时"],
        .replyTime: ["response-time", "响应时长", "回复时长", "首响时长"],
        .sla: ["服务级别", "时限"],
        .slaFirst: ["sla-first", "服务级别.首次响应", "时限.首次响应"],
        .slaNext: ["sla-next", "服务级别.后续响应", "时限.后续响应"],
        .slaResolve: ["sla-resolve", "服务级别.解决", "时限.解决"],
        .slaMet: ["承诺达标"],
        .slaBreached: ["承诺未达标", "承诺超时"],
        .slaUnanswered: ["承诺未答复"],
        .slaFirstMet: ["首次响应达标"],
        .slaFirstBreached: ["首次响应未达标", "首次响应超时"],
        .slaFirstUnanswered: ["首次响应未答复"],
        .slaNextMet: ["后续响应达标"],
        .slaNextBreached: ["后续响应未达标", "后续响应超时"],
        .slaNextUnanswered: ["后续响应未答复"],
        .slaResolveMet: ["解决达标"],
        .slaResolveBreached: ["解决未达标", "解决超时"],
        .messages: ["msgs", "msg", "消息", "消息数"],
        .wasCreated: ["曾创建", "创建过"],
        .wasResolved: ["曾解决", "解决过"],
        .firstResolved: ["首次解决"],
        .wasReopened: ["曾重开", "重开过"],
        .wasMerged: ["曾合并", "合并过"],
        .cameBack: ["解决后重开", "解决又重开"],
        .openAt: ["当时未解决", "当日未解决"],
        .replies: ["answers", "回复数", "公开回复数"],
        .reopens: ["reopened", "重开", "重开次数"],
        .handovers: ["handover", "转交", "转交次数"],
        .csat: ["satisfaction", "满意度"],
        .attachments: ["附件", "附件数"],
        .has: ["有", "含"],
        .no: ["没有", "无", "缺"],
        .area: ["在", "范围"],
        .was: ["曾", "曾是", "曾经"],
        .changed: ["变更", "变更过", "改过"],
        .similar: ["like", "相似", "类似"],
        .sort: ["order", "排序"],
    ]

    /// Every name of this field, the canonical one first.
    package var names: [String] { [rawValue] + (Self.aliases.first { $0.key == self }?.value ?? []) }

    private static let allNames = allCases.flatMap(\.names)

    /// The field of that name in either language; case, width and `_` for `-` make no difference.
    package init?(name: String) {
        let name = queryFolded(name)
        if let field = Self(rawValue: name) {
            self = field
        } else if let field = Self.aliases.first(where: { $0.value.contains(name) })?.key {
            self = field
        } else {
            return nil
        }
    }

    /// The known name that is nearest to a mistyped one.
    static func nearest(to name: String) -> String? {
        Nearest(to: folded(name)).among(allNames)
    }
}
