extension Query {
    /// The words looked for, without those that must not be there: what a snippet shows.
    package var searchWords: [String] { root.searchWords }
}

extension Query.Node {
    fileprivate var searchWords: [String] {
        switch self {
        case .word(let word): [word.text]
        case .and(let parts), .or(let parts): parts.flatMap(\.searchWords)
        case .all, .not, .term, .was, .changed, .view: []
        }
    }
}
