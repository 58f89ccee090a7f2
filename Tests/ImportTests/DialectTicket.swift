import Workflow

@testable import Import

/// A ticket whose truth is known before it is written in some dialect.
struct DialectTicket {
    var title: String
    var path: [String]
    var description: String
    var answers: [String]
    var turns: [Turn]
    var causes: [String]
    var status: String?
    var extra: [NamedText]
    var values = TicketValues()

    private static let subjects = [
        "灯塔相册打不开", "账单里多了一项", "10.8-BI 报表为空", "如何更换域名", "证书一直处理中", "上传到一半就断开", "C# 示例在哪里",
        "为什么图片变模糊了?", "3 台机器同时掉线", "想关闭旧账号", "视频没有声音", "导出的表格乱码", "Login fails: code 504",
    ]
    private static let levels = ["对象仓", "加速网", "财务/账单", "SDK-工具", "其他类咨询", "证书问题", "API/SDK", "主机"]
    private static let words = [
        "您好，请稍等", "这边看下日志", "麻烦提供一下链接[图片]", "已经处理好了，您再试试", "好的，谢谢", "还是不行，提示 504: timeout",
        "访问 https://***域名***/***路径*** 报错", "昨天还正常；今天就不行了", "**很急**，请尽快", "[图片]", "这个在控制台 - 设置里改",
        "可以参考 docs.harbour.example/a?b=c", "是 A > B 的问题吗", "好", "时间：10:30，地点：杭州", "- 不是，是另一台",
    ]
    private static let reasons = ["源站配置不对", "证书过期：未及时续费", "缓存没有刷新", "用户操作/权限", "网络抖动"]

    init(_ shape: DialectShape, _ numbers: inout SeededNumbers) {
        title = DialectTicket.subjects.randomElement(using: &numbers)!
        path = (0..<shape.depth.rawValue).map { _ in DialectTicket.levels.randomElement(using: &numbers)! }
        description = DialectTicket.words.dropLast().randomElement(using: &numbers)! + "，怎么办"
        answers = []
        turns = []
        causes = []
        extra = []
        isGrouped = shape.groups == .some
        fillAnswers(shape, &numbers)
        fillTurns(shape, &numbers)
        fillCauses(shape, &numbers)
        if shape.people == .header { fillPeople(&numbers) }
        if shape.title == .key { values.reference = "" }
        if shape.status != .none { status = ["✓ 已解决", "⏳ 处理中", "⚠ 需要进一步跟进"].randomElement(using: &numbers)! }
        switch shape.extra {
        case .none: break
        case .label: extra = [NamedText(name: "适用范围", text: "内网与外网")]
        case .section: extra = [NamedText(name: "后续安排", text: "下周一再看一次\n\n- 先备份\n- 再升级")]
        }
    }

    private mutating func fillAnswers(_ shape: DialectShape, _ numbers: inout SeededNumbers) {
        let words = DialectTicket.words.dropLast()
        switch shape.answers {
        case .none, .talk, .pairs: return
        case .one: answers = [words.randomElement(using: &numbers)!]
        case .lines: answers = (0..<2).map { _ in words.randomElement(using: &numbers)! }
        default:
            answers = (0..<Int.random(in: 1...3, using: &numbers)).map { _ in words.randomElement(using: &numbers)! }
            answers[0] += "\n   - 第一步\n   - 第二步"
        }
    }

    private mutating func fillTurns(_ shape: DialectShape, _ numbers: inout SeededNumbers) {
        guard shape.turns != .none else { return }
        if shape.answers == .pairs { return fillPairs(&numbers) }
        turns.append(Turn(role: .customer, body: description))
        for _ in 0..<Int.random(in: 1...4, using: &numbers) {
            let role = Bool.random(using: &numbers) ? Role.agent : .customer
            turns.append(Turn(role: role, body: DialectTicket.words.randomElement(using: &numbers)!))
        }
        turns.append(Turn(role: .agent, body: DialectTicket.hazardous(shape)))
        turns.append(Turn(role: .customer, body: "好的"))
    }

    /// A question and its answer, twice or thrice.
    private mutating func fillPairs(_ numbers: inout SeededNumbers) {
        let words = DialectTicket.words.dropLast().filter { !$0.hasPrefix("时间") }
        for _ in 0..<Int.random(in: 2...3, using: &numbers) {
            turns.append(Turn(role: .customer, body: words.randomElement(using: &numbers)!))
            turns.append(Turn(role: .agent, body: words.randomElement(using: &numbers)!))
        }
    }

    private mutating func fillPeople(_ numbers: inout SeededNumbers) {
        values.customer = ["Ann Lee", "张三", "港口三号"].randomElement(using: &numbers)
        values.assignee = ["Sue Wang", "李四"].randomElement(using: &numbers)
        values.priority = Priority.allCases.randomElement(using: &numbers)
        values.priorityText = ["低", "中", "高", "紧急"][Int(values.priority!.rawValue) - 1]
        values.createdAt = SourceTime(milliseconds: 1_700_000_000_000 / 60_000 * 60_000)
    }

    /// A message with something in it that is structure elsewhere.
    private static func hazardous(_ shape: DialectShape) -> String {
        switch shape.hazard {
        case .none: "收到，再联系"
        case .fence: "示例如下\n```js\n- a\n1. b\n# c\n```\n就这些"
        case .comment: "import http\n# 打印结果\nprint(1)\n#EXTM3U\n#!/bin/sh"
        case .ticketHeading: "参考\n\n\(String(repeating: "#", count: shape.level.rawValue)) 使用方法\n打开控制台\n\n完毕"
        case .list: "分三步：\n1. 打开\n2. 关闭\n- 再打开\n  - 再关闭"
        case .rule: "上文\n\n---\n\n下文"
        case .masks: "***域名*** 与 ***密钥***\n***邮箱***\n|-正在上传\n> 引用\n【重要】请看"
        }
    }

    private mutating func fillCauses(_ shape: DialectShape, _ numbers: inout SeededNumbers) {
        switch shape.causes {
        case .none: return
        case .line, .label: causes = [DialectTicket.reasons.randomElement(using: &numbers)!]
        case .list, .semicolons: causes = Array(DialectTicket.reasons.shuffled(using: &numbers).prefix(2))
        }
    }

    private let isGrouped: Bool

    /// What a reader must make of it. A group is the category of tickets that name none.
    func draft(at number: Int) -> TicketDraft {
        var draft = TicketDraft(
            title: title, categoryPath: path.isEmpty && isGrouped ? ["第\((number - 1) / 3 * 3 + 1)组咨询"] : path,
            statusText: status, status: status.flatMap { StatusWords.status(of: $0) },
            description: description, answers: answers, rootCauses: causes, turns: turns, extra: extra)
        draft.values = values
        if values.reference != nil { draft.values.reference = "HB-\(number)" }
        return draft
    }
}
