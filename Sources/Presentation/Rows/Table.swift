/// Columns of text for people, aligned by display width.
package struct Table: Sendable {
    /// The lines of a table and the headings of the columns for which there was no room.
    package struct Lines: Equatable, Sendable {
        package var lines: [String]
        var hidden: [String]
    }

    package let columns: [Column]
    private(set) var rows: [[Cell]] = []

    package init(columns: [Column]) { self.columns = columns }

    /// Adds a row; cells that are missing at its end are empty.
    package mutating func add(_ cells: [Cell]) {
        let missing = max(0, columns.count - cells.count)
        rows.append(Array(cells.prefix(columns.count)) + Array(repeating: Cell(""), count: missing))
    }

    /// Lays the table out; nothing is cut or left out without a width.
    package func lines(width: Int?, colour: Bool, headings: Bool = true, keepsAll: Bool = false) -> Lines {
        let layout = ColumnLayout(
            columns: columns, natural: naturalWidths(headings: headings), limit: width, keepsAll: keepsAll)
        var lines: [String] = []
        if headings { lines.append(line(columns.map { Cell($0.heading, style: .bold) }, layout, colour: colour)) }
        for row in rows { lines.append(line(row, layout, colour: colour)) }
        let hidden = columns.indices.filter { !layout.shown.contains($0) }.map { columns[$0].heading }
        return Lines(lines: lines, hidden: hidden)
    }

    /// `left` and `right` at the two borders of a line; on a narrow one `left` is cut, then `right`.
    static func spread(_ left: String, _ right: String, width: Int) -> String {
        let right = DisplayWidth.truncated(right, to: width)
        let room = width - DisplayWidth.of(right)
        let left = DisplayWidth.truncated(left, to: room - ColumnLayout.gap)
        return DisplayWidth.padded(left, to: room) + right
    }

    private func naturalWidths(headings: Bool) -> [Int] {
        columns.indices.map { place in
            let widest = rows.reduce(0) { max($0, $1[place].width) }
            return headings ? max(widest, DisplayWidth.of(columns[place].heading)) : widest
        }
    }

    private func line(_ cells: [Cell], _ layout: ColumnLayout, colour: Bool) -> String {
        var line = ""
        // Space is only written before text, so that no line ends in it.
        var space = 0
        for (place, width) in zip(layout.shown, layout.widths) {
            let cell = cells[place]
            let text = cell.width <= width ? cell.text : DisplayWidth.truncated(cell.text, to: width)
            let padding = width - (cell.width <= width ? cell.width : DisplayWidth.of(text))
            if columns[place].alignment == .right { space += padding }
            if !text.isEmpty {
                line += String(repeating: " ", count: max(0, space)) + shown(text, of: cell, colour: colour)
                space = 0
            }
            space += (columns[place].alignment == .left ? padding : 0) + ColumnLayout.gap
        }
        return line
    }

    private func shown(_ text: String, of cell: Cell, colour: Bool) -> String {
        guard colour, cell.style != nil || !cell.hits.isEmpty else { return TextDirection.isolated(text) }
        if let style = cell.style { return style.applied(to: TextDirection.isolated(text)) }
        return TextDirection.isolated(withHits(text, of: cell))
    }

    /// - Parameter text: what is left of the cell's text: its beginning, and a sign that it was cut.
    private func withHits(_ text: String, of cell: Cell) -> String {
        let bytes = Array(text.utf8)
        let end = bytes.elementsEqual(cell.text.utf8) ? bytes.count : max(0, bytes.count - DisplayWidth.cut.utf8.count)
        var (shown, place) = ("", 0)
        for hit in cell.hits where hit.lowerBound < end {
            let stop = min(hit.upperBound, end)
            shown += String(decoding: bytes[place..<hit.lowerBound], as: UTF8.self)
            shown += Style.hit.applied(to: String(decoding: bytes[hit.lowerBound..<stop], as: UTF8.self))
            place = stop
        }
        return shown + String(decoding: bytes[place...], as: UTF8.self)
    }
}
