import Workflow

/// The line that opens a turn with a time, or with a name that no table has: `2024-01-05 10:20:01 客服：…`, `[10:20] Ann: …`,
/// `Ann (2024-01-05 10:20): …`, `2024-01-05 10:20:01 Ann` above what she says, `<ann> …`.
struct TurnHead {
    /// How the turns of a conversation are written; one conversation writes them one way.
    enum Look: UInt8 { case timeName, clockName, nameTime, timeAlone, nameTimeAlone, angle, name }

    let look: Look
    let name: Range<Int>
    let time: SourceTime?
    /// Since the conversation began, in milliseconds, where only that is told.
    let offset: Int?
    /// It has two parts: hours and minutes, or minutes and seconds.
    private(set) var isShortClock = false
    /// A time of which nobody knows which part is the day, unless the whole talk tells.
    private(set) var short: ShortStamp?
    let body: Range<Int>

    private static let longestName = 48

    init?(_ line: TextLine, in bytes: Bytes, allowsName: Bool = false) {
        var text = bytes.trimmed(line.text)
        // Messengers mark the direction of their lines.
        while bytes.has("\u{200E}", at: text.lowerBound, limit: text.upperBound) {
            text = text.lowerBound + 3..<text.upperBound
        }
        guard !text.isEmpty else { return nil }
        // Without a figure near the start there is no time.
        guard
            allowsName
                || (text.lowerBound..<min(text.upperBound, text.lowerBound + 64)).contains(where: { bytes[$0].isDigit })
        else { return nil }
        if let mark = ListMark.end(at: text.lowerBound, limit: text.upperBound, in: bytes), mark < text.upperBound,
            !bytes[text.lowerBound].isDigit
        {
            text = mark..<text.upperBound
        }
        if let found = TurnHead.stamped(text, in: bytes) ?? TurnHead.named(text, in: bytes)
            ?? TurnHead.angled(text, nil, nil, in: bytes) ?? (allowsName ? TurnHead.plain(text, in: bytes) : nil)
        {
            self = found
        } else {
            return nil
        }
    }

    private init(_ look: Look, _ name: Range<Int>, _ time: SourceTime?, _ offset: Int?, _ body: Range<Int>) {
        self.look = look
        self.name = name
        self.time = time
        self.offset = offset
        self.body = body
    }

    /// The time comes first.
    private static func stamped(_ text: Range<Int>, in bytes: Bytes) -> TurnHead? {
        var rest: Range<Int>
        var time: SourceTime?
        var offset: Int?
        let short = ShortStamp(text, in: bytes)
        if let found = EntryTime.leading(text, in: bytes) {
            (time, rest) = (found.time, found.end..<text.upperBound)
        } else if let short {
            rest = short.end..<text.upperBound
        } else if let found = SinceStart.leading(text, in: bytes) {
            (offset, rest) = (found.milliseconds, found.end..<text.upperBound)
        } else {
            return nil
        }
        rest = bytes.trimmed(rest)
        guard !rest.isEmpty else { return nil }
        let isShort = offset != nil && SinceStart.isShort(text.lowerBound..<rest.lowerBound, in: bytes)
        if var found = angled(rest, time, offset, in: bytes) {
            found.isShortClock = isShort
            return found
        }
        if let colon = nameEnd(rest, in: bytes) {
            var head = TurnHead(
                offset == nil ? .timeName : .clockName, bare(rest.lowerBound..<colon.start, in: bytes), time, offset,
                bytes.trimmed(colon.end..<text.upperBound))
            head.isShortClock = isShort
            head.short = short
            return head
        }
        // A name alone: what is said stands below.
        guard time != nil, isName(rest, in: bytes) || hasAddress(rest, in: bytes) else { return nil }
        return TurnHead(.timeAlone, bare(rest, in: bytes), time, offset, text.upperBound..<text.upperBound)
    }

    /// The name comes first, the time in brackets or behind it.
    private static func named(_ text: Range<Int>, in bytes: Bytes) -> TurnHead? {
        let limit = min(text.upperBound, text.lowerBound + longestName)
        var at = text.lowerBound
        while at < limit {
            let isGap =
                bytes[at] == 0x20 || bytes[at] == 0x28 || bytes[at] == 0x5B || bytes.has("（", at: at, limit: limit)
            if isGap, at > text.lowerBound, let found = EntryTime.leading(at..<text.upperBound, in: bytes) {
                let name = bytes.trimmed(text.lowerBound..<at)
                guard isName(name, in: bytes) else { return nil }
                let body = bytes.trimmed(found.end..<text.upperBound)
                let hasColon = (at..<found.end).contains { bytes[$0] == 0x3A } && body.lowerBound > at
                return body.isEmpty
                    ? TurnHead(.nameTimeAlone, bare(name, in: bytes), found.time, nil, body)
                    : hasColon ? TurnHead(.nameTime, bare(name, in: bytes), found.time, nil, body) : nil
            }
            at += 1
        }
        return nil
    }

    private static func angled(_ text: Range<Int>, _ time: SourceTime?, _ offset: Int?, in bytes: Bytes) -> TurnHead? {
        guard bytes[text.lowerBound] == 0x3C else { return nil }
        let limit = min(text.upperBound, text.lowerBound + longestName)
        guard let close = bytes.first(">", in: text.lowerBound..<limit), close > text.lowerBound + 1 else { return nil }
        let name = text.lowerBound + 1..<close
        guard isName(name, in: bytes), bytes[name.lowerBound] != 0x2F, time != nil || offset != nil else { return nil }
        return TurnHead(.angle, name, time, offset, bytes.trimmed(close + 1..<text.upperBound))
    }

    /// `Ann: …`, which may be any sentence with a colon: only where a whole file is written so.
    private static func plain(_ text: Range<Int>, in bytes: Bytes) -> TurnHead? {
        guard let colon = nameEnd(text, in: bytes) else { return nil }
        let name = bare(text.lowerBound..<colon.start, in: bytes)
        guard name.count <= 30, isName(name, in: bytes) else { return nil }
        return TurnHead(.name, name, nil, nil, bytes.trimmed(colon.end..<text.upperBound))
    }

    private static func nameEnd(_ text: Range<Int>, in bytes: Bytes) -> (start: Int, end: Int)? {
        let limit = min(text.upperBound, text.lowerBound + longestName)
        guard let at = bytes.firstColon(in: text.lowerBound..<limit), at > text.lowerBound,
            let end = bytes.colonEnd(at: at, limit: text.upperBound), isName(text.lowerBound..<at, in: bytes)
        else { return nil }
        // `**Ann:** …` ends its emphasis behind the colon.
        return (at, bytes.has("**", at: end, limit: text.upperBound) ? end + 2 : end)
    }

    /// `张三，在线<a@x.example>`: the address says that what stands before it is a name.
    private static func hasAddress(_ range: Range<Int>, in bytes: Bytes) -> Bool {
        guard range.count <= 80, let open = bytes.first("<", in: range), open > range.lowerBound else { return false }
        return bytes[range.upperBound - 1] == 0x3E && bytes.first("@", in: open..<range.upperBound) != nil
    }

    private static func isName(_ range: Range<Int>, in bytes: Bytes) -> Bool {
        let name = bare(range, in: bytes)
        guard !name.isEmpty, name.count <= longestName, !name.allSatisfy({ bytes[$0].isDigit || bytes[$0] == 0x23 })
        else {
            return false
        }
        // `2. Gate sticks (2024-01-05)` is an item of a list with its day.
        if bytes[name.lowerBound].isDigit, ListMark.end(at: name.lowerBound, limit: name.upperBound, in: bytes) != nil {
            return false
        }
        var blanks = 0
        for at in name {
            switch bytes[at] {
            case 0x20: blanks += 1
            case 0x2E, 0x5F, 0x2D, 0x40, 0x28, 0x29, 0x23, 0x27, 0x3C, 0x3E, 0x2B, 0x26: break
            case 0x21...0x2F, 0x3A...0x3F, 0x5B...0x60, 0x7B...0x7E: return false
            default: break
            }
        }
        return blanks <= 3
            && !["，", "。", "？", "！"].contains { (sign: StaticString) in bytes.first(sign, in: name) != nil }
    }

    /// Without emphasis, brackets and the address behind it.
    private static func bare(_ range: Range<Int>, in bytes: Bytes) -> Range<Int> {
        var name = bytes.trimmed(range)
        while let first = name.first, [0x2A, 0x5F, 0x60, 0x5B].contains(bytes[first]) {
            name = first + 1..<name.upperBound
        }
        while let last = name.last, [0x2A, 0x5F, 0x60, 0x5D].contains(bytes[last]) { name = name.lowerBound..<last }
        if let mail = bytes.first("<", in: name), mail > name.lowerBound { name = name.lowerBound..<mail }
        if let number = bytes.first("(", in: name), number > name.lowerBound, bytes[number + 1].isDigit {
            name = name.lowerBound..<number
        }
        return bytes.trimmed(name)
    }
}
