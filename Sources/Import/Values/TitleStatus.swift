import Workflow

/// What a title tells beside its words: that the matter is done, as `~~struck~~`, `✅`, `[x]`, `(closed)` do.
struct TitleStatus {
    /// The title without it.
    var text: Range<Int>
    var status: Status?
    /// `P1` of `(P1)`, `High` of `[High]`: the words, which the file's own legend may explain.
    var priority: Range<Int>?

    private static let marks: [(StaticString, Status)] = [
        ("✅", .resolved), ("☑️", .resolved), ("☑", .resolved), ("✔️", .resolved), ("✔", .resolved), ("✓", .resolved),
        ("🟢", .resolved),
        ("[x]", .resolved), ("[X]", .resolved), ("[ ]", .open), ("[~]", .open), ("☐", .open), ("⬜", .open),
        ("🔲", .open), ("⏳", .open),
        ("🚧", .open), ("🔴", .open), ("❌", .open),
    ]

    static func read(_ title: Range<Int>, in bytes: Bytes) -> TitleStatus {
        var found = TitleStatus(text: title)
        guard mayHold(title, in: bytes) else { return found }
        while found.takeMark(in: bytes) || found.takeStrike(in: bytes) || found.takeWord(in: bytes)
            || found.takeTold(in: bytes)
        {}
        return found.text.isEmpty ? TitleStatus(text: title) : found
    }

    /// A mark or a bracket stands at either end: most titles are done with here.
    private static func mayHold(_ title: Range<Int>, in bytes: Bytes) -> Bool {
        guard let first = title.first, let last = title.last else { return false }
        switch bytes[first] {
        case 0x5B, 0x28, 0x60, 0x7E, 0xE2, 0xF0: return true
        case 0xE3: if bytes.has("【", at: first, limit: title.upperBound) { return true }
        case 0xEF: if bytes.has("（", at: first, limit: title.upperBound) { return true }
        default: break
        }
        switch bytes[last] {
        case 0x5D, 0x29, 0x60, 0x7E, 0x85, 0x8F, 0x91, 0x93, 0x94, 0x9C, 0xA7, 0xA2, 0xB4, 0x8C, 0x90, 0xB3, 0x89:
            return true
        default: return bytes.first("✅", in: max(first, last - 40)..<last + 1) != nil
        }
    }

    /// The same of a title that stands in no file any more.
    static func read(_ title: String) -> (text: String, status: Status?, priority: String?) {
        var title = title
        return title.withUTF8 { buffer in
            let bytes = Bytes(rebasing: buffer[...])
            let told = read(0..<bytes.count, in: bytes)
            return (bytes.text(told.text), told.status, told.priority.map { bytes.text($0) })
        }
    }

    private mutating func takeMark(in bytes: Bytes) -> Bool {
        for (mark, status) in Self.marks {
            let width = mark.utf8CodeUnitCount
            var rest = text
            if bytes.has(mark, at: text.lowerBound, limit: text.upperBound) {
                rest = text.lowerBound + width..<text.upperBound
            } else if text.count > width, bytes.has(mark, at: text.upperBound - width, limit: text.upperBound) {
                rest = text.lowerBound..<text.upperBound - width
            } else {
                continue
            }
            // A sign that makes an emoji of the one before.
            if bytes.has("\u{FE0F}", at: rest.lowerBound, limit: rest.upperBound) {
                rest = rest.lowerBound + 3..<rest.upperBound
            }
            return take(bytes.trimmed(rest), status)
        }
        return false
    }

    private mutating func takeStrike(in bytes: Bytes) -> Bool {
        guard text.count > 4, bytes.has("~~", at: text.lowerBound, limit: text.upperBound),
            bytes.has("~~", at: text.upperBound - 2, limit: text.upperBound),
            bytes.first("~~", in: text.lowerBound + 2..<text.upperBound) == text.upperBound - 2
        else { return false }
        return take(bytes.trimmed(text.lowerBound + 2..<text.upperBound - 2), .resolved)
    }

    /// `✅ 已修复` behind the title: the mark and what it says.
    private mutating func takeTold(in bytes: Bytes) -> Bool {
        let from = max(text.lowerBound, text.upperBound - 40)
        guard (from..<text.upperBound).contains(where: { bytes[$0] == 0xE2 || bytes[$0] == 0xF0 }) else { return false }
        for (mark, _) in Self.marks where mark.utf8Start.pointee >= 0x80 {
            guard let at = bytes.first(mark, in: from..<text.upperBound), at > text.lowerBound,
                bytes[at - 1] == 0x20 || bytes[at - 1] == 0x7E,
                let status = status(bytes.trimmed(at + mark.utf8CodeUnitCount..<text.upperBound), in: bytes)
            else { continue }
            return take(bytes.trimmed(text.lowerBound..<at), status)
        }
        return false
    }

    private static let brackets: [(StaticString, StaticString)] = [
        ("[", "]"), ("(", ")"), ("【", "】"), ("（", "）"), ("`", "`"),
    ]

    /// A word for a status in brackets at either end.
    private mutating func takeWord(in bytes: Bytes) -> Bool {
        for (opening, closing) in Self.brackets {
            let (left, right) = (opening.utf8CodeUnitCount, closing.utf8CodeUnitCount)
            if bytes.has(opening, at: text.lowerBound, limit: text.upperBound) {
                let start = text.lowerBound + left
                let limit = min(text.upperBound, start + 24)
                if start < limit, let close = bytes.first(closing, in: start..<limit) {
                    let rest = bytes.trimmed(close + right..<text.upperBound)
                    if let status = status(start..<close, in: bytes) { return take(rest, status) }
                    if takePriority(start..<close, rest, isBehind: false, in: bytes) { return true }
                }
            }
            if text.count > left + right, bytes.has(closing, at: text.upperBound - right, limit: text.upperBound) {
                let end = text.upperBound - right
                let from = max(text.lowerBound, end - 24)
                if let open = bytes.last(opening, in: from..<end), open > text.lowerBound {
                    let rest = bytes.trimmed(text.lowerBound..<open)
                    if let status = status(open + left..<end, in: bytes) { return take(rest, status) }
                    if takePriority(open + left..<end, rest, isBehind: true, in: bytes) { return true }
                }
            }
        }
        return false
    }

    /// What stands in brackets and counts or names something is no status, most of it has a figure; nor is what asks.
    private func status(_ inside: Range<Int>, in bytes: Bytes) -> Status? {
        inside.contains { bytes[$0].isDigit || bytes[$0] == 0x3F } || bytes.first("？", in: inside) != nil
            ? nil : StatusWords.status(ofName: bytes.text(inside))
    }

    /// A word alone behind a title may belong to it: `Check the battery (low)`.
    private mutating func takePriority(
        _ inside: Range<Int>, _ rest: Range<Int>, isBehind: Bool, in bytes: Bytes
    ) -> Bool {
        guard priority == nil, !rest.isEmpty, PriorityTable.priority(ofGroup: bytes.text(inside)) != nil,
            !isBehind || inside.contains(where: { bytes[$0].isDigit || bytes[$0] == 0x20 })
        else { return false }
        (text, priority) = (rest, inside)
        return true
    }

    private mutating func take(_ rest: Range<Int>, _ status: Status) -> Bool {
        guard !rest.isEmpty else { return false }
        text = rest
        self.status = self.status ?? status
        return true
    }
}

extension Bytes {
    /// Where the word stands last.
    func last(_ word: StaticString, in range: Range<Int>) -> Int? {
        var at = range.upperBound - word.utf8CodeUnitCount
        while at >= range.lowerBound {
            if has(word, at: at, limit: range.upperBound) { return at }
            at -= 1
        }
        return nil
    }
}
