/// What is known about the other end of an output stream.
struct Terminal: Equatable, Sendable {
    var isTerminal: Bool
    var columns: Int
    var rows: Int
    var usesColour: Bool

    /// The width that lines must keep to; none in a file or a pipe.
    var width: Int? { isTerminal ? columns : nil }

    /// A file or a pipe: no colour, no width.
    static let pipe = Terminal(isTerminal: false, columns: 80, rows: 24, usesColour: false)
}
