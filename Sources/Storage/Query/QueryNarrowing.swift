extension Query {
    /// Every ticket.
    package static let everything = Query(root: .all)

    /// `field op value`, as if it had been typed.
    package static func asking(_ field: Field, _ content: Content, _ comparison: Comparison = .matches) -> Query {
        let value = Value(content, range: .nowhere)
        return Query(root: .term(Term(field: field, comparison: comparison, values: [value], range: .nowhere)))
    }

    /// `field:a,b`
    package static func asking(_ field: Field, anyOf contents: [Content]) -> Query {
        let values = contents.map { Value($0, range: .nowhere) }
        return Query(root: .term(Term(field: field, values: values, range: .nowhere)))
    }

    /// The tickets that both find, in no order of their own.
    package func narrowed(by other: Query) -> Query {
        Query(root: .joined([root, other.root].filter { $0 != .all }))
    }

    package var negated: Query { Query(root: root.negated) }

    /// The same, as a list that shows open tickets only unless told would have to be asked.
    package var spelledOut: Query {
        setsItsScope ? self : Query.asking(.is, .flag(.any)).narrowed(by: self)
    }
}
