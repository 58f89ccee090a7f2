extension Query {
    /// `@name`: the saved query of that name stands here.
    package struct View: Equatable, Sendable {
        /// Without the `@`.
        package var name: String
        package var range: SourceRange

        package init(name: String, range: SourceRange) {
            self.name = name
            self.range = range
        }
    }
}
