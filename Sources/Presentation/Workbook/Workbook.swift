import Workflow

/// What a file for spreadsheet programs holds, before a library writes it.
package struct Workbook: Equatable, Sendable {
    package let title: String
    package let made: Instant
    let sheets: [Sheet]

    /// A table on a leaf of its own.
    package struct Sheet: Equatable, Sendable {
        package let name: String
        /// None: rows of notes without a head.
        package var headings: [String] = []
        package var rows: [[Cell]] = []
        /// The last line, which no filter hides.
        package var total: [Cell]?
        package var chart: Chart?

        /// How many columns of text each column needs, from the widest cell of it.
        var widths: [Int] {
            let lines = [headings.map { Cell.filtered($0) }] + rows + [total ?? []]
            let count = lines.map(\.count).max() ?? 0
            return (0..<count).map { column in
                let widest = lines.lazy.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0
                return min(max(widest, Self.least), Self.most)
            }
        }

        private static let (least, most) = (6, 60)
    }

    /// What stands in a cell, with its type: never a formula, and nothing where nothing is known.
    package enum Cell: Equatable, Sendable {
        case empty
        case text(String)
        case heading(String)
        /// The heading of a column, with room for the button of its filter.
        case filtered(String)
        /// A line of a longer text, which may reach over its neighbours.
        case line(String)
        case number(Int64)
        case decimal(Double)
        /// A part of a whole, and how much more or less than before.
        case share(Double)
        case change(Double)
        /// A length of time in seconds.
        case length(Int64)
        case truth(Bool)
        /// Milliseconds since 1970 on the clock of the place.
        case time(Int64)
        /// Days since 1970.
        case day(Int)

        fileprivate var width: Int {
            switch self {
            case .empty, .line: 0
            case .text(let text), .heading(let text): DisplayWidth.of(text) + 1
            case .filtered(let text): DisplayWidth.of(text) + 4
            case .number(let number): String(number).utf8.count + 1
            case .decimal, .share, .change, .truth: 8
            case .length, .day: 11
            case .time: 20
            }
        }
    }

    /// A chart of one column beside the table.
    package struct Chart: Equatable, Sendable {
        package let title: String
        /// The column of what is drawn; the first one says of what.
        package let column: Int
        package let rows: Int
        /// Whether the rows are periods one after another.
        let isTimeLine: Bool
    }
}
