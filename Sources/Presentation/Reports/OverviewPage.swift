import Reporting
import Storage

/// The overview as people read it on a terminal: the tables of the reports, one below another.
package struct OverviewPage {
    package let texts: OverviewTexts
    package let page: ReportPage

    package init(texts: OverviewTexts, page: ReportPage) {
        self.texts = texts
        self.page = page
    }

    private var words: Words { page.words }
    private var pages: Words.ReportPages { words.report.pages }

    package func lines(of overview: OverviewReport) -> [String] {
        var title = pages.overviewOf(texts.period(of: overview, zone: page.zone.name))
        let query = overview.asked.description
        if !query.isEmpty { title = words.report.of(title, SafeText.line(query)) }
        var lines = ([title] + texts.remarks(of: overview)).flatMap(page.wrapped) + [""]
        lines += headlines(overview).lines(width: page.terminal.width, colour: page.terminal.usesColour).lines
        for report in overview.sections { lines += [""] + section(report, of: overview) }
        return lines
    }

    private func headlines(_ overview: OverviewReport) -> Table {
        var table = Table(columns: [
            Column(heading: words.headings.what), Column(heading: pages.now, alignment: .right),
            Column(heading: words.report.heading(.previous, .volume), alignment: .right),
            Column(heading: words.report.heading(.change, .volume), alignment: .right),
        ])
        for headline in overview.headlines {
            table.add([
                Cell(pages.headline(headline.name)), Cell(texts.figure(headline.now), style: .bold),
                Cell(texts.figure(headline.before)), Cell(texts.verdict(headline)),
            ])
        }
        return table
    }

    private func section(_ report: Report, of overview: OverviewReport) -> [String] {
        let sheet = ReportSheet.cut(report, words: words)
        var lines = page.wrapped(sheet.title(zone: page.zone.name))
        if sheet.isEmpty {
            lines.append(words.list.empty)
        } else if sheet.hasTable {
            lines += page.lines(of: sheet, isDrawn: false)
        }
        lines += texts.remarks(on: sheet, of: overview).map(SafeText.line).flatMap(page.wrapped)
        return lines + [pages.more + SafeText.line(texts.command(report, of: overview))]
    }
}
