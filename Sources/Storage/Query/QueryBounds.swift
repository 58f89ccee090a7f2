extension Query {
    /// A half-open interval `from <= x < to`; nil is unbounded on that side.
    package struct Bounds: Equatable, Sendable {
        package var from: Int64?
        package var to: Int64?

        package init(from: Int64?, to: Int64?) {
            self.from = from
            self.to = to
        }

        func contains(_ value: Int64) -> Bool { (from.map { $0 <= value } ?? true) && (to.map { value < $0 } ?? true) }
    }
}
