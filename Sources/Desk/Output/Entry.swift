/// A value in a row, and what people see in its place when that is not the value's usual form: `in 12m` for a time.
struct Entry: Equatable, Sendable {
    let value: Value
    var shown: String?
    var style: Style?

    init(_ value: Value, shown: String? = nil, style: Style? = nil) {
        self.value = value
        self.shown = shown
        self.style = style
    }
}
