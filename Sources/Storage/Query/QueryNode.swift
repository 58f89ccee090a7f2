extension Query {
    /// A condition on a ticket, in normal form: `and` and `or` have two members or more and never hold their own
    /// kind directly, `not` never holds `not`.
    package indirect enum Node: Equatable, Sendable {
        /// Every ticket: the empty query.
        case all
        case and([Node])
        case or([Node])
        case not(Node)
        /// `field op values`, and ids (`42`, `#1042`, `@last`).
        case term(Term)
        /// `was:status=pending`: at some time the term held.
        case was(Term)
        /// `changed:assignee>-7d`
        case changed(Change)
        /// A word or a quoted phrase to search for.
        case word(Word)
        /// `@name`: another saved query.
        case view(View)
    }
}

extension Query.Node {
    /// All of them, in normal form. No nodes at all is `.all`.
    static func joined(_ nodes: [Query.Node]) -> Query.Node {
        let members = nodes.flatMap { node in
            if case .and(let inner) = node { inner } else { [node] }
        }
        return members.count > 1 ? .and(members) : members.first ?? .all
    }

    /// Any of them, in normal form. `nodes` is not empty.
    static func either(_ nodes: [Query.Node]) -> Query.Node {
        let members = nodes.flatMap { node in
            if case .or(let inner) = node { inner } else { [node] }
        }
        return members.count > 1 ? .or(members) : members.first ?? .all
    }

    /// The opposite, in normal form.
    var negated: Query.Node {
        if case .not(let inner) = self { inner } else { .not(self) }
    }

    /// Whether any node of the tree, itself included, answers yes.
    func contains(where matches: (Query.Node) -> Bool) -> Bool {
        if matches(self) { return true }
        switch self {
        case .and(let nodes), .or(let nodes): return nodes.contains { $0.contains(where: matches) }
        case .not(let node): return node.contains(where: matches)
        case .all, .term, .was, .changed, .word, .view: return false
        }
    }
}
