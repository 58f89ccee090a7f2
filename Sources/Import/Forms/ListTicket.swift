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
        ("[-]", .closed), ("[~]", .closed), ("[/]", .open), ("[>]", .hold), ("[!]", .open), ("[?]", .open),
        ("☐", .open), ("☑", .resolved),
        ("☒", .closed), ("✅", .resolved), ("⬜", .open), ("❌", .open),
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
                guard !text.isEmpty, bytes[text.lowerBound] != 0x28, marked != nil || box.utf8CodeUnitCount >= 3 else {
                    return nil
                }
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
        guard allowsPlain, marked != nil, start < line.end else { return nil }
        let whole = bytes.trimmed(start..<line.end)
        let told = WorkLines.toldStatus(whole, in: bytes)
        (status, text) = (told?.status, told?.title ?? whole)
    }
}
