import Reporting
import Storage
import Workflow

/// A report as people read it.
struct ReportPage {
    let words: Words
    let terminal: Terminal
    let zone: TimeZoneRules

    func lines(of report: Report, query: Query, isDrawn: Bool) -> [String] {
        let hasRows = !report.rows.isEmpty || report.kind.takesGroup || !report.remarks.isEmpty
        guard hasRows, !(report.kind == .category && report.total[.all] == .count(0)) else { return [words.list.empty] }
        var lines = [title(report, query)]
        let shown = shownRows(report)
        if !report.rows.isEmpty || report.kind.takesGroup {
            lines += table(report, shown, isDrawn).lines(width: terminal.width, colour: terminal.usesColour).lines
        }
        if shown.count < report.rows.count { lines.append(words.report.moreRows(shown.count, report.rows.count)) }
        if isDrawn, report.keys == [.bucket] {
            lines.append(words.report.heading(report.main, report.kind) + "  " + line(report))
        }
        return lines + report.remarks.compactMap(words.report.remark).map(SafeText.line)
    }

    private func title(_ report: Report, _ query: Query) -> String {
        var title = words.report.title(report)
        if let period = report.period { title += words.report.during(report.kind, period.text, zone.name) }
        let scope = query.description
        return scope.isEmpty ? title : words.report.of(title, SafeText.line(scope))
    }

    /// A screen or two on a terminal, and what has no name, which would be missed.
    private func shownRows(_ report: Report) -> [Report.Row] {
        let most = 50
        guard terminal.isTerminal, report.isLong, report.rows.count > most else { return report.rows }
        let rest = report.rows.dropFirst(most).filter { $0.label == .nobody || $0.label == .path([]) }
        return report.rows.prefix(most) + rest
    }

    private func table(_ report: Report, _ rows: [Report.Row], _ isDrawn: Bool) -> Table {
        let measures = report.measuresForPeople
        var columns = report.keys.map {
            Column(heading: words.report.key($0), flexibility: .rest(minimum: 16))
        }
        columns += measures.map {
            Column(heading: words.report.heading($0, report.kind), alignment: $0.isText ? .left : .right)
        }
        if isDrawn { columns.append(Column(heading: "")) }
        var table = Table(columns: columns)
        let bars = BarChart(rows.map { $0[report.main].number })
        for (index, row) in rows.enumerated() {
            let bar = isDrawn ? [Cell(bars.bar(index))] : []
            table.add(labels(row, report) + measures.map { cell(row, $0) } + bar)
        }
        if report.showsTotal { table.add(totals(report, measures)) }
        return table
    }

    private func totals(_ report: Report, _ measures: [Measure]) -> [Cell] {
        let labels = [Cell(words.report.total, style: .bold)] + report.keys.dropFirst().map { _ in Cell("") }
        return labels
            + measures.map { measure in
                let isSet = report.total.figures.contains { $0.measure == measure }
                let isMain = measure == report.main || measure == .all
                return isSet ? cell(report.total, measure, isMain ? .bold : nil) : Cell("")
            }
    }

    private func labels(_ row: Report.Row, _ report: Report) -> [Cell] {
        switch row.label {
        case .pair(let path, let cause):
            return [Cell(path.isEmpty ? words.report.noCategory : words.text(of: .path(path))), Cell(cause)]
        case .path(let path) where report.kind == .category:
            let name = path.last ?? words.report.noCategory
            return [
                Cell(String(repeating: "  ", count: row.depth) + name, style: row.depth == 0 ? .bold : nil)
            ]
        default: return [Cell(words.text(of: row.label))]
        }
    }

    private func cell(_ row: Report.Row, _ measure: Measure, _ style: Style? = nil) -> Cell {
        if measure == .own, row[measure] == .count(0) { return Cell("") }
        if measure.isText, row[measure] == .unknown { return Cell("") }
        return Cell(FigureText(words: words).text(row[measure]), style: style)
    }

    private func line(_ report: Report) -> String {
        Sparkline.text(report.rows.map { $0[report.main].number })
    }
}

/// Figures as people read them.
struct FigureText {
    let words: Words

    func text(_ figure: Figure) -> String {
        switch figure {
        case .unknown: "–"
        case .count(let count): String(count)
        case .share(let part, let whole): Share.of(part, whole)
        case .length(let length): words.report.length(length, false)
        case .work(let length): words.report.length(length, true)
        case .mean(let mean): Self.decimal(mean)
        case .change(let now, let before): change(now, before)
        case .mark(let isSet): isSet ? "!" : ""
        case .place(let path, let count): "\(words.text(of: .path(path))) (\(count))"
        }
    }

    /// With one digit behind the point.
    private static func decimal(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return "\(tenths / 10).\(abs(tenths % 10))"
    }

    private func change(_ now: Double, _ before: Double) -> String {
        guard before > 0 else { return now > 0 ? words.report.isNew : "=" }
        let percent = Int(((now - before) / before * 100).rounded())
        if percent == 0 { return "=" }
        return (percent > 0 ? "+" : "−") + "\(abs(percent)) %"
    }
}

/// Numbers as people read them in reports.
enum Share {
    /// `12.3 %`; a dash of nothing.
    static func of(_ part: Int, _ whole: Int) -> String {
        guard whole > 0 else { return "—" }
        let tenths = (part * 2000 + whole) / (whole * 2)
        return "\(tenths / 10).\(tenths % 10) %"
    }
}
