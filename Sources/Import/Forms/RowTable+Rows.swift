import Workflow

// What a table's rows say of its columns, and of each other.
extension RowTable {
    /// Only columns further on are filled, not the first, nor those that tell which ticket it is and how it stands: a spreadsheet
    /// goes on so with what it says of the ticket above.
    func goesOn(_ cells: [[UInt8]]) -> Bool {
        guard columns.contains(where: { $0.field == .title }), let first = cells.first, first.allSatisfy(\.isSpace),
            !RowTable.isEmpty(cells)
        else { return false }
        return zip(columns, cells).allSatisfy { column, cell in
            let isHeader = column.field.map { $0 <= .tags } ?? false
            return !isHeader || cell.allSatisfy(\.isSpace)
        }
    }

    /// Of a place to which further rows belong; the others have 0.
    static let levelGoingOn = 1

    static func isEmpty(_ cells: [[UInt8]]) -> Bool { cells.allSatisfy { $0.allSatisfy(\.isSpace) } }

    /// Looks at the first rows: a column that is empty gives its meaning to another of the same name, and one that says the same
    /// again and again is no title, unless it is called so.
    mutating func settle(by rows: [[[UInt8]]]) {
        let filled = columns.indices.map { index in
            rows.compactMap { index < $0.count && !$0[index].allSatisfy(\.isSpace) ? $0[index] : nil }
        }
        for index in columns.indices where columns[index].field != nil && filled[index].isEmpty {
            let same = columns.indices.first {
                columns[$0].field == nil && !filled[$0].isEmpty
                    && folded(columns[$0].name) == folded(columns[index].name)
            }
            guard let same else { continue }
            columns[same].field = columns[index].field
            columns[index].field = nil
        }
        findDays(filled)
        // `Risk` is a title in a list of risks, and a priority beside a text.
        if let title = columns.firstIndex(where: { $0.field == .title && $0.isWeak }), !fields.contains(.priority),
            filled[title].count >= 2,
            filled[title].allSatisfy({ PriorityTable.priority(of: String(decoding: $0, as: UTF8.self)) != nil })
        {
            columns[title].field = .priority
        }
        guard let title = columns.firstIndex(where: { $0.field == .title && $0.isWeak }),
            RowTable.repeats(filled[title])
        else { return }
        let better = columns.indices.first {
            $0 != title && ColumnNames.isTitle(columns[$0].name) && filled[$0].count * 2 > rows.count
                && !RowTable.repeats(filled[$0])
        }
        let hasText = columns.indices.contains { columns[$0].field == .description && !RowTable.repeats(filled[$0]) }
        guard better != nil || hasText else { return }
        let fields = fields
        columns[title].field =
            columns[title].isName && !fields.contains(.customer)
            ? .customer : !columns[title].isName && !fields.contains(.category) ? .category : nil
        if let better { columns[better].field = .title }
    }

    /// `Data` is a day only where it says one, and a time of the day belongs to the day beside it.
    private mutating func findDays(_ filled: [[[UInt8]]]) {
        let mayBeDays: Set<String> = ["data", "day", "giorno", "dia", "jour", "tag", "когда"]
        let days = columns.indices.filter { index in
            columns[index].field == nil && mayBeDays.contains(folded(columns[index].name))
                && filled[index].count { RowTable.isDay($0) } * 5 > filled[index].count * 4
        }
        if let first = days.first, !fields.contains(.created) { columns[first].field = .created }
        guard let created = columns.firstIndex(where: { $0.field == .created }),
            filled[created].count(where: RowTable.isDay) * 2 > filled[created].count
        else { return }
        let clocks: Set<String> = [
            "time", "hora", "heure", "uhrzeit", "ora", "orario", "hour", "saat", "время", "時刻", "时间", "时刻",
            "submission time",
            "created time", "time created", "created at time",
        ]
        clock = columns.indices.first {
            $0 != created && clocks.contains(folded(columns[$0].name)) && !filled[$0].isEmpty
        }
        // By itself it tells nothing.
        if let clock { columns[clock].field = nil }
    }

    /// A day and no time of it.
    private static func isDay(_ cell: [UInt8]) -> Bool {
        guard cell.count <= 20, !cell.contains(0x3A) else { return false }
        return ShortStamp(day: cell) != nil || TimeReader.time(of: String(decoding: cell, as: UTF8.self)) != nil
    }

    /// The cells with the time of the day behind the day.
    func withClock(_ cells: [[UInt8]]) -> [[UInt8]] {
        guard let clock, clock < cells.count, let created = columns.firstIndex(where: { $0.field == .created }),
            created < cells.count, RowTable.isDay(cells[created])
        else { return cells }
        // `12:11 p. m.`
        let time = String(decoding: cells[clock], as: UTF8.self).filter { !$0.isWhitespace && $0 != "." }
        guard time.contains(":"), TimeReader.time(of: "2000-01-01 " + time) != nil else { return cells }
        var cells = cells
        cells[created] += (" " + time).utf8
        cells[clock] = []
        return cells
    }

    /// Fewer than three of five say what no other says, or all are figures.
    private static func repeats(_ cells: [[UInt8]]) -> Bool {
        guard cells.count >= 4 else { return false }
        return Set(cells.map { $0.filter { !$0.isSpace } }).count * 5 < cells.count * 3
            || cells.allSatisfy { $0.allSatisfy { $0.isDigit || $0.isSpace } }
    }
}

extension RowTable.Column {
    /// Of a person, or of a thing.
    var isName: Bool { ["name", "名称"].contains(folded(name)) }
}
