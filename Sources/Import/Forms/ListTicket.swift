import Workflow

/// An item that is a ticket: its box or word, and its text.
struct ListTicket {
    /// Nil where nothing at the item says it.
    let status: Status?
    let text: Range<Int>
    let indentation: Int

    private static let boxes: [(StaticString, Status)] = [
        ("[ ]", .open), ("[]", .open), ("[x]", .resolved), ("[X]", .resolved), ("[✓]", .resolved), ("[✔]", .resolved),
        ("[√]", .resolved),
        ("[-]", .closed), ("[~]", .open), ("[/]", .open), ("[>]", .hold), ("[!]", .open), ("[?]", .open),
        ("☐", .open), ("☑", .resolved),
        ("☒", .closed), ("✅", .resolved), ("⬜", .open), ("❌", .open),
        ("[DONE]", .resolved), ("[Done]", .resolved), ("[done]", .resolved), ("[WIP]", .open), ("⛔", .closed),
        ("🚫", .closed),
        ("🔲", .open), ("⏳", .open),
    ]
    private static let words: [(StaticString, Status)] = [
        ("TO\u{44}O:", .open), ("DONE:", .resolved), ("FI\u{58}ME:", .open), ("BUG:", .open), ("FIXED:", .resolved),
        ("WIP:", .open), ("DOING:", .open),
        ("TO\u{44}O ", .open), ("DONE ", .resolved), ("待办：", .open), ("完成：", .resolved), ("已完成：", .resolved),
        ("未完成：", .open),
    ]

    init?(_ line: TextLine, in bytes: Bytes, allowsPlain: Bool = false) {
        let indented = bytes.skippingBlanks(line.start, limit: line.end)
        guard indented < line.end else { return nil }
        indentation = (line.start..<indented).reduce(0) { $0 + (bytes[$1] == 0x09 ? 4 : 1) }
        let marked = ListMark(TextLine(start: indented, end: line.end, next: line.next), in: bytes)
        let start = marked?.content ?? indented
        if marked != nil || indented == line.start {
            for (box, status) in Self.boxes where bytes.has(box, at: start, limit: line.end) {
                let text = bytes.trimmed(start + box.utf8CodeUnitCount..<line.end)
                // `[x](https://…)` is a link, and a box without a list is one only where text follows a blank.
                guard !text.isEmpty, !ListTicket.isCount(text, in: bytes),
                    !bytes.has("(", at: start + box.utf8CodeUnitCount, limit: line.end),
                    marked != nil || allowsPlain || box.utf8CodeUnitCount >= 3
                else { return nil }
                (self.status, self.text) = (status, text)
                return
            }
        }
        for (word, status) in Self.words where bytes.has(word, at: start, limit: line.end) {
            let text = bytes.trimmed(start + word.utf8CodeUnitCount..<line.end)
            guard !text.isEmpty else { return nil }
            (self.status, self.text) = (status, text)
            return
        }
        if allowsPlain, indented == line.start, bytes.has("x ", at: start, limit: line.end), start + 2 < line.end,
            (0x41...0x5A).contains(bytes[start + 2])
        {
            (status, text) = (.resolved, bytes.trimmed(start + 2..<line.end))
            return
        }
        guard allowsPlain, let start = marked?.content ?? ListTicket.tightStart(indented, line, in: bytes),
            start < line.end
        else { return nil }
        var whole = bytes.trimmed(start..<line.end)
        // `4.# The gate sticks`; `- #12 the gate` is a number.
        if bytes[start] == 0x23, marked?.kind == .number, bytes[start - 1] != 0x20, whole.count > 1,
            !bytes[whole.lowerBound + 1].isDigit
        {
            whole = bytes.trimmed(whole.lowerBound + 1..<whole.upperBound)
        }
        let told = WorkLines.toldStatus(whole, in: bytes)
        (status, text) = (told?.status, told?.title ?? whole)
    }

    /// `- [ ] 5.`: nobody has written it yet.
    private static func isCount(_ text: Range<Int>, in bytes: Bytes) -> Bool {
        guard let last = text.last, text.count <= 4, [0x2E, 0x29, 0x3A].contains(bytes[last]) else { return false }
        return text.count > 1 && text.dropLast().allSatisfy { bytes[$0].isDigit }
    }

    /// `-oil the gate`, `7。` in a list of such: somebody forgot the blank.
    private static func tightStart(_ start: Int, _ line: TextLine, in bytes: Bytes) -> Int? {
        if [0x2D, 0x2B, 0x2A].contains(bytes[start]), start + 1 < line.end {
            let next = bytes[start + 1]
            return next | 0x20 >= 0x61 && next | 0x20 <= 0x7A || next >= 0xC3 ? start + 1 : nil
        }
        var at = start
        while at < line.end, bytes[at].isDigit { at += 1 }
        guard at > start, at - start <= 3 else { return nil }
        if bytes.has("。", at: at, limit: line.end) { return at + 3 }
        // `7- oil it`, but no `2024-03-01`
        if at + 1 < line.end, bytes[at] == 0x2D { return bytes[at + 1].isDigit ? nil : at + 1 }
        guard at + 1 < line.end, bytes[at] == 0x2E || bytes[at] == 0x29 else { return nil }
        return bytes[at + 1] >= 0x80 || bytes[at + 1] | 0x20 >= 0x61 && bytes[at + 1] | 0x20 <= 0x7A ? at + 1 : nil
    }
}
