/// Finds Markdown tables whose rows are tickets.
enum TableFinder {
    static func find(_ survey: Survey, in bytes: Bytes, from start: Int, _ vocabulary: Vocabulary) -> FormCandidate? {
        var candidate = FormCandidate(form: .table, dialect: Dialect())
        candidate.dialect.vocabulary = vocabulary
        candidate.dialect.listsAnswers = true
        var walk = TableWalk(bytes: bytes, candidate: candidate, groups: HeadingPath(survey))
        walk.walk(from: start)
        walk.settle()
        candidate = walk.candidate
        guard !candidate.places.isEmpty else { return nil }
        candidate.shape = .rows(walk.tables)
        candidate.dialect.dayOrder = DayOrder(of: walk.tables, candidate.places, in: bytes)
        candidate.lookalikes = candidate.places.count
        candidate.evidence = walk.tables.map(\.likelihood).max() ?? 0
        candidate.reasons = [
            .matched(candidate.places.count, of: candidate.places.count),
            .fields(walk.tables[0].columns.compactMap { $0.field?.name }),
        ]
        return candidate
    }
}

private struct TableWalk {
    let bytes: Bytes
    var candidate: FormCandidate
    var tables: [RowTable] = []
    /// The first rows of each.
    private var samples: [[[[UInt8]]]] = []
    private var groups: HeadingPath
    private var previous: TextLine?
    private var isInTable = false
    private var fence: Fence?

    init(bytes: Bytes, candidate: FormCandidate, groups: HeadingPath) {
        self.bytes = bytes
        self.candidate = candidate
        self.groups = groups
    }

    mutating func walk(from start: Int) {
        bytes.eachLine(from: start) { line, number in see(line, number) }
    }

    mutating func settle() {
        for index in tables.indices { tables[index].settle(by: samples[index]) }
    }

    private mutating func see(_ line: TextLine, _ number: Int) {
        defer { previous = line }
        if let mark = Fence(line, in: bytes) {
            if let open = fence { if mark.closes(open) { fence = nil } } else { fence = mark }
            return
        }
        guard fence == nil, line.start < line.end else {
            isInTable = false
            return
        }
        if Heading.mayBegin(line, in: bytes), let heading = Heading(line, in: bytes) {
            groups.enter(heading.level, heading.text)
            candidate.structure.append(line.start..<line.next)
            isInTable = false
        } else if PipeRow.isDivider(line, in: bytes), let previous, PipeRow.isRow(previous, in: bytes) {
            open(header: previous, divider: line)
        } else if isInTable, PipeRow.isRow(line, in: bytes) {
            add(line, number)
        } else {
            isInTable = false
        }
    }

    private mutating func open(header: TextLine, divider: TextLine) {
        let names = PipeRow.cells(of: header.text, in: bytes).map { String(decoding: $0, as: UTF8.self) }
        let table = RowTable(names.map { $0.trimmingPrefix(" ").description }, .pipes, candidate.dialect.vocabulary)
        isInTable = table.likelihood >= 0.8 && names.count >= 2
        guard isInTable else { return }
        tables.append(table)
        samples.append([])
        candidate.structure.append(header.start..<divider.next)
    }

    /// `| **Second round** | | | |`: in bold, and nothing else in the row, though its table has a column for titles further on.
    private func groupName(_ line: TextLine, _ cells: Int) -> Range<Int>? {
        let text = bytes.trimmed(line.text)
        let inside = bytes.trimmed(text.lowerBound + 1..<text.upperBound)
        guard cells >= 3, tables.last?.columns.first?.field != .title, let bar = bytes.first("|", in: inside) else {
            return nil
        }
        let cell = bytes.trimmed(inside.lowerBound..<bar)
        return BoldMark(cell, longest: cell.count, in: bytes).flatMap { $0.rest.isEmpty ? $0.name : nil }
    }

    /// `—`, `-`: where a person writes that there is nothing.
    private static func isNothing(_ cell: [UInt8]) -> Bool {
        let dashes: [[UInt8]] = [[0x2D], [0x2D, 0x2D], Array("—".utf8), Array("–".utf8)]
        return dashes.contains(cell.filter { !$0.isSpace }) || cell.allSatisfy(\.isSpace)
    }

    /// `*none yet*`
    private static func isItalic(_ cell: [UInt8]) -> Bool {
        let text = Substring(String(decoding: cell, as: UTF8.self)).trimmingBlanks
        return text.utf8.count >= 3
            && ["*", "_"].contains { text.hasPrefix($0) && text.hasSuffix($0) && !text.hasPrefix($0 + $0) }
    }

    private mutating func add(_ line: TextLine, _ number: Int) {
        let cells = PipeRow.cells(of: line.text, in: bytes)
        let told = cells.count { !$0.allSatisfy(\.isSpace) }
        let filled = cells.filter { !TableWalk.isNothing($0) }
        if filled.isEmpty { return candidate.structure.append(line.start..<line.next) }
        // Dashes but for a remark in italics: there is nothing yet. It is said to be outside.
        if filled.count == 1, cells.count >= 3, TableWalk.isItalic(filled[0]) { return }
        if told == 1, let name = groupName(line, cells.count) {
            groups.enter(HeadingPath.itemLevel, name)
            candidate.structure.append(line.start..<line.next)
            return
        }
        if samples[tables.count - 1].count < RowTable.sampled { samples[tables.count - 1].append(cells) }
        var place = TicketPlace(
            start: line.start, line: number, title: line.start..<line.start, number: nil, isOnlyOrdinal: true,
            body: line.start..<line.next)
        place.level = 0
        place.table = tables.count - 1
        place.groups = groups.names
        candidate.places.append(place)
    }
}
