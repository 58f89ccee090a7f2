/// Decides which columns a terminal has room for, and how wide each is.
package struct ColumnLayout: Equatable, Sendable {
    static let gap = 2

    /// Positions of the columns that are shown, in order.
    package let shown: [Int]
    /// Widths of the shown columns.
    let widths: [Int]

    /// Columns at their full width when `limit` is nil or large enough. Otherwise the one that takes the rest gives
    /// way to its minimum, then the yielding ones to theirs, then yielding ones are left out, last everything is cut.
    package init(columns: [Column], natural: [Int], limit: Int?) {
        var shown = Array(columns.indices)
        while let limit {
            let widths = Self.fit(shown.map { (columns[$0], natural[$0]) }, into: limit)
            if Self.total(widths) <= limit || !Self.leaveOne(of: columns, from: &shown) {
                self.shown = shown
                self.widths = Self.cut(widths, columns: shown.map { columns[$0] }, into: limit)
                return
            }
        }
        self.shown = shown
        widths = natural
    }

    private static func total(_ widths: [Int]) -> Int { widths.reduce(0, +) + gap * max(0, widths.count - 1) }

    private static func fit(_ columns: [(column: Column, natural: Int)], into limit: Int) -> [Int] {
        var widths = columns.map(\.natural)
        for place in order(columns.map(\.column)) {
            let excess = total(widths) - limit
            guard excess > 0 else { break }
            let minimum = min(widths[place], minimum(of: columns[place].column) ?? widths[place])
            widths[place] = max(minimum, widths[place] - excess)
        }
        return widths
    }

    /// Positions in the order in which they give way: the rest, then by rank.
    private static func order(_ columns: [Column]) -> [Int] {
        columns.indices.filter { minimum(of: columns[$0]) != nil }
            .sorted { (rank(of: columns[$0]), $0) < (rank(of: columns[$1]), $1) }
    }

    private static func minimum(of column: Column) -> Int? {
        switch column.flexibility {
        case .fixed: nil
        case .yields(_, let minimum), .rest(let minimum): minimum
        }
    }

    private static func rank(of column: Column) -> Int {
        switch column.flexibility {
        case .rest: .min
        case .yields(let rank, _): rank
        case .fixed: .max
        }
    }

    /// Leaves out the yielding column of the lowest rank, the right one of two.
    private static func leaveOne(of columns: [Column], from shown: inout [Int]) -> Bool {
        let yielding = shown.filter { if case .yields = columns[$0].flexibility { true } else { false } }
        guard let first = yielding.min(by: { (rank(of: columns[$0]), -$0) < (rank(of: columns[$1]), -$1) }) else {
            return false
        }
        shown.removeAll { $0 == first }
        return true
    }

    /// The last resort: the column that takes the rest, then the others from the right, down to one character.
    private static func cut(_ widths: [Int], columns: [Column], into limit: Int) -> [Int] {
        var widths = widths
        let rest = columns.indices.filter { rank(of: columns[$0]) == .min }
        for place in rest + columns.indices.reversed() {
            let excess = total(widths) - limit
            if excess > 0 { widths[place] = max(min(1, widths[place]), widths[place] - excess) }
        }
        return widths
    }
}
