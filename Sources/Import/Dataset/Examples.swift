/// Closed fences that show how a ticket looks, instead of holding one.
///
/// A fence that nobody closed finds another far below and would swallow the tickets between: theirs are known by numbers that go
/// on from those before, or by a fence that does not begin with them.
struct Examples {
    private(set) var ranges: [Range<Int>] = []
    /// For each landmark whether it stands in one.
    private(set) var landmarks: [Bool]

    init(_ survey: Survey, in bytes: Bytes) {
        landmarks = Array(repeating: false, count: survey.landmarks.count)
        for fence in survey.fences where Examples.shows(fence, survey, bytes) {
            ranges.append(fence.bytes)
            for index in fence.landmarks { landmarks[index] = true }
        }
    }

    /// None.
    init(_ survey: Survey, landmarks count: Int) { landmarks = Array(repeating: false, count: count) }

    private static func shows(_ fence: FencedLines, _ survey: Survey, _ bytes: Bytes) -> Bool {
        let headings = fence.landmarks.filter { survey.landmarks[$0].kind == .heading }
        guard let first = headings.first else { return false }
        let hasLabel = fence.landmarks.contains { survey.landmarks[$0].field != nil }
        guard hasLabel else { return true }
        let level = survey.landmarks[first].level
        if let number = number(of: first, survey, bytes) {
            let before = survey.landmarks[..<first].lastIndex { $0.kind == .heading && $0.level == level }
            let after = survey.landmarks[(fence.landmarks.upperBound)...].firstIndex {
                $0.kind == .heading && $0.level == level
            }
            let numberBefore = before.flatMap { Examples.number(of: $0, survey, bytes) }
            let numberAfter = after.flatMap { Examples.number(of: $0, survey, bytes) }
            let numberOfLast = headings.last { survey.landmarks[$0].level == level }
                .flatMap { Examples.number(of: $0, survey, bytes) }
            if let numberBefore, number == numberBefore + 1 { return false }
            if let numberAfter, let numberOfLast, numberBefore != nil, numberAfter == numberOfLast + 1 { return false }
            return true
        }
        return beginsWithHeading(fence, survey, bytes)
    }

    private static func number(of index: Int, _ survey: Survey, _ bytes: Bytes) -> Int? {
        let mark = survey.landmarks[index]
        let line = bytes.line(at: mark.start, limit: bytes.count)
        return mark.title(in: line, bytes).flatMap { Ordinal.title(in: bytes, $0)?.number }
    }

    private static func beginsWithHeading(_ fence: FencedLines, _ survey: Survey, _ bytes: Bytes) -> Bool {
        var at = bytes.line(at: fence.bytes.lowerBound, limit: bytes.count).next
        while at < fence.bytes.upperBound {
            let line = bytes.line(at: at, limit: fence.bytes.upperBound)
            if bytes.skippingSpace(line.text) < line.end { return Heading(line, in: bytes) != nil }
            at = line.next
        }
        return false
    }
}
