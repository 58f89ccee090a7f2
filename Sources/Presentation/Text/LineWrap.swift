/// Breaks long lines of text for a terminal, by display width: Latin text at spaces, Chinese between any two characters
/// but not before punctuation. A word that is wider than the line stays whole, so that an address can still be copied.
package enum LineWrap {
    package static func lines(of text: String, width: Int) -> [String] {
        guard DisplayWidth.of(text) > width else { return [text] }
        var lines: [String] = []
        var line = ""
        var used = 0
        for piece in pieces(of: text) {
            let needed = DisplayWidth.of(piece)
            if used + needed > width && !line.isEmpty && piece != " " {
                lines.append(withoutSpaceAtEnd(line))
                (line, used) = ("", 0)
            }
            line += piece
            used += needed
        }
        return lines + [line]
    }

    /// What must not be broken: words with the punctuation behind them, single wide characters, spaces.
    private static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        var previous: Character?
        for character in text {
            if previous.map({ mayBreak(between: $0, and: character) }) ?? true {
                pieces.append(String(character))
            } else {
                pieces[pieces.count - 1].append(character)
            }
            previous = character
        }
        return pieces
    }

    private static func mayBreak(between left: Character, and right: Character) -> Bool {
        if left == " " || right == " " { return true }
        if closing.contains(right) || opening.contains(left) { return false }
        return DisplayWidth.of(left) == 2 || DisplayWidth.of(right) == 2
    }

    private static let closing = Set("，。、；：？！）】》”’…％,.;:?!)]}%")
    private static let opening = Set("（【《“‘([{")

    private static func withoutSpaceAtEnd(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }
}
