import Reporting
import Storage
import Workflow

/// A report as one page of HTML.
package struct ReportDocument {
    package let words: Words
    package let zone: TimeZoneRules
    /// When the page is made, and the time that it is about.
    package let now: Instant
    package let asOf: Instant

    package init(words: Words, zone: TimeZoneRules, now: Instant, asOf: Instant) {
        self.words = words
        self.zone = zone
        self.now = now
        self.asOf = asOf
    }

    package func html(of report: Report, query: Query) -> String {
        let sheet = ReportSheet(report, words: words)
        let title = sheet.isEmpty ? words.report.title(report) : sheet.title(zone: zone.name)
        return frame(title).html { page in
            page.element("header") { header in
                header.element("h1", text: title)
                writeScope(query, to: &header)
            }
            page.newLine()
            guard !sheet.isEmpty else { return page.element("p", text: words.list.empty) }
            page.element("div", ["class": "parts"]) { parts in
                ReportFigure(sheet: sheet).write(to: &parts)
                if sheet.hasTable { SheetTable(sheet: sheet, caption: title, isCaptionSeen: false).write(to: &parts) }
            }
            writeBelow(sheet, to: &page)
        }
    }

    func frame(_ title: String) -> PageFrame {
        var made = words.report.pages.made(time(now), zone.name)
        if asOf != now { made += words.report.pages.asOf(time(asOf)) }
        return PageFrame(title: title, words: words, made: made)
    }

    func writeScope(_ query: Query, to header: inout Markup) {
        let text = query.description
        guard !text.isEmpty else { return }
        header.element("p") { line in
            line.text(words.headings.query + ": ")
            line.element("code", text: text)
        }
    }

    /// What stands below a table.
    func writeBelow(_ sheet: ReportSheet, to page: inout Markup) {
        writeNotes(sheet.remarks, to: &page) { _ in }
        SheetQueries(sheet: sheet).write(to: &page)
    }

    /// Sentences below a table, and what else stands with them.
    func writeNotes(_ notes: [String], to page: inout Markup, _ last: (inout Markup) -> Void) {
        page.element("div", ["class": "notes"]) { list in
            for note in notes { list.element("p", text: note) }
            last(&list)
        }
        page.newLine()
    }

    private func time(_ instant: Instant) -> String {
        TimeText.local(instant.milliseconds, offset: zone.offset(at: instant.milliseconds))
    }
}
