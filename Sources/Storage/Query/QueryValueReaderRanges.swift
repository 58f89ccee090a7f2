import Workflow

extension QueryValueReader {
    /// `a..b`, `a..`, `..b`
    func span(_ ends: (String, String), _ atom: QueryAtom) throws(QueryError) -> Query.Content {
        if ends.0.isEmpty, ends.1.isEmpty { throw .emptyValue(of: field, at: atom.range) }
        let lower = try end(ends.0, atom)
        let upper = try end(ends.1, atom)
        try check(lower, upper, atom)
        return .span(lower, upper)
    }

    private func end(_ text: String, _ atom: QueryAtom) throws(QueryError) -> Query.Content? {
        text.isEmpty ? nil : try single(QueryAtom(text: text, isQuoted: true, range: atom.range))
    }

    /// Dates can only be compared once there is a now and a zone; the others are checked here.
    private func check(_ lower: Query.Content?, _ upper: Query.Content?, _ atom: QueryAtom) throws(QueryError) {
        let isReversed =
            switch (lower, upper) {
            case (.number(let lower), .number(let upper)): lower > upper
            case (.priority(let lower), .priority(let upper)): lower > upper
            case (.length(let lower), .length(let upper)):
                (lower.milliseconds ?? 0) > (upper.milliseconds ?? .max)
            default: false
            }
        if isReversed { throw .reversedRange(at: atom.range) }
        if case .span = lower { throw .badNumber(atom.text, of: field, at: atom.range) }
        if case .span = upper { throw .badNumber(atom.text, of: field, at: atom.range) }
    }

    /// `1042`, `#1042`, `1040-1045`, `@last`
    func id(_ atom: QueryAtom) throws(QueryError) -> Query.Content {
        let text = folded(atom.text)
        if QueryValueReader.lastNames.contains(text) { return .last }
        if let number = QueryValueReader.id(text) { return .number(number) }
        guard field == .id, isPlain, let ends = QueryValueReader.split(text, at: ["-"]),
            let lower = QueryValueReader.id(ends.0), let upper = QueryValueReader.id(ends.1)
        else { throw .badNumber(atom.text, of: field, at: atom.range) }
        if lower > upper { throw .reversedRange(at: atom.range) }
        return .span(.number(lower), .number(upper))
    }

    /// Whether a text is a ticket number or a closed range of them.
    static func hasFormOfIds(_ text: String) -> Bool {
        guard let ends = split(text, at: [".", "."]) ?? split(text, at: ["-"]) else { return id(text) != nil }
        return id(ends.0) != nil && id(ends.1) != nil
    }

    private static func id(_ text: String) -> Int64? { number(text.hasPrefix("#") ? String(text.dropFirst()) : text) }

    /// Up to 18 figures: one more may not fit.
    static func number(_ text: String) -> Int64? {
        guard 1...18 ~= text.utf8.count, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
        return Int64(text)
    }

    /// What stands before and after the first place of a mark.
    static func split(_ text: String, at mark: [Unicode.Scalar]) -> (String, String)? {
        let scalars = Array(text.unicodeScalars)
        guard let start = scalars.indices.first(where: { scalars[$0...].starts(with: mark) }) else { return nil }
        return (String(text.unicodeScalars.prefix(start)), String(text.unicodeScalars.dropFirst(start + mark.count)))
    }

    /// The value of a closed set.
    static func named<Value: QueryVocabulary>(
        _ type: Value.Type, _ atom: QueryAtom, of field: Query.Field
    ) throws(QueryError) -> Value {
        if let value = Value(queryName: atom.text) { return value }
        let nearest = Nearest(to: folded(atom.text)).among(Value.allNames)
        throw .unknownValue(atom.text, of: field, nearest: nearest, at: atom.range)
    }

    /// `due`, `updated-desc`
    static func order(_ atom: QueryAtom) throws(QueryError) -> Query.Order {
        var name = queryFolded(atom.text)
        var isDescending = false
        if let (suffix, turns) = directions.first(where: { name.hasSuffix($0.0) }) {
            name = String(name.dropLast(suffix.count))
            isDescending = turns
        }
        let key = try named(Query.SortKey.self, QueryAtom(text: name, isQuoted: true, range: atom.range), of: .sort)
        return Query.Order(key: key, isDescending: isDescending, range: atom.range)
    }

    private static let directions: [(String, Bool)] = [
        ("-desc", true), ("-asc", false), ("-降序", true), ("-升序", false), ("降序", true), ("升序", false),
        ("-倒序", true), ("倒序", true),
    ]
}
