import Storage
import Workflow

extension Words.Verbs {
    static let chinese = Words.Verbs(
        askMany: { "将改动 \($0) 张工单，继续吗？[y/N]" },
        askUnfinished: { found in "客户会看到 \(found.map { SafeText.line($0) }.joined(by: "、"))，仍要发出吗？[y/N]" },
        changed: { verb, change, facts in
            let end = facts.operation.map { " · op \($0)" } ?? (facts.isDryRun ? "（试运行，未写入）" : "")
            if change.isUnchanged { return unchanged(change) + (facts.isDryRun ? end : "") }
            return "#\(change.after.number.rawValue) \(moved(change, facts))\(said(verb, change))\(end)"
        },
        agentAdded: { "\($0.name) 的角色现在是 \($0.role.name)" },
        next: { next($0) },
        nothingNext: "没有等待你处理的工单。",
        categoryAdded: { path, isNew in isNew ? "已增加分类 \(path)。" : "分类 \(path) 早已存在。" },
        categoryRenamed: { "\($0) → \($1)，旧名仍可使用" }, categoryAliased: { "\($0) 现在指 \($1)。" },
        categoryRetired: { path, isRetired in isRetired ? "\(path) 已停用，新工单不再使用。" : "\(path) 已恢复使用。" },
        viewSaved: { "@\($0) 的查询：\($1)" }, viewRemoved: { "@\($0) 已删除。" })

    private static func next(_ urgent: Urgent) -> String {
        let ticket = urgent.ticket
        let age = urgent.waitedMinutes.map { "，\(length($0))前提交" } ?? "，提交时间未知"
        let due = urgent.dueMinutes.map { $0 < 0 ? "已超时 \(length(-$0))，" : "\(length($0))后到期，" } ?? ""
        let taken = urgent.operation.map { " · 已由你处理 · op \($0)" } ?? ""
        return "#\(ticket.number.rawValue) \(TextDirection.isolated(SafeText.short(ticket.title)))\(taken)\n"
            + "  理由：\(due)\(Words.chinese.priority(ticket.priority))\(age)；另有 \(urgent.others) 张在等"
    }

    private static func length(_ minutes: Int64) -> String {
        if minutes < 60 { return "\(minutes) 分钟" }
        return minutes < 2880 ? "\(minutes / 60) 小时" : "\(minutes / 1440) 天"
    }

    private static func name(of state: CauseState) -> String {
        switch state {
        case .unverified: "未核实"
        case .suggested: "建议"
        case .confirmed: "已确认"
        case .rejected: "已否定"
        }
    }

    private static func unchanged(_ change: CommandResult.Change) -> String {
        "#\(change.after.number.rawValue) \(Words.chinese.status(change.after.status)) · \(Words.Past.chinese.nothingChanged)"
    }

    private static func moved(_ change: CommandResult.Change, _ facts: ChangeFacts) -> String {
        let (before, after) = (Words.chinese.status(change.before.status), Words.chinese.status(change.after.status))
        return (before == after ? after : "\(before) → \(after)") + (facts.until.map { "，到 \($0)" } ?? "")
            + (facts.reason.map { "（\(TextDirection.isolated(SafeText.line($0)))）" } ?? "")
    }

    private static func heard(_ change: CommandResult.Change, _ reception: Reception) -> String {
        guard let followUp = change.followUp else { return " · 客户消息已保存（公开）" }
        return " → 已建后续工单 #\(followUp.number.rawValue)" + lateness(change, followUp, reception)
            + " · 客户消息保存在其中（公开）"
    }

    private static func lateness(_ change: CommandResult.Change, _ followUp: Ticket, _ reception: Reception) -> String {
        guard let closed = change.before.closedAt, let now = followUp.createdAt, case .within(let days) = reception.late
        else { return "" }
        return "（关闭已 \(LateReply.days(from: closed, to: now, in: reception.zone)) 天，期限 \(days) 天）"
    }

    private static func escalated(_ change: CommandResult.Change) -> String {
        let before = Words.chinese.priority(change.before.priority)
        let after = Words.chinese.priority(change.after.priority)
        return before == after ? " · 优先级仍为 \(after)" : " · 优先级 \(before) → \(after)"
    }

    private static func said(_ verb: TicketCommand, _ change: CommandResult.Change) -> String {
        switch verb {
        case .take, .steal, .release, .assign(_, nil), .assignByRule(_, nil):
            " · 处理人 \(change.after.assignee ?? "—")"
        case .assign, .assignByRule, .transfer:
            " · 技能组 \(change.after.team ?? "—") · 处理人 \(change.after.assignee ?? "—")"
        case .reply: " · 公开回复已保存"
        case .note: " · 内部备注已保存"
        case .canned(let text): text.isInternal ? " · 内部备注已保存" : " · 公开回复已保存"
        case .receive(_, _, let reception): heard(change, reception)
        case .followUp: " → 已建后续工单 #\(change.followUp?.number.rawValue ?? 0)"
        case .series(let verbs): verbs.sayingEditsOnce.map { said($0, change) }.joined(by: "")
        case .resolve(let end), .close(let end):
            (end.resolution.map { " · \($0.name)" } ?? "")
                + end.causes.map { " · 根本原因 \(SafeText.line($0))（已确认）" }.joined(by: "")
                + (end.message == nil ? "" : " · 公开回复已保存")
                + (end.article.map { " · \($0)" } ?? "")
        case .escalate(_, _, let team, let reason):
            escalated(change) + (team.map { " · 技能组 \($0.name)" } ?? "") + (reason == nil ? "" : " · 内部备注已保存")
        case .setCauseState(let causes, let state, let proof):
            causes.map { " · 根本原因 \(SafeText.line($0))（\(name(of: state))）" }.joined(by: "")
                + (proof.isPrimary ? " · 主要原因" : "") + (proof.evidence.map { " · 证据 m\($0)" } ?? "")
        case .edit: " · " + Words.Past.chinese.values(change.values)
        case .useArticle(let article, _): " · \(article)"
        case .watch(let agent, let isOn): Words.Relations.chinese.watched(agent, isOn)
        case .remove: " · 已移入回收站，可用 desk restore 恢复"
        case .restore: " · 已移出回收站"
        case .pend, .hold, .wake, .reopen: ""
        }
    }
}

extension Words.Errors {
    static func chinese(_ error: WorkflowError) -> [String] {
        switch error {
        case .notAllowed(let action, let status, let allowed):
            [
                "“\(Words.chinese.status(status))”的工单不能 \(action.rawValue)。",
                "可以：" + allowed.map(\.rawValue).joined(by: "、"),
            ]
        case .taken(let name):
            ["\(name) 正在处理。", "可用 desk assign 或 desk release 改变。"]
        case .lacks(let missing):
            [
                "解决前还缺：" + missing.map(name).joined(by: "、") + "。",
                "请补上：desk resolve … " + missing.map(option).joined(by: " "),
            ]
        case .relation(let fault): chinese(fault)
        case .roleTooLow(let action, let status, let has, let needs):
            ["对“\(Words.chinese.status(status))”的工单执行 \(action.rawValue) 需要 \(needs.name)，你是 \(has.name)。"]
        case .nobodyLeft(let permission):
            ["那样就没有人有权限“\(permission.rawValue)”了。", "admin 保留这项权限。"]
        case .nobodyPresent:
            ["可以接手的人都不在。", "desk agent 列出缺勤者，desk team 列出成员。"]
        case .unfinishedText(let found):
            [
                "未发送：公开内容里有 " + found.map { SafeText.line($0) }.joined(by: "、") + "。",
                "请改好后再发，或用 --force 原样发出；desk config set reply.guard off 关闭这项检查。",
            ]
        case .nobodySkilled:
            ["在岗的人都没有这项专长。", "可用 --auto least，或 desk agent edit 姓名 --skill …"]
        }
    }

    private static func name(_ requirement: Requirement) -> String {
        switch requirement {
        case .resolution: "处理结果"
        case .cause: "根本原因"
        case .category: "分类"
        case .customer: "客户"
        case .field(let name): "字段“\(name)”"
        }
    }

    private static func option(_ requirement: Requirement) -> String {
        switch requirement {
        case .resolution: "--resolution fixed"
        case .cause: "--cause 原因"
        case .category: "--category 分类"
        case .customer: "（desk edit … --customer 客户）"
        case .field(let name): "（desk edit … --field \(name)=内容）"
        }
    }
}
