/// A text in a table, made safe for a terminal, and how it stands out.
package struct Cell: Equatable, Sendable {
    package let text: String
    let style: Style?
    /// Measured once: laying a table out asks for it several times.
    package let width: Int
    /// Where hits stand in the text, in UTF-8 bytes.
    package let hits: [Range<Int>]

    package init(_ text: String, style: Style? = nil) { self.init(SafeText.line(text), style, []) }

    /// A text of which some parts stand out.
    package init(_ parts: [TextPart]) {
        var (text, hits): (String, [Range<Int>]) = ("", [])
        for part in parts {
            let start = text.utf8.count
            text += SafeText.line(part.text)
            if part.isHit { hits.append(start..<text.utf8.count) }
        }
        self.init(text, nil, hits)
    }

    private init(_ text: String, _ style: Style?, _ hits: [Range<Int>]) {
        (self.text, self.style, self.hits) = (text, style, hits)
        width = DisplayWidth.of(text)
    }
}
