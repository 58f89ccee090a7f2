import Workflow

/// What kind of entry a heading or an item makes.
enum EntryKindRule {
    static func heading(
        _ text: HeadingText, label: ArticleEntry.Role?, under parent: EntryDraft
    ) -> ArticleEntry.Kind {
        if label == .cause { return .section }
        if label != nil { return .section }
        if parent.role == .cause { return .cause }
        if isScenario(text) { return .scenario }
        if isCheck(text.title) { return .check }
        if isQuestion(text.title) || parent.kind == .item && text.number != nil { return .item }
        if parent.parent != nil, isQuestion(parent.title) { return .item }
        return .section
    }

    /// Nil for an item that is a line of its entry like others.
    static func item(
        isNumbered: Bool, role: ArticleEntry.Role, under owner: EntryDraft, in depth: Int
    ) -> ArticleEntry.Kind? {
        if role == .seeAlso || role == .note || role == .environment { return nil }
        if holdsScenarios(owner.title) && depth == 0 { return .scenario }
        if role == .cause { return .cause }
        if isNumbered { return holdsChecks(owner.title) ? .check : .step }
        if owner.kind == .step || owner.kind == .check { return .case }
        return holdsChecks(owner.title) && depth == 0 ? .check : nil
    }

    /// The parameter or code that a title is: one word of Latin letters, perhaps of several parts.
    static func key(_ title: String) -> String? {
        let isName = title.utf8.allSatisfy { byte in
            byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x5F || byte == 0x2D
                || byte == 0x2E
        }
        return isName && title.utf8.count >= 3 && title.utf8.contains { $0 | 0x20 >= 0x61 } ? title : nil
    }

    private static func isScenario(_ text: HeadingText) -> Bool {
        text.number.map { $0.hasPrefix("场景") || $0.lowercased().hasPrefix("scenario") } ?? false
    }

    private static func holdsScenarios(_ title: String) -> Bool {
        ["典型场景", "适用场景", "应用场景", "使用场景", "常见场景"].contains(title) || ["scenarios", "use cases"].contains(folded(title))
    }

    private static func holdsChecks(_ title: String) -> Bool {
        ["检查项", "检查清单", "排查清单", "checklist", "checks"].contains { folded(title).contains($0) }
    }

    private static func isCheck(_ title: String) -> Bool {
        ["检查", "排查", "确认", "查看是否", "check ", "verify ", "√ "].contains { folded(title).hasPrefix($0) }
    }

    private static let askingStarts = [
        "q:", "q：", "问：", "问:", "为什么", "为何", "如何", "怎么", "怎样", "是否", "什么是", "能否", "可以", "what ", "why ", "how ", "can ",
        "is ",
        "are ", "do ", "does ", "which ", "when ", "where ", "should ", "could ", "will ",
    ]
    private static let askingParts = ["怎么办", "有什么", "怎么", "吗", "是什么", "如何", "多少", "多久", "哪些", "该如何", "为什么", "么办"]

    static func isQuestion(_ title: String) -> Bool {
        let title = folded(title)
        return title.hasSuffix("?") || title.hasSuffix("？") || askingStarts.contains { title.hasPrefix($0) }
            || askingParts.contains { title.contains($0) }
    }
}

/// A line that asks, without being a heading: `Q：…`, `问：…`, `**Q1: …**`.
struct QuestionMark {
    let number: String?
    let text: Range<Int>

    init(number: String?, text: Range<Int>) { (self.number, self.text) = (number, text) }

    /// `<summary>What is it?</summary>`: its details answer.
    init?(summary content: Range<Int>, in bytes: Bytes) {
        guard let open = bytes.first("<summary", in: content),
            let start = bytes.first(">", in: open..<content.upperBound),
            let end = bytes.first("</summary>", in: start..<content.upperBound)
        else { return nil }
        let text = bytes.trimmed(start + 1..<end)
        guard EntryKindRule.isQuestion(PlainText.line(bytes.text(text))) else { return nil }
        (number, self.text) = (nil, text)
    }

    init?(_ content: Range<Int>, in bytes: Bytes) {
        var start = content.lowerBound
        while start < content.upperBound, bytes[start] == 0x2A { start += 1 }
        let mark = start
        if bytes.has("问", at: start, limit: content.upperBound) {
            start += 3
        } else if start < content.upperBound, bytes[start] == 0x51 {
            start += 1
        } else {
            return nil
        }
        while start < content.upperBound, bytes[start].isDigit { start += 1 }
        let numberEnd = start
        // `**Q**. …`
        while start < content.upperBound, start > mark, bytes[start] == 0x2A, mark > content.lowerBound { start += 1 }
        let isPoint = start < content.upperBound && bytes[start] == 0x2E
        guard let end = isPoint ? start + 1 : bytes.colonEnd(at: start, limit: content.upperBound) else { return nil }
        number = numberEnd - mark > 1 && bytes[numberEnd - 1].isDigit ? bytes.text(mark..<numberEnd) : nil
        text = bytes.trimmed(end..<content.upperBound)
        guard !text.isEmpty else { return nil }
    }
}

/// Where an entry tells of one of several places that a program runs in.
enum SideWords {
    private static let words: [(ArticleEntry.Side, [String])] = [
        (.ios, ["ios", "iphone", "ipad"]), (.android, ["android", "安卓", "logcat"]),
        (.console, ["控制台", "console"]), (.server, ["后台", "服务端", "服务器端", "server side", "backend"]),
    ]

    static func side(of title: String) -> ArticleEntry.Side? {
        let title = folded(title)
        return words.first { $0.1.contains { title.contains($0) } }?.0
    }

    static func side(in bytes: Bytes, _ range: Range<Int>) -> ArticleEntry.Side? {
        side(of: bytes.text(range.prefix(60)))
    }
}
