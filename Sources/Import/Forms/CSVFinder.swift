/// Finds the records of a file of separated values.
enum CSVFinder {
    private static let separators: [UInt8] = [0x2C, 0x09, 0x3B, 0x7C]

    /// Nil when the first record is no row of names, or names nothing that tickets have.
    static func find(in bytes: Bytes, _ vocabulary: Vocabulary, isSure: Bool) -> FormCandidate? {
        let start = bytes.has("\u{FEFF}", at: 0, limit: bytes.count) ? 3 : 0
        guard let (separator, header, next) = header(from: start, in: bytes) else { return nil }
        let names = SeparatedRow.cells(of: header, separator, in: bytes).map { String(decoding: $0, as: UTF8.self) }
        var table = RowTable(names, .separated(by: separator), vocabulary)
        guard table.likelihood > 0 || isSure && !vocabulary.taught.isEmpty else { return nil }
        var candidate = FormCandidate(form: .csv, dialect: Dialect())
        candidate.dialect.vocabulary = vocabulary
        candidate.dialect.listsAnswers = true
        var uneven = 0
        var at = next
        var line = 1 + bytes[..<next].count { $0 == 0x0A }
        var sample: [[[UInt8]]] = []
        while at < bytes.count {
            let end = SeparatedRow.end(from: at, separator, cells: names.count, in: bytes)
            if isConflictMark(at..<end, in: bytes) {
                // It is said to be outside.
            } else if isBlank(at..<end, separator, in: bytes) {
                if bytes.skippingSpace(at..<end) < end { candidate.structure.append(at..<end) }
            } else if bytes[at] == separator, !candidate.places.isEmpty,
                table.goesOn(SeparatedRow.cells(of: at..<end, separator, in: bytes))
            {
                let last = candidate.places.count - 1
                candidate.places[last].body = candidate.places[last].body.lowerBound..<end
                candidate.places[last].level = RowTable.levelGoingOn
            } else if !isRule(at..<end, separator, in: bytes) {
                var place = TicketPlace(
                    start: at, line: line, title: at..<at, number: nil, isOnlyOrdinal: true, body: at..<end)
                place.level = 0
                candidate.places.append(place)
                if candidate.places.count <= RowTable.sampled {
                    let cells = SeparatedRow.cells(of: at..<end, separator, in: bytes)
                    sample.append(cells)
                    if isSure ? isUneven(cells, names.count) : cells.count != names.count { uneven += 1 }
                }
            }
            line += bytes[at..<end].count { $0 == 0x0A }
            at = end
        }
        guard !candidate.places.isEmpty, uneven * 2 <= min(candidate.places.count, RowTable.sampled) else { return nil }
        table.settle(by: sample)
        candidate.shape = .rows([table])
        candidate.dialect.dayOrder = DayOrder(of: [table], candidate.places, in: bytes)
        candidate.lookalikes = candidate.places.count
        candidate.structure.append(start..<next)
        candidate.evidence = table.likelihood
        candidate.reasons = [
            .matched(candidate.places.count, of: candidate.places.count),
            .fields(table.columns.compactMap { $0.field?.name }),
        ]
        return candidate
    }

    /// The first line that reads as names with one of the separators, the one that parts most.
    private static func header(from start: Int, in bytes: Bytes) -> (separator: UInt8, record: Range<Int>, next: Int)? {
        var best: (separator: UInt8, record: Range<Int>, next: Int, count: Int)?
        for separator in separators {
            let end = SeparatedRow.end(from: start, separator, cells: nil, in: bytes)
            let cells = SeparatedRow.cells(of: start..<end, separator, in: bytes)
            guard cells.count >= 2, cells.count > best?.count ?? 1, cells.allSatisfy(isName) else { continue }
            best = (separator, start..<end, end, cells.count)
        }
        return best.map { ($0.separator, $0.record, $0.next) }
    }

    /// It has words that no column names, or lacks many: a cell too few or an empty one too many is a slip.
    private static func isUneven(_ cells: [[UInt8]], _ count: Int) -> Bool {
        cells.count + 2 < count || cells.dropFirst(count).contains { !$0.allSatisfy(\.isSpace) }
    }

    /// `,,,,`
    private static func isBlank(_ record: Range<Int>, _ separator: UInt8, in bytes: Bytes) -> Bool {
        record.allSatisfy { bytes[$0] == separator || bytes[$0].isSpace }
    }

    /// `<<<<<<< HEAD`, `=======`: what is left of two editions that were never made one.
    private static func isConflictMark(_ record: Range<Int>, in bytes: Bytes) -> Bool {
        let text = bytes.trimmed(record)
        let marks: [StaticString] = ["<<<<<<< ", ">>>>>>> ", "||||||| "]
        guard text.count < 120 else { return false }
        return bytes.says("=======", at: text)
            || marks.contains { bytes.has($0, at: text.lowerBound, limit: text.upperBound) }
    }

    /// `---;---` below the names.
    private static func isRule(_ record: Range<Int>, _ separator: UInt8, in bytes: Bytes) -> Bool {
        var text = bytes.trimmed(record)
        let isRemark = bytes[text.lowerBound] == 0x23
        if isRemark { text = text.lowerBound + 1..<text.upperBound }
        return bytes.contains(0x2D, in: text) && (isRemark || bytes.contains(separator, in: text))
            && text.allSatisfy { [separator, 0x2D, 0x3D, 0x20, 0x09].contains(bytes[$0]) }
    }

    private static func isName(_ cell: [UInt8]) -> Bool {
        cell.count <= 80 && !cell.contains(0x0A)
            && (cell.isEmpty || !cell.allSatisfy { $0.isDigit || $0 == 0x2E || $0 == 0x2D })
    }
}
