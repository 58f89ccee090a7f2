import Reporting
import Workflow

/// A week as a picture on a terminal: a line a day, two columns an hour, the darker the more.
struct HeatMapText {
    let sheet: ReportSheet

    private static let shades = [" ", "░", "▒", "▓", "█"]

    var lines: [String] {
        let hours = sheet.measures.filter { $0.column != nil }
        let axis = stride(from: 0, to: 24, by: 3).map { ($0 < 10 ? "0" : "") + String($0) + "    " }.joined(by: "")
        return [pad("") + axis + sheet.heading(.count)]
            + sheet.rows.map { row in
                let cells = hours.map { shade(row[$0].number ?? 0) }.joined(by: "")
                return pad(sheet.labels(row)[0]) + cells + "  " + sheet.text(row, .count)
            } + [pad(sheet.words.report.total) + String(repeating: " ", count: 50) + sheet.totalText(.count)]
    }

    private func pad(_ text: String) -> String {
        text + String(repeating: " ", count: max(1, 6 - DisplayWidth.of(text)))
    }

    private func shade(_ count: Double) -> String {
        let shade = HeatMapShade.of(count, in: sheet)
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
