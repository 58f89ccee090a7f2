import Storage

extension Query {
    /// The tree alone, for comparing queries that were typed differently.
    var withoutRanges: Query {
        Query(
            root: root.withoutRanges,
            order: order.map { Order(key: $0.key, isDescending: $0.isDescending, range: .nowhere) })
    }
}

extension Query.Node {
    var withoutRanges: Query.Node {
        switch self {
        case .all: .all
        case .and(let nodes): .and(nodes.map(\.withoutRanges))
        case .or(let nodes): .or(nodes.map(\.withoutRanges))
        case .not(let node): .not(node.withoutRanges)
        case .term(let term): .term(term.withoutRanges)
        case .was(let term): .was(term.withoutRanges)
        case .changed(let change):
            .changed(
                Query.Change(
                    field: change.field, name: change.name, comparison: change.comparison,
                    dates: change.dates.map { Query.Value($0.content, range: .nowhere) }, range: .nowhere))
        case .word(let word): .word(Query.Word(word.text, areas: word.areas, range: .nowhere))
        case .view(let view): .view(Query.View(name: view.name, range: .nowhere))
        }
    }

    static func term(
        _ field: Query.Field, _ comparison: Query.Comparison = .matches, _ contents: Query.Content...,
        name: String? = nil
    ) -> Query.Node {
        .term(
            Query.Term(
                field: field, name: name, comparison: comparison,
                values: contents.map { Query.Value($0, range: .nowhere) }, range: .nowhere))
    }

    static func word(_ text: String, in areas: Query.Area...) -> Query.Node {
        .word(Query.Word(text, areas: areas, range: .nowhere))
    }
}

extension Query.Term {
    fileprivate var withoutRanges: Query.Term {
        Query.Term(
            field: field, name: name, comparison: comparison,
            values: values.map { Query.Value($0.content, range: .nowhere) }, range: .nowhere)
    }
}

/// The tree of a query without its places.
func tree(_ text: String) throws -> Query.Node {
    try Query.parse(text).withoutRanges.root
}

/// What a query is refused with; nil when it is not refused.
func refusal(_ text: String) -> QueryError? {
    do throws(QueryError) {
        _ = try Query.parse(text)
        return nil
    } catch {
        return error
    }
}

func place(_ offset: Int, _ length: Int) -> Query.SourceRange {
    Query.SourceRange(offset: offset, length: length)
}

/// The same random numbers in every run.
struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
