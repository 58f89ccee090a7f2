import Workflow

/// Where a line without labels begins to tell something else: `主要表现 … 。主要原因是 … 。从log中可以看到 …`.
enum ParagraphCuts {
    struct Cut {
        let start: Int
        let role: ArticleEntry.Role
    }

    private static let words: [(StaticString, ArticleEntry.Role)] = [
        ("主要表现", .symptom), ("问题表现", .symptom), ("表现为", .symptom), ("Main symptom", .symptom),
        ("The main symptom", .symptom), ("Main indication", .symptom), ("The main indication", .symptom),
        ("Symptom:", .symptom),
        ("主要原因", .cause), ("原因主要", .cause), ("原因是", .cause), ("出现的原因是", .cause), ("原因为", .cause), ("一般是由于", .cause),
        ("这是由于", .cause), ("由于", .cause), ("确认方法", .remedy),
        ("这是因为", .cause), ("The main cause", .cause), ("The cause", .cause), ("This is because", .cause),
        ("This is caused by", .cause), ("The reason is", .cause), ("The main reason", .cause), ("Main cause", .cause),
        ("解决办法", .remedy), ("解决方法", .remedy), ("解决方案", .remedy), ("修复方案", .remedy), ("处理方法", .remedy),
        ("To fix ", .remedy),
        ("To resolve ", .remedy), ("To solve ", .remedy), ("The solution", .remedy), ("请降低", .remedy),
        ("可以设置", .remedy),
        ("从log中", .sample), ("从 log 中", .sample), ("从日志", .sample), ("通过终端的日志", .sample), ("日志关键字", .sample),
        ("log表现", .sample), ("log 表现", .sample), ("From the log", .sample), ("You can see", .sample),
        ("Android app", .symptom), ("iphone app", .symptom), ("iPhone app", .symptom), ("后台log", .symptom),
    ]

    private static let boundaries: [StaticString] = ["。", "；", "！", "？", "，", "”", "】"]
    private static let narrowBoundaries: Set<UInt8> = [0x2E, 0x3B, 0x21, 0x3F, 0x2C, 0x20, 0x29, 0x5D]

    /// In the order of the line. A line that tells one thing has none.
    static func places(_ bytes: Bytes, _ content: Range<Int>) -> [Cut] {
        guard content.count >= 12, content.count < 20_000 else { return [] }
        var cuts: [Cut] = []
        var at = content.lowerBound
        while at < content.upperBound {
            if isClause(bytes, at, content.lowerBound), let role = role(bytes, at, content.upperBound) {
                let isOtherSide = SideWords.side(in: bytes, at..<min(content.upperBound, at + 12)) != nil
                if cuts.last?.role != role || isOtherSide { cuts.append(Cut(start: at, role: role)) }
            }
            at += step(bytes[at])
        }
        // A symptom or a cause among them says that the line is one of these; a remedy alone may be any sentence.
        return cuts.contains { $0.role == .symptom || $0.role == .cause } || cuts.first?.start == content.lowerBound
            ? cuts : []
    }

    private static func step(_ byte: UInt8) -> Int {
        byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
    }

    private static func isClause(_ bytes: Bytes, _ at: Int, _ start: Int) -> Bool {
        if at == start { return true }
        if narrowBoundaries.contains(bytes[at - 1]) { return true }
        return boundaries.contains { bytes.has($0, at: at - 3, limit: at) }
    }

    private static func role(_ bytes: Bytes, _ at: Int, _ limit: Int) -> ArticleEntry.Role? {
        let first = bytes[at]
        return words.first { $0.0.utf8Start.pointee == first && bytes.has($0.0, at: at, limit: limit) }?.1
    }
}

/// Whether a line says that what follows was printed by a program.
enum SampleWords {
    private static let printed: [String] = [
        "报错", "错误", "提示", "返回", "日志", "log", "error", "输出", "显示", "failure", "output", "打印", "异常", "如下信息", "returns",
        "message", "similar to", "looks like",
    ]
    private static let typed: [String] = [
        "执行", "命令", "运行", "配置", "代码", "run ", "command", "execute", "set ", "add ", "create", "edit",
        "use the following",
        "修改", "添加", "try ", "apply", "install",
    ]

    static func arePrintedNext(_ bytes: Bytes, _ content: Range<Int>) -> Bool {
        let tail = max(content.lowerBound, content.upperBound - 160)
        let text = folded(bytes.text(tail..<content.upperBound))
        return printed.contains { text.contains($0) } && !typed.contains { text.contains($0) }
    }
}

/// Lines that only say whom to ask next.
enum EscalationWords {
    private static let ways = [
        "提交工单", "工单", "联系我们", "人工客服", "联系人工", "技术支持", "联系客服", "在线客服", "售后", "submit a ticket", "open a ticket",
        "contact support", "contact us", "technical support", "customer support", "support team", "file an issue",
    ]
    private static let openings = [
        "如果", "若", "如问题", "如仍", "如还", "可以", "您可以", "请", "还有", "仍", "需", "如需", "如有", "以上", "如", "问题", "if ", "for ",
        "please ",
        "still ", "contact ", "submit ", "when ", "should ", "to get",
    ]

    static func standAlone(_ bytes: Bytes, _ content: Range<Int>) -> Bool {
        guard content.count >= 12, content.count <= 600 else { return false }
        let text = folded(PlainText.line(bytes.text(content)))
        return openings.contains { text.hasPrefix($0) } && areIn(text)
    }

    static func areIn(_ text: String) -> Bool { ways.contains { text.contains($0) } }
}
