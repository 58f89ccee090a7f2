import Reporting
import Workflow

/// A report as a table for people, in words: what stands in which cell, whoever draws it.
package struct ReportSheet {
    package let report: Report
    package let measures: [Measure]
    package let rows: [Report.Row]
    package let words: Words
    /// Whether the levels of a tree stand below one another; else each row says its whole path.
    var isTree: Bool

    package init(_ report: Report, words: Words) {
        self.init(report, words: words, measures: report.measuresForPeople, rows: report.rows)
    }

    /// The same with some of the rows only.
    func showing(_ rows: [Report.Row]) -> ReportSheet {
        ReportSheet(report, words: words, measures: measures, rows: rows, isTree: isTree)
    }

    /// The same with some of the columns only.
    func showing(_ measures: [Measure]) -> ReportSheet {
        ReportSheet(report, words: words, measures: measures, rows: rows, isTree: isTree)
    }

    package init(_ report: Report, words: Words, measures: [Measure], rows: [Report.Row], isTree: Bool = true) {
        self.report = report
        self.words = words
        self.measures = measures
        self.rows = rows
        self.isTree = isTree && report.kind == .category && !report.isFlat
    }

    package var isEmpty: Bool {
        if report.kind == .category { return report.total[.all] == .count(0) }
        return report.rows.isEmpty && !report.kind.takesGroup && report.remarks.isEmpty
    }

    /// Whether there is a table at all: a report that tells nothing apart has its total.
    var hasTable: Bool { !report.rows.isEmpty || report.kind.takesGroup }

    /// The title with the period and the query.
    package func title(zone: String) -> String {
        var title = words.report.title(report)
        if let period = report.period { title += words.report.during(report.date, text(of: period), zone) }
        return title
    }

    /// The days, and how many of those that were asked for are over.
    func text(of period: ReportPeriod) -> String {
        guard period.asked != nil else { return period.text }
        return period.text + ", " + words.report.part(period.days, period.whole.days)
    }

    var keys: [String] { words.report.headings(of: report) }

    package func heading(_ measure: Measure) -> String { words.heading(measure, report.kind) }

    /// The first cells of a row, which say what it is about.
    package func labels(_ row: Report.Row) -> [String] {
        switch row.label {
        case .pair(let path, let cause):
            [path.isEmpty ? words.report.noCategory : words.text(of: .path(path)), cause]
        case .path(let path) where isTree: [path.last ?? words.report.noCategory]
        case .bucket(let name): [WeekText.dated(name) + part(row)]
        default: [words.text(of: row.label)]
        }
    }

    private func part(_ row: Report.Row) -> String {
        row.part.map { " (\(words.report.part($0.days, $0.of)))" } ?? ""
    }

    /// How far the row stands below the top of the tree.
    func depth(_ row: Report.Row) -> Int { isTree ? row.depth : 0 }

    package func text(_ row: Report.Row, _ measure: Measure) -> String {
        if measure == .own, row[measure] == .count(0) { return "" }
        if measure.isText, row[measure] == .unknown { return "" }
        return FigureText(words: words).text(row[measure])
    }

    /// A cell of the line of totals; empty where there is no such total.
    func totalText(_ measure: Measure) -> String {
        report.total.figures.contains { $0.measure == measure } ? text(report.total, measure) : ""
    }

    /// The figure that a total is about.
    func isMain(_ measure: Measure) -> Bool { measure == report.main || measure == .all }

    var remarks: [String] { report.remarks.compactMap(words.report.remark) }
}

extension ReportSheet {
    /// A table in Markdown, as people read it, with its line of totals.
    package var markdown: String {
        let columns =
            keys.map { Column(heading: $0) }
            + measures.map { Column(heading: heading($0), alignment: $0.isText ? .left : .right) }
        var text = MarkdownTable.head(columns)
        for row in rows { text += MarkdownTable.line(labels(row) + measures.map { self.text(row, $0) }) }
        guard report.showsTotal else { return text }
        return text
            + MarkdownTable.line(
                [words.report.total] + keys.dropFirst().map { _ in "" } + measures.map { totalText($0) })
    }
}
