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

    /// A bar behind a backslash, or in code, is part of its cell; `<br>` ends a line.
    static func cells(of range: Range<Int>, in bytes: Bytes) -> [[UInt8]] {
        let row = bytes.trimmed(range)
        var cells: [[UInt8]] = []
        var cell: [UInt8] = []
        var isCode = false
        var at = row.lowerBound + (bytes.has("|", at: row.lowerBound, limit: row.upperBound) ? 1 : 0)
        while at < row.upperBound {
            let byte = bytes[at]
            if byte == 0x5C, at + 1 < row.upperBound, bytes[at + 1] == 0x7C {
                cell.append(0x7C)
                at += 2
                continue
            }
            if byte == 0x60 { isCode = !isCode && bytes.contains(0x60, in: at + 1..<row.upperBound) }
            if byte == 0x7C, !isCode {
                cells.append(cell)
                cell = []
            } else if let width = breakWidth(at, row.upperBound, in: bytes) {
                cell.append(0x0A)
                at += width
                continue
            } else {
                cell.append(byte)
            }
            at += 1
        }
        if !cell.allSatisfy({ $0 == 0x20 }) { cells.append(cell) }
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
    static func end(from start: Int, _ separator: UInt8, in bytes: Bytes) -> Int {
        var at = start
        var isCellStart = true
        while at < bytes.count {
            let byte = bytes[at]
            if byte == 0x22, isCellStart {
                at = quoteEnd(from: at + 1, in: bytes)
                isCellStart = false
                continue
            }
            if byte == 0x0A { return at + 1 }
            isCellStart = byte == separator
            at += 1
        }
        return bytes.count
    }

    /// Behind the quotation mark that ends a quoted cell; two of them stand for one.
    private static func quoteEnd(from start: Int, in bytes: Bytes) -> Int {
        var at = start
        while at < bytes.count {
            if bytes[at] == 0x22 {
                guard at + 1 < bytes.count, bytes[at + 1] == 0x22 else { return at + 1 }
                at += 1
            }
            at += 1
        }
        return bytes.count
    }

    static func cells(of range: Range<Int>, _ separator: UInt8, in bytes: Bytes) -> [[UInt8]] {
        var end = range.upperBound
        while end > range.lowerBound, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        var cells: [[UInt8]] = []
        var at = range.lowerBound
        while true {
            var cell: [UInt8] = []
            if at < end, bytes[at] == 0x22 {
                at += 1
                while at < end {
                    if bytes[at] == 0x22 {
                        guard at + 1 < end, bytes[at + 1] == 0x22 else { break }
                        at += 1
                    }
                    if bytes[at] != 0x0D || at + 1 >= end || bytes[at + 1] != 0x0A { cell.append(bytes[at]) }
                    at += 1
                }
                at += 1
            }
            // What follows a closed quotation, or a cell without one.
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
