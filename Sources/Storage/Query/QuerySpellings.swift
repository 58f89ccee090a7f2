extension Query {
    /// The same query, but a word is also found in its other spellings.
    /// - Parameter spellings: other spellings of a word; the word itself may be among them.
    package func spelled(_ spellings: (String) -> [String]) -> Query {
        var query = self
        query.root = root.spelled(spellings)
        return query
    }
}

extension Query.Node {
    fileprivate func spelled(_ spellings: (String) -> [String]) -> Query.Node {
        switch self {
        case .word(let word):
            let others = spellings(word.text).filter { $0 != word.text }
            return .either([self] + others.map { .word(Query.Word($0, areas: word.areas, range: word.range)) })
        case .and(let nodes): return .joined(nodes.map { $0.spelled(spellings) })
        case .or(let nodes): return .either(nodes.map { $0.spelled(spellings) })
        case .not(let node): return node.spelled(spellings).negated
        case .all, .term, .was, .changed, .view: return self
        }
    }
}
