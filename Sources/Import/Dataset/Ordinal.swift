/// A number before a text: `问题 1:`, `Q1：`, `1.`, `1、`, `（一）`, `【问题3】`, `Case 4 -`, `#5`, or a key: `BUG-12:`.
struct Ordinal: Sendable {
    let number: Int
    /// Where the text behind it starts.
    let end: Int
    let isChinese: Bool
    /// How it is written; titles of one file write it one way.
    let style: Style
    /// The whole of a key such as `BUG-12`, which names the ticket where its number alone does not.
    var key: Range<Int>?

    struct Style: Hashable, Sendable {
        var word: UInt8
        var opening: UInt8
        var closing: UInt8
        var isChinese: Bool

        /// Each of them names something: they need not count up.
        var isName: Bool { word > 0 }

        static let key: UInt8 = 255

        /// The word is one for a ticket; 第 and such count anything.
        var isTicketName: Bool { isName && (word == Self.key || !Ordinal.countsAnything(word)) }

        /// Decides between styles that are equally common.
        var rank: Int { Int(word) << 16 | Int(opening) << 12 | Int(closing) << 1 | (isChinese ? 1 : 0) }
    }

    private static let words: [StaticString] = [
        "客户问题", "用户问题", "问题", "问", "工单", "案例", "示例", "例", "条目", "记录", "对话", "会话", "咨询", "编号", "序号", "题", "第",
        "Question", "Problem", "Ticket", "Case", "Issue", "Example", "Item", "Record", "No.", "No", "QA", "Q&A", "Q",
        "question", "problem", "ticket", "case", "issue", "item", "q", "#", "＃", "故障", "缺陷", "事件", "事故", "任务", "需求",
        "疑问", "提问",
        "反馈", "問題", "問", "工單", "條目", "記錄", "對話", "會話", "諮詢", "編號", "題", "事故單", "Bug", "Defect", "Incident", "Task",
        "Story", "Error", "FAQ", "Request", "Conversation", "Session",
        "Chat", "Call",
        "Dialogue", "Dialog", "Scenario", "BUG", "ISSUE", "TICKET", "CASE", "INCIDENT", "TASK", "PROBLEM", "QUESTION",
        "Known Issue",
        "bug", "incident", "task", "Entry",
    ]
    private static let general: [String] = [
        "第", "例", "示例", "No.", "No", "Example", "Item", "item", "条目", "序号", "编号", "题", "Q", "q",
    ]

    fileprivate static func countsAnything(_ word: UInt8) -> Bool {
        let index = Int(word) - 1
        return words.indices.contains(index) && general.contains(words[index].description)
    }

    private static let units: [StaticString] = ["个问题", "个工单", "个案例", "条工单", "个", "条", "题", "则", "号", "例"]
    private static let signs: [StaticString] = ["#", "＃", "No.", "-", "_"]
    private static let roundOpenings: [StaticString] = ["（", "("]
    private static let openings: [StaticString] = ["【", "（", "(", "[", "「"]
    private static let closings: [StaticString] = ["】", "）", ")", "]", "」"]
    /// Signs between the number and the text. The first two say nothing before a digit: `10.8` is a number.
    private static let separators: [StaticString] = [
        ".", "-", "．", "、", "：", ":", "）", ")", "–", "—", "|", "｜", "》", "·", "•",
    ]

    /// The ordinal of a title; a word before the number may say what is counted.
    static func title(in bytes: Bytes, _ range: Range<Int>) -> Ordinal? {
        guard hasNumber(in: bytes, range) else { return nil }
        return key(in: bytes, range) ?? counted(in: bytes, range)
    }

    /// `BUG-12: x`, `[TKT-7] x`, `INC_0012 – x`: letters, a hyphen, a number, and something that ends them.
    private static func key(in bytes: Bytes, _ range: Range<Int>) -> Ordinal? {
        var scan = Scan(bytes: bytes, at: range.lowerBound, limit: range.upperBound)
        var style = Style(word: Style.key, opening: 0, closing: 0, isChinese: false)
        style.opening = scan.take(openings)
        let start = scan.at
        let letters = scan.skipKeyWord()
        guard (2...12).contains(letters), scan.skipKeyHyphen() else { return nil }
        let digits = scan.at
        guard let number = scan.number(), !number.isChinese else { return nil }
        // A name with a number in it, such as `C-4` or `utf-8`, is written small or short.
        guard scan.at > digits, bytes[start].isUpperCase, !scan.isAtWord else { return nil }
        let key = start..<scan.at
        guard var found = closed(scan, number, style) else { return nil }
        found.key = key
        return found
    }

    private static func counted(in bytes: Bytes, _ range: Range<Int>) -> Ordinal? {
        var scan = Scan(bytes: bytes, at: range.lowerBound, limit: range.upperBound)
        var style = Style(word: 0, opening: 0, closing: 0, isChinese: false)
        style.opening = scan.take(openings)
        style.word = scan.take(words)
        scan.skipBlanks()
        if style.word > 0, scan.take(signs) > 0 { scan.skipBlanks() }
        guard let number = scan.number() else { return nil }
        style.isChinese = number.isChinese
        return closed(scan, number, style)
    }

    /// Whether a number stands near the start at all; most titles are done with here.
    private static func hasNumber(in bytes: Bytes, _ range: Range<Int>) -> Bool {
        let limit = min(range.upperBound, range.lowerBound + 24)
        for at in range.lowerBound..<limit {
            if bytes[at].isDigit { return true }
            if at + 3 <= limit, Scan.sign(bytes[at], bytes[at + 1], bytes[at + 2]) != nil { return true }
        }
        return false
    }

    /// Whether `plain` can find anything here: a digit, a Chinese numeral or a bracket.
    @inline(__always)
    static func mayBegin(in bytes: Bytes, at start: Int, limit: Int) -> Bool {
        switch bytes[start] {
        case 0x28, 0x30...0x39: return true
        case 0xE4, 0xE5, 0xE7, 0xE9:
            guard start + 3 <= limit else { return false }
            return Scan.sign(bytes[start], bytes[start + 1], bytes[start + 2]) != nil
        case 0xEF: return bytes.has("（", at: start, limit: limit)
        default: return false
        }
    }

    /// The ordinal of a list item or a section name: no word before the number.
    static func plain(in bytes: Bytes, _ range: Range<Int>) -> Ordinal? {
        var scan = Scan(bytes: bytes, at: range.lowerBound, limit: range.upperBound)
        var style = Style(word: 0, opening: 0, closing: 0, isChinese: false)
        style.opening = scan.take(roundOpenings)
        guard let number = scan.number() else { return nil }
        style.isChinese = number.isChinese
        let ordinal = closed(scan, number, style)
        // A list is not written "1: x" or "1-x".
        guard let closing = ordinal?.style.closing, [1, 3, 4, 7, 8, 101, 102, 103].contains(closing) else { return nil }
        return ordinal
    }

    private static func closed(
        _ start: Scan, _ number: (value: Int, isChinese: Bool), _ style: Style
    ) -> Ordinal? {
        var scan = start
        var style = style
        if style.word > 0, style.word != Style.key { _ = scan.take(units) }
        if style.opening > 0 {
            scan.skipBlanks()
            guard scan.take(closings) == style.opening else { return nil }
            style.closing = 100 + style.opening
        }
        let beforeBlanks = scan.at
        scan.skipBlanks()
        let separator = scan.take(separators)
        if separator > 0, style.opening == 0 { style.closing = separator }
        guard isClosed(scan, style, separator, hadBlanks: scan.at > beforeBlanks) else { return nil }
        scan.skipBlanks()
        return Ordinal(number: number.value, end: scan.at, isChinese: number.isChinese, style: style)
    }

    private static func isClosed(_ scan: Scan, _ style: Style, _ separator: UInt8, hadBlanks: Bool) -> Bool {
        // "问题 1" alone, or "工单 7 标题": the word is enough when the number ends there.
        if separator == 0 { return style.opening > 0 || style.word > 0 && (scan.isAtEnd || hadBlanks) }
        let isNumberSign = separator <= 2 || separator == 5 || separator == 6
        return scan.isAtEnd || !isNumberSign || style.word > 0 || !scan.isAtDigit
    }
}

/// A place in the bytes that moves forward while words match.
private struct Scan {
    let bytes: Bytes
    var at: Int
    let limit: Int

    var isAtEnd: Bool { at >= limit }
    var isAtDigit: Bool { at < limit && bytes[at].isDigit }

    mutating func skipBlanks() {
        at = bytes.skippingBlanks(at, limit: limit)
        while bytes.has("\u{3000}", at: at, limit: limit) { at += 3 }
    }

    /// Which of the words stands here, counted from 1; it is passed over. 0 for none.
    mutating func take(_ words: [StaticString]) -> UInt8 {
        guard at < limit else { return 0 }
        for (index, word) in words.enumerated() where bytes.has(word, at: at, limit: limit) {
            at += word.utf8CodeUnitCount
            return UInt8(index + 1)
        }
        return 0
    }

    /// How many Latin letters stand here, with figures behind the first; they are passed over.
    mutating func skipKeyWord() -> Int {
        let start = at
        while at < limit, bytes[at].isLatinLetter || at > start && bytes[at].isDigit { at += 1 }
        return at - start
    }

    mutating func skipKeyHyphen() -> Bool {
        guard at < limit, bytes[at] == 0x2D || bytes[at] == 0x5F else { return false }
        at += 1
        return true
    }

    /// A letter or another hyphen follows: the number was a part of something longer.
    var isAtWord: Bool {
        at < limit && (bytes[at].isLatinLetter || bytes[at] == 0x2D && at + 1 < limit && bytes[at + 1] != 0x20)
    }

    mutating func number() -> (value: Int, isChinese: Bool)? {
        var value = 0
        let start = at
        while at < limit, at - start < 9, bytes[at].isDigit {
            value = value * 10 + Int(bytes[at] - 0x30)
            at += 1
        }
        if at > start { return isAtDigit ? nil : (value, false) }
        return chineseNumber().map { ($0, true) }
    }

    /// 一 … 九百九十九
    private mutating func chineseNumber() -> Int? {
        var total = 0
        var digit = 0
        let start = at
        while at - start < 18, at + 3 <= limit, let sign = Scan.sign(bytes[at], bytes[at + 1], bytes[at + 2]) {
            at += 3
            if sign >= 10 {
                total += max(digit, 1) * sign
                digit = 0
            } else {
                digit = sign
            }
        }
        return at > start ? total + digit : nil
    }

    /// What a Chinese numeral of three bytes is worth.
    @inline(__always)
    static func sign(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int? {
        switch (first, second, third) {
        case (0xE4, 0xB8, 0x80): 1
        case (0xE4, 0xBA, 0x8C): 2
        case (0xE4, 0xB8, 0x89): 3
        case (0xE5, 0x9B, 0x9B): 4
        case (0xE4, 0xBA, 0x94): 5
        case (0xE5, 0x85, 0xAD): 6
        case (0xE4, 0xB8, 0x83): 7
        case (0xE5, 0x85, 0xAB): 8
        case (0xE4, 0xB9, 0x9D): 9
        case (0xE5, 0x8D, 0x81): 10
        case (0xE7, 0x99, 0xBE): 100
        case (0xE9, 0x9B, 0xB6): 0
        default: nil
        }
    }
}
