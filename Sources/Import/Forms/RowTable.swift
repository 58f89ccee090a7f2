import Workflow

/// A table whose rows are tickets: what its columns tell, and how a row is cut into cells.
struct RowTable: Sendable {
    enum Syntax: Sendable, Equatable {
        case pipes
        case separated(by: UInt8)
    }

    struct Column: Sendable {
        var name: String
        var field: SectionField?
        /// Known only for want of a better name.
        var isWeak = false
        /// `Summary:`: its cells may say it again.
        var isLabel = false

        /// `Status: open` below `Status:`.
        func value(of cell: [UInt8]) -> ArraySlice<UInt8> {
            guard isLabel, let colon = cell.firstIndex(of: 0x3A),
                cell[..<colon].drop(while: \.isSpace).elementsEqual(name.utf8)
            else { return cell[...] }
            return cell[(colon + 1)...].drop(while: \.isSpace)
        }
    }

    /// So many of the first rows say how columns are filled.
    static let sampled = 50

    let syntax: Syntax
    /// The column of the time whose day another one tells.
    var clock: Int?
    var columns: [Column]

    /// - Parameter names: of the columns, as the file writes them.
    init(_ names: [String], _ syntax: Syntax, _ vocabulary: Vocabulary) {
        self.syntax = syntax
        columns = names.map { RowTable.column($0, vocabulary) }
        if !columns.contains(where: { $0.field == .title }) { promoteTitle() }
        settle()
    }

    /// The columns that a first line names, whatever sign parts them.
    static func columns(in bytes: Bytes, from start: Int) -> [Column] {
        let end = SeparatedRow.end(from: start, 0x2C, cells: nil, in: bytes)
        let rows = [0x2C, 0x09, 0x3B, 0x7C].map { separator in
            SeparatedRow.cells(of: start..<end, separator, in: bytes).map { String(decoding: $0, as: UTF8.self) }
        }
        return RowTable(rows.max { $0.count < $1.count } ?? [], .separated(by: 0x2C), .standard).columns
    }

    private static func column(_ name: String, _ vocabulary: Vocabulary) -> Column {
        var name = name
        return name.withUTF8 { buffer in
            let bytes = Bytes(rebasing: buffer[...])
            let range = bytes.trimmed(0..<bytes.count)
            let inside = BoldMark(range, longest: range.count, in: bytes)?.name ?? range
            let name = Heading.withoutColon(inside, in: bytes)
            let meaning = ColumnNames.meaning(of: name, in: bytes, vocabulary)
            return Column(
                name: bytes.text(name), field: meaning?.field, isWeak: meaning?.isWeak ?? false,
                isLabel: name.upperBound < inside.upperBound)
        }
    }

    /// A table without a column called title has another that serves for it.
    private mutating func promoteTitle() {
        let isTitle = { (column: Column) in ColumnNames.isTitle(column.name) }
        // Where another one tells what is wrong, a name is somebody's.
        let index = columns.firstIndex { isTitle($0) && !$0.isName } ?? columns.firstIndex(where: isTitle)
        if let index { (columns[index].field, columns[index].isWeak) = (.title, true) }
    }

    /// One column tells a value: the one with a proper name before one with a weak name, then the first.
    private mutating func settle() {
        for index in columns.indices {
            guard let field = columns[index].field else { continue }
            let better = columns.indices.contains { other in
                other != index && columns[other].field == field
                    && (columns[index].isWeak && !columns[other].isWeak
                        || columns[index].isWeak == columns[other].isWeak && other < index)
            }
            if better, field != .answers, field != .causes { columns[index].field = nil }
        }
    }

    /// What the columns tell.
    var fields: Set<SectionField> { Set(columns.compactMap(\.field)) }

    /// How well its header says that rows are tickets, from 0 to 1.
    var likelihood: Double {
        let fields = fields
        let life: Set<SectionField> = [.status, .priority, .created, .closed, .assignee, .customer, .reference]
        let known = fields.intersection(life).count
        let hasText = fields.contains(.title) || fields.contains(.description)
        let hasAnswer = fields.contains(.answers) || fields.contains(.causes)
        if hasText, known >= 2 || known == 1 && (hasAnswer || fields.contains(.category) || fields.contains(.tags)) {
            return 1
        }
        if hasText, known == 1 { return fields.contains(.title) ? 0.9 : 0.7 }
        if fields.contains(.title), fields.contains(.description) || hasAnswer { return 0.8 }
        if fields.contains(.description), fields.contains(.category), syntax != .pipes { return 0.7 }
        return known >= 3 && fields.contains(.reference) ? 0.7 : 0
    }

    /// Its row as texts, one a column.
    /// - Parameter goesOn: further rows follow that go on with its cells.
    func cells(of range: Range<Int>, goesOn: Bool, in bytes: Bytes) -> [[UInt8]] {
        guard goesOn else { return cellsOfRow(range, in: bytes) }
        var cells: [[UInt8]] = []
        var at = range.lowerBound
        while at < range.upperBound {
            let end = min(self.end(ofRowAt: at, in: bytes), range.upperBound)
            let row = cellsOfRow(at..<end, in: bytes)
            if at == range.lowerBound {
                cells = row
            } else {
                for (index, cell) in row.enumerated() where !cell.allSatisfy(\.isSpace) {
                    while cells.count <= index { cells.append([]) }
                    if !cells[index].isEmpty { cells[index].append(0x0A) }
                    cells[index] += cell
                }
            }
            at = max(end, at + 1)
        }
        return cells
    }

    private func cellsOfRow(_ range: Range<Int>, in bytes: Bytes) -> [[UInt8]] {
        switch syntax {
        case .pipes: PipeRow.cells(of: range, in: bytes)
        case .separated(let separator): SeparatedRow.cells(of: range, separator, in: bytes)
        }
    }

    private func end(ofRowAt start: Int, in bytes: Bytes) -> Int {
        switch syntax {
        case .pipes: bytes.line(at: start, limit: bytes.count).next
        case .separated(let separator): SeparatedRow.end(from: start, separator, cells: columns.count, in: bytes)
        }
    }
}
