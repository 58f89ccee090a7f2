import Workflow

/// Makes a draft of a row: its cells are the values of labels, read as those of a header are.
enum RowReader {
    static func read(_ place: TicketPlace, _ table: RowTable, _ dialect: Dialect, in bytes: Bytes) -> ReadDraft {
        let range = place.start..<place.body.upperBound
        let cells = table.withClock(table.cells(of: range, goesOn: place.level == RowTable.levelGoingOn, in: bytes))
        var labels = LabelTexts(line: place.line)
        for (column, cell) in zip(table.columns, cells) {
            labels.add(column.name, column.value(of: cell), column.field)
        }
        // Cells that no column names.
        for (index, cell) in cells.enumerated().dropFirst(table.columns.count) where !cell.isEmpty {
            labels.add("#\(index + 1)", cell, nil)
        }
        return labels.bytes.withUnsafeBufferPointer { read(labels.sections, place, table, dialect, bytes, in: $0) }
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

/// Texts under names that stand together nowhere in the file, laid one behind the other for a reader of sections.
struct LabelTexts {
    private(set) var bytes: [UInt8] = []
    private(set) var sections: [Section] = []
    let line: Int

    init(line: Int) { self.line = line }

    mutating func add(_ name: String, _ text: some Sequence<UInt8>, _ field: SectionField?) {
        let name = append(name.utf8)
        let content = append(text)
        sections.append(
            Section(field: field, look: .label, name: name, start: name.lowerBound, line: line, content: content))
    }

    private mutating func append(_ text: some Sequence<UInt8>) -> Range<Int> {
        let start = bytes.count
        bytes += text
        bytes.append(0x0A)
        return start..<bytes.count - 1
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

    /// `**The gate sticks**`, `**F10** – the gate sticks`, and of a line that goes on in bold its first words.
    static func withoutBold(_ title: String) -> String {
        guard title.hasPrefix("**"), !title.hasPrefix("***") else { return title }
        let inside = title.dropFirst(2)
        guard let end = inside.firstRange(of: "**") else { return String(inside.trimmingBlanks) }
        let rest = inside[end.upperBound...]
        guard rest.isEmpty else { return String(inside[..<end.lowerBound]) + String(rest) }
        return String(Substring(inside[..<end.lowerBound]).trimming(":： "))
    }

    /// `Hi there,`, 您好！
    private static func isGreeting(_ line: Substring) -> Bool {
        guard line.utf8.count <= 40 else { return false }
        let words = folded(String(line)).split { !$0.isLetter }
        guard let first = words.first, words.count <= 4 else { return false }
        return [
            "hi", "hello", "hey", "dear", "hallo", "hola", "bonjour", "olá", "ola", "您好", "你好", "こんにちは", "здравствуйте",
        ]
        .contains(first)
    }

    /// The first line of a text, without marks of lists and headings, cut at a word where it is long.
    static func firstLine(of text: String) -> String {
        let lines = text.split(whereSeparator: \.isNewline).lazy.map { $0.trimmingBlanks }.filter { !$0.isEmpty }
        let line = lines.first { !isGreeting($0) } ?? lines.first ?? ""
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
