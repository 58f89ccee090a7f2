import Workflow

extension Query {
    /// Whether any `is:` or `status:` term stands anywhere, also negated or nested: then no default scope is added.
    package var setsItsScope: Bool {
        root.contains { node in
            guard case .term(let term) = node else { return false }
            return term.field == .is || term.field == .status
        }
    }

    /// The query that a list or a bulk change asks: of the open tickets, unless the query or a view in it says otherwise.
    package func listed(in db: any Transaction) throws -> Query {
        try setsItsScope || isOnlyIds || viewsSetTheScope(depth: 0, in: db) ? self : narrowedToOpen
    }

    private func viewsSetTheScope(depth: Int, in db: any Transaction) throws -> Bool {
        var names: [String] = []
        _ = root.contains { node in
            if case .view(let view) = node { names.append(view.name) }
            return false
        }
        // A view that asks for itself is refused where it is asked.
        guard depth < 20 else { return false }
        return try names.contains { name in
            guard let text = try Views.query(named: name, in: db) else { return false }
            let view = try Query.parse(text, in: db)
            return try view.setsItsScope || view.viewsSetTheScope(depth: depth + 1, in: db)
        }
    }

    /// The same, of the open tickets only.
    package var narrowedToOpen: Query {
        let open = Term(field: .is, values: [Value(.flag(.open), range: .nowhere)], range: .nowhere)
        return Query(root: root == .all ? .term(open) : .joined([.term(open), root]), order: order)
    }

    /// The same, of some tickets only.
    func narrowed(to tickets: [Ticket.Number]) -> Query {
        let values = tickets.map { Value(.number($0.rawValue), range: .nowhere) }
        let ids = Node.term(Term(field: .id, values: values, range: .nowhere))
        return Query(root: root == .all ? ids : .joined([ids, root]), order: order)
    }

    /// Whether the whole query names tickets by number: `42`, `#1040-1045,1050`, `@last`.
    package var isOnlyIds: Bool {
        guard case .term(let term) = root else { return false }
        return term.field == .id && !term.comparison.isOrdering
    }
}
