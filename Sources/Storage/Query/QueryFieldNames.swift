import Workflow

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
        .wasResolved: ["曾解决", "解决过"],
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
