/// Decides which columns a terminal has room for, and how wide each is.
package struct ColumnLayout: Equatable, Sendable {
    static let gap = 2

    /// Positions of the columns that are shown, in order.
    package let shown: [Int]
    /// Widths of the shown columns.
    let widths: [Int]

    /// Columns at their full width when `limit` is nil or large enough. Otherwise the one that takes the rest gives way to half
    /// of the room, then the yielding ones to their minimum, then the rest to a third, then yielding ones are left out, then the
    /// rest gives way to its own minimum, last everything is cut.
    /// - Parameter keepsAll: somebody asked for these columns, so none of them is left out.
    package init(columns: [Column], natural: [Int], limit: Int?, keepsAll: Bool = false) {
        var shown = Array(columns.indices)
        while let limit {
            let widths = Self.fit(shown.map { (columns[$0], natural[$0]) }, into: limit)
            if Self.total(widths) <= limit || keepsAll || !Self.leaveOne(of: columns, from: &shown) {
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
        let order = order(columns.map(\.column))
        let rest = order.filter { rank(of: columns[$0].column) == .min }
        // Once down to the half of the room, and when all others have given way, to a third.
        for (step, place) in (order + rest).enumerated() {
            let excess = total(widths) - limit
            guard excess > 0 else { break }
            let column = columns[place].column
            let least = step < rest.count ? max(minimum(of: column) ?? 1, limit / 2) : least(of: column, in: limit)
            widths[place] = max(min(widths[place], least ?? widths[place]), widths[place] - excess)
        }
        return widths
    }

    /// Positions in the order in which they give way: the rest, then by rank.
    private static func order(_ columns: [Column]) -> [Int] {
        columns.indices.filter { minimum(of: columns[$0]) != nil }
            .sorted { (rank(of: columns[$0]), $0) < (rank(of: columns[$1]), $1) }
    }

    /// The rest is what people read: it keeps a third of the room as long as others can give way. A heading stays whole.
    private static func least(of column: Column, in limit: Int) -> Int? {
        switch column.flexibility {
        case .fixed: nil
        case .rest(let minimum): max(minimum, limit / 3)
        case .yields(_, let minimum): max(minimum, min(DisplayWidth.of(column.heading), 12))
        }
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
        for (step, place) in (rest + columns.indices.reversed() + rest).enumerated() {
            let isLast = step >= rest.count + columns.count
            let excess = total(widths) - limit
            guard excess > 0 else { continue }
            // The rest first down to its minimum, and only at last to nothing.
            let minimum = rest.contains(place) && !isLast ? minimum(of: columns[place]) ?? 1 : 1
            widths[place] = max(min(minimum, widths[place]), widths[place] - excess)
        }
        return widths
    }
}
