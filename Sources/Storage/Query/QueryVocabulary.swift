import Workflow

/// A closed set of values with names in both languages.
protocol QueryVocabulary: CaseIterable, Equatable, Sendable {
    /// The canonical name first, then the others.
    var names: [String] { get }
}

extension QueryVocabulary {
    /// The value of that name; case, width and `_` for `-` make no difference.
    init?(queryName name: String) {
        let wanted = queryFolded(name)
        guard let value = Self.allCases.first(where: { $0.names.contains(wanted) }) else { return nil }
        self = value
    }

    /// The name that descriptions print.
    var queryName: String { names[0] }

    static var allNames: [String] { allCases.flatMap(\.names) }
}

/// The form in which names of fields and values are compared: folded, and `_` for `-`.
func queryFolded(_ name: String) -> String {
    let name = folded(name)
    return name.utf8.contains(UInt8(ascii: "_")) ? String(name.map { $0 == "_" ? "-" : $0 }) : name
}

extension Status: QueryVocabulary {
    var names: [String] { words }
}

extension Priority: QueryVocabulary {
    var names: [String] { words }
}

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
