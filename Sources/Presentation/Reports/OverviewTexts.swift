import Reporting
import Storage
import Workflow

/// What the overview says, on a terminal and on a page.
package struct OverviewTexts {
    package let words: Words

    package init(words: Words) {
        self.words = words
    }

    private var pages: Words.ReportPages { words.report.pages }

    /// The days, and those that they are compared with.
    package func period(of overview: OverviewReport, zone: String) -> String {
        pages.compared(
            overview.period.asked == nil
                ? overview.period.text
                : overview.period.text + ", " + words.report.part(overview.period.days, overview.period.whole.days),
            zone, overview.before.text)
    }

    /// What is not known of all of it.
    func remarks(of overview: OverviewReport) -> [String] {
        var remarks: [String] = []
        if overview.isTimeless { remarks.append(pages.timeless(overview.tickets)) }
        if let day = overview.beginning { remarks.append(pages.beginning(day.text)) }
        return remarks
    }

    func remarks(on sheet: ReportSheet, of overview: OverviewReport) -> [String] {
        var remarks: [String] = []
        let rows = ReportSheet.cut(sheet.report, words: words, isWhole: true).rows.count
        if sheet.rows.count < rows { remarks.append(pages.shown(sheet.rows.count, rows)) }
        let isCompared = sheet.report.columns.contains(.change)
        if !isCompared { remarks.append(pages.notCompared) }
        if sheet.report.kind == .aging && isCompared {
            remarks.append(pages.agingBefore(ReportPeriod.text(overview.before.last)))
        }
        return remarks + sheet.remarks
    }

    package func figure(_ figure: Figure) -> String { FigureText(words: words).text(figure) }

    /// What changed.
    package func change(_ headline: OverviewReport.Headline) -> String {
        figure(.change(now: headline.now, before: headline.before))
    }

    /// What changed, and whether that is good.
    package func verdict(_ headline: OverviewReport.Headline) -> String {
        let change = change(headline)
        return headline.isBetter.map { "\(change) \(pages.better($0))" } ?? change
    }

    /// A figure of the period before and what changed since, where both are known.
    package func before(_ headline: OverviewReport.Headline) -> String {
        knownChange(headline).map { was(headline) + " · " + $0 } ?? was(headline)
    }

    /// A figure of the period before.
    func was(_ headline: OverviewReport.Headline) -> String { pages.before(figure(headline.before)) }

    /// What changed, and whether that is good; nil where that is not known.
    func knownChange(_ headline: OverviewReport.Headline) -> String? {
        let change = verdict(headline)
        return change == figure(.unknown) ? nil : change
    }

    /// The command that prints the report of a section by itself.
    package func command(_ report: Report, of overview: OverviewReport) -> String {
        var command = "desk report " + report.kind.rawValue + ReportDrill.options(report.reading)
        if let period = report.period, report.kind != .aging {
            let last = ReportPeriod.text(period.asked ?? period.last)
            command += " --from \(ReportPeriod.text(period.first)) --to \(last)"
            if report.keys == [.bucket] { command += " --bucket " + Bucket.ofOverview(period).rawValue }
            if report.columns.contains(.change) { command += " --compare " + overview.comparison.rawValue }
        }
        // By itself a report of lengths tells them by both clocks.
        if report.columns.contains(.businessMedian) && !report.columns.contains(.median) { command += " --business" }
        let query = overview.asked.description
        return query.isEmpty ? command : command + " " + ShellWord.quoted(query)
    }
}

extension ReportSheet {
    /// The part of a report that the overview shows: what is most, or last.
    package static func cut(_ report: Report, words: Words, isWhole: Bool = false) -> ReportSheet {
        let most = isWhole ? Int.max : 8
        let rows: [Report.Row]
        switch report.kind {
        case .volume, .backlog, .response, .resolution: rows = Array(report.rows.suffix(isWhole ? Int.max : 7))
        case .category: rows = Array(report.largest(.all).prefix(most))
        case .cause:
            let nobody = report.rows.filter { $0.label == .nobody }
            rows = report.rows.filter { $0.label != .nobody }.prefix(most) + nobody
        // Of tickets that came in a period the time is known.
        case .quality where report.period != nil: rows = report.rows.filter { $0.label != .lack(.noTimes) }
        default: rows = report.rows
        }
        let measures = report.overviewMeasures.filter { report.columns.contains($0) }
        return ReportSheet(report, words: words, measures: measures, rows: rows, isTree: false)
    }
}

extension Report {
    fileprivate var overviewMeasures: [Measure] {
        let now: [Measure] =
            switch kind {
            case .category: [.all, .share, .open, .done, .merged]
            case .cause: [.count, .confirmed, .unverified]
            case .sla: [.met, .breached, .rate, .unanswered, .running]
            case .response, .resolution: [.measured, .businessMedian, .businessP90, .median, .p90]
            default: measuresForPeople.filter { $0 != .previous && $0 != .change }
            }
        return now + [.previous, .change]
    }
}
