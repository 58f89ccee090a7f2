/// Rows as a table in Markdown: a row stays in its line, a `|` in its cell.
package enum MarkdownTable {
    package static func head(_ columns: [Column]) -> String {
        line(columns.map(\.heading)) + written(columns.map { $0.alignment == .right ? "--:" : "---" })
    }

    package static func line(_ cells: [String]) -> String { written(cells.map(escaped)) }

    private static func written(_ cells: [String]) -> String { "| " + cells.joined(by: " | ") + " |\n" }

    private static func escaped(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { $0 != 0x7C && $0 != 0x5C && $0 != 0x0A && $0 != 0x0D }
        return isPlain ? text : text.map { escaped($0) }.joined(by: "")
    }

    private static func escaped(_ character: Character) -> String {
        switch character {
        case "|": "\\|"
        case "\\": "\\\\"
        case "\n", "\r", "\r\n": "<br>"
        default: String(character)
        }
    }
}
