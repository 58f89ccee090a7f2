/// A value in a row, and what people see in its place when that is not the value's usual form: `in 12m` for a time.
package struct RowEntry: Equatable, Sendable {
    package let value: RowValue
    package var shown: String?
    var style: Style?
    /// The text in parts, where some of it stands out; on a terminal with colours it is shown instead.
    package var parts: [TextPart]?

    package init(_ value: RowValue, shown: String? = nil, style: Style? = nil, parts: [TextPart]? = nil) {
        self.value = value
        self.shown = shown
        self.style = style
        self.parts = parts
    }
}

/// A part of a text, which may be what was looked for.
package struct TextPart: Equatable, Sendable {
    package var text: String
    package var isHit = false

    package init(text: String, isHit: Bool = false) {
        self.text = text
        self.isHit = isHit
    }
}
