import Workflow

/// A table in HTML: its rows with their cells.
struct HTMLTable {
    struct Row {
        /// From its mark to the next row's, or to the end of the table.
        var bytes: Range<Int>
        /// The cells by their columns, what is between their marks; one that a cell above covers is empty.
        var cells: [Range<Int>]
    }

    private(set) var rows: [Row] = []
    /// From the beginning of its first line to the end of its last.
    let bytes: Range<Int>
    /// The line behind it.
    let nextLine: Int

    /// - Returns: nil where no table begins in the line, it has no end, or holds headings, blocks of code or another table.
    init?(_ bytes: Bytes, _ lines: [ArticleLine], at index: Int) {
        let first = lines[index]
        guard first.form == .text, Self.hasMark("<table", bytes, first.content.lowerBound, first.content.upperBound)
        else {
            return nil
        }
        guard let last = Self.lastLine(bytes, lines, from: index) else { return nil }
        self.bytes = first.bytes.lowerBound..<lines[last].bytes.upperBound
        nextLine = last + 1
        read(bytes)
        guard rows.count > 1 else { return nil }
    }

    private static let mostLines = 4_000

    private static func lastLine(_ bytes: Bytes, _ lines: [ArticleLine], from first: Int) -> Int? {
        for index in first..<min(lines.count, first + mostLines) {
            let line = lines[index]
            switch line.form {
            case .text, .blank, .item, .quote, .remark: break
            default: return nil
            }
            var at = line.bytes.lowerBound
            while let mark = nextMark(bytes, from: at, to: line.bytes.upperBound) {
                if hasMark("</table", bytes, mark, line.bytes.upperBound) { return index }
                if hasMark("<table", bytes, mark, line.bytes.upperBound),
                    index > first || mark > line.content.lowerBound
                {
                    return nil
                }
                at = mark + 1
            }
        }
        return nil
    }

    private mutating func read(_ bytes: Bytes) {
        // How many rows more the cells above still cover, by columns.
        var covered: [Int] = []
        var open: Int?
        var at = self.bytes.lowerBound
        let end = self.bytes.upperBound
        func close(_ place: Int) {
            guard let start = open, !rows.isEmpty else { return }
            rows[rows.count - 1].cells.append(bytes.trimmed(start..<place))
            open = nil
        }
        while let mark = Self.nextMark(bytes, from: at, to: end) {
            let tagEnd = Self.tagEnd(bytes, mark, end)
            if Self.hasMark("<tr", bytes, mark, end) {
                close(mark)
                if !rows.isEmpty { rows[rows.count - 1].bytes = rows[rows.count - 1].bytes.lowerBound..<mark }
                rows.append(Row(bytes: mark..<end, cells: []))
                for column in covered.indices where covered[column] > 0 { covered[column] -= 1 }
            } else if Self.hasMark("<td", bytes, mark, end) || Self.hasMark("<th", bytes, mark, end), !rows.isEmpty,
                !Self.hasMark("<thead", bytes, mark, end)
            {
                close(mark)
                skipCovered(covered, at: mark)
                let column = rows[rows.count - 1].cells.count
                while covered.count <= column { covered.append(0) }
                covered[column] = max(0, Self.number(of: "rowspan", bytes, mark..<tagEnd) - 1) + 1
                open = tagEnd
            } else if ["</td", "</th", "</tr", "</table"].contains(where: { Self.hasMark($0, bytes, mark, end) }) {
                close(mark)
            }
            at = max(mark + 1, tagEnd)
        }
    }

    private mutating func skipCovered(_ covered: [Int], at place: Int) {
        let row = rows.count - 1
        while rows[row].cells.count < covered.count, covered[rows[row].cells.count] > 0 {
            rows[row].cells.append(place..<place)
        }
    }

    private static func nextMark(_ bytes: Bytes, from start: Int, to end: Int) -> Int? {
        var at = start
        while at < end {
            if bytes[at] == 0x3C { return at }
            at += 1
        }
        return nil
    }

    /// Behind the `>` of a mark.
    private static func tagEnd(_ bytes: Bytes, _ mark: Int, _ end: Int) -> Int {
        var at = mark
        while at < end, bytes[at] != 0x3E { at += 1 }
        return min(at + 1, end)
    }

    /// A mark of that name, in large or small letters, and not the beginning of a longer name.
    private static func hasMark(_ name: StaticString, _ bytes: Bytes, _ at: Int, _ end: Int) -> Bool {
        let count = name.utf8CodeUnitCount
        guard at + count <= end else { return false }
        for place in 0..<count {
            let byte = bytes[at + place]
            guard (byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) == name.utf8Start[place] else { return false }
        }
        guard at + count < end else { return true }
        let next = bytes[at + count] | 0x20
        return next < 0x61 || next > 0x7A
    }

    /// `rowspan="3"`; 1 where it is not said.
    private static func number(of name: StaticString, _ bytes: Bytes, _ tag: Range<Int>) -> Int {
        var at = tag.lowerBound
        while at < tag.upperBound {
            if bytes.has(name, at: at, limit: tag.upperBound) {
                at += name.utf8CodeUnitCount
                while at < tag.upperBound, [0x20, 0x3D, 0x22, 0x27].contains(bytes[at]) { at += 1 }
                var value = 0
                while at < tag.upperBound, bytes[at].isDigit, value < 1_000 {
                    value = value * 10 + Int(bytes[at] - 0x30)
                    at += 1
                }
                return max(value, 1)
            }
            at += 1
        }
        return 1
    }
}

extension ArticleReader {
    /// The rows of a table of codes in HTML are entries as those of others are.
    /// - Returns: the line behind the table; nil where there is none, or it names no codes.
    mutating func takeHTMLTable(_ index: Int) -> Int? {
        guard let found = HTMLTable(bytes, lines, at: index), let heading = found.rows.first else { return nil }
        let table = ArticleTable(bytes, cells: heading.cells)
        guard table.hasCodes else { return nil }
        items.removeAll { $0.indent >= lines[index].indent }
        addPiece(current, .other, found.bytes.lowerBound..<heading.bytes.upperBound, [])
        var line = index
        for row in found.rows.dropFirst() {
            while line + 1 < lines.count, lines[line].bytes.upperBound <= row.bytes.lowerBound { line += 1 }
            guard let first = row.cells.first(where: { !$0.isEmpty }) else {
                addPiece(current, .other, row.bytes, [])
                continue
            }
            let key = table.key(row.cells, in: bytes)
            entries.append(
                EntryDraft(
                    parent: current, kind: .row, title: PlainText.line(bytes.text(first)), key: key, line: line + 1,
                    titleBytes: row.bytes.lowerBound..<first.upperBound, bytes: row.bytes))
            let entry = entries.count - 1
            var start = first.upperBound
            for (column, cell) in row.cells.enumerated() where cell.lowerBound >= start && !cell.isEmpty {
                addPiece(entry, table.role(of: column), start..<cell.upperBound, [cell])
                start = cell.upperBound
            }
            if start < row.bytes.upperBound { addPiece(entry, .other, start..<row.bytes.upperBound, []) }
        }
        return found.nextLine
    }

    private mutating func addPiece(_ entry: Int, _ role: ArticleEntry.Role, _ range: Range<Int>, _ texts: [Range<Int>])
    {
        pieces.append(ArticlePiece(entry: entry, role: role, side: nil, bytes: range, texts: texts))
    }
}
