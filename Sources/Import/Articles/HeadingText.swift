import Workflow

/// A heading taken apart: `### 1.4 COS APPID {#id}` has a number and a title.
struct HeadingText {
    let number: String?
    let title: String
    let anchor: String?

    init(_ text: String) {
        var text = text[...]
        anchor = Self.takeAnchor(&text)
        text = text.trimmedBlanks
        let plain = PlainText.line(String(text))
        let split = Self.numberEnd(plain)
        number = split.map { String(plain[..<$0.number]) }
        title = split.map { String(plain[$0.title...].trimmedBlanks) } ?? plain
    }

    /// `{#id .class}` at the end, `<a name="id"></a>` and `<span id="id"></span>` anywhere; the tags go with the plain text.
    private static func takeAnchor(_ text: inout Substring) -> String? {
        if text.hasSuffix("}"), let open = text.lastIndex(of: "{"), text[open...].dropFirst().hasPrefix("#") {
            let inside = text[text.index(open, offsetBy: 2)...].dropLast()
            text = text[..<open]
            return inside.split(separator: " ").first.map(String.init)
        }
        for name in ["name=", "id=", "ID="] {
            guard let place = text.utf8.firstPlace(of: "<"), let found = text[place...].utf8.firstPlace(of: name) else {
                continue
            }
            let value = text[found...].dropFirst(name.count).drop { $0 == "\"" || $0 == "'" }
            return String(value.prefix { $0 != "\"" && $0 != "'" && $0 != ">" && $0 != " " })
        }
        return nil
    }

    private static let words = [
        "问题", "场景", "步骤", "原因", "方法", "方案", "情况", "现象", "案例", "附录", "step ", "question ", "case ", "scenario ", "q",
        "q.",
    ]
    private static let numerals: Set<Character> = Set("0123456789一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩")
    private static let separators: Set<Character> = [
        "、", ".", "．", ":", "：", ")", "）", " ", "\u{A0}", "\t", "-", "】", "]",
    ]
    private static let openings: Set<Character> = ["（", "(", "【", "["]

    /// Where the number ends, and where the title behind it starts. A number alone is a title.
    private static func numberEnd(_ text: String) -> (number: String.Index, title: String.Index)? {
        var at = text.startIndex
        if at < text.endIndex, openings.contains(text[at]) { at = text.index(after: at) }
        let lowered = text.lowercased()
        if lowered.count == text.count, let word = words.first(where: { lowered.hasPrefix($0) }) {
            at = text.index(text.startIndex, offsetBy: word.count)
        }
        let digits = at
        while at < text.endIndex, numerals.contains(text[at]) || isDot(text, at) { at = text.index(after: at) }
        guard at > digits, at < text.endIndex, text.distance(from: digits, to: at) <= 12 else { return nil }
        let isRound =
            text[digits].isNumber && !text[digits].isASCII
            && text[digits].unicodeScalars.allSatisfy { $0.value < 0x3000 }
        guard separators.contains(text[at]) || isRound || isGlued(text, digits, at) else { return nil }
        var title = at
        while title < text.endIndex, separators.contains(text[title]) { title = text.index(after: title) }
        return title < text.endIndex ? (at, title) : nil
    }

    /// `1.2 x`: a point between two digits; `301/302` and `5.6 版本` are not parted from what they count.
    private static func isDot(_ text: String, _ at: String.Index) -> Bool {
        guard text[at] == "." || text[at] == "-" else { return false }
        let next = text.index(after: at)
        return next < text.endIndex && text[next].isASCII && text[next].isNumber
    }

    /// `1.文字` and `2.1文字`.
    private static func isGlued(_ text: String, _ digits: String.Index, _ at: String.Index) -> Bool {
        text[digits..<at].contains(".") && !text[at].isASCII
    }
}

extension Substring {
    fileprivate var trimmedBlanks: Substring {
        var text = self
        while let first = text.first, first == " " || first == "\t" || first == "\u{A0}" || first == "\u{3000}" {
            text.removeFirst()
        }
        while let last = text.last, last == " " || last == "\t" || last == "\u{A0}" || last == "\u{3000}" {
            text.removeLast()
        }
        return text
    }
}

extension Substring.UTF8View {
    fileprivate func firstPlace(of text: String) -> String.Index? {
        let wanted = Array(text.utf8)
        var at = startIndex
        while at < endIndex {
            if self[at...].starts(with: wanted) { return at }
            formIndex(after: &at)
        }
        return nil
    }
}
