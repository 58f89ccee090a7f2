/// What is known about the other end of an output stream.
package struct Terminal: Equatable, Sendable {
    package var isTerminal: Bool
    package var columns: Int
    package var rows: Int
    package var usesColour: Bool

    package init(isTerminal: Bool, columns: Int, rows: Int, usesColour: Bool) {
        self.isTerminal = isTerminal
        self.columns = columns
        self.rows = rows
        self.usesColour = usesColour
    }

    /// The width that lines must keep to; none in a file or a pipe.
    package var width: Int? { isTerminal ? columns : nil }

    /// A file or a pipe: no colour, no width.
    package static let pipe = Terminal(isTerminal: false, columns: 80, rows: 24, usesColour: false)
}
