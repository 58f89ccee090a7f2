import Workflow

/// Writes rows in any format. All formats are decided here, so that every command speaks all of them.
package struct Rendering: Sendable {
    package let format: Format
    package let terminal: Terminal
    package let zone: TimeZoneRules
    package let words: Words
    package var hasHeader = true

    package init(
        format: Format, terminal: Terminal, zone: TimeZoneRules, words: Words, hasHeader: Bool = true
    ) {
        self.format = format
        self.terminal = terminal
        self.zone = zone
        self.words = words
        self.hasHeader = hasHeader
    }

    package func bytes(of rows: Rows) -> [UInt8] {
        switch format {
        case .table: Array(table(rows).utf8)
        case .tsv: delimited(.tsv, rows)
        // Spreadsheet programs take CSV without the mark for text in the system's own encoding.
        case .csv: [0xEF, 0xBB, 0xBF] + delimited(.csv, rows)
        case .json: JSONRendering(zone: zone).envelope(rows)
        case .jsonl: JSONRendering(zone: zone).lines(rows)
        case .md: Array(markdown(rows).utf8)
        // Pages are made of reports; `Session.show` refuses them for rows.
        case .html, .xlsx: []
        case .ids: Array(rows.entries.map { plain($0[rows.idPosition].value) + "\n" }.joined(by: "").utf8)
        case .count: Array("\(rows.total)\n".utf8)
        }
    }

    private func table(_ rows: Rows) -> String {
        let laidOut = laidOut(rows)
        var lines = rows.entries.isEmpty ? [words.list.empty] : laidOut.lines
        if hasHeader, let query = rows.query { lines.insert(titleLine(query, rows, above: lines), at: 0) }
        if rows.entries.isEmpty && rows.total == 0, terminal.isTerminal,
            let next = words.list.emptyHint(rows.document.name)
        {
            lines += hint("  " + next)
        }
        if !laidOut.hidden.isEmpty && !rows.entries.isEmpty {
            lines += hint(words.list.hiddenColumns(laidOut.hidden))
        }
        if rows.isTruncated { lines += hint(words.list.limited(rows.entries.count, rows.total)) }
        return lines.map { $0 + "\n" }.joined(by: "")
    }

    /// Where there is no room for all, columns that say nothing give way first.
    private func laidOut(_ rows: Rows) -> Table.Lines {
        let full = table(of: rows)
        let free = full.lines(width: nil, colour: false, headings: hasHeader).lines.map(DisplayWidth.of).max() ?? 0
        let isTight = !rows.isChosen && (terminal.width.map { free > $0 } ?? false)
        let table = isTight ? table(of: rows.withoutEmptyColumns) : full
        return table.lines(
            width: rows.isWhole ? nil : terminal.width, colour: terminal.usesColour, headings: hasHeader,
            keepsAll: rows.isChosen)
    }

    private func table(of rows: Rows) -> Table {
        var table = Table(columns: rows.selectedFields.map(\.column))
        for row in rows.entries {
            table.add(rows.selection.map { cell(row[$0]) })
        }
        return table
    }

    private func cell(_ entry: RowEntry) -> Cell {
        if terminal.usesColour, let parts = entry.parts { return Cell(parts) }
        return Cell(shown(entry), style: entry.style)
    }

    /// The query at the left and the count at the right border of the table.
    private func titleLine(_ query: String, _ rows: Rows, above lines: [String]) -> String {
        let query = SafeText.line(query)
        let count = words.list.count(rows.entries.count, rows.total)
        let table = lines.map { DisplayWidth.of(Style.removed(from: $0)) }.max() ?? 0
        let wanted = max(table, DisplayWidth.of(query) + ColumnLayout.gap + DisplayWidth.of(count))
        let line = Table.spread(query, count, width: min(wanted, terminal.width ?? wanted))
        return TextDirection.isolated(line)
    }

    private func hint(_ text: String) -> [String] {
        let lines = terminal.width.map { LineWrap.lines(of: text, width: $0) } ?? [text]
        return terminal.usesColour ? lines.map { Style.dim.applied(to: $0) } : lines
    }

    private func delimited(_ dialect: DelimitedText, _ rows: Rows) -> [UInt8] {
        var bytes: [UInt8] = []
        if hasHeader { dialect.append(rows.selectedFields.map { ($0.name, isText: false) }, to: &bytes) }
        for row in rows.entries {
            let cells = rows.selection.map { place in
                (safe(plain(row[place].value)), isText: Self.isText(row[place].value))
            }
            dialect.append(cells, to: &bytes)
        }
        return bytes
    }

    private func markdown(_ rows: Rows) -> String {
        let columns = rows.selectedFields.map(\.column)
        var text = hasHeader ? MarkdownTable.head(columns) : ""
        for row in rows.entries { text += MarkdownTable.line(rows.selection.map { safe(plain(row[$0].value)) }) }
        return text
    }

    /// The form for people.
    private func shown(_ entry: RowEntry) -> String {
        if let shown = entry.shown { return shown }
        switch entry.value {
        case .null: return words.list.none
        case .truth(let truth): return truth ? words.list.yes : words.list.no
        case .time(let instant): return TimeText.local(instant, offset: zone.offset(at: instant))
        case .list(let parts): return parts.isEmpty ? words.list.none : parts.joined(by: ", ")
        case .text, .number, .decimal, .numbers: return plain(entry.value)
        }
    }

    /// The form for programs: raw, times in RFC 3339, nothing for what is unknown.
    func plain(_ value: RowValue) -> String {
        switch value {
        case .null: ""
        case .text(let text): text
        case .number(let number): String(number)
        case .decimal(let number): number.description
        case .truth(let truth): truth ? "true" : "false"
        case .time(let instant): TimeText.rfc3339(instant, offset: zone.offset(at: instant))
        case .list(let parts): parts.joined(by: ",")
        case .numbers(let numbers): numbers.map { String($0) }.joined(by: ",")
        }
    }

    /// Files and pipes get the bytes as they are; a terminal must not obey them.
    private func safe(_ text: String) -> String {
        terminal.isTerminal && format != .tsv ? TextDirection.isolated(SafeText.line(text)) : text
    }

    private static func isText(_ value: RowValue) -> Bool {
        switch value {
        case .text, .list, .numbers: true
        case .null, .number, .decimal, .truth, .time: false
        }
    }
}
