import Workflow

/// A text of a person's own that is printed for each row, with `{{name}}` for a field and `{{name|nothing}}` where it may be
/// empty.
package struct RowTemplate {
    private let text: String
    private let zone: TimeZoneRules
    private let words: Words

    package init(text: String, zone: TimeZoneRules, words: Words) {
        self.text = text
        self.zone = zone
        self.words = words
    }

    /// The fields that a template names, each once.
    package static func names(in text: String) -> [String] {
        var names: [String] = []
        for case .field(let name, _) in pieces(of: text) where !names.contains(name) { names.append(name) }
        return names
    }

    /// A line end stands behind each row.
    package func lines(of rows: Rows) -> String {
        let pieces = Self.pieces(of: text)
        let rendering = Rendering(format: .tsv, terminal: .pipe, zone: zone, words: words)
        return rows.entries.map { row in
            pieces.map { piece in
                switch piece {
                case .text(let text): return text
                case .field(let name, let nothing):
                    let current = Rows.currentName(name)
                    guard let place = rows.fields.firstIndex(where: { $0.name == name || $0.name == current }) else {
                        return ""
                    }
                    let value = rendering.plain(row[place].value)
                    return value.isEmpty ? nothing : value
                }
            }.joined(by: "") + "\n"
        }.joined(by: "")
    }

    private enum Piece {
        case text(String)
        case field(String, nothing: String)
    }

    private static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text[...]
        while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
            pieces.append(.text(String(rest[..<open.lowerBound])))
            let inside = rest[open.upperBound..<close.lowerBound]
            let parts = inside.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false).map { String($0) }
            pieces.append(.field(parts[0].trimmed, nothing: parts.count > 1 ? parts[1] : ""))
            rest = rest[close.upperBound...]
        }
        return pieces + [.text(String(rest))]
    }
}
