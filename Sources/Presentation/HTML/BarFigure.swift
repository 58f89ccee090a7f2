import Reporting
import Workflow

/// Bars from left to right, each with its name before it and its figure behind it.
package struct BarFigure {
    package let data: ChartData

    private static let rowHeight = 24
    private static let barHeight = 15
    /// Of names, in digits: on a narrow page, and on a wide one.
    private static let labelRooms = (narrow: 18.5, wide: 27.0)

    private var top: Double { data.scale == .share ? 1 : data.most }

    func draw(_ label: String, in page: inout Markup) {
        let height = data.entries.count * Self.rowHeight
        page.element(
            "svg",
            ["class": "bars", "height": String(height), "width": "100%", "role": "img", "aria-label": label]
        ) { svg in
            svg.newLine()
            for (index, entry) in data.entries.enumerated() {
                draw(entry, y: index * Self.rowHeight, in: &svg)
                svg.newLine()
            }
            svg.empty("line", ["class": "zero", "x1": "0", "x2": "0", "y1": "0", "y2": String(height)])
        }
        page.newLine()
    }

    private func draw(_ entry: ChartData.Entry, y: Int, in svg: inout Markup) {
        let base = String(y + 16)
        let (narrow, wide) = (
            Self.cut(entry.label, Self.labelRooms.narrow), Self.cut(entry.label, Self.labelRooms.wide)
        )
        if narrow == wide {
            write(wide, of: entry, "name", base, in: &svg)
        } else {
            write(narrow, of: entry, "name narrow", base, in: &svg)
            write(wide, of: entry, "name broad", base, in: &svg)
        }
        var left = 0.0
        for (series, value) in entry.values.enumerated() {
            guard let value, value > 0, top > 0 else { continue }
            svg.element(
                "rect",
                [
                    "class": "s\(series + 1)", "x": percent(left), "width": percent(value / top),
                    "y": String(y + 4), "height": String(Self.barHeight),
                ]
            ) { $0.element("title", text: entry.hover[series]) }
            left += value / top
        }
        svg.element("text", ["x": percent(left), "dx": "7", "y": base], text: entry.text)
    }

    private func write(
        _ name: String, of entry: ChartData.Entry, _ kind: String, _ base: String, in svg: inout Markup
    ) {
        svg.element("text", ["class": kind, "x": "-9", "y": base, "text-anchor": "end"]) { text in
            text.text(name)
            if name != entry.label { text.element("title", text: entry.label) }
        }
    }

    /// The name as far as there is room for it.
    private static func cut(_ label: String, _ labelRoom: Double) -> String {
        guard width(label) > labelRoom else { return label }
        var kept = ""
        var width = 1.6
        for character in label {
            width += Self.width(character)
            if width > labelRoom { break }
            kept.append(character)
        }
        return kept + "…"
    }

    private static func width(_ text: String) -> Double { text.reduce(0) { $0 + width($1) } }

    /// Letters are not as wide as one another; Chinese ones are two digits wide at least.
    private static func width(_ character: Character) -> Double {
        switch character {
        case "W", "M", "m", "@", "%": 1.6
        case "A"..."Z", "w": 1.25
        default: Double(DisplayWidth.of(character)) * 0.98
        }
    }
}
