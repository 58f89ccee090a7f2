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
