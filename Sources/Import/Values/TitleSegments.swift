import Workflow

/// Values that stand beside a title between `·` or `|`: `#12 · Gate sticks · ✅ fixed · raised 2024-03-01`. Between dashes only what is
/// labelled is one: `Gate - Status: fixed`.
struct TitleSegments {
    /// What is left; empty where nothing but values stands there.
    private(set) var text: Range<Int>
    private(set) var values: [ToldValue] = []
    private let isDashed: Bool

    private static let separators: [StaticString] = ["·", "|", "｜", "•", " - ", " — "]
    private static let most = 8

    /// Nil for a title without such signs, or in which they part nothing but words.
    init?(_ title: Range<Int>, in bytes: Bytes) {
        guard let separator = TitleSegments.separators.first(where: { bytes.first($0, in: title) != nil }) else {
            return nil
        }
        var segments = TitleSegments.parts(of: title, separator, in: bytes)
        guard (2...TitleSegments.most).contains(segments.count) else { return nil }
        text = title
        isDashed = separator.utf8Start.pointee == 0x20
        while let last = segments.last, take(last, in: bytes) { segments.removeLast() }
        while let first = segments.first, take(first, in: bytes) { segments.removeFirst() }
        guard !values.isEmpty else { return nil }
        let start = segments.first?.lowerBound ?? title.upperBound
        text = start..<(segments.last?.upperBound ?? start)
    }

    private static func parts(of title: Range<Int>, _ separator: StaticString, in bytes: Bytes) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var at = title.lowerBound
        while at <= title.upperBound {
            let end = bytes.first(separator, in: at..<title.upperBound) ?? title.upperBound
            parts.append(bytes.trimmed(at..<end))
            at = end + separator.utf8CodeUnitCount
        }
        return parts
    }

    /// - Returns: false for words.
    private mutating func take(_ part: Range<Int>, in bytes: Bytes) -> Bool {
        if part.isEmpty { return true }
        guard part.count <= 60, let value = label(part, in: bytes) ?? (isDashed ? nil : bare(part, in: bytes)),
            !values.contains(where: { $0.field == value.field })
        else { return false }
        values.append(value)
        return true
    }

    /// `Status: open`
    private func label(_ part: Range<Int>, in bytes: Bytes) -> ToldValue? {
        guard let colon = bytes.firstColon(in: part), let end = bytes.colonEnd(at: colon, limit: part.upperBound),
            let field = Vocabulary.standard.meaning(of: bytes.trimmed(part.lowerBound..<colon), in: bytes).meaning?
                .field
        else { return nil }
        let words = bytes.trimmed(end..<part.upperBound)
        let text = bytes.text(words)
        let isUnderstood =
            switch field {
            case .status: StatusWords.status(of: text) != nil
            case .priority: PriorityTable.priority(of: text) != nil
            case .created, .closed: TimeReader.time(of: text) != nil
            default: false
            }
        return isUnderstood ? ToldValue(field: field, words: words) : nil
    }

    /// A status, a priority or a time by itself, or a time behind a word that says of what.
    private func bare(_ part: Range<Int>, in bytes: Bytes) -> ToldValue? {
        let text = bytes.text(part)
        // 解决 by itself is a status, before a day it says of what.
        if let blank = part.first(where: { bytes[$0] == 0x20 }),
            let field = TitleSegments.times[folded(bytes.text(part.lowerBound..<blank))]
        {
            let words = bytes.trimmed(blank..<part.upperBound)
            if TimeReader.time(of: bytes.text(words)) != nil { return ToldValue(field: field, words: words) }
        }
        if StatusWords.status(ofName: text) != nil { return ToldValue(field: .status, words: part) }
        if PriorityTable.priority(ofGroup: text) != nil { return ToldValue(field: .priority, words: part) }
        return TimeReader.time(of: text) == nil ? nil : ToldValue(field: .created, words: part)
    }

    private static let times: [String: SectionField] = [
        "提出": .created, "创建": .created, "发现": .created, "报告": .created, "登记": .created, "提交": .created,
        "raised": .created, "created": .created, "opened": .created, "reported": .created, "found": .created,
        "filed": .created, "解决": .closed, "关闭": .closed, "完成": .closed, "修复": .closed, "resolved": .closed,
        "closed": .closed, "fixed": .closed, "done": .closed, "solved": .closed,
    ]
}

/// What a title says beside its words, or a row elsewhere of the file about the ticket, as a label would: where the words stand.
struct ToldValue: Sendable {
    /// Nil where nobody knows the name.
    let field: SectionField?
    /// How the file calls it; nil in a title.
    let name: Range<Int>?
    let words: Range<Int>

    init(field: SectionField?, name: Range<Int>? = nil, words: Range<Int>) {
        (self.field, self.name, self.words) = (field, name, words)
    }
}
