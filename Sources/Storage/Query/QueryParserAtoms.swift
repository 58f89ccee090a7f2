import Workflow

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
