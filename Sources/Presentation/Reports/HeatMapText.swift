import Reporting
import Workflow

/// A week as a picture on a terminal: a line a day, two columns an hour or one where those have no room, the darker the more.
struct HeatMapText {
    let sheet: ReportSheet
    /// Of the terminal, in columns; nil is as wide as it takes.
    let width: Int?

    private static let names = 6
    private static let shades = [" ", "░", "▒", "▓", "█"]

    var lines: [String] {
        let hours = sheet.measures.filter { $0.column != nil }
        let gap = String(repeating: " ", count: 3 * hourWidth - 2)
        let axis = stride(from: 0, to: 24, by: 3).map { ($0 < 10 ? "0" : "") + String($0) + gap }.joined(by: "")
        return [pad("") + axis + "  " + right(sheet.heading(.count))]
            + sheet.rows.map { row in
                let cells = hours.map { shade(row[$0].number ?? 0) }.joined(by: "")
                return pad(sheet.labels(row)[0]) + cells + "  " + right(sheet.text(row, .count))
            } + [pad(sheet.words.report.total) + pad("", to: 24 * hourWidth + 2) + right(sheet.totalText(.count))]
    }

    /// Of an hour, in columns.
    private var hourWidth: Int {
        width.map { Self.names + 48 + 2 + countWidth > $0 } == true ? 1 : 2
    }

    private var countWidth: Int {
        let texts = [sheet.heading(.count), sheet.totalText(.count)] + sheet.rows.map { sheet.text($0, .count) }
        return texts.reduce(0) { max($0, DisplayWidth.of($1)) }
    }

    private func pad(_ text: String, to width: Int = names) -> String {
        text + String(repeating: " ", count: max(1, width - DisplayWidth.of(text)))
    }

    private func right(_ text: String) -> String {
        String(repeating: " ", count: max(0, countWidth - DisplayWidth.of(text))) + text
    }

    private func shade(_ count: Double) -> String {
        let shade = HeatMapShade.of(count, in: sheet)
        if hourWidth == 1 { return shade == 0 ? "·" : Self.shades[shade] }
        return shade == 0 ? "· " : Self.shades[shade] + Self.shades[shade]
    }
}

/// How dark an hour of the week is drawn.
enum HeatMapShade {
    /// - Returns: 0 where nothing came, 1 to 4 in equal parts of the hour in which most came.
    static func of(_ count: Double, in sheet: ReportSheet) -> Int {
        let hours = sheet.measures.filter { $0.column != nil }
        let most = sheet.rows.flatMap { row in hours.compactMap { row[$0].number } }.max() ?? 0
        return count > 0 && most > 0 ? 1 + min(3, Int(count / most * 3.999)) : 0
    }
}
