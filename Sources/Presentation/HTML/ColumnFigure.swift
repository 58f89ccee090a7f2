import Reporting
import Workflow

/// Columns over time. Widths are parts of the page and heights are pixels, so that the chart fits any page and its texts keep
/// their size.
package struct ColumnFigure {
    private let data: ChartData
    private let words: Words
    private let axis: Axis

    private static let height = 150
    private static let mostLabels = 5

    package init(data: ChartData, words: Words) {
        self.data = data
        self.words = words
        axis = Axis(data.scale, most: data.most)
    }

    private var slot: Double { 1 / Double(data.entries.count) }
    /// There is no room for edges between many columns.
    private var isSlim: Bool { data.entries.count > 20 }

    func draw(_ label: String, in page: inout Markup) {
        page.element(
            "svg",
            [
                "class": isSlim ? "columns slim" : "columns", "height": String(Self.height + 36), "width": "100%",
                "role": "img", "aria-label": label,
            ]
        ) { svg in
            svg.newLine()
            drawGrid(in: &svg)
            for (index, entry) in data.entries.enumerated() { draw(entry, at: index, in: &svg) }
            drawBefore(in: &svg)
            drawTarget(in: &svg)
            drawLabels(in: &svg)
        }
        page.newLine()
    }

    private func drawGrid(in svg: inout Markup) {
        for tick in axis.ticks {
            let y = pixels(Double(Self.height) - height(tick))
            svg.empty(
                "line",
                ["class": tick == 0 ? "zero" : "grid", "x1": "0", "x2": "100%", "y1": y, "y2": y])
            svg.element(
                "text", ["class": "tick", "x": "-8", "y": y, "dy": "4", "text-anchor": "end"],
                text: axis.label(tick, words))
        }
        svg.newLine()
    }

    private func draw(_ entry: ChartData.Entry, at index: Int, in svg: inout Markup) {
        // A few periods are no walls.
        let room = min(slot * 0.72, 0.16)
        let gap = (slot - room) / 2
        let width = data.isStacked ? room : room / Double(entry.values.count)
        var below = 0.0
        for (series, value) in entry.values.enumerated() {
            guard let value, value > 0 else { continue }
            let left = Double(index) * slot + gap + (data.isStacked ? 0 : Double(series) * width)
            // What is there at all is seen.
            let height = max(1, height(value))
            svg.element(
                "rect",
                [
                    "class": entry.isPart ? "s\(series + 1) part" : "s\(series + 1)", "x": percent(left),
                    "width": percent(width),
                    "y": pixels(Double(Self.height) - below - height), "height": pixels(height),
                ]
            ) { $0.element("title", text: entry.hover[series]) }
            if data.isStacked { below += height }
        }
        svg.newLine()
    }

    /// What it was before, as a thin line over the columns.
    private func drawBefore(in svg: inout Markup) {
        for (index, entry) in data.entries.enumerated().dropLast() {
            guard let from = entry.before, let to = data.entries[index + 1].before else { continue }
            svg.empty(
                "line",
                [
                    "class": "before", "x1": percent((Double(index) + 0.5) * slot),
                    "x2": percent((Double(index) + 1.5) * slot), "y1": pixels(Double(Self.height) - height(from)),
                    "y2": pixels(Double(Self.height) - height(to)),
                ])
        }
    }

    /// What was promised, as a line across.
    private func drawTarget(in svg: inout Markup) {
        guard let target = data.target, target <= axis.top else { return }
        let y = pixels(Double(Self.height) - height(target))
        svg.empty("line", ["class": "target", "x1": "0", "x2": "100%", "y1": y, "y2": y])
    }

    /// The last period has its name, and as many before it as there is room for on a narrow page.
    private func drawLabels(in svg: inout Markup) {
        let count = data.entries.count
        let step = (count + Self.mostLabels - 1) / Self.mostLabels
        for (index, entry) in data.entries.enumerated() where (count - 1 - index) % step == 0 {
            // A week stands over its Monday: beside one another there is no room for both on a narrow page.
            for (line, text) in WeekText.short(entry.axis).split(separator: " · ").enumerated() {
                svg.element(
                    "text",
                    [
                        "class": "tick", "x": percent((Double(index) + 0.5) * slot),
                        "y": String(Self.height + 17 + line * 14), "text-anchor": "middle",
                    ], text: String(text))
            }
        }
    }

    private func height(_ value: Double) -> Double { value / axis.top * Double(Self.height - 10) }
}

/// `12.34%` of a fraction, the same on every machine.
func percent(_ fraction: Double) -> String {
    let hundredths = Int((max(0, fraction) * 10_000).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
}

/// `12.3`
func pixels(_ length: Double) -> String {
    let tenths = Int((max(0, length) * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
}
