import Workflow

/// Where each line of a file went: into which entry or ticket, and as what.
package struct LineAccount: Equatable, Sendable {
    package struct Line: Equatable, Sendable {
        /// From 1.
        package var number: Int
        /// The number or title of the entry, or the place of the ticket; nil where the line is in none.
        package var owner: String?
        /// What its text tells; several, where it tells several things. Titles, and tickets, have none.
        package var roles: [ArticleEntry.Role]
        package var isTitle: Bool
        package var text: String
    }

    package private(set) var lines: [Line] = []

    /// Of an article: every line is in an entry.
    package init(_ file: ArticleFile) {
        let draft = file.draft
        var parts: [(start: Int, end: Int, entry: Int, role: ArticleEntry.Role?)] = []
        for (index, entry) in draft.entries.enumerated() {
            if !entry.titleBytes.isEmpty {
                parts.append((entry.titleBytes.lowerBound, entry.titleBytes.upperBound, index, nil))
            }
            parts += entry.texts.map { ($0.bytes.lowerBound, $0.bytes.upperBound, index, $0.role) }
        }
        parts.sort { $0.start < $1.start }
        var next = 0
        each(file.incoming.bytes) { start, end, number, text in
            while next < parts.count, parts[next].end <= start { next += 1 }
            let here = parts[next...].prefix { $0.start < end }
            let owner = here.first.map { draft.entries[$0.entry] }
            var roles: [ArticleEntry.Role] = []
            for part in here { if let role = part.role, roles.last != role { roles.append(role) } }
            return Line(
                number: number, owner: owner.map { $0.number ?? $0.title }, roles: roles,
                isTitle: here.first.map { $0.role == nil } ?? false, text: text)
        }
    }

    /// Of a dataset: lines before the first ticket and after the last are in none.
    package init(_ file: DatasetFile) {
        var tickets = (0..<file.dataset.ticketCount).map { file.dataset.entry(at: $0).place }[...]
        each(file.text) { start, _, number, text in
            while let first = tickets.first, first.bytes.upperBound <= start { tickets.removeFirst() }
            let ticket = tickets.first.flatMap { $0.bytes.lowerBound <= start ? $0 : nil }
            return Line(
                number: number, owner: ticket.map { "\($0.ordinal)" }, roles: [], isTitle: ticket?.line == number,
                text: text)
        }
    }

    private mutating func each(_ bytes: [UInt8], _ body: (Int, Int, Int, String) -> Line) {
        bytes.withUnsafeBufferPointer { bytes in
            var at = 0
            while at < bytes.count {
                let line = bytes.line(at: at, limit: bytes.count)
                lines.append(body(line.start, line.next, lines.count + 1, bytes.text(line.text)))
                at = line.next
            }
        }
    }
}
