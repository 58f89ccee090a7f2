extension Query {
    /// Whether any `is:` or `status:` term stands anywhere, also negated or nested: then no default scope is added.
    package var setsItsScope: Bool {
        root.contains { node in
            guard case .term(let term) = node else { return false }
            return term.field == .is || term.field == .status
        }
    }

    /// The same, of the open tickets only.
    package var narrowedToOpen: Query {
        let open = Term(field: .is, values: [Value(.flag(.open), range: .nowhere)], range: .nowhere)
        return Query(root: root == .all ? .term(open) : .joined([.term(open), root]), order: order)
    }

    /// Whether the whole query names tickets by number: `42`, `#1040-1045,1050`, `@last`.
    package var isOnlyIds: Bool {
        guard case .term(let term) = root else { return false }
        return term.field == .id && !term.comparison.isOrdering
    }
}
