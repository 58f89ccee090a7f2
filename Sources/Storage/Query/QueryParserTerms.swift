extension QueryParser {
    /// What a term's values are read by.
    private typealias Subject = (field: Query.Field, name: String?)

    /// The rest of a term, from its operator on.
    mutating func term(of name: FieldName, from start: Int) throws(QueryError) -> Item {
        let subject: Subject = try field(name)
        guard let sign = QueryOperator(in: source, at: position) else {
            throw .emptyValue(of: subject.field, at: source.range(start..<position))
        }
        guard subject.field.comparisons.contains(sign.comparison), !sign.isNegated || subject.field.admitsNot else {
            throw .operatorNotAllowed(sign.text, for: subject.field, at: source.range(sign.range))
        }
        position = sign.range.upperBound
        switch subject.field.kind {
        case .area: return try area(from: start)
        case .order: return try sortKeys(from: start)
        case .history: return .node(try history(subject.field, from: start))
        default: return .node(try condition(on: subject, sign, from: start, as: Query.Node.term))
        }
    }

    /// `status:open,pending` from its values on; `!=` becomes `not`.
    private mutating func condition(
        on subject: Subject, _ sign: QueryOperator, from start: Int, as node: (Query.Term) -> Query.Node
    ) throws(QueryError) -> Query.Node {
        let kind = subject.field.kind
        let isExact = sign.comparison == .equals && (kind == .text || kind == .name)
        let comparison = sign.comparison == .equals && !isExact ? .matches : sign.comparison
        var reader = QueryValueReader(field: subject.field, kind: kind, comparison: comparison)
        reader.priorityWords = priorityWords
        let values = try values(reader)
        let term = Query.Term(
            field: subject.field, name: subject.name, comparison: comparison, values: values,
            range: source.range(start..<position))
        return sign.isNegated ? node(term).negated : node(term)
    }

    private mutating func values(_ reader: QueryValueReader) throws(QueryError) -> [Query.Value] {
        let start = position
        var values: [Query.Value] = []
        for atom in try atoms(reader.field, repeating: reader.comparison == .equals) {
            values.append(Query.Value(try reader.content(atom), range: atom.range))
        }
        if values.count > 1, reader.comparison.isOrdering {
            throw .tooManyValues(of: reader.field, at: source.range(start..<position))
        }
        return values
    }

    /// `was:status=pending`, `changed:assignee`, `changed:assignee>-7d`, from behind the first colon.
    private mutating func history(_ field: Query.Field, from start: Int) throws(QueryError) -> Query.Node {
        guard let name = try fieldName() else { throw .emptyValue(of: field, at: source.range(start..<position)) }
        let subject: Subject = try self.field(name)
        if !subject.field.hasHistory { throw .noHistory(of: subject.field, at: source.range(name.range)) }
        guard let sign = QueryOperator(in: source, at: position) else {
            let range = source.range(start..<position)
            if field == .was { throw .emptyValue(of: .was, at: range) }
            return .changed(
                Query.Change(field: subject.field, name: subject.name, comparison: .matches, dates: [], range: range))
        }
        let allowed = field == .was ? subject.field.comparisons : Query.Field.created.comparisons
        guard allowed.contains(sign.comparison), field == .was || !sign.isNegated else {
            throw .operatorNotAllowed(sign.text, for: field, at: source.range(sign.range))
        }
        position = sign.range.upperBound
        if field == .was { return try condition(on: subject, sign, from: start, as: Query.Node.was) }
        return try change(of: subject, sign, from: start)
    }

    private mutating func change(
        of subject: Subject, _ sign: QueryOperator, from start: Int
    ) throws(QueryError) -> Query.Node {
        let comparison: Query.Comparison = sign.comparison == .equals ? .matches : sign.comparison
        let dates = try values(QueryValueReader(field: .changed, kind: .date, comparison: comparison))
        return .changed(
            Query.Change(
                field: subject.field, name: subject.name, comparison: comparison, dates: dates,
                range: source.range(start..<position)))
    }

    private mutating func area(from start: Int) throws(QueryError) -> Item {
        var areas: [Query.Area] = []
        for atom in try atoms(.area, repeating: false) {
            let area = try QueryValueReader.named(Query.Area.self, atom, of: .area)
            if !areas.contains(area) { areas.append(area) }
        }
        return .area(areas, source.range(start..<position))
    }

    private mutating func sortKeys(from start: Int) throws(QueryError) -> Item {
        var keys: [Query.Order] = []
        for atom in try atoms(.sort, repeating: false) {
            keys.append(try QueryValueReader.order(atom))
        }
        return .order(keys, source.range(start..<position))
    }
}

extension Query.Field {
    /// Whether `!=` makes sense.
    fileprivate var admitsNot: Bool {
        switch kind {
        case .area, .order, .history: false
        default: true
        }
    }
}

extension QueryParser {
    /// What one step of the grammar yields.
    enum Item {
        case node(Query.Node)
        case area([Query.Area], Query.SourceRange)
        case order([Query.Order], Query.SourceRange)
    }

    /// The members of an `and` while they are read, and the `in:` that counts for all of them.
    struct Group {
        /// Whether anything has stood here, be it only a `sort:`.
        var isEmpty = true
        private var nodes: [Query.Node] = []
        private var areas: [Query.Area] = []
        private var areaRange: Query.SourceRange?

        mutating func add(_ node: Query.Node) {
            nodes.append(node)
            isEmpty = false
        }

        mutating func restrict(to areas: [Query.Area], at range: Query.SourceRange) throws(QueryError) {
            if areaRange != nil { throw .repeated(.area, at: range) }
            self.areas = areas
            areaRange = range
            isEmpty = false
        }

        /// Nil when there are no members.
        func node() throws(QueryError) -> Query.Node? {
            let node = nodes.isEmpty ? nil : Query.Node.joined(nodes)
            guard let areaRange else { return node }
            guard let node, node.contains(where: \.isWord) else { throw .nothingToSearch(at: areaRange) }
            return node.searched(in: areas)
        }
    }

    var isAtGroupEnd: Bool { position >= source.count || source[position] == ")" || keyword(.or) != nil }

    /// `NOT`, or a `-` that touches what it negates.
    func negationMark() throws(QueryError) -> Range<Int>? {
        if let not = keyword(.not) { return not }
        guard source[position] == "-" else { return nil }
        let next = position + 1
        if next >= source.count || source.isSpace(at: next) || source[next] == ")" || source[next] == "-" {
            throw .strayNegation(at: source.range(position..<next))
        }
        return position..<next
    }
}

extension Query.Node {
    fileprivate var isWord: Bool {
        if case .word = self { true } else { false }
    }

    /// The same with every word that has no `in:` of its own looked for in these areas.
    fileprivate func searched(in areas: [Query.Area]) -> Query.Node {
        switch self {
        case .and(let nodes): return .and(nodes.map { $0.searched(in: areas) })
        case .or(let nodes): return .or(nodes.map { $0.searched(in: areas) })
        case .not(let node): return .not(node.searched(in: areas))
        case .word(var word):
            if word.areas.isEmpty { word.areas = areas }
            return .word(word)
        case .all, .term, .was, .changed, .view: return self
        }
    }
}

/// Steps through a short folded text of digits and marks: a date, a number, a length.
struct TermScanner {
    private(set) var rest: Substring.UnicodeScalarView

    init(_ text: String) {
        rest = text[...].unicodeScalars
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// The number that begins here, if it has so many digits and no more.
    mutating func number(digits: ClosedRange<Int>) -> Int? {
        let figures = rest.prefix { 0x30...0x39 ~= $0.value }
        guard digits ~= figures.count, let number = Int(String(figures)) else { return nil }
        rest = rest.dropFirst(figures.count)
        return number
    }

    mutating func digit() -> Int? {
        guard let scalar = rest.first, 0x30...0x39 ~= scalar.value else { return nil }
        rest = rest.dropFirst()
        return Int(scalar.value) - 0x30
    }

    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard rest.first == scalar else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// The first of these that stands here, stepped over.
    mutating func skip(anyOf scalars: Unicode.Scalar...) -> Unicode.Scalar? {
        guard let first = rest.first, scalars.contains(first) else { return nil }
        rest = rest.dropFirst()
        return first
    }

    /// Everything up to the next digit, plus or minus sign, or space.
    mutating func word() -> String {
        let word = rest.prefix { !(0x30...0x39 ~= $0.value) && $0 != "+" && $0 != "-" && $0 != " " }
        rest = rest.dropFirst(word.count)
        return String(word)
    }
}
