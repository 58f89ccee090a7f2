/// What a text for a customer still holds that was meant for whoever writes it: placeholders that nobody filled in, marks of
/// work to be done, colleagues that are called. What stands in code is code and never looked at.
package enum UnfinishedText {
    /// Each thing once, in the order in which they stand; the first twenty, which are enough to see what it is about.
    /// - Parameter people: names of agents and teams, as `@name` calls them.
    package static func found(in text: String, people: () throws -> [String] = { [] }) rethrows -> [String] {
        // Most texts hold none of these signs.
        guard
            text.utf8.contains(where: mayBegin) || marks.contains(where: text.contains)
        else { return [] }
        var scan = Scan(text: Array(withoutCode(text)))
        if scan.text.contains(where: { calls.contains($0) }) { scan.people = try people() }
        return scan.found()
    }

    /// `{`, `[`, `<`, `@`, and the first bytes of `【` and of the wide forms.
    private static func mayBegin(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x7B, 0x5B, 0x3C, 0x40, 0xE3, 0xEF: true
        default: false
        }
    }

    fileprivate static let most = 20
    fileprivate static let calls: [Character] = ["@", "＠"]
    fileprivate static let marks = ["TODO", "FIXME", "TBD", "待补充", "待填写", "待完善"]
    /// What the words of a placeholder begin with or hold: `[客户姓名]`, `<customer name>`.
    fileprivate static let blanks = [
        "姓名", "客户名", "客户称呼", "称呼", "订单号", "工单号", "请填", "填写", "待填", "占位", "customer", "your name", "insert ",
        "name here",
        "placeholder", "fill in",
    ]

    /// The same with a space for each piece of code, in a block or in a line.
    private static func withoutCode(_ text: String) -> String {
        var plain = ""
        var fence: Character?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let start = line.drop { $0 == " " }
            if let sign = start.first, sign == "`" || sign == "~", start.prefix(3).allSatisfy({ $0 == sign }),
                start.count >= 3, fence == nil || fence == sign
            {
                fence = fence == nil ? sign : nil
            } else if fence == nil {
                let pieces = line.split(separator: "`", omittingEmptySubsequences: false)
                for (place, piece) in pieces.enumerated() {
                    // A last sign without its second is a sign like any other.
                    plain += place % 2 == 0 || place == pieces.count - 1 ? String(piece) : " "
                }
            }
            plain += "\n"
        }
        return plain
    }
}

/// One walk through a text.
private struct Scan {
    let text: [Character]
    var people: [String] = []

    func found() -> [String] {
        var found: [String] = []
        var place = 0
        while place < text.count, found.count < UnfinishedText.most {
            if let end = end(at: place) {
                let piece = String(text[place..<end])
                if !found.contains(piece) { found.append(piece) }
                place = end
            } else {
                place += 1
            }
        }
        return found
    }

    /// Where what begins here ends; nil where nothing begins.
    private func end(at place: Int) -> Int? {
        switch text[place] {
        case "{": braces(at: place)
        case "[", "【", "<", "＜", "［": blank(at: place)
        case "@", "＠": call(at: place)
        default: mark(at: place)
        }
    }

    private func braces(at place: Int) -> Int? {
        guard place + 1 < text.count, text[place + 1] == "{" else { return nil }
        var end = place + 2
        while end + 1 < text.count, text[end] != "\n", end - place < 80 {
            if text[end] == "}" && text[end + 1] == "}" { return end + 2 }
            end += 1
        }
        return nil
    }

    private func blank(at place: Int) -> Int? {
        let closing: [Character: Character] = ["[": "]", "【": "】", "<": ">", "＜": "＞", "［": "］"]
        guard let closed = closing[text[place]],
            let end = text[place...].prefix(24).firstIndex(of: closed), end > place + 1
        else { return nil }
        let words = String(text[place + 1..<end])
        guard !words.contains("\n"), !words.contains("/"), !words.contains("@") else { return nil }
        // A link says where it goes.
        if text[place] == "[", end + 1 < text.count, text[end + 1] == "(" || text[end + 1] == "[" { return nil }
        let plain = words.lowercased()
        let isNamed = UnfinishedText.blanks.contains { plain.contains($0) }
        let isCode =
            words.count > 3 && words.contains("_") && words.allSatisfy { $0.isASCII && ($0.isUppercase || $0 == "_") }
        return isNamed || isCode ? end + 1 : nil
    }

    /// `@name` where somebody has that name, or a name of two to four Chinese characters stands by itself.
    private func call(at place: Int) -> Int? {
        guard place == 0 || !isWord(text[place - 1]) else { return nil }
        let rest = text[(place + 1)...]
        let name = people.filter { name in
            rest.count >= name.count && folded(String(rest.prefix(name.count))) == folded(name)
        }.max { $0.count < $1.count }
        if let name { return place + 1 + name.count }
        let run = rest.prefix { isHan($0) }
        let isAlone = place == 0 || !isHan(text[place - 1])
        return isAlone && (2...4).contains(run.count) ? run.endIndex : nil
    }

    private func mark(at place: Int) -> Int? {
        for mark in UnfinishedText.marks where text[place...].starts(with: mark) {
            let end = place + mark.count
            let isASCII = mark.first?.isASCII == true
            if isASCII && (place > 0 && isWord(text[place - 1]) || end < text.count && isWord(text[end])) { continue }
            return end
        }
        return nil
    }

    private func isWord(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || character == "_" || character == ".")
    }

    private func isHan(_ character: Character) -> Bool {
        character.unicodeScalars.first.map { (0x4E00...0x9FFF).contains($0.value) } ?? false
    }
}
