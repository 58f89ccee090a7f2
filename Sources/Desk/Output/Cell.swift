/// A text in a table, made safe for a terminal, and how it stands out.
struct Cell: Equatable, Sendable {
    let text: String
    let style: Style?
    /// Measured once: laying a table out asks for it several times.
    let width: Int

    init(_ text: String, style: Style? = nil) {
        self.text = SafeText.line(text)
        self.style = style
        width = DisplayWidth.of(self.text)
    }
}
