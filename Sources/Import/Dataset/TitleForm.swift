/// A mark that titles of a file share, such as the `Q:` of a page of questions, where no number says the same.
struct TitleForm {
    private var titles = 0
    private var marked: [Int: Int] = [:]

    private static let marks: [StaticString] = [
        "Question", "Questions", "Problem", "Issue", "Bug", "FAQ", "Ticket", "Case", "问题", "提问", "疑问", "工单", "案例", "问",
        "Q", "q",
    ]

    mutating func see(_ title: Range<Int>, in bytes: Bytes) {
        titles += 1
        if let mark = TitleForm.mark(of: title, in: bytes) { marked[mark.index, default: 0] += 1 }
    }

    /// Nearly all titles have one.
    private var usual: Int? {
        guard titles > 0, let best = marked.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return nil }
        return best.value * 10 >= titles * 9 ? best.key : nil
    }

    var isUsual: Bool { usual != nil }

    /// Whether a title has what nearly all have.
    func fits(_ title: Range<Int>, in bytes: Bytes) -> Bool {
        guard let usual else { return false }
        return TitleForm.mark(of: title, in: bytes)?.index == usual
    }

    /// The title without it.
    func stripped(_ title: Range<Int>, in bytes: Bytes) -> Range<Int> {
        guard let mark = TitleForm.mark(of: title, in: bytes), mark.index == usual else { return title }
        let rest = bytes.trimmed(mark.end..<title.upperBound)
        return rest.isEmpty ? title : rest
    }

    private static func mark(of title: Range<Int>, in bytes: Bytes) -> (index: Int, end: Int)? {
        for (index, word) in marks.enumerated() where bytes.has(word, at: title.lowerBound, limit: title.upperBound) {
            let end = title.lowerBound + word.utf8CodeUnitCount
            return bytes.colonEnd(at: end, limit: title.upperBound).map { (index, $0) }
        }
        return nil
    }

    /// A title without the signs of emphasis, boxes and emoji before its words.
    static func plain(_ title: Range<Int>, in bytes: Bytes) -> Range<Int> {
        let text = TitleStatus.read(title, in: bytes).text
        var start = text.lowerBound
        while start + 4 < text.upperBound, bytes[start] == 0xF0, bytes[start + 1] == 0x9F {
            start += 4
            if bytes.has("\u{FE0F}", at: start, limit: text.upperBound) { start += 3 }
            start = bytes.skippingBlanks(start, limit: text.upperBound)
        }
        return start < text.upperBound ? start..<text.upperBound : text
    }
}

/// Whether a title asks, so that a text below it answers.
enum Asking {
    private static let words = [
        "如何", "怎么", "怎样", "为什么", "为何", "什么", "哪", "是否", "吗", "呢", "能否", "可否", "多少", "几",
    ]
    private static let latin: Set<String> = [
        "how", "why", "what", "when", "where", "who", "which", "can", "could", "do", "does", "did", "is", "are",
        "should", "will",
        "would", "may", "am", "was", "were", "has", "have",
    ]

    /// By its sign, or by a word with which few other titles begin: "What changed" tells.
    static func asksPlainly(_ title: String) -> Bool {
        let text = Substring(title).trimmingBlanks
        if text.hasSuffix("?") || text.hasSuffix("？") { return true }
        let first = text.prefix { $0.isASCII && $0.isLetter || $0 == "'" }.lowercased()
        if !first.isEmpty {
            return ["how", "why", "can", "could", "do", "does", "is", "are", "should"].contains(first)
                && text.contains(" ")
        }
        return asks(title)
    }

    static func asks(_ title: String) -> Bool {
        let text = Substring(title).trimmingBlanks
        if text.hasSuffix("?") || text.hasSuffix("？") { return true }
        let first = text.prefix { $0.isASCII && $0.isLetter || $0 == "'" }
        if !first.isEmpty, latin.contains(first.lowercased()), text.contains(" ") { return true }
        return words.contains { text.contains($0) }
    }
}
