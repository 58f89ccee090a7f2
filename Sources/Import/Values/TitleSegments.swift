import Workflow

/// Values that stand beside a title between `·` or `|`: `#12 · Gate sticks · ✅ fixed · raised 2024-03-01`.
struct TitleSegments {
    /// What is left; empty where nothing but values stands there.
    private(set) var text: Range<Int>
    private(set) var status: Status?
    private(set) var priority: Priority?
    private(set) var created: SourceTime?
    private(set) var closed: SourceTime?

    private static let separators: [StaticString] = ["·", "|", "｜", "•"]
    private static let most = 8

    /// Nil for a title without such signs, or in which they part nothing but words.
    init?(_ title: Range<Int>, in bytes: Bytes) {
        guard let separator = TitleSegments.separators.first(where: { bytes.first($0, in: title) != nil }) else {
            return nil
        }
        var segments = TitleSegments.parts(of: title, separator, in: bytes)
        guard (2...TitleSegments.most).contains(segments.count) else { return nil }
        text = title
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

    private mutating func take(_ time: SourceTime, _ value: WritableKeyPath<TitleSegments, SourceTime?>) -> Bool {
        guard self[keyPath: value] == nil else { return false }
        self[keyPath: value] = time
        return true
    }
}
