import Reporting
import Storage
import Workflow

/// A report as a workbook: the figures, and a leaf that says what they are.
package struct ReportWorkbook {
    package let words: Words
    package let zone: TimeZoneRules
    /// When the workbook is made, and the time that it is about.
    package let now: Instant
    package let asOf: Instant

    package init(words: Words, zone: TimeZoneRules, now: Instant, asOf: Instant) {
        self.words = words
        self.zone = zone
        self.now = now
        self.asOf = asOf
    }

    package func workbook(of report: Report, query: Query) -> Workbook {
        let title = words.report.title(report)
        return Workbook(
            title: title.isEmpty ? report.kind.rawValue : title, made: now,
            sheets: [figures(report), about(report, query, title)])
    }

    private func figures(_ report: Report) -> Workbook.Sheet {
        let (measures, rows) = (report.measuresForWorkbooks, report.rowsForPrograms)
        let keys = words.report.headings(of: report)
        var sheet = Workbook.Sheet(name: words.report.workbook.figures)
        sheet.headings = keys.map { $0.isEmpty ? words.report.total : $0 } + measures.map { heading($0, report) }
        sheet.rows = rows.map { row in labels(row.label) + measures.map { cell(row[$0]) } }
        if report.showsTotal && rows.first?.label != .all {
            let blanks = Array(repeating: Workbook.Cell.empty, count: report.keys.count - 1)
            sheet.total = [.text(words.report.total)] + blanks + measures.map { cell(report.total[$0]) }
        }
        let main = measures.firstIndex(of: report.main) ?? measures.firstIndex(of: .count)
        if let main, rows.contains(where: { $0[measures[main]].number ?? 0 > 0 }) {
            sheet.chart = Workbook.Chart(
                title: heading(measures[main], report), column: report.keys.count + main,
                rows: min(rows.count, Self.mostDrawn), isTimeLine: report.keys == [.bucket])
        }
        return sheet
    }

    private static let mostDrawn = 60

    private func heading(_ measure: Measure, _ report: Report) -> String {
        words.heading(measure, report.kind)
    }

    private func labels(_ label: Label) -> [Workbook.Cell] {
        switch label {
        case .pair(let path, let cause): [.text(words.text(of: .path(path))), .text(cause)]
        case .bucket(let name): [day(name) ?? .text(name)]
        default: [.text(words.text(of: label))]
        }
    }

    private func day(_ name: String) -> Workbook.Cell? {
        guard case .day(let date)? = DateExpression(name) else { return nil }
        return .day(CivilTime.dayNumber(year: date.year, month: date.month, day: date.day))
    }

    private func cell(_ figure: Figure) -> Workbook.Cell {
        switch figure {
        case .unknown: .empty
        case .count(let count): .number(Int64(count))
        case .share: figure.number.map(Workbook.Cell.share) ?? .empty
        case .length(let length), .work(let length): .length(length / 1000)
        case .mean(let mean): .decimal(mean)
        case .change(let now, let before): Self.change(now, before)
        case .mark(let isSet): .truth(isSet)
        case .place(let path, _): .text(words.text(of: .path(path)))
        }
    }

    /// Of a rate in points, of all else in per cent.
    private static func change(_ now: Figure, _ before: Figure) -> Workbook.Cell {
        guard let change = now.change(since: before) else { return .empty }
        if case .share = now { return .decimal(change * 100) }
        return .change(change)
    }

    // MARK: What the figures are

    private func about(_ report: Report, _ query: Query, _ title: String) -> Workbook.Sheet {
        let (texts, scope) = (words.report.workbook, query.description)
        var sheet = Workbook.Sheet(name: texts.about)
        sheet.rows = [
            [.heading(title)], [],
            [.text(words.headings.query), .text(scope.isEmpty ? texts.allTickets : scope)],
            [.text(words.report.key(.bucket)), .text(report.period?.text ?? texts.allTime)],
            [.text(words.settings.zone), .text(zone.name)], [.text(texts.made), time(now)],
        ]
        if asOf != now { sheet.rows.append([.text(texts.asOf), time(asOf)]) }
        sheet.rows += report.remarks.compactMap(words.report.remark).map { [.line($0)] }
        sheet.rows += [[], [.heading(texts.column), .heading(words.headings.field)]]
        sheet.rows += zip(report.keys, words.report.headings(of: report)).map { [.text($1), .text($0.rawValue)] }
        sheet.rows += report.measuresForWorkbooks.map { [.text(heading($0, report)), .text($0.name)] }
        sheet.rows.append([])
        sheet.rows += words.report.metrics.split(separator: "\n", omittingEmptySubsequences: false)
            .map { [.line(String($0))] }
        return sheet
    }

    private func time(_ instant: Instant) -> Workbook.Cell {
        .time(instant.milliseconds + Int64(zone.offset(at: instant.milliseconds)) * 1000)
    }
}

extension Report {
    /// The columns of a workbook: like those for programs, and shares with them.
    fileprivate var measuresForWorkbooks: [Measure] {
        switch kind {
        case .category: measuresForPrograms
        default: columns
        }
    }
}
