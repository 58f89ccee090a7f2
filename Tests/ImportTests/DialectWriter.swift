import Workflow

/// Writes known tickets in a dialect.
struct DialectWriter {
    private let shape: DialectShape
    private var lines: [String] = []

    static func file(_ tickets: [DialectTicket], _ shape: DialectShape) -> [UInt8] {
        var writer = DialectWriter(shape: shape)
        writer.open(tickets)
        for (index, ticket) in tickets.enumerated() { writer.add(ticket, index + 1) }
        writer.close(tickets.count)
        var text = writer.lines.joined(separator: shape.ends == .crlf ? "\r\n" : "\n")
        if shape.ends != .noFinal { text += shape.ends == .crlf ? "\r\n" : "\n" }
        return (shape.mark == .byteOrder ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
    }

    private init(shape: DialectShape) { self.shape = shape }

    private mutating func add(_ text: String) {
        lines += text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    private mutating func blank() { if shape.spacing == .loose { lines.append("") } }

    private mutating func open(_ tickets: [DialectTicket]) {
        switch shape.opening {
        case .none: return
        case .title: add("# 港口客服记录 - Part 3\n\n由人工整理，已脱敏。\n")
        case .declared: add("# 港口客服记录\n\n**总问题数**: \(tickets.count)\n\n---\n")
        case .quoted: add("# Harbour desk\n\n> 本文件共 \(tickets.count) 个问题\n")
        case .contents:
            add("# 港口客服记录\n\n## 目录\n")
            for (index, ticket) in tickets.enumerated() { add("- [\(index + 1). \(ticket.title)](#\(index + 1))") }
            add("\n---\n")
        }
    }

    private mutating func close(_ count: Int) {
        switch shape.closing {
        case .none: return
        case .summary: add("\n---\n\n## 总结\n\n本批次共处理 \(count) 个工单:\n\n### 高频问题:\n- 证书\n- 账单")
        case .statistics: add("\n---\n\n\(signs(0)) 本批次数据统计\n\n1. **证书** (3个)\n2. **账单** (1个)\n\n**说明**: 以上。")
        }
    }

    /// The second part stands a level lower.
    private var isInSecondPart = false

    private func signs(_ depth: Int) -> String {
        String(repeating: "#", count: shape.level.rawValue + depth + (isInSecondPart ? 1 : 0))
    }

    private func mark(_ depth: Int, _ text: String) -> String {
        let blank = shape.blanks == .wide ? "\u{3000}" : shape.blanks == .tab ? "\t" : " "
        let start = shape.blanks == .indented ? "  " : ""
        return start + signs(depth) + blank + text + (shape.behind == .marks ? " " + signs(depth) : "")
    }

    private mutating func add(_ ticket: DialectTicket, _ number: Int) {
        if shape.groups == .some, number % 3 == 1 { add("## 第\(number)组咨询\n") }
        if shape.parts == .two, number == 5 {
            add("# 第二册\n")
            isInSecondPart = true
        }
        if shape.title == .block {
            label("标题", ticket.title)
        } else {
            add(mark(0, heading(ticket, number)))
            blank()
        }
        if shape.title == .label { label("标题", ticket.title) }
        if !ticket.path.isEmpty { label(categoryName, ticket.path.joined(separator: shape.separator.rawValue)) }
        if shape.people == .header { people(ticket.values) }
        if let status = ticket.status, shape.status == .header { label("解决状态", status) }
        if shape.extra == .label, shape.labelLook != .heading { label("适用范围", ticket.extra[0].text) }
        blank()
        section(0, ticket.description)
        if shape.answers != .none { section(1, answers(ticket)) }
        if shape.causes != .none { section(2, causes(ticket)) }
        if shape.turns != .none, shape.answers != .talk, shape.answers != .pairs { section(3, talk(ticket.turns)) }
        if shape.extra == .section { section(4, ticket.extra[0].text) }
        if shape.extra == .label, shape.labelLook == .heading { section(5, ticket.extra[0].text) }
        if let status = ticket.status, shape.status == .footer { section(6, status) }
        divide()
    }

    private mutating func people(_ values: TicketValues) {
        label("客户", values.customer ?? "")
        label("客服", values.assignee ?? "")
        label("优先级", values.priorityText ?? "")
        label("创建时间", "2023-11-14 22:13")
    }

    private mutating func divide() {
        switch shape.divider {
        case .rule: add("\n---\n")
        case .stars: add("\n***\n")
        case .none: add("")
        }
    }

    private func heading(_ ticket: DialectTicket, _ number: Int) -> String {
        let chinese = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
        switch shape.title {
        case .bare: return ticket.title
        case .problem: return "问题 \(number): \(ticket.title)"
        case .q: return "Q\(number)：\(ticket.title)"
        case .number: return "\(number). \(ticket.title)"
        case .comma: return "\(number)、\(ticket.title)"
        case .chineseCase: return "案例\(chinese[number - 1])：\(ticket.title)"
        case .bracket: return "【\(number)】\(ticket.title)"
        case .bracketWord: return "【问题\(number)】 \(ticket.title)"
        case .dash: return "Case \(number) - \(ticket.title)"
        case .sign: return "工单 #\(number) \(ticket.title)"
        case .label: return "工单 \(number)"
        case .qMark: return "Q: \(ticket.title)"
        case .key: return "HB-\(number): \(ticket.title)"
        case .block: return ticket.title
        }
    }

    private var categoryName: String {
        switch shape.categoryName {
        case .category: "分类"
        case .problemCategory: "问题分类"
        case .tag: "分类标签"
        case .english: "Category"
        case .weak: "问题类型"
        }
    }

    private mutating func label(_ name: String, _ value: String) {
        switch shape.labelLook {
        case .narrow: add("**\(name)**: \(value)")
        case .wide: add("**\(name)**：\(value)")
        case .inside: add("**\(name)：** \(value)")
        case .bracket: add("【\(name)】\(value)")
        case .listed: add("- **\(name)**: \(value)")
        case .plain: add("\(name)：\(value)")
        case .quoted: add("> **\(name)**: \(value)")
        case .row: add("| \(name) | \(value) |")
        case .heading: add("\(mark(1, name))\n\(value)")
        }
    }

    private mutating func section(_ index: Int, _ content: String) {
        let name = sectionNames[index]
        if shape.stray == .marks { add("#") }
        switch shape.sectionLook {
        case .heading: add(mark(1, name))
        case .deepHeading: add(mark(2, "\(name)："))
        case .numberedHeading: add(mark(1, "\(index + 1). \(name)"))
        case .boldHeading: add(mark(1, "**\(name)**"))
        case .labelAbove: add("**\(name)**:")
        case .bracket: add("【\(name)】")
        case .inlineLabel:
            add("**\(name)**：\(isInline(index) ? content : "\n" + content)")
            return blank()
        }
        blank()
        add(content)
        blank()
    }

    /// Lists and turns begin on a line of their own.
    private func isInline(_ index: Int) -> Bool {
        switch index {
        case 1: shape.answers == .one
        case 2: shape.causes == .line || shape.causes == .semicolons
        case 3: false
        default: true
        }
    }

    private var sectionNames: [String] {
        switch shape.names {
        case .detailed: ["详细问题描述", "客服解答内容", "根本原因分析", "完整对话记录", "后续安排", "适用范围", "解决状态"]
        case .short: ["问题描述", "解答", "原因分析", "对话记录", "后续安排", "适用范围", "状态"]
        case .colloquial: ["问题现象", "解决方案", "问题原因", "沟通记录", "后续安排", "适用范围", "处理状态"]
        case .english:
            ["Problem Description", "Agent Replies", "Root Cause", "Conversation", "后续安排", "适用范围", "Status"]
        }
    }

    private func answers(_ ticket: DialectTicket) -> String {
        let answers = ticket.answers
        let gap = shape.spacing == .loose ? "\n\n" : "\n"
        switch shape.answers {
        case .dashes: return answers.map { "- \($0)" }.joined(separator: "\n")
        case .stars: return answers.map { "* \($0)" }.joined(separator: "\n")
        case .numbers: return answers.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: gap)
        case .commas: return answers.enumerated().map { "\($0 + 1)、\($1)" }.joined(separator: "\n")
        case .one, .lines: return answers.joined(separator: gap)
        case .talk: return talk(ticket.turns)
        case .pairs: return pairs(ticket.turns)
        case .none: return ""
        }
    }

    private func causes(_ ticket: DialectTicket) -> String {
        switch shape.causes {
        case .list: ticket.causes.map { "- \($0)" }.joined(separator: "\n")
        case .semicolons: ticket.causes.joined(separator: "；")
        case .label: "**根本原因**：\(ticket.causes[0])"
        case .line, .none: ticket.causes.joined()
        }
    }

    private func pairs(_ turns: [Turn]) -> String {
        let items = stride(from: 0, to: turns.count, by: 2).map { at in
            "\(at / 2 + 1). **客户问题**: \(turns[at].body)\n   **客服回复**: \(turns[at + 1].body)"
        }
        return items.joined(separator: shape.spacing == .loose ? "\n\n" : "\n")
    }

    private func talk(_ turns: [Turn]) -> String {
        let words = spoken(turns)
        return shape.wrapping == .fence ? "~~~\n\(words)\n~~~" : words
    }

    private func spoken(_ turns: [Turn]) -> String {
        turns.map { speaker($0.role) + $0.body }.joined(separator: shape.spacing == .loose ? "\n\n" : "\n")
    }

    private func speaker(_ role: Role) -> String {
        let name = role == .customer ? "客户" : "客服"
        return switch shape.turns {
        case .bold: "**\(name)**："
        case .boldInside: "**\(name)：** "
        case .plain: "\(name)："
        case .listed: "- **\(name)**: "
        case .bracket: "【\(name)】"
        case .narrow: role == .customer ? "**User**: " : "**Support**: "
        case .none: ""
        }
    }
}
