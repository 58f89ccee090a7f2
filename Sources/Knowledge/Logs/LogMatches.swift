import Workflow

/// A line of a log that shows something.
package struct LogLine: Equatable, Sendable {
    /// From 1.
    package var number: Int
    /// As it stands; of a very long line the part around what was found.
    package var text: String
    package var grade: MatchGrade
}

/// What a log shows of one signature.
package struct SignatureTally: Equatable, Sendable {
    /// Lines in which it stands.
    package var lineCount = 0
    package var grades: [MatchGrade: Int] = [:]
    /// The first, in order.
    package var first: [LogLine] = []
    package var last: LogLine?

    package var best: MatchGrade? { grades.keys.min() }

    mutating func add(_ line: LogLine) {
        lineCount += 1
        grades[line.grade, default: 0] += 1
        if first.count < Self.mostFirst { first.append(line) }
        last = line
    }

    /// So many are kept.
    package static let mostFirst = 20
}

/// What a log shows.
package struct LogMatches: Equatable, Sendable {
    package var lineCount = 0
    package var byteCount = 0
    /// By the place of the signature in the list that was looked for.
    package var tallies: [Int: SignatureTally] = [:]
    /// Lines that say that something went wrong and show no signature, by what they have in common; the most frequent first.
    package var unknown: [UnknownGroup] = []
    /// Lines that look wrong and are in no group, because there were too many.
    package var ungrouped = 0

    package init() {}
}

/// Lines that differ only where they are masked.
package struct UnknownGroup: Equatable, Sendable {
    /// With `*` where they differ.
    package var template: String
    package var count: Int
    package var firstLine: Int
    package var lastLine: Int
    package var sample: String
    package var lastSample: String
}
