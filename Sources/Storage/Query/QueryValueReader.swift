import Workflow

/// Turns values as typed into values as meant, by the kind of their field.
struct QueryValueReader {
    let field: Query.Field
    let kind: Query.Field.Kind
    let comparison: Query.Comparison
    var priorityWords: [(word: String, priority: Priority)] = []

    static let lastNames: Set<String> = ["@last", "@上次", "@最近"]
    private static let noneNames: Set<String> = ["none", "无", "空"]
    private static let anyNames: Set<String> = ["any", "任意", "任何"]
    private static let meNames: Set<String> = ["me", "@me", "我", "本人"]

    /// Whether some field reads this text, unquoted, as more than a text.
    static func isKeyword(_ text: String) -> Bool {
        let text = folded(text)
        return noneNames.contains(text) || anyNames.contains(text) || meNames.contains(text)
    }

    func content(_ atom: QueryAtom) throws(QueryError) -> Query.Content {
        if let meant = keyword(atom) { return meant }
        if allowsSpan, !atom.isQuoted, let ends = QueryValueReader.split(atom.text, at: [".", "."]) {
            return try span(ends, atom)
        }
        return try single(atom)
    }

    var isPlain: Bool { comparison == .matches || comparison == .equals }

    private var allowsSpan: Bool {
        switch kind {
        case .number, .date, .duration, .priority: isPlain
        case .id: isPlain && field == .id
        default: false
        }
    }

    private func keyword(_ atom: QueryAtom) -> Query.Content? {
        guard !atom.isQuoted, isPlain, atom.text.utf8.count <= 16 else { return nil }
        let text = folded(atom.text)
        if field.admitsNone, QueryValueReader.noneNames.contains(text) { return Query.Content.none }
        if field.admitsNone, QueryValueReader.anyNames.contains(text) { return .any }
        return field.admitsPeople && QueryValueReader.meNames.contains(text) ? .me : nil
    }

    func single(_ atom: QueryAtom) throws(QueryError) -> Query.Content {
        switch kind {
        case .text, .name: return text(atom)
        case .id: return try id(atom)
        case .number: return .number(try number(atom))
        case .date: return .date(try date(atom))
        case .duration: return .length(try length(atom))
        case .sla where comparison.isOrdering: return .length(try length(atom))
        case .status, .flag, .priority, .causeState, .resolution, .sla, .part: return try enumerated(atom)
        case .area, .order, .history: throw .unknownValue(atom.text, of: field, nearest: nil, at: atom.range)
        }
    }

    private func text(_ atom: QueryAtom) -> Query.Content {
        guard field.admitsPeople, !atom.isQuoted, isPlain, atom.text.hasPrefix("@"), atom.text != "@" else {
            return .text(atom.text)
        }
        return .handle(String(atom.text.dropFirst()))
    }

    private func enumerated(_ atom: QueryAtom) throws(QueryError) -> Query.Content {
        switch kind {
        case .status: return .status(try Self.named(Status.self, atom, of: field))
        case .priority: return .priority(try priority(atom))
        case .causeState: return .causeState(try Self.named(Query.CauseState.self, atom, of: field))
        case .resolution: return .resolution(try Self.named(Query.Resolution.self, atom, of: field))
        case .sla: return .slaState(try Self.named(Query.SLAState.self, atom, of: field))
        case .part: return .part(try Self.named(Query.Part.self, atom, of: field))
        default: return try flag(atom)
        }
    }

    private func priority(_ atom: QueryAtom) throws(QueryError) -> Priority {
        let text = folded(atom.text)
        if let own = priorityWords.first(where: { folded($0.word) == text }) { return own.priority }
        return try Self.named(Priority.self, atom, of: field)
    }

    /// `is:` takes the statuses as well.
    private func flag(_ atom: QueryAtom) throws(QueryError) -> Query.Content {
        if let flag = Query.Flag(queryName: atom.text) { return .flag(flag) }
        if let status = Status(queryName: atom.text) { return .status(status) }
        let nearest = Nearest(to: folded(atom.text)).among(Query.Flag.allNames + Status.allNames)
        throw .unknownValue(atom.text, of: field, nearest: nearest, at: atom.range)
    }

    private func number(_ atom: QueryAtom) throws(QueryError) -> Int64 {
        guard let number = QueryValueReader.number(folded(atom.text)) else {
            throw .badNumber(atom.text, of: field, at: atom.range)
        }
        return number
    }

    private func date(_ atom: QueryAtom) throws(QueryError) -> DateExpression {
        guard atom.text.utf8.count <= 100, let date = DateExpression(atom.text) else {
            throw .badDate(atom.text, of: field, at: atom.range)
        }
        return date
    }

    private func length(_ atom: QueryAtom) throws(QueryError) -> Query.Length {
        guard atom.text.utf8.count <= 100, let length = Query.Length(atom.text) else {
            throw .badDuration(atom.text, of: field, at: atom.range)
        }
        return length
    }
}

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
        for prefix in ["field.", "字段.", "自定义."] where name.hasPrefix(prefix) && name.count > prefix.count {
            return Query.Order(
                key: .custom, name: String(name.dropFirst(prefix.count)), isDescending: isDescending, range: atom.range)
        }
        let key = try named(Query.SortKey.self, QueryAtom(text: name, isQuoted: true, range: atom.range), of: .sort)
        return Query.Order(key: key, isDescending: isDescending, range: atom.range)
    }

    private static let directions: [(String, Bool)] = [
        ("-desc", true), ("-asc", false), ("-降序", true), ("-升序", false), ("降序", true), ("升序", false),
        ("-倒序", true), ("倒序", true),
    ]
}
