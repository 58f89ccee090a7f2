/// The cells of a row of a table.
enum TableCells {
    /// The ranges of the cells, without their blanks. `\|` is a sign and no border.
    static func ranges(_ bytes: Bytes, _ row: Range<Int>) -> [Range<Int>] {
        let row = bytes.trimmed(row)
        var cells: [Range<Int>] = []
        var start = row.lowerBound
        if start < row.upperBound, bytes[start] == 0x7C { start += 1 }
        var at = start
        while at < row.upperBound {
            if bytes[at] == 0x5C {
                at += 2
                continue
            }
            if bytes[at] == 0x7C {
                cells.append(bytes.trimmed(start..<at))
                start = at + 1
            }
            at += 1
        }
        if start < row.upperBound { cells.append(bytes.trimmed(start..<row.upperBound)) }
        return cells
    }

    /// `|---|:--:|`
    static func isDashes(_ bytes: Bytes, _ row: Range<Int>) -> Bool {
        let row = bytes.trimmed(row)
        guard row.count >= 3, bytes.contains(0x2D, in: row), bytes.contains(0x7C, in: row) else { return false }
        return row.allSatisfy { [0x2D, 0x3A, 0x7C, 0x20, 0x09].contains(bytes[$0]) }
    }
}
