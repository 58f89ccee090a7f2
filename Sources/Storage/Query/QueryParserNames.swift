import Workflow

extension QueryParser {
    /// The name before an operator.
    struct FieldName {
        let range: Range<Int>
        /// The NAME of `field."NAME"` when it stands in quotes.
        var custom: String?
    }

    /// Steps over the word that stands here, which an operator may make the name of a field; nil when it is empty.
    mutating func fieldName() throws(QueryError) -> FieldName? {
        let start = position
        position = source.endOfRun(from: start)
        guard let quote = source.quote(at: position), customPrefix(of: source.text(start..<position)) == "" else {
            return position > start ? FieldName(range: start..<position) : nil
        }
        let name = try quoted(quote)
        return FieldName(range: start..<position, custom: name)
    }

    /// The field of that name, and the NAME of a `field.NAME`.
    func field(_ name: FieldName) throws(QueryError) -> (Query.Field, String?) {
        if let custom = name.custom { return (.custom, try nonEmpty(custom, name)) }
        let text = source.text(name.range)
        if let field = Query.Field(name: text) {
            return field == .custom ? (.custom, try nonEmpty("", name)) : (field, nil)
        }
        if let custom = customPrefix(of: text) { return (.custom, try nonEmpty(custom, name)) }
        throw .unknownField(text, nearest: Query.Field.nearest(to: text), at: source.range(name.range))
    }

    private func nonEmpty(_ custom: String, _ name: FieldName) throws(QueryError) -> String {
        if folded(custom).isEmpty { throw .emptyName(at: source.range(name.range)) }
        return custom
    }

    /// What follows `field.`, in any of its names; nil for other texts.
    private func customPrefix(of text: String) -> String? {
        guard let dot = text.unicodeScalars.firstIndex(of: "."),
            Query.Field(name: String(text.unicodeScalars[..<dot])) == .custom
        else { return nil }
        return String(text.unicodeScalars[text.unicodeScalars.index(after: dot)...])
    }

    /// Steps over a quoted text and gives what is inside.
    mutating func quoted(_ quote: QuerySource.Quote) throws(QueryError) -> String {
        let open = position
        var text = String.UnicodeScalarView()
        position += 1
        while let scalar = source[position] {
            position += 1
            // `\"` in the midst of a text is the mark itself; at its end the backslash is, as of a path.
            if quote == .straight, scalar == "\\", source[position] == "\"", let behind = source[position + 1],
                !behind.isSpace, !source.isParenthesis(at: position + 1), behind != ",", behind != "\"",
                !source.isOperator(at: position + 1)
            {
                text.append("\"")
                position += 1
                continue
            }
            guard QuerySource.Quote(scalar) == quote else {
                text.append(scalar)
                continue
            }
            guard quote == .straight, source.quote(at: position) == .straight else { return String(text) }
            text.append("\"")
            position += 1
        }
        throw .unbalancedQuote(at: source.range(open..<open + 1))
    }

    mutating func phrase(_ quote: QuerySource.Quote) throws(QueryError) -> Query.Node {
        let start = position
        let text = try quoted(quote)
        let range = source.range(start..<position)
        if text.unicodeScalars.allSatisfy(\.isSpace) { throw .emptyPhrase(at: range) }
        return .word(Query.Word(text, range: range))
    }

    /// `@name`, `@"a name"`; `@last` is an id.
    mutating func view() throws(QueryError) -> Query.Node {
        let start = position
        position += 1
        let isQuoted = source.quote(at: position) != nil
        let name: String
        if let quote = source.quote(at: position) {
            name = try quoted(quote)
        } else {
            while position < source.count, !source.isSpace(at: position), !source.isParenthesis(at: position),
                source.quote(at: position) == nil
            {
                position += 1
            }
            name = source.text(start + 1..<position)
        }
        let range = source.range(start..<position)
        if folded(name).isEmpty { throw .emptyName(at: range) }
        guard !isQuoted, QueryValueReader.lastNames.contains(folded("@" + name)) else {
            return .view(Query.View(name: name, range: range))
        }
        return .term(Query.Term(field: .id, values: [Query.Value(.last, range: range)], range: range))
    }
}
