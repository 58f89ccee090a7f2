/// Bars of Unicode blocks, to an eighth of a column.
package struct BarChart {
    private static let width = 20
    private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

    private let values: [Double?]
    private let most: Double

    package init(_ values: [Double?]) {
        self.values = values
        most = values.compactMap { $0 }.max() ?? 0
    }

    package func bar(_ index: Int) -> String {
        guard let value = values[index], most > 0, value > 0 else { return "" }
        // What is there at all is seen.
        let parts = max(1, Int((value / most * Double(Self.width * 8)).rounded()))
        return String(repeating: "█", count: parts / 8) + Self.eighths[parts % 8]
    }
}

/// A line of values, one character each, from the least of them to the most.
package enum Sparkline {
    private static let steps = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    package static func text(_ values: [Double?]) -> String {
        let known = values.compactMap { $0 }
        let (least, most) = (known.min() ?? 0, known.max() ?? 0)
        return values.map { value in
            guard let value else { return " " }
            return most > least ? steps[min(7, Int((value - least) / (most - least) * 7.999))] : steps[0]
        }.joined(by: "")
    }
}
