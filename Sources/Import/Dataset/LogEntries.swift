import Workflow

/// The entries of a work log, each with its time and who made it, where it says so.
struct LogEntries {
    private(set) var entries: [Turn] = []
    /// Text before the first entry.
    private(set) var lead: Range<Int>

    private enum Look { case heading(Int), item, line }

    /// Nil when nothing in it looks like an entry.
    init?(_ range: Range<Int>, in bytes: Bytes, _ text: Text) {
        lead = range.lowerBound..<range.lowerBound
        guard let look = LogEntries.look(of: range, in: bytes) else { return nil }
        var open: (head: Range<Int>, start: Int)?
        var at = range.lowerBound
        while at < range.upperBound {
            let line = bytes.line(at: at, limit: range.upperBound)
            if let head = LogEntries.head(of: line, look, in: bytes) {
                if let open {
                    add(open.head, open.start..<line.start, text)
                } else {
                    lead = bytes.trimmed(range.lowerBound..<line.start)
                }
                open = (head, line.next)
            }
            at = line.next
        }
        guard let open else { return nil }
        add(open.head, open.start..<range.upperBound, text)
    }

    /// By the first line that begins an entry: a heading, or a time.
    private static func look(of range: Range<Int>, in bytes: Bytes) -> Look? {
        var at = range.lowerBound
        while at < range.upperBound {
            let line = bytes.line(at: at, limit: range.upperBound)
            at = line.next
            guard line.start < line.end else { continue }
            if Heading.mayBegin(line, in: bytes), let heading = Heading(line, in: bytes) {
                return .heading(heading.level)
            }
            if ListMark(line, in: bytes) != nil, time(of: line, in: bytes) != nil { return .item }
            if time(of: line, in: bytes) != nil { return .line }
        }
        return nil
    }

    private static func head(of line: TextLine, _ look: Look, in bytes: Bytes) -> Range<Int>? {
        guard line.start < line.end else { return nil }
        switch look {
        case .heading(let level):
            guard Heading.mayBegin(line, in: bytes), let heading = Heading(line, in: bytes), heading.level == level
            else {
                return nil
            }
            return heading.text
        case .item:
            return ListMark(line, in: bytes).flatMap { time(of: line, in: bytes) == nil ? nil : $0.content..<line.end }
        case .line: return time(of: line, in: bytes) == nil ? nil : line.text
        }
    }

    private static func time(of line: TextLine, in bytes: Bytes) -> SourceTime? {
        let start = ListMark.end(at: line.start, limit: line.end, in: bytes) ?? line.start
        return EntryTime.leading(start..<line.end, in: bytes)?.time
    }

    private mutating func add(_ head: Range<Int>, _ body: Range<Int>, _ text: Text) {
        let bytes = text.bytes
        let stamp = EntryTime.leading(head, in: bytes)
        let title = bytes.trimmed((stamp?.end ?? head.lowerBound)..<head.upperBound)
        var rest = bytes.trimmed(body)
        var author: String?
        // `**Analyst:** Sue` below the time says who.
        let first = bytes.line(at: rest.lowerBound, limit: rest.upperBound)
        if !rest.isEmpty, let label = FieldLabel(first, in: bytes), LogEntries.namesAuthor(label, in: bytes),
            let name = PersonName.only(text.string(label.value))
        {
            author = name
            rest = bytes.trimmed(first.next..<max(first.next, rest.upperBound))
        }
        let parts = [text.string(title), text.string(rest)].filter { !$0.isEmpty }
        entries.append(Turn(role: .agent, body: parts.joined(separator: "\n\n"), at: stamp?.time, author: author))
    }

    private static let authors: Set<String> = [
        "analyst", "agent", "author", "by", "technician", "engineer", "user", "entered by", "updated by", "worker",
        "name", "操作人", "处理人",
        "记录人", "操作者", "更新人", "工程师", "客服", "跟进人",
    ]

    private static func namesAuthor(_ label: FieldLabel, in bytes: Bytes) -> Bool {
        label.form != .row && label.hasColon && label.value.count <= 60
            && authors.contains(folded(bytes.text(label.name)))
    }
}

/// The time that begins an entry: `[2026-01-15 08:30] -`, `2026-01-15 08:30:`, `**2026-01-15 08:30**`, `(08:30)`.
enum EntryTime {
    static func leading(_ range: Range<Int>, in bytes: Bytes) -> (time: SourceTime, end: Int)? {
        var start = range.lowerBound
        while start < range.upperBound, [0x5B, 0x28, 0x2A, 0x60, 0x20, 0x5F, 0x3C].contains(bytes[start]) { start += 1 }
        if bytes.has("【", at: start, limit: range.upperBound) || bytes.has("（", at: start, limit: range.upperBound) {
            start += 3
        }
        guard start + 6 <= range.upperBound, bytes[start].isDigit || bytes[start].isLatinLetter,
            TimeReader.mayLead(bytes, start..<min(range.upperBound, start + 48))
        else { return nil }
        var limit = min(range.upperBound, start + 48)
        while limit < range.upperBound, limit > start, bytes[limit] & 0xC0 == 0x80 { limit -= 1 }
        guard let found = TimeReader.leading(bytes.text(start..<limit)) else { return nil }
        var end = start + found.length
        while end < range.upperBound, let width = gap(at: end, range.upperBound, in: bytes) { end += width }
        return (found.time, end)
    }

    /// Bytes of a sign that stands between a time and what follows it.
    static func gap(at: Int, _ limit: Int, in bytes: Bytes) -> Int? {
        switch bytes[at] {
        case 0x20, 0x09, 0x5D, 0x29, 0x2D, 0x3A, 0x7C, 0x2C, 0x2A, 0x60, 0x5F, 0x3E: return 1
        default:
            let signs: [StaticString] = ["：", "–", "—", "】", "）", "｜", "，", "\u{3000}"]
            return signs.contains { bytes.has($0, at: at, limit: limit) } ? 3 : nil
        }
    }
}
