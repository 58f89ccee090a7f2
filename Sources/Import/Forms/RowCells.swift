/// `| a | b |`, a row of a Markdown table.
enum PipeRow {
    /// Where the line's first bar stands; nil for a line that is no row.
    static func isRow(_ line: TextLine, in bytes: Bytes) -> Bool {
        let text = bytes.trimmed(line.text)
        return text.count >= 3 && bytes[text.lowerBound] == 0x7C
            && bytes.contains(0x7C, in: text.lowerBound + 1..<text.upperBound)
    }

    /// `|---|:--:|`
    static func isDivider(_ line: TextLine, in bytes: Bytes) -> Bool {
        let text = bytes.trimmed(line.text)
        return text.contains { bytes[$0] == 0x2D }
            && text.allSatisfy { [0x7C, 0x2D, 0x3A, 0x20, 0x09].contains(bytes[$0]) } && bytes.contains(0x7C, in: text)
    }

    /// What the cells say: a bar behind a backslash is one of theirs, `<br>` ends a line.
    static func cells(of range: Range<Int>, in bytes: Bytes) -> [[UInt8]] {
        ranges(of: range, in: bytes).map { range in
            var cell: [UInt8] = []
            var at = range.lowerBound
            while at < range.upperBound {
                if bytes[at] == 0x5C, at + 1 < range.upperBound, bytes[at + 1] == 0x7C { at += 1 }
                if let width = breakWidth(at, range.upperBound, in: bytes) {
                    cell.append(0x0A)
                    at += width
                } else {
                    cell.append(bytes[at])
                    at += 1
                }
            }
            return cell
        }
    }

    /// Where the cells stand: a bar behind a backslash, or in code, parts none.
    static func ranges(of range: Range<Int>, in bytes: Bytes) -> [Range<Int>] {
        let row = bytes.trimmed(range)
        var cells: [Range<Int>] = []
        var isCode = false
        var start = row.lowerBound + (bytes.has("|", at: row.lowerBound, limit: row.upperBound) ? 1 : 0)
        var at = start
        while at < row.upperBound {
            if bytes[at] == 0x5C, at + 1 < row.upperBound, bytes[at + 1] == 0x7C {
                at += 2
                continue
            }
            if bytes[at] == 0x60 { isCode = !isCode && bytes.contains(0x60, in: at + 1..<row.upperBound) }
            if bytes[at] == 0x7C, !isCode {
                cells.append(start..<at)
                start = at + 1
            }
            at += 1
        }
        if start < row.upperBound { cells.append(start..<row.upperBound) }
        return cells
    }

    private static func breakWidth(_ at: Int, _ limit: Int, in bytes: Bytes) -> Int? {
        for tag in ["<br>", "<br/>", "<br />", "<BR>"] as [StaticString] where bytes.has(tag, at: at, limit: limit) {
            return tag.utf8CodeUnitCount
        }
        return nil
    }
}

/// A record of a CSV file (RFC 4180).
enum SeparatedRow {
    /// Where the record ends that starts at `start`, behind its line end: a quoted cell may hold line ends.
    /// - Parameter cells: how many the header has, nil for the header itself. Several lines, of which the first alone has as many,
    ///   are no record when all together have another number, or when each of them has it: the mark that seemed to open a
    ///   quotation opens none.
    static func end(from start: Int, _ separator: UInt8, cells: Int?, in bytes: Bytes) -> Int {
        var at = start
        var isCellStart = true
        var count = 1
        var isOneLine = true
        while at < bytes.count, bytes[at] != 0x0A {
            let byte = bytes[at]
            if isCellStart, byte == 0x22, let close = closing(at, separator, limit: bytes.count, in: bytes) {
                if isOneLine { isOneLine = !bytes.contains(0x0A, in: at..<close) }
                at = close
            }
            if byte == separator { count += 1 }
            isCellStart = byte == separator || isCellStart && byte == 0x20
            at += 1
        }
        let end = min(at + 1, bytes.count)
        guard !isOneLine, let cells, cells > 2 else { return end }
        func hasAll(_ line: TextLine) -> Bool { Self.cells(of: line.text, separator, in: bytes).count == cells }
        let first = bytes.line(at: start, limit: end)
        guard hasAll(first) else { return end }
        var line = first
        while count == cells, line.next < end {
            line = bytes.line(at: line.next, limit: end)
            if !hasAll(line) { return end }
        }
        return first.next
    }

    /// The mark that closes the quotation which the one at `open` would open; two of them inside stand for one. Nil where the
    /// next one has more of the cell behind it, or none comes: the mark is then a sign like any other, as in `5" pipe`.
    private static func closing(_ open: Int, _ separator: UInt8, limit: Int, in bytes: Bytes) -> Int? {
        var at = open + 1
        while at < limit {
            guard bytes[at] == 0x22 else {
                at += 1
                continue
            }
            if at + 1 < limit, bytes[at + 1] == 0x22 {
                at += 2
                continue
            }
            var next = at + 1
            while next < limit, bytes[next] == 0x20 { next += 1 }
            return next == limit || [separator, 0x0A, 0x0D].contains(bytes[next]) ? at : nil
        }
        return nil
    }

    static func cells(of range: Range<Int>, _ separator: UInt8, in bytes: Bytes) -> [[UInt8]] {
        var end = range.upperBound
        while end > range.lowerBound, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        var cells: [[UInt8]] = []
        var at = range.lowerBound
        while true {
            var cell: [UInt8] = []
            var open = at
            while open < end, bytes[open] == 0x20 { open += 1 }
            if open < end, bytes[open] == 0x22, let close = closing(open, separator, limit: end, in: bytes) {
                at = open + 1
                while at < close {
                    if bytes[at] == 0x22 { at += 1 }
                    if bytes[at] != 0x0D || bytes[at + 1] != 0x0A { cell.append(bytes[at]) }
                    at += 1
                }
                at += 1
            }
            // Blanks behind a quotation, or a cell without one.
            while at < end, bytes[at] != separator {
                cell.append(bytes[at])
                at += 1
            }
            cells.append(cell)
            guard at < end else { return cells }
            at += 1
        }
    }
}
