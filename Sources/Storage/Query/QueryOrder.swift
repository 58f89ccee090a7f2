extension Query {
    /// One key to sort by.
    package struct Order: Equatable, Sendable {
        package var key: SortKey
        package var isDescending: Bool
        package var range: SourceRange

        package init(key: SortKey, isDescending: Bool, range: SourceRange) {
            self.key = key
            self.isDescending = isDescending
            self.range = range
        }
    }
}
