import Workflow

/// A label that opens a line or a heading: `错误原因：`, `**处理方法：**`, `- **Cause** …`, `Symptoms:`.
struct ArticleLabel {
    let role: ArticleEntry.Role
    /// Where the text behind it starts.
    let end: Int

    private static let longest = 64

    /// The label of a heading, which is nothing else.
    init?(heading: String) {
        // An anchor behind it does not make it longer.
        let bare = Self.bare(heading)
        guard bare.utf8.count <= Self.longest, let role = LabelWords.role(of: bare, mayLead: true) else { return nil }
        self.role = role
        end = 0
    }

    /// The label at the start of a line.
    /// - Parameter mayStandAlone: a word of a label without any mark is one.
    init?(_ content: Range<Int>, in bytes: Bytes, mayStandAlone: Bool = true) {
        guard let first = content.first else { return nil }
        let start = first
        let isMarked =
            bytes[start] == 0x2A || bytes[start] == 0x5F || bytes.has("【", at: start, limit: content.upperBound)
        if isMarked, let label = Self.marked(content, in: bytes) {
            self = label
        } else if let label = Self.plain(content, in: bytes, mayStandAlone: mayStandAlone) {
            self = label
        } else {
            return nil
        }
    }

    private init(role: ArticleEntry.Role, end: Int) {
        self.role = role
        self.end = end
    }

    /// `**label**`, the colon in it, behind it or missing. Without a colon a text may follow only behind a blank.
    private static func marked(_ content: Range<Int>, in bytes: Bytes) -> ArticleLabel? {
        let limit = min(content.upperBound, content.lowerBound + longest)
        if bytes.has("【", at: content.lowerBound, limit: limit) {
            guard let close = bytes.first("】", in: content.lowerBound..<limit) else { return nil }
            return named(content.lowerBound + 3..<close, then: close + 3, content, in: bytes)
        }
        var start = content.lowerBound
        while start < limit, bytes[start] == 0x2A || bytes[start] == 0x5F { start += 1 }
        var end = start
        while end < limit, bytes[end] != 0x2A, bytes[end] != 0x5F { end += 1 }
        guard end < limit, end > start else { return nil }
        var after = end
        while after < content.upperBound, bytes[after] == 0x2A || bytes[after] == 0x5F { after += 1 }
        return named(start..<end, then: after, content, in: bytes)
    }

    private static func named(
        _ name: Range<Int>, then after: Int, _ content: Range<Int>, in bytes: Bytes
    ) -> ArticleLabel? {
        let words = bytes.text(name)
        let colon = bytes.colonEnd(at: after, limit: content.upperBound)
        let goesOn = bytes.skippingSpace(after..<content.upperBound) < content.upperBound
        guard colon != nil || !goesOn || words.hasSuffix(":") || words.hasSuffix("：") || isBracketed(name, in: bytes)
        else {
            // `**Quick fixes** on the left`: in a sentence only a word that is a label by itself is one.
            return LabelWords.role(ofOne: bare(words)).map { ArticleLabel(role: $0, end: after) }
        }
        guard let role = LabelWords.role(of: bare(words), mayLead: true) else { return nil }
        return ArticleLabel(role: role, end: colon ?? after)
    }

    private static func isBracketed(_ name: Range<Int>, in bytes: Bytes) -> Bool {
        bytes.has("】", at: name.upperBound, limit: bytes.count)
    }

    /// `label：text`, or the label alone on its line.
    private static func plain(_ content: Range<Int>, in bytes: Bytes, mayStandAlone: Bool) -> ArticleLabel? {
        // `a`: a key to press, and no answer.
        guard bytes[content.lowerBound] != 0x60 else { return nil }
        let limit = min(content.upperBound, content.lowerBound + longest)
        guard let colon = bytes.firstColon(in: content.lowerBound..<limit) else {
            // `Products & support` is a name: without any mark only one word for one thing is a label.
            guard mayStandAlone, content.count <= 30, content.count > 3,
                let role = LabelWords.role(ofOne: bare(bytes.text(content)))
            else { return nil }
            return ArticleLabel(role: role, end: content.upperBound)
        }
        guard let role = LabelWords.role(of: bare(bytes.text(content.lowerBound..<colon)), mayLead: true),
            let end = bytes.colonEnd(at: colon, limit: content.upperBound)
        else { return nil }
        return ArticleLabel(role: role, end: end)
    }

    /// Without emphasis, numbers, signs and colons at the ends; folded.
    static func bare(_ text: String) -> String {
        var text = folded(HeadingText(text).title)[...]
        let noise: Set<Character> = [
            "*", "_", "`", ":", "：", " ", "?", "？", "。", ".", "#", "\u{A0}", "[", "]", "(", ")",
        ]
        // A picture in front of it says nothing.
        while let first = text.first, noise.contains(first) || !first.isASCII && !first.isLetter && !first.isNumber {
            text.removeFirst()
        }
        while let last = text.last, noise.contains(last) { text.removeLast() }
        for ending in ["如下", "1", "2", "3", "4"] where text.hasSuffix(ending) { text = text.dropLast(ending.count) }
        return String(text)
    }
}
