import Workflow

/// A list as a workbook.
package struct ListWorkbook {
    package let words: Words
    package let zone: TimeZoneRules
    package let now: Instant

    package init(words: Words, zone: TimeZoneRules, now: Instant) {
        self.words = words
        self.zone = zone
        self.now = now
    }

    package func workbook(of rows: Rows) -> Workbook {
        var sheet = Workbook.Sheet(name: words.report.workbook.list)
        sheet.headings = rows.selectedFields.map(\.column.heading)
        sheet.rows = rows.entries.map { entries in rows.selection.map { cell(entries[$0].value) } }
        return Workbook(title: rows.query ?? words.report.workbook.list, made: now, sheets: [sheet])
    }

    private func cell(_ value: RowValue) -> Workbook.Cell {
        switch value {
        case .null: .empty
        case .text(let text): .text(text)
        case .number(let number): .number(number)
        case .decimal(let number): .decimal(number)
        case .truth(let truth): .truth(truth)
        case .time(let instant): .time(instant + Int64(zone.offset(at: instant)) * 1000)
        case .numbers(let numbers):
            numbers.isEmpty ? .empty : .text(numbers.map { String($0) }.joined(by: ", "))
        case .list(let parts): parts.isEmpty ? .empty : .text(parts.joined(by: ", "))
        }
    }
}
