import Storage
import Workflow

extension Words.People {
    static let chinese = Words.People(
        headings: Headings(
            agent: "客服", organisation: "客户公司", customers: "客户数", phone: "电话", email: "邮箱", language: "语言",
            vip: "VIP", open: "未解决", members: "成员", skills: "专长", absent: "缺勤", until: "至", permission: "权限",
            changedHere: "已改"),
        end: { outcome in
            switch outcome {
            case .done(let number): " · op \(number)"
            case .rehearsed: "（试运行，未写入）"
            case .unchanged: " · 无需改动"
            }
        },
        customer: { facts($0) }, customerPage: { page($0, $1) },
        sharedContact: { "\(SafeText.line($0)) 也是 \(SafeText.line($1)) 的。" },
        merged: { merged, mergeTarget, tickets in
            "\(names(merged, "、")) → \(mergeTarget)：转移 \(tickets) 张工单，旧名仍可使用"
        },
        orgPage: { org in
            [
                org.name + (org.isRetired ? "（已停用）" : ""),
                "客户：\(org.customers.isEmpty ? "—" : names(org.customers, "、"))",
                "共 \(org.tickets) 张工单，未解决 \(org.open) — desk ls '公司:\"\(org.name)\" is:any'",
            ]
        },
        added: { "已增加 \($0)" }, renamed: { "\($0) → \($1)" }, retired: { "\($0) 已停用，可用 desk … add 恢复" },
        left: { name, successor, tickets in
            "\(name) 已停用" + (successor.map { "，\(tickets) 张未解决的工单转给 \($0)" } ?? "")
        },
        team: { name, members in "技能组 \(name)：\(members.isEmpty ? "无成员" : names(members, "、"))" },
        teamHead: { "\($0.team.name)\($0.isRetired ? "（已停用）" : "")：\($0.open) 张未解决的工单" },
        agent: { agent($0) }, agentPage: { page($0, $1) },
        absence: { absence, zone in
            guard case .absent(let until) = absence else { return "在岗" }
            return until.map { "缺勤至 \(time($0, zone))" } ?? "缺勤"
        },
        isAbsent: { name, absence, moved in
            "\(name) \(absence)" + (moved.isNothing ? "" : "，\(moved.moved) 张工单转给他人，\(moved.left) 张保留")
        },
        isBack: { "\($0) 已回岗" }, permission: { what($0) },
        permitted: { "\($0.rawValue) 现在需要 \($1.name)" }, choice: { choice($0) })

    private static func page(_ customer: Customer, _ aliases: [String]) -> [String] {
        let about: [(String, String?)] = [
            ("电话", customer.phone), ("邮箱", customer.email), ("语言", customer.language),
            ("又名", aliases.isEmpty ? nil : names(aliases, "、")),
        ]
        let known = about.compactMap { label, value in value.map { "\(label) \($0)" } }
        return [
            customer.name + (customer.organisation.map { "（\($0)）" } ?? "") + (customer.isVIP ? " VIP" : "")
                + (customer.isRetired ? "（已停用）" : "")
        ] + (known.isEmpty ? [] : [known.joined(by: "   ")]) + [
            "共 \(customer.tickets) 张工单，未解决 \(customer.open) — desk ls '客户:\"\(customer.name)\" is:any'"
        ]
    }

    private static func agent(_ line: AgentLine) -> String {
        let skills = line.skills.isEmpty ? "" : " · 专长 \(names(line.skills, "、"))"
        return "\(line.agent.name) · \(line.agent.role.name)\(skills)"
    }

    private static func page(_ line: AgentLine, _ absence: String?) -> [String] {
        let standing = line.agent.isRetired ? "已停用" : absence
        return [
            agent(line) + (standing.map { " · \($0)" } ?? ""),
            "技能组：\(line.teams.isEmpty ? "—" : names(line.teams, "、"))",
            "未解决 \(line.open) 张 — desk ls '处理人:\"\(line.agent.name)\"'",
        ]
    }

    private static func choice(_ choice: AssignmentChoice) -> String {
        let chosen = choice.chosen
        var why = "未解决 \(chosen.open) 张，合计 \(choice.open) 张"
        if choice.rule == .roundRobin { why = chosen.lastTurn == nil ? "从未轮到" : "最久没有轮到" }
        if !chosen.skills.isEmpty { why += "，专长 \(names(chosen.skills, "、"))" }
        let others = choice.others.map { other in
            other.isAbsent ? "\(other.agent.name) 缺勤" : "\(other.agent.name) \(other.open)"
        }
        return "\(chosen.agent.name)（\(why)）" + (others.isEmpty ? "" : "；" + others.joined(by: "，"))
    }

    private static func what(_ permission: Permission) -> String {
        switch permission {
        case .work: "提交、答复、分配和解决工单；客户与客户公司"
        case .closeUnresolved: "关闭未解决的工单"
        case .reopenClosed: "重开已关闭的工单"
        case .importing: "导入工单，撤销导入"
        case .mergeCustomers: "合并客户，合并不同客户的工单"
        case .taxonomy: "分类、根本原因、标签、字段"
        case .automation: "共用的快捷回复、宏和规则"
        case .publishing: "发布和停用知识条目，修改已发布的知识条目"
        case .teams: "技能组、专长、他人的缺勤"
        case .calendars: "工作日历与服务级别"
        case .settings: "工单库的设置"
        case .repair: "重建 doctor 发现的损坏"
        case .roles: "增加和停用客服，规定角色的权限"
        case .purge: "彻底删除工单"
        case .erase: "彻底删除客户资料"
        }
    }
}

extension Words.Errors {
    /// What is said of people and their groups.
    static func chineseOfPeople(_ error: StorageError) -> [String] {
        switch error {
        case .noSuchName(let table, let name, let nearest):
            [
                "没有\(chineseName(of: table))“\(name)”。" + (nearest.map { "是否指“\($0)”？" } ?? ""),
                "desk \(table.noun) 列出全部。",
            ]
        case .nameTaken(let name): ["“\(name)”已经存在。", "没有改动。"]
        case .retired(let table, let name):
            ["\(chineseName(of: table)) \(name) 已停用。", "可用 desk \(table.noun) add \"\(name)\" 恢复。"]
        case .severalCustomers(let text, let names):
            ["“\(text)”可能是：\(names.joined(by: "、"))。"]
        case .mergedIntoItself: ["不能转给自己。", "没有改动。"]
        case .stillHasTickets(let table, let name, let count):
            ["\(name) 还有 \(count) 张未解决的工单。", "请指定接手者：desk \(table.noun) retire \"\(name)\" --to …"]
        case .lastAdmin: ["这是最后一位 admin，之后无人能规定权限。", "请先设另一位。"]
        case .noCustomer(let number): ["#\(number) 没有客户，也就没有客户公司。"]
        default: [error.description]
        }
    }

    private static func chineseName(of table: NamedTable) -> String {
        switch table {
        case .customer: "客户"
        case .organisation: "客户公司"
        case .team: "技能组"
        case .agent: "客服"
        }
    }
}
