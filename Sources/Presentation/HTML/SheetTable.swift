import Reporting
import Workflow

/// A report as a table of a page, and the query behind each of its rows.
package struct SheetTable {
    let sheet: ReportSheet
    let caption: String
    /// A caption that stands above the page already is for those who hear it.
    let isCaptionSeen: Bool

    /// Columns beside which the names of the rows stay in view.
    private static let many = 9

    package func write(to page: inout Markup) {
        let isMany = sheet.measures.count > Self.blockSize
        page.element("div", ["class": isMany ? "wide whole" : "wide", "tabindex": "0"]) { write(sheet, to: &$0) }
        page.newLine()
        guard isMany else { return }
        // On paper nobody scrolls: columns stand below one another, a block at a time.
        page.element("div", ["class": "blocks"]) { blocks in
            for start in stride(from: 0, to: sheet.measures.count, by: Self.blockSize) {
                let end = min(start + Self.blockSize, sheet.measures.count)
                write(sheet.showing(Array(sheet.measures[start..<end])), to: &blocks)
            }
        }
        page.newLine()
    }

    /// Columns that fit on paper beside one another.
    private static let blockSize = 12

    private func write(_ sheet: ReportSheet, to wide: inout Markup) {
        SheetTable(sheet: sheet, caption: caption, isCaptionSeen: isCaptionSeen).writeTable(to: &wide)
    }

    private func writeTable(to wide: inout Markup) {
        let kind = sheet.measures.count > Self.many ? "many" : sheet.rows.count <= 14 ? "few" : ""
        wide.element("table", ["class": kind]) { table in
            table.element("caption", ["class": isCaptionSeen ? "seen" : "unseen"]) {
                $0.element("span", text: caption)
            }
            table.newLine()
            table.element("thead") { $0.element("tr") { head(in: &$0) } }
            table.newLine()
            table.element("tbody") { body in
                for row in sheet.rows { write(row, in: &body) }
            }
            if sheet.report.showsTotal { table.element("tfoot") { $0.element("tr") { total(in: &$0) } } }
        }
    }

    private func head(in row: inout Markup) {
        for key in sheet.keys { row.element("th", ["scope": "col", "class": "key"], text: key) }
        for measure in sheet.measures {
            row.element("th", ["scope": "col", "class": measure.isText ? "key" : ""], text: sheet.heading(measure))
        }
    }

    private func write(_ row: Report.Row, in body: inout Markup) {
        body.element("tr") { line in
            let labels = sheet.labels(row)
            let depth = min(sheet.depth(row), 5)
            let isTop = sheet.isTree && depth == 0
            line.element("th", ["scope": "row", "class": isTop ? "top" : "d\(depth)"], text: labels[0])
            for label in labels.dropFirst() { line.element("td", ["class": "text"], text: label) }
            for measure in sheet.measures {
                line.element("td", ["class": kind(of: row, measure)], text: sheet.text(row, measure))
            }
        }
        body.newLine()
    }

    /// The class of a cell; the hours of a week are the darker the more came.
    private func kind(of row: Report.Row, _ measure: Measure) -> String {
        guard sheet.report.kind == .heatMap, measure.column != nil else { return measure.isText ? "text" : "" }
        let shade = HeatMapShade.of(row[measure].number ?? 0, in: sheet)
        return shade > 0 ? "heat\(shade)" : ""
    }

    private func total(in row: inout Markup) {
        row.element("th", ["scope": "row"], text: sheet.words.report.total)
        for _ in sheet.keys.dropFirst() { row.element("td", text: "") }
        for measure in sheet.measures { row.element("td", text: sheet.totalText(measure)) }
    }
}

/// The commands that list the tickets behind each row, folded away until somebody asks.
package struct SheetQueries {
    let sheet: ReportSheet

    package func write(to page: inout Markup) {
        let drilled = sheet.rows.filter { !$0.drills.isEmpty }
        guard !drilled.isEmpty else { return }
        page.element("details") { details in
            details.element("summary", text: sheet.words.report.pages.queries)
            details.newLine()
            details.element("div", ["class": "wide", "tabindex": "0"]) { wide in
                wide.element("table", ["class": "queries"]) { table in
                    for row in drilled { write(row, in: &table) }
                }
            }
        }
        page.newLine()
    }

    private func write(_ row: Report.Row, in table: inout Markup) {
        let main = row.drills.first { $0.measure == sheet.report.main } ?? row.drills[0]
        table.element("tr") { line in
            line.element("th", ["scope": "row"], text: sheet.labels(row).joined(by: " · "))
            line.element("td", text: sheet.heading(main.measure) + " " + sheet.text(row, main.measure))
            line.element("td") { $0.element("code", text: ReportDrill.command(main.query, sheet.report.reading)) }
        }
        table.newLine()
    }
}
