import Reporting
import Storage
import Workflow

/// A report as people read it.
package struct ReportPage {
    package let words: Words
    package let terminal: Terminal
    package let zone: TimeZoneRules

    package init(words: Words, terminal: Terminal, zone: TimeZoneRules) {
        self.words = words
        self.terminal = terminal
        self.zone = zone
    }

    package func lines(of report: Report, query: Query, isDrawn: Bool) -> [String] {
        let sheet = ReportSheet(report, words: words)
        guard !sheet.isEmpty else { return [words.list.empty] }
        var lines = wrapped(title(sheet, query))
        let shown = sheet.showing(shownRows(report))
        if report.kind == .heatMap, terminal.isTerminal {
            lines += HeatMapText(sheet: sheet, width: terminal.width).lines
        } else if shown.hasTable {
            lines += self.lines(of: shown, isDrawn: isDrawn)
        }
        if shown.rows.count < report.rows.count {
            lines.append(words.report.moreRows(shown.rows.count, report.rows.count))
        }
        if isDrawn, report.keys == [.bucket] { lines.append(line(sheet)) }
        return lines + sheet.remarks.map(SafeText.line).flatMap(wrapped)
    }

    /// A sentence in lines of whole words.
    func wrapped(_ text: String) -> [String] {
        terminal.width.map { LineWrap.lines(of: text, width: $0) } ?? [text]
    }

    /// The table of a report.
    package func lines(of sheet: ReportSheet, isDrawn: Bool) -> [String] {
        let laidOut = table(sheet, isDrawn).lines(width: terminal.width, colour: terminal.usesColour)
        return laidOut.lines + (laidOut.hidden.isEmpty ? [] : wrapped(words.report.notShown(laidOut.hidden)))
    }

    private func title(_ sheet: ReportSheet, _ query: Query) -> String {
        let scope = query.description
        let title = sheet.title(zone: zone.name)
        return scope.isEmpty ? title : words.report.of(title, SafeText.line(scope))
    }

    /// A screen or two on a terminal, and what has no name, which would be missed.
    private func shownRows(_ report: Report) -> [Report.Row] {
        let most = 50
        guard terminal.isTerminal, report.isLong, report.rows.count > most else { return report.rows }
        let rest = report.rows.dropFirst(most).filter { $0.label == .nobody || $0.label == .path([]) }
        return report.rows.prefix(most) + rest
    }

    private func table(_ sheet: ReportSheet, _ isDrawn: Bool) -> Table {
        // A period that is cut is none that anybody could name.
        let isWhole = sheet.report.keys == [.bucket]
        var columns = sheet.keys.map {
            isWhole ? Column(heading: $0) : Column(heading: $0, flexibility: .rest(minimum: 16))
        }
        columns += sheet.measures.enumerated().map { place, measure in
            Column(
                heading: sheet.heading(measure), alignment: measure.isText ? .left : .right,
                flexibility: flexibility(measure, place, sheet.report))
        }
        if isDrawn { columns.append(Column(heading: "")) }
        var table = Table(columns: columns)
        let bars = BarChart(sheet.rows.map { $0[sheet.report.main].number })
        for (index, row) in sheet.rows.enumerated() {
            let bar = isDrawn ? [Cell(bars.bar(index))] : []
            table.add(labels(row, sheet) + sheet.measures.map { Cell(sheet.text(row, $0)) } + bar)
        }
        if sheet.report.showsTotal { table.add(totals(sheet)) }
        return table
    }

    /// Of many columns the oldest or the smallest are left out first, whole; of figures the last, and never what is drawn.
    private func flexibility(_ measure: Measure, _ place: Int, _ report: Report) -> Column.Flexibility {
        // What was asked for on purpose stays.
        if measure == .previous || measure == .change { return .fixed }
        guard measure.column != nil else {
            return report.across == nil && measure != report.main ? .yields(rank: -place, minimum: .max) : .fixed
        }
        return .yields(rank: report.across == .bucket ? place : -place, minimum: .max)
    }

    private func totals(_ sheet: ReportSheet) -> [Cell] {
        [Cell(words.report.total, style: .bold)] + sheet.keys.dropFirst().map { _ in Cell("") }
            + sheet.measures.map { Cell(sheet.totalText($0), style: sheet.isMain($0) ? .bold : nil) }
    }

    private func labels(_ row: Report.Row, _ sheet: ReportSheet) -> [Cell] {
        let labels = sheet.labels(row)
        guard sheet.isTree else { return labels.map { Cell($0) } }
        let depth = sheet.depth(row)
        return labels.map {
            Cell(String(repeating: "  ", count: depth) + $0, style: depth == 0 ? .bold : nil)
        }
    }

    /// The main figure as a line that begins at its least, and says so.
    private func line(_ sheet: ReportSheet) -> String {
        let figures = sheet.report.rows.map { $0[sheet.report.main] }
        let known = figures.filter { $0.number != nil }
        let texts = FigureText(words: words)
        func text(_ figure: Figure?) -> String { figure.map(texts.text) ?? "–" }
        let least = known.min { ($0.number ?? 0) < ($1.number ?? 0) }
        let most = known.max { ($0.number ?? 0) < ($1.number ?? 0) }
        let line = Sparkline.text(figures.map(\.number))
        return sheet.heading(sheet.report.main) + "  " + line + "  " + words.report.between(text(least), text(most))
    }
}

/// Figures as people read them.
package struct FigureText {
    package let words: Words

    package func text(_ figure: Figure) -> String {
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

    /// What changed, written one way everywhere: of a rate in points, for a percentage of a percentage misleads; of a handful as
    /// a number, for a percentage of three is noise; of all else in per cent.
    private func change(_ now: Figure, _ before: Figure) -> String {
        guard let x = now.number, let y = before.number else { return text(.unknown) }
        func signed(_ difference: Double, _ text: String) -> String {
            difference == 0 ? "=" : (difference > 0 ? "+" : "−") + text
        }
        if case .share = now {
            let tenths = Int(((x - y) * 1000).rounded())
            return tenths == 0
                ? "=" : words.report.pages.points(signed(x - y, "\(abs(tenths) / 10).\(abs(tenths) % 10)"))
        }
        switch now {
        case .count where y < Double(Self.fewest): return signed(x - y, String(abs(Int(x - y))))
        case .length, .work:
            guard y >= 60_000 else {
                let isWork = if case .work = now { true } else { false }
                return signed(x - y, words.report.length(Int64(abs(x - y)), isWork))
            }
        default: break
        }
        guard y > 0 else { return signed(x - y, Self.decimal(abs(x - y))) }
        let percent = Int(((x - y) / y * 100).rounded())
        return percent == 0 ? "=" : signed(x - y, "\(abs(percent)) %")
    }

    /// Of fewer no percentage is told.
    private static let fewest = 10
}

/// Numbers as people read them in reports.
package enum Share {
    /// `12.3 %`; a dash of nothing.
    package static func of(_ part: Int, _ whole: Int) -> String {
        guard whole > 0 else { return "—" }
        let tenths = (part * 2000 + whole) / (whole * 2)
        return "\(tenths / 10).\(tenths % 10) %"
    }
}
