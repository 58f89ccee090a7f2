import Workflow

/// The grammar of `spec/cli.md`, section 5, by recursive descent.
///
///     query  := and ("OR" and)*         and  := not+ ("AND" between them says nothing new)
///     not    := ("-" | "NOT")* prim     prim := "(" query ")" | field op values | "@" view | ids | word | phrase
struct QueryParser {
    /// Deeper parentheses are refused, so that neither this parser nor a walk over the tree exhausts the stack.
    static let depthLimit = 200

    let source: QuerySource
    var position = 0
    var depth = 0
    var order: [Query.Order] = []
    /// The desk's own words for priorities.
    var priorityWords: [(word: String, priority: Priority)] = []

    init(_ source: QuerySource) {
        self.source = source
    }

    mutating func query() throws(QueryError) -> Query {
        if let ids = try loneIds() { return Query(root: ids) }
        let root = try alternatives()
        if position < source.count { throw .strayParenthesis(at: source.range(position..<position + 1)) }
        return Query(root: root ?? .all, order: order)
    }

    /// `and ("OR" and)*`; nil when there is nothing but `sort:`.
    private mutating func alternatives() throws(QueryError) -> Query.Node? {
        var branches: [Query.Node] = []
        var openOperator: Range<Int>?
        while true {
            let branch = try conjunction()
            if let branch {
                branches.append(branch)
                openOperator = nil
            }
            guard let or = keyword(.or) else { break }
            if branch == nil { throw .strayOperator("OR", at: source.range(or)) }
            openOperator = or
            position = or.upperBound
        }
        if let openOperator { throw .strayOperator("OR", at: source.range(openOperator)) }
        return branches.isEmpty ? nil : .either(branches)
    }

    /// The members of one group, up to `OR`, `)` or the end.
    private mutating func conjunction() throws(QueryError) -> Query.Node? {
        var group = Group()
        var openOperator: Range<Int>?
        while true {
            position = source.afterSpaces(from: position)
            if let and = keyword(.and) {
                if group.isEmpty || openOperator != nil { throw .strayOperator("AND", at: source.range(and)) }
                openOperator = and
                position = and.upperBound
            } else if isAtGroupEnd {
                break
            } else {
                try factor(into: &group)
                openOperator = nil
            }
        }
        if let openOperator { throw .strayOperator("AND", at: source.range(openOperator)) }
        return try group.node()
    }

    private mutating func factor(into group: inout Group) throws(QueryError) {
        var negation: Range<Int>?
        var isNegated = false
        while let mark = try negationMark() {
            negation = mark
            isNegated.toggle()
            position = source.afterSpaces(from: mark.upperBound)
        }
        if let negation, isAtGroupEnd || keyword(.and) != nil { throw .strayNegation(at: source.range(negation)) }
        switch try primary() {
        case .node(let node): group.add(isNegated ? node.negated : node)
        case .area(let areas, let range):
            if negation != nil { throw .misplaced(.area, at: range) }
            try group.restrict(to: areas, at: range)
        case .order(let keys, let range):
            if negation != nil || depth > 0 { throw .misplaced(.sort, at: range) }
            group.isEmpty = false
            order += keys
        }
    }

    private mutating func primary() throws(QueryError) -> Item {
        if source[position] == "(" { return .node(try parenthesised()) }
        if let quote = source.quote(at: position) { return .node(try phrase(quote)) }
        if source[position] == "@" { return .node(try view()) }
        if source[position] == "#", let next = source[position + 1], 0x30...0x39 ~= next.value {
            return .node(try ids())
        }
        return try run()
    }

    private mutating func parenthesised() throws(QueryError) -> Query.Node {
        let open = position
        depth += 1
        if depth > QueryParser.depthLimit {
            throw .nestedTooDeep(limit: QueryParser.depthLimit, at: source.range(open..<open + 1))
        }
        position += 1
        let node = try alternatives()
        guard source[position] == ")" else { throw .unclosedParenthesis(at: source.range(open..<open + 1)) }
        position += 1
        depth -= 1
        guard let node else { throw .emptyGroup(at: source.range(open..<position)) }
        return node
    }

    /// A word, or a term when an operator stands behind it.
    private mutating func run() throws(QueryError) -> Item {
        let start = position
        let name = try fieldName()
        if let sign = QueryOperator(in: source, at: position) {
            guard let name else { throw .missingField(before: sign.text, at: source.range(sign.range)) }
            return try term(of: name, from: start)
        }
        // Behind a quoted NAME only an operator makes sense.
        if name?.custom != nil { throw .emptyValue(of: .custom, at: source.range(start..<position)) }
        let range = start..<position
        return .node(.word(Query.Word(source.text(range), range: source.range(range))))
    }
}

extension QueryParser {
    /// `value ("," value)*`. With `repeating` the `=` may stand again before each: `category:=CDN,=存储`.
    mutating func atoms(_ field: Query.Field, repeating: Bool) throws(QueryError) -> [QueryAtom] {
        let start = position
        var atoms = [try atom(field, from: start)]
        while source[position] == "," {
            position += 1
            if repeating, source[position] == "=" { position += 1 }
            atoms.append(try atom(field, from: start))
        }
        if position < source.count, !source.isSpace(at: position), source[position] != ")" {
            throw .missingSpace(at: source.range(position..<position + 1))
        }
        return atoms
    }

    private mutating func atom(_ field: Query.Field, from first: Int) throws(QueryError) -> QueryAtom {
        let start = position
        if let quote = source.quote(at: start) {
            let text = try quoted(quote)
            let range = source.range(start..<position)
            if text.unicodeScalars.allSatisfy(\.isSpace) { throw .emptyValue(of: field, at: range) }
            return QueryAtom(text: text, isQuoted: true, range: range)
        }
        try stepOverBareValue()
        if position == start {
            let end = min(position + 1, source.count)
            throw .emptyValue(of: field, at: source.range(end > start ? start..<end : max(first - 1, 0)..<end))
        }
        return QueryAtom(text: source.text(start..<position), isQuoted: false, range: source.range(start..<position))
    }

    /// Parentheses that open inside a value belong to it: `分类:其他（旧）`.
    private mutating func stepOverBareValue() throws(QueryError) {
        var open: [Int] = []
        while let scalar = source[position], !source.isSpace(at: position), source.quote(at: position) == nil {
            if scalar == "(" { open.append(position) }
            if open.isEmpty, scalar == ")" || scalar == "," { break }
            if scalar == ")" { open.removeLast() }
            position += 1
        }
        if let place = open.first { throw .unclosedParenthesis(at: source.range(place..<place + 1)) }
    }

    /// `#1042`, `#1040-1045,1050`
    mutating func ids() throws(QueryError) -> Query.Node {
        let start = position
        let reader = QueryValueReader(field: .id, kind: .id, comparison: .matches)
        var values: [Query.Value] = []
        for atom in try atoms(.id, repeating: false) {
            values.append(Query.Value(try reader.content(atom), range: atom.range))
        }
        return .term(Query.Term(field: .id, values: values, range: source.range(start..<position)))
    }

    /// Numbers and ranges of numbers are ids when the whole query is nothing else.
    mutating func loneIds() throws(QueryError) -> Query.Node? {
        let start = source.afterSpaces(from: 0)
        var end = start
        while let scalar = source[end], QueryParser.isPartOfIds(scalar) { end += 1 }
        guard end > start, source.afterSpaces(from: end) == source.count,
            source.text(start..<end).split(separator: ",", omittingEmptySubsequences: false)
                .allSatisfy({ QueryValueReader.hasFormOfIds(String($0)) })
        else { return nil }
        position = start
        return try ids()
    }

    private static func isPartOfIds(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "#", ",", "-", ".": true
        default: false
        }
    }
}
