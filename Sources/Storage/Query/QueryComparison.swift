extension Query {
    /// How a field meets its values. `!=` is no comparison of its own: it is `not` around `matches`.
    package enum Comparison: String, CaseIterable, Sendable {
        /// The field's usual way: `category:CDN` with its children, a date inside the period.
        case matches = ":"
        /// Exactly (`=` or `:=`): only texts and names tell it from `matches`; other fields are given `matches`.
        case equals = "="
        case above = ">"
        case atLeast = ">="
        case below = "<"
        case atMost = "<="
        case contains = "~"
        case starts = "^"

        package var isOrdering: Bool {
            switch self {
            case .above, .atLeast, .below, .atMost: true
            case .matches, .equals, .contains, .starts: false
            }
        }
    }
}
