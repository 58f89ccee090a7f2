import Workflow

/// Conditions on custom fields. The kind that was declared for a field says how its values compare: 3.50 is 3.5, and a day lies
/// in its month. Where no kind was declared, and where a text is, they are texts.
extension QueryConditions {
    mutating func fieldCondition(_ term: Query.Term, _ value: Query.Value) throws -> String {
        let fields = try fields(named: term.name, at: term.range)
        switch value.content {
        case .none: return "NOT \(holdsAny(of: fields))"
        case .any: return holdsAny(of: fields)
        default: return among("ticket.id", try tickets(of: fields, term, value))
        }
    }

    /// The ticket has a value of one of these fields.
    mutating func holdsAny(of fields: [DeclaredField]) -> String {
        """
        EXISTS (SELECT 1 FROM ticket_field WHERE ticket_field.ticket_id = ticket.id
            AND \(among("ticket_field.field_id", fields.map(\.id))))
        """
    }

    /// The fields of a name, however it is written.
    func fieldIDs(_ name: String?, at range: Query.SourceRange) throws -> [Int64] {
        try fields(named: name, at: range).map(\.id)
    }

    private func fields(named name: String?, at range: Query.SourceRange) throws -> [DeclaredField] {
        let known = try DeclaredField.all(in: db)
        let found = known.filter { $0.folded == folded(name ?? "") }
        guard !found.isEmpty else {
            let nearest = Nearest(to: folded(name ?? "")).among(known.map(\.name))
            throw QueryError.unknownName(name ?? "", of: .custom, nearest: nearest, at: range)
        }
        return found
    }

    private func tickets(of fields: [DeclaredField], _ term: Query.Term, _ value: Query.Value) throws -> [Int64] {
        try fields.flatMap { field in
            guard let test = try FieldTest(field, term, value, queryContext) else { return [Int64]() }
            let sql = "SELECT ticket_id, text FROM ticket_field WHERE field_id = $1"
            return try tickets(where: test.admits, sql, [.integer(field.id)])
        }
    }

    /// The tickets of the rows whose text is admitted. Texts are folded in Swift, each once.
    func tickets(holding test: TextTest, _ sql: String, _ values: [SQLValue]) throws -> [Int64] {
        try tickets(where: { test.admits($0) }, sql, values)
    }

    private func tickets(where admits: (String) -> Bool, _ sql: String, _ values: [SQLValue]) throws -> [Int64] {
        var verdicts: [String: Bool] = [:]
        var found: [Int64] = []
        try db.eachInPlace(sql, values) { row in
            let text = try row.text(1)
            let verdict = verdicts[text] ?? admits(text)
            verdicts[text] = verdict
            if verdict { found.append(try row.integer(0)) }
        }
        return found
    }

    /// Where each ticket stands when a list goes by a field; those without a value have no place.
    func places(byField name: String?, at range: Query.SourceRange) throws -> [(ticket: Int64, place: Int64)] {
        try fields(named: name, at: range).flatMap { field in
            let rows = try db.rows(
                "SELECT ticket_id, text FROM ticket_field WHERE field_id = $1", [.integer(field.id)]
            ).map { (ticket: try $0.integer(0), text: try $0.text(1)) }
            let texts = Set(rows.map { ExactText($0.text) }).map { FieldValue($0.text, field, queryContext) }.sorted()
            var places: [ExactText: Int64] = [:]
            for (index, value) in texts.enumerated() {
                // Values that are the same in two spellings stand in one place.
                let isSame = index > 0 && !(texts[index - 1] < value)
                places[ExactText(value.text)] =
                    isSame ? places[ExactText(texts[index - 1].text)] : Int64(index)
            }
            return rows.compactMap { row in places[ExactText(row.text)].map { (row.ticket, $0) } }
        }
    }
}

/// A custom field, and what was declared for it.
struct DeclaredField {
    var id: Int64
    var name: String
    var folded: String
    /// Nil: nobody has said, so any text will do.
    var kind: FieldKind?
    var choices: [String]

    static func all(in db: any Transaction) throws -> [DeclaredField] {
        try db.rows("SELECT id, name, folded, kind, choices FROM field ORDER BY id").map { row in
            DeclaredField(
                id: try row.integer(0), name: try row.text(1), folded: try row.text(2),
                kind: row.isNull(3) ? nil : try row.code(3),
                choices: (try row.optionalText(4) ?? "").split(separator: "\n").map { String($0) })
        }
    }
}

/// A value of a field as its kind orders it: numbers, days and choices by what they are, and before them nothing; the rest by
/// their letters, behind.
private struct FieldValue: Comparable {
    let text: String
    private let number: Double?
    private let key: String

    init(_ text: String, _ field: DeclaredField, _ queryContext: QueryContext) {
        self.text = text
        key = folded(text)
        switch field.kind {
        case .number: number = FieldKind.number(text)
        case .date:
            let interval = DateExpression(text)?.interval(now: queryContext.now.milliseconds, zone: queryContext.zone)
            number = interval.map { Double($0.lowerBound) }
        case .choice:
            number = field.choices.firstIndex { folded($0) == folded(text) }.map { Double($0) }
        case .text, nil: number = nil
        }
    }

    static func < (a: FieldValue, b: FieldValue) -> Bool {
        switch (a.number, b.number) {
        case (let a?, let b?): a < b
        case (_?, nil): true
        case (nil, _?): false
        case (nil, nil): a.key.utf8.lexicographicallyPrecedes(b.key.utf8)
        }
    }

    static func == (a: FieldValue, b: FieldValue) -> Bool { !(a < b) && !(b < a) }
}
