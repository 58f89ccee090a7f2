import Reporting
import Workflow

/// The chart of a report with its legend, where there is something to draw.
package struct ReportFigure {
    let sheet: ReportSheet

    package func write(to page: inout Markup) {
        let data = ChartData(sheet)
        guard !data.entries.isEmpty, !data.isEmpty else { return }
        page.element("figure") { figure in
            legend(data, in: &figure)
            let label = ([sheet.words.report.title(sheet.report)] + data.series).joined(by: ", ")
            if data.isTimeLine {
                ColumnFigure(data: data, words: sheet.words).draw(label, in: &figure)
            } else {
                BarFigure(data: data).draw(label, in: &figure)
            }
            if data.left > 0 {
                let count = data.entries.count
                figure.element(
                    "p", ["class": "quiet"],
                    text: sheet.words.report.pages.drawn(count, count + data.left, data.isTimeLine))
            }
        }
        page.newLine()
    }

    private func writeLine(_ kind: String, _ name: String, in caption: inout Markup) {
        caption.element("span") { span in
            span.element("svg", ["width": "16", "height": "12", "aria-hidden": "true"]) { swatch in
                swatch.empty("line", ["class": kind, "x1": "0", "x2": "16", "y1": "6", "y2": "6"])
            }
            span.text(name)
        }
    }

    private func legend(_ data: ChartData, in figure: inout Markup) {
        figure.element("figcaption") { caption in
            for (index, name) in data.series.enumerated() {
                caption.element("span") { span in
                    if data.series.count > 1 {
                        span.element("svg", ["width": "12", "height": "12", "aria-hidden": "true"]) { swatch in
                            swatch.empty(
                                "rect",
                                ["class": "s\(index + 1)", "x": "1", "y": "1", "width": "10", "height": "10"])
                        }
                    }
                    span.text(name)
                }
            }
            let pages = sheet.words.report.pages
            if data.isTimeLine, data.entries.contains(where: { $0.before != nil }) {
                writeLine("before", pages.lineBefore, in: &caption)
            }
            if let target = sheet.report.target {
                writeLine(
                    "target", pages.lineTarget(sheet.words.report.length(target, data.scale == .work)), in: &caption)
            }
        }
        figure.newLine()
    }
}
