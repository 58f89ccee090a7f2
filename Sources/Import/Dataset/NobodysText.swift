/// What is in a file and is nobody's text: comments, and the mark of a heading that stands alone on its line.
///
/// It is blanked out before the file is read, so that it is no structure and no place moves; the file itself keeps it.
struct NobodysText {
    /// The file with blanks in its place.
    private(set) var bytes: [UInt8]
    /// From `<!--` to `-->`, ascending.
    private(set) var comments: [Range<Int>] = []
    /// The lines of those that say something, by their numbers.
    private(set) var commentLines: [ClosedRange<Int>] = []

    /// Nil when a file holds none: most do not, and are not copied.
    /// - Parameter taught: may name more of it.
    init?(in bytes: [UInt8], _ taught: TaughtDialect? = nil) {
        self.bytes = bytes
        let found = bytes.withUnsafeBufferPointer { NobodysText.find(in: $0) }
        let ignored =
            taught.map { taught in bytes.withUnsafeBufferPointer { NobodysText.ignored(taught, in: $0) } } ?? []
        guard !found.comments.isEmpty || !found.marks.isEmpty || !ignored.isEmpty else { return nil }
        comments = (found.comments + ignored).inOrder
        commentLines = NobodysText.lines(of: found.comments, in: bytes)
        for range in comments + found.marks {
            for at in range where self.bytes[at] != 0x0A && self.bytes[at] != 0x0D { self.bytes[at] = 0x20 }
        }
    }

    private static func lines(of comments: [Range<Int>], in bytes: [UInt8]) -> [ClosedRange<Int>] {
        var (number, at) = (1, 0)
        return comments.compactMap { range in
            number += bytes[at..<range.lowerBound].count { $0 == 0x0A }
            let first = number
            number += bytes[range].count { $0 == 0x0A }
            at = range.upperBound
            return bytes[range].contains { $0 >= 0x80 || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A } ? first...number : nil
        }
    }

    /// Lines that a dialect leaves out; a heading takes along what stands below it.
    private static func ignored(_ taught: TaughtDialect, in bytes: Bytes) -> [Range<Int>] {
        var ranges = taught.ignoresFences ? ClosedFences(in: bytes, 0..<bytes.count).blocks : []
        guard !taught.ignored.isEmpty else { return ranges }
        var open: (level: Int, start: Int)?
        var at = 0
        while at < bytes.count {
            let line = bytes.line(at: at, limit: bytes.count)
            at = line.next
            guard line.start < line.end else { continue }
            let heading = Heading.mayBegin(line, in: bytes) ? Heading(line, in: bytes) : nil
            if let heading, let section = open, heading.level <= section.level {
                ranges.append(section.start..<line.start)
                open = nil
            }
            guard taught.ignored.contains(bytes.text(bytes.trimmed(line.text))) else { continue }
            if let heading { open = open ?? (heading.level, line.start) } else { ranges.append(line.start..<line.end) }
        }
        if let open { ranges.append(open.start..<bytes.count) }
        return ranges
    }

    private static func find(in bytes: Bytes) -> (comments: [Range<Int>], marks: [Range<Int>]) {
        let all = 0..<bytes.count
        let mayHoldMarks =
            (["#\n", "#\r", "# \n", "# \r"] as [StaticString]).contains { bytes.first($0, in: all) != nil }
            || bytes.last == 0x23
        guard mayHoldMarks || bytes.first("<!--", in: all) != nil else { return ([], []) }
        return (comments(in: bytes), mayHoldMarks ? marks(in: bytes) : [])
    }

    /// A comment begins a line; one inside of a line is a pasted text. Code in a fence has none, nor has one that never ends.
    private static func comments(in bytes: Bytes) -> [Range<Int>] {
        var comments: [Range<Int>] = []
        let fences = ClosedFences(in: bytes, 0..<bytes.count)
        var from = 0
        while let start = bytes.first("<!--", in: from..<bytes.count) {
            from = start + 4
            guard beginsLine(start, in: bytes), !fences.hold(start) else { continue }
            guard let end = bytes.first("-->", in: from..<bytes.count) else { break }
            // Our own announcement is no comment to be left out.
            if !bytes.has(Escape.announcement, at: start, limit: bytes.count) { comments.append(start..<end + 3) }
            from = end + 3
        }
        return comments
    }

    private static func beginsLine(_ place: Int, in bytes: Bytes) -> Bool {
        var at = place
        while at > 0, place - at < 3, bytes[at - 1] == 0x20 { at -= 1 }
        return at == 0 || bytes[at - 1] == 0x0A || at == 3 && bytes.has("\u{FEFF}", at: 0, limit: 3)
    }

    /// A mark alone, where a heading or the end of the file follows: not the `#` of a listing.
    private static func marks(in bytes: Bytes) -> [Range<Int>] {
        var marks: [Range<Int>] = []
        var waiting: [Range<Int>] = []
        var at = 0
        while at < bytes.count {
            let line = bytes.line(at: at, limit: bytes.count)
            at = line.next
            let text = bytes.trimmed(line.text)
            if text.isEmpty { continue }
            if text.count <= 6, text.allSatisfy({ bytes[$0] == 0x23 }) {
                waiting.append(text)
            } else {
                if !waiting.isEmpty, Heading(line, in: bytes) != nil || RuleLine.isRule(line, in: bytes) {
                    marks += waiting
                }
                waiting = []
            }
        }
        return marks + waiting
    }
}
