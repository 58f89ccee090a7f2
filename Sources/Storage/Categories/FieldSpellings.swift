import Workflow

/// The values of a custom field as reports tell them apart: those that a query finds as the same have one name.
package struct FieldSpellings: Sendable {
    package let id: Int64
    /// As it was declared.
    package let name: String
    private var names: [ExactText: String] = [:]

    /// - Throws: `UsageError.badFieldName`
    package init(named text: String, _ queryContext: QueryContext, in db: any Transaction) throws {
        let known = try DeclaredField.all(in: db)
        guard let field = known.first(where: { $0.folded == folded(text) }) else {
            throw UsageError.badFieldName(text, nearest: Nearest(to: folded(text)).among(known.map(\.name)))
        }
        (id, name) = (field.id, field.name)
        // Of several spellings the first by its letters, whatever order the desk tells them in.
        let rows = try db.rows("SELECT DISTINCT text FROM ticket_field WHERE field_id = $1", [.integer(id)])
        let texts = try rows.map { try $0.text(0) }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var first: [Value: String] = [:]
        for text in texts {
            let value = Value(text, field, queryContext)
            first[value] = first[value] ?? field.choices.first { folded($0) == folded(text) } ?? text
            names[ExactText(text)] = first[value]
        }
    }

    package func name(of text: String) -> String { names[ExactText(text)] ?? text }

    /// As queries compare it.
    private enum Value: Hashable {
        case number(Double), day(Int64), text(String)

        init(_ text: String, _ field: DeclaredField, _ queryContext: QueryContext) {
            if field.kind == .number, let number = FieldKind.number(text) {
                self = .number(number)
            } else if field.kind == .date,
                let day = DateExpression(text)?.interval(now: queryContext.now.milliseconds, zone: queryContext.zone)
            {
                self = .day(day.lowerBound)
            } else {
                self = .text(folded(text))
            }
        }
    }
}

extension Query {
    /// The tickets that hold a value of a custom field; nil: none at all.
    package static func asking(field name: String, _ value: String?) -> Query {
        let content: Content = value.map { .text($0) } ?? .none
        let term = Term(
            field: .custom, name: name, comparison: value == nil ? .matches : .equals,
            values: [Value(content, range: .nowhere)], range: .nowhere)
        return Query(root: .term(term))
    }
}
