extension Query {
    /// `field op values`: the field compares so with any one of the values.
    package struct Term: Equatable, Sendable {
        package var field: Field
        /// The NAME of `field.NAME`; nil for every other field.
        package var name: String?
        package var comparison: Comparison
        /// At least one; exactly one with an ordering comparison.
        package var values: [Value]
        package var range: SourceRange

        package init(
            field: Field, name: String? = nil, comparison: Comparison = .matches, values: [Value], range: SourceRange
        ) {
            self.field = field
            self.name = name
            self.comparison = comparison
            self.values = values
            self.range = range
        }
    }
}
