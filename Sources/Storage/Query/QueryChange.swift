extension Query {
    /// `changed:assignee>-7d`: the field was changed at such a time; without a time, ever.
    package struct Change: Equatable, Sendable {
        package var field: Field
        /// The NAME of `field.NAME`; nil for every other field.
        package var name: String?
        package var comparison: Comparison
        /// Date values; empty when any time will do.
        package var dates: [Value]
        package var range: SourceRange

        package init(
            field: Field, name: String? = nil, comparison: Comparison = .matches, dates: [Value], range: SourceRange
        ) {
            self.field = field
            self.name = name
            self.comparison = comparison
            self.dates = dates
            self.range = range
        }
    }
}
