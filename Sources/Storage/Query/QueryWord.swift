extension Query {
    /// A word or phrase to search for; quotes are gone, a `SearchPhrase` cuts it.
    package struct Word: Equatable, Sendable {
        package var text: String
        /// Where to look, from the `in:` of its group or the nearest group around; empty means the usual places.
        package var areas: [Area]
        package var range: SourceRange

        package init(_ text: String, areas: [Area] = [], range: SourceRange) {
            self.text = text
            self.areas = areas
            self.range = range
        }
    }
}
