import Reporting
import Storage
import Workflow

/// The overview as one page of HTML: what a manager opens on Monday.
package struct OverviewDocument {
    package let texts: OverviewTexts
    package let document: ReportDocument

    package init(texts: OverviewTexts, document: ReportDocument) {
        self.texts = texts
        self.document = document
    }

    private var words: Words { document.words }
    private var pages: Words.ReportPages { words.report.pages }

    package func html(of overview: OverviewReport) -> String {
        let period = texts.period(of: overview, zone: document.zone.name)
        return document.frame(pages.overview + " · " + overview.period.text).html { page in
            page.element("header") { header in
                header.element("h1", text: pages.overview)
                header.element("p", text: period)
                document.writeScope(overview.asked, to: &header)
                for remark in texts.remarks(of: overview) { header.element("p", ["class": "quiet"], text: remark) }
            }
            page.newLine()
            writeHeadlines(overview, to: &page)
            for report in overview.sections { write(report, of: overview, to: &page) }
        }
    }

    private func writeHeadlines(_ overview: OverviewReport, to page: inout Markup) {
        page.element("dl", ["class": "headlines"]) { list in
            for headline in overview.headlines {
                list.element("div") { item in
                    item.element("dt", text: pages.headline(headline.name))
                    item.element("dd", ["class": "now"], text: texts.figure(headline.now))
                    if let p90 = headline.p90 { item.element("dd", text: pages.p90(texts.figure(p90))) }
                    // What changed is a line of its own, so that it is never broken between a figure and what it means.
                    if let change = texts.knownChange(headline), headline.now != headline.before {
                        let kind = headline.isBetter.map { $0 ? "change good" : "change bad" } ?? "change"
                        item.element("dd", ["class": kind], text: change)
                        item.element("dd", ["class": "quiet"], text: texts.was(headline))
                    } else {
                        item.element("dd", ["class": "quiet"], text: texts.before(headline))
                    }
                    writeLine(headline.line, to: &item)
                }
                list.newLine()
            }
        }
        page.newLine()
    }

    /// A figure week by week, from its least to its most. Weeks of which only a part is told would look like a fall.
    private func writeLine(_ all: [Double?], to item: inout Markup) {
        let values = Array(all.drop { $0 == nil }.reversed().drop { $0 == nil }.reversed())
        let known = values.compactMap { $0 }
        guard known.count > 1, let least = known.min(), let most = known.max() else { return }
        let slot = 100 / Double(values.count - 1)
        let points = values.enumerated().compactMap { place, value -> String? in
            guard let value else { return nil }
            let height = most > least ? (value - least) / (most - least) : 0.5
            return pixels(Double(place) * slot) + "," + pixels(22 - height * 20)
        }
        item.element("dd", ["class": "spark"]) { line in
            line.element(
                "svg",
                [
                    "class": "line", "viewBox": "0 0 100 24", "preserveAspectRatio": "none", "width": "100%",
                    "height": "24",
                    "aria-hidden": "true",
                ]
            ) { $0.empty("polyline", ["points": points.joined(by: " ")]) }
        }
    }

    private func write(_ report: Report, of overview: OverviewReport, to page: inout Markup) {
        let sheet = ReportSheet.cut(report, words: words)
        page.element("section") { section in
            section.element("h2", text: pages.section(report.kind))
            section.newLine()
            if sheet.isEmpty {
                section.element("p", text: words.list.empty)
            } else if sheet.hasTable {
                section.element("div", ["class": "parts two"]) { parts in
                    ReportFigure(sheet: sheet).write(to: &parts)
                    SheetTable(sheet: sheet, caption: sheet.title(zone: document.zone.name), isCaptionSeen: true)
                        .write(to: &parts)
                }
            }
            document.writeNotes(texts.remarks(on: sheet, of: overview), to: &section) { notes in
                notes.element("p") { line in
                    line.text(pages.more)
                    line.element("code", text: texts.command(report, of: overview))
                }
            }
            SheetQueries(sheet: sheet).write(to: &section)
        }
        page.newLine()
    }
}
