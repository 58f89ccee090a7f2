/// What recurs in the lines of a file that has few marks of Markdown: labels, whole lines, and how lines behind blank ones begin.
struct RecurringLines {
    /// A text, how often it comes, and the line that has it first.
    struct Finding: Equatable {
        let text: String
        let name: Range<Int>
        var count: Int
        let line: Int
        /// What stands behind a label there.
        let example: String
    }

    /// Names before a colon, in the order of the file.
    private(set) var labels: [Finding] = []
    /// Short lines that come again just as they are.
    private(set) var wholeLines: [Finding] = []
    /// The mark that most lines behind blank ones begin with, `@@ `, and what follows it on each.
    private(set) var opening: (mark: String, titles: [Range<Int>])?

    /// More lines than these tell nothing else.
    private static let most = 20_000
    private static let longest = 48

    init(in bytes: Bytes, from start: Int) {
        var (at, number, isBehindBlank) = (start, 0, true)
        var labels: [String: Finding] = [:]
        var whole: [String: Finding] = [:]
        var openings: [String: [Range<Int>]] = [:]
        while at < bytes.count, number < Self.most {
            let line = bytes.line(at: at, limit: bytes.count)
            at = line.next
            number += 1
            let text = bytes.trimmed(line.text)
            defer { isBehindBlank = text.isEmpty }
            guard !text.isEmpty else { continue }
            if isBehindBlank, let mark = Self.mark(before: text, in: bytes) {
                openings[bytes.text(text.lowerBound..<mark), default: []].append(mark..<text.upperBound)
            } else if let label = FieldLabel(line, in: bytes), label.hasColon {
                Self.count(label.name, number, bytes.text(label.value), in: bytes, &labels)
            } else if text.count <= Self.longest {
                Self.count(text, number, "", in: bytes, &whole)
            }
        }
        self.labels = Self.recurring(labels)
        wholeLines = Self.recurring(whole)
        opening = openings.filter { $0.value.count > 1 }.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
            .map { ($0.key, $0.value) }
    }

    private static func count(
        _ name: Range<Int>, _ line: Int, _ example: String, in bytes: Bytes, _ found: inout [String: Finding]
    ) {
        guard name.contains(where: { isLetter(bytes[$0]) }) else { return }
        let text = bytes.text(name)
        found[text, default: Finding(text: text, name: name, count: 0, line: line, example: example)].count += 1
    }

    private static func recurring(_ found: [String: Finding]) -> [Finding] {
        found.values.filter { $0.count > 1 }.sorted { $0.line < $1.line }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte & 0xDF) || byte >= 0x80
    }

    /// Where a mark of a line ends, with the blank behind it; nil where it has none, or one that Markdown knows.
    private static func mark(before text: Range<Int>, in bytes: Bytes) -> Int? {
        var end = text.lowerBound
        while end < text.upperBound, end - text.lowerBound < 5, isMark(bytes[end]) { end += 1 }
        let isLone = end - text.lowerBound == 1
        guard end > text.lowerBound, end < text.upperBound, bytes[text.lowerBound] != 0x23,
            !(isLone && [0x2A, 0x2B, 0x2D, 0x3E, 0x7C].contains(bytes[text.lowerBound]))
        else { return Ordinal.title(in: bytes, text) == nil ? nil : text.lowerBound }
        if bytes[end] == 0x20 { end += 1 }
        return end < text.upperBound && !isMark(bytes[end]) ? end : nil
    }

    /// Punctuation that is no bracket.
    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21...0x27, 0x2A...0x2F, 0x3A...0x40, 0x5C, 0x5E...0x60, 0x7C, 0x7E: true
        default: false
        }
    }
}
