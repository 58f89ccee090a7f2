import Reporting
import Workflow

/// What the chart of a report draws: for each row a value of each series.
package struct ChartData {
    package struct Entry {
        package let label: String
        /// What stands at the axis.
        let axis: String
        /// A period of which only a part is told, where that makes its figures less.
        let isPart: Bool
        /// What the first series was in the period before.
        let before: Double?
        /// Nil for what is not known.
        package let values: [Double?]
        /// The figure as people read it.
        package let text: String
        /// The values with their names, for who points at them.
        let hover: [String]

        var sum: Double { values.reduce(0) { $0 + max(0, $1 ?? 0) } }
    }

    package let series: [String]
    package let entries: [Entry]
    /// Whether the rows are periods one after another.
    let isTimeLine: Bool
    /// Whether the values of a row stand on one another.
    let isStacked: Bool
    let scale: Axis.Scale
    /// What was promised, on the scale of the chart.
    let target: Double?
    /// Rows that the chart has no room for.
    package let left: Int

    private static let mostPeriods = 62
    private static let mostRows = 15

    package init(_ sheet: ReportSheet) {
        let report = sheet.report
        isTimeLine = report.keys == [.bucket]
        target = report.target.map { Double($0) }
        // What came and what went are no parts of one whole: of rows that are no periods only the first is a bar.
        let isOne = isTimeLine != report.kind.isBucketed && (isTimeLine || report.kind == .volume)
        let measures = isOne ? [report.main] : report.drawnMeasures
        isStacked = report.kind != .volume
        let drawn = Self.drawn(sheet, isTimeLine)
        left = Self.candidates(sheet).count - drawn.count
        scale = drawn.lazy.compactMap { Axis.Scale($0[measures[0]]) }.first ?? .count
        let names = measures.map(sheet.heading)
        // Tickets without a cause are neither: they have a series of their own.
        let hasRest = report.kind == .cause && drawn.contains { $0.label == .nobody }
        series = hasRest ? names + [sheet.words.report.nobody] : names
        let isLine = isTimeLine
        entries = drawn.map { row in
            var values = measures.map { row[$0].number }
            if hasRest {
                values = row.label == .nobody ? [nil, nil, row[.count].number] : values + [nil]
            }
            let label = Self.label(row, sheet)
            let texts = measures.map { sheet.text(row, $0) } + (hasRest ? [sheet.text(row, .count)] : [])
            return Entry(
                label: label, axis: sheet.words.text(of: row.label), isPart: row.part != nil && report.kind != .backlog,
                before: isLine ? row[.previous].number : nil,
                values: values, text: sheet.text(row, report.main),
                hover: zip(hasRest ? names + [""] : names, texts).map { name, text in
                    "\(label): " + (name.isEmpty ? text : "\(name) \(text)")
                })
        }
    }

    /// Whether there is anything to see.
    package var isEmpty: Bool { entries.allSatisfy { $0.sum == 0 } }

    package var most: Double {
        let values = isStacked ? entries.map(\.sum) : entries.flatMap { $0.values.compactMap { $0 } }
        return (values + entries.compactMap(\.before) + [target].compactMap { $0 }).max() ?? 0
    }

    private static func drawn(_ sheet: ReportSheet, _ isTimeLine: Bool) -> [Report.Row] {
        let rows = candidates(sheet)
        return Array(isTimeLine ? rows.suffix(mostPeriods) : rows.prefix(mostRows))
    }

    /// The rows that may be drawn. Of trees those with tickets of their own, the largest first.
    private static func candidates(_ sheet: ReportSheet) -> [Report.Row] {
        switch sheet.report.kind {
        // Beside a table that shows the largest only the chart draws the same.
        case .category where sheet.isTree: sheet.report.largest(.all)
        case .causeCategory: sheet.report.largest(.count)
        default: sheet.chartRows
        }
    }

    /// The whole path of a category; of a cause in one the cause first, which would be cut away.
    private static func label(_ row: Report.Row, _ sheet: ReportSheet) -> String {
        if case .pair = row.label { return sheet.labels(row).reversed().joined(by: " · ") }
        return sheet.isTree ? sheet.words.text(of: row.label) : sheet.labels(row).joined(by: " · ")
    }
}

extension ReportSheet {
    /// A time line is drawn whole where the table shows its end only.
    fileprivate var chartRows: [Report.Row] { report.kind.isBucketed ? report.rows : rows }
}

extension Report {
    /// The rows that sum up no others, those with the most first.
    package func largest(_ measure: Measure) -> [Row] {
        let own = rows.filter { !$0.isGroup }.enumerated()
        return own.sorted { a, b in
            let (x, y) = (a.element[measure].number ?? 0, b.element[measure].number ?? 0)
            return x != y ? x > y : a.offset < b.offset
        }.map(\.element)
    }

    /// What a chart shows of each row.
    fileprivate var drawnMeasures: [Measure] {
        switch kind {
        case .volume: [.created, .solved]
        case .backlog: [.new, .opened, .pending, .hold]
        case .category, .customer, .agent, .team, .tag, .channel: [.open, .done]
        case .cause, .causeCategory: [.confirmed, .unverified]
        default: [main]
        }
    }
}
