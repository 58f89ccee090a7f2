extension Query {
    /// A place in the text of a query, counted in `Character`s of the text as it was given, so that a caret can be
    /// printed under it by display width.
    package struct SourceRange: Hashable, Sendable {
        package var offset: Int
        package var length: Int

        package init(offset: Int, length: Int) {
            self.offset = offset
            self.length = length
        }

        /// For terms that nobody typed.
        package static let nowhere = SourceRange(offset: 0, length: 0)
    }
}
