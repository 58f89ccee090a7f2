import Workflow

/// Makes a draft of a row: its cells are the values of labels, read as those of a header are.
enum RowReader {
    static func read(_ place: TicketPlace, _ table: RowTable, _ dialect: Dialect, in bytes: Bytes) -> ReadDraft {
        let range = place.start..<place.body.upperBound
        let cells = table.withClock(table.cells(of: range, goesOn: place.level == RowTable.levelGoingOn, in: bytes))
        var scratch: [UInt8] = []
        var sections: [Section] = []
        for (column, cell) in zip(table.columns, cells) {
            let name = append(Array(column.name.utf8), to: &scratch)
            let content = append(RowReader.value(of: cell, in: column), to: &scratch)
            sections.append(
                Section(
                    field: column.field, look: .label, name: name, start: name.lowerBound, line: place.line - 1,
                    content: content))
        }
        // Cells that no column names.
        for (index, cell) in cells.enumerated().dropFirst(table.columns.count) where !cell.isEmpty {
            let name = append(Array("#\(index + 1)".utf8), to: &scratch)
            let content = append(cell, to: &scratch)
            sections.append(
                Section(
                    field: nil, look: .label, name: name, start: name.lowerBound, line: place.line, content: content))
        }
        return scratch.withUnsafeBufferPointer { read(sections, place, table, dialect, bytes, in: $0) }
    }

    /// `Status: open` below `Status:`.
    private static func value(of cell: [UInt8], in column: RowTable.Column) -> [UInt8] {
        guard !column.name.isEmpty, let colon = cell.prefix(40).firstIndex(of: 0x3A) else { return cell }
        let name = cell[..<colon].drop { $0.isSpace }
        return name.elementsEqual(column.name.utf8) ? Array(cell[(colon + 1)...].drop { $0.isSpace }) : cell
    }

    private static func append(_ cell: [UInt8], to scratch: inout [UInt8]) -> Range<Int> {
        let start = scratch.count
        scratch += cell
        scratch.append(0x0A)
        return start..<scratch.count - 1
    }

    private static func read(
        _ sections: [Section], _ place: TicketPlace, _ table: RowTable, _ dialect: Dialect, _ file: Bytes,
        in bytes: Bytes
    ) -> ReadDraft {
        var dialect = dialect
        dialect.comments = []
        let text = Text(bytes: bytes, dialect: dialect)
        var reader = DraftReader(title: "", text, ClosedFences(in: bytes, 0..<0))
        var place = place
        place.isOnlyOrdinal = true
        let groups = place.groups
        place.groups = []
        for section in sections {
            var section = section
            section.content = bytes.trimmed(section.content)
            if isEmptyWord(bytes, section.content) { continue }
            reader.readCell(section)
        }
        reader.place(place, groups: groups, of: file)
        if reader.draft.title.isEmpty { reader.draft.title = title(of: reader, sections, bytes) }
        var read = ReadDraft(reader, bytes: bytes, from: place)
        for index in read.warnings.indices { read.warnings[index].line = max(read.warnings[index].line, place.line) }
        return read
    }

    /// What programs write for nothing.
    private static func isEmptyWord(_ bytes: Bytes, _ range: Range<Int>) -> Bool {
        if range.isEmpty { return true }
        return (["None", "NULL", "null", "NaN", "nan", "N/A", "n/a", "-", "—", "none", "\\N"] as [StaticString])
            .contains { bytes.says($0, at: range) }
    }

    /// The first line of what describes the matter; else what the source calls it.
    private static func title(of reader: DraftReader, _ sections: [Section], _ bytes: Bytes) -> String {
        let draft = reader.draft
        if let description = draft.description { return TicketTitle.firstLine(of: description) }
        if let category = draft.categoryPath.last { return category }
        if let name = draft.values.reference ?? reader.printed.map({ "\($0)" }) { return name }
        let first = sections.lazy.map { bytes.text(bytes.trimmed($0.content)) }.first { !$0.isEmpty }
        return first.map { TicketTitle.firstLine(of: $0) } ?? "?"
    }
}

/// Titles of tickets whose source gives none.
enum TicketTitle {
    private static let longest = 120

    /// What a ticket without a title is called: by the first line of what it tells, else by its reference.
    static func title(of draft: TicketDraft) -> String {
        var told = [draft.description, draft.answers.first].compactMap { $0 }
        told += draft.turns.map(\.body) + draft.extra.map(\.text)
        let line = told.lazy.map { firstLine(of: $0) }.first { !$0.isEmpty }
        return line ?? draft.values.reference ?? "?"
    }

    /// The first line of a text, without marks of lists and headings, cut at a word where it is long.
    static func firstLine(of text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).lazy.map { $0.trimmingBlanks }.first { !$0.isEmpty } ?? ""
        let plain = line.drop { "#>*-+ ".contains($0) }
        let words = plain.isEmpty ? line : plain
        guard words.count > longest else { return String(words) }
        let start = words.prefix(longest)
        let cut = start.lastIndex(of: " ").map { start[..<$0] } ?? start
        return String(cut.count * 2 > longest ? cut : start) + "…"
    }
}

/// A ticket as a form's reader made it, before the desk knows it.
struct ReadDraft {
    var draft: TicketDraft
    var warnings: [DatasetWarning] = []
    var printed: Int?
    var derivedAnswersDiffer = false
    /// The line of a fence that nothing closes.
    var unclosedFence: Int?

    init(_ draft: TicketDraft) { self.draft = draft }

    init(_ reader: DraftReader, bytes: Bytes, from place: TicketPlace) {
        draft = reader.draft
        warnings = reader.warnings
        printed = reader.printed
        derivedAnswersDiffer = reader.derivedAnswersDiffer
        unclosedFence = reader.fences.unclosed.map { fence in
            place.line + bytes[place.start..<max(fence, place.start)].count { $0 == 0x0A }
        }
    }
}
