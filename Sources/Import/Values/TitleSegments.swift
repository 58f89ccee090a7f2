import Workflow

/// Values that stand beside a title between `·` or `|`: `#12 · Gate sticks · ✅ fixed · raised 2024-03-01`.
struct TitleSegments {
    /// What is left; empty where nothing but values stands there.
    private(set) var text: Range<Int>
    private(set) var status: Status?
    private(set) var priority: Priority?
    private(set) var created: SourceTime?
    private(set) var closed: SourceTime?
    /// Words stand between dashes as well: only what is labelled is a value.
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
        isDashed = bytes[bytes.first(separator, in: title) ?? title.lowerBound] == 0x20
        let count = segments.count
        while let last = segments.last, take(last, in: bytes) { segments.removeLast() }
        while let first = segments.first, take(first, in: bytes) { segments.removeFirst() }
        guard segments.count < count, status != nil || priority != nil || created != nil || closed != nil else {
            return nil
        }
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
        guard part.count <= 60 else { return false }
        if let colon = bytes.firstColon(in: part), let end = bytes.colonEnd(at: colon, limit: part.upperBound),
            takeLabel(part.lowerBound..<colon, bytes.trimmed(end..<part.upperBound), in: bytes)
        {
            return true
        }
        guard !isDashed else { return false }
        let words = bytes.text(part)
        if let time = TimeReader.time(of: words) { return take(time, \.created) }
        if let space = words.firstIndex(of: " "),
            let time = TimeReader.time(of: String(words[words.index(after: space)...]))
        {
            let isEnd = ["解决", "关闭", "完成", "修复", "resolved", "closed", "fixed", "done", "solved"].contains(
                folded(String(words[..<space])))
            return take(time, isEnd ? \.closed : \.created)
        }
        if status == nil, let told = StatusWords.status(ofName: words) {
            status = told
            return true
        }
        guard priority == nil, words.utf8.count <= 20, let told = PriorityTable.priority(of: words) else {
            return false
        }
        priority = told
        return true
    }

    /// `Status: open`
    private mutating func takeLabel(_ name: Range<Int>, _ value: Range<Int>, in bytes: Bytes) -> Bool {
        let words = bytes.text(value)
        switch Vocabulary.standard.meaning(of: bytes.trimmed(name), in: bytes).meaning?.field {
        case .status:
            guard status == nil, let told = StatusWords.status(of: words) else { return false }
            status = told
        case .priority:
            guard priority == nil, let told = PriorityTable.priority(of: words) else { return false }
            priority = told
        case .created:
            guard let time = TimeReader.time(of: words) else { return false }
            return take(time, \.created)
        case .closed:
            guard let time = TimeReader.time(of: words) else { return false }
            return take(time, \.closed)
        default: return false
        }
        return true
    }

    private mutating func take(_ time: SourceTime, _ value: WritableKeyPath<TitleSegments, SourceTime?>) -> Bool {
        guard self[keyPath: value] == nil else { return false }
        self[keyPath: value] = time
        return true
    }
}
