import Workflow

/// Whether a value of a field meets a term.
struct FieldTest {
    let admits: (String) -> Bool

    /// Nil when the term names no text.
    init?(_ field: DeclaredField, _ term: Query.Term, _ value: Query.Value, _ queryContext: QueryContext) throws {
        let isText = term.comparison == .contains || term.comparison == .starts
        switch field.kind {
        case .number where !isText:
            guard let wanted = value.foldedText else { return nil }
            let bounds = try NumberBounds(wanted, term.comparison, at: value.range)
            admits = { text in FieldKind.number(text).map(bounds.contains) ?? false }
        case .date where !isText:
            guard let wanted = value.foldedText else { return nil }
            let bounds = try Self.days(wanted, term, value.range, queryContext)
            admits = { text in
                let interval = DateExpression(text)?.interval(
                    now: queryContext.now.milliseconds, zone: queryContext.zone)
                return interval.map { bounds.contains($0.lowerBound) } ?? false
            }
        case .choice where term.comparison == .matches || term.comparison == .equals:
            guard let wanted = value.foldedText, let test = TextTest(term, value) else { return nil }
            if !field.choices.contains(where: { folded($0) == wanted }) {
                let nearest = Nearest(to: wanted).among(field.choices)
                throw QueryError.unknownValue(wanted, of: .custom, nearest: nearest, at: value.range)
            }
            admits = { test.admits($0) }
        case .choice where term.comparison.isOrdering:
            guard let wanted = value.foldedText else { return nil }
            guard let place = field.choices.firstIndex(where: { folded($0) == wanted }) else {
                let nearest = Nearest(to: wanted).among(field.choices)
                throw QueryError.unknownValue(wanted, of: .custom, nearest: nearest, at: value.range)
            }
            let bounds = NumberBounds(Double(place), term.comparison)
            admits = { text in
                field.choices.firstIndex { folded($0) == folded(text) }.map { bounds.contains(Double($0)) } ?? false
            }
        default:
            guard let wanted = value.foldedText, let test = TextTest(term, value) else { return nil }
            let comparison = term.comparison
            admits = { text in
                comparison.isOrdering ? comparison.orders(folded(text), wanted) : test.admits(text)
            }
        }
    }

    private static func days(
        _ text: String, _ term: Query.Term, _ range: Query.SourceRange, _ queryContext: QueryContext
    ) throws -> Query.Bounds {
        func date(_ text: String) throws -> Query.Content? {
            guard !text.isEmpty else { return nil }
            guard let date = DateExpression(text) else { throw QueryError.badDate(text, of: .custom, at: range) }
            return .date(date)
        }
        let content: Query.Content
        if let ends = QueryValueReader.split(text, at: [".", "."]), !term.comparison.isOrdering {
            let (lower, upper) = (try date(ends.0), try date(ends.1))
            if lower == nil && upper == nil { throw QueryError.emptyValue(of: .custom, at: range) }
            content = .span(lower, upper)
        } else {
            guard let found = try date(text) else { throw QueryError.emptyValue(of: .custom, at: range) }
            content = found
        }
        let bounds = try Query.Value(content, range: range).bounds(
            term.comparison, now: queryContext.now.milliseconds, zone: queryContext.zone)
        guard let bounds else { throw QueryError.badDate(text, of: .custom, at: range) }
        return bounds
    }
}

extension Query.Comparison {
    /// Texts in the order of their letters.
    fileprivate func orders(_ text: String, _ wanted: String) -> Bool {
        let (isBelow, isAbove) = (
            text.utf8.lexicographicallyPrecedes(wanted.utf8), wanted.utf8.lexicographicallyPrecedes(text.utf8)
        )
        switch self {
        case .above: return isAbove
        case .atLeast: return !isBelow
        case .below: return isBelow
        default: return !isAbove
        }
    }
}

/// Numbers between two others, which may be among them.
private struct NumberBounds {
    private var lower: (number: Double, isIn: Bool)?
    private var upper: (number: Double, isIn: Bool)?

    init(_ number: Double, _ comparison: Query.Comparison) {
        switch comparison {
        case .above: lower = (number, false)
        case .atLeast: lower = (number, true)
        case .below: upper = (number, false)
        case .atMost: upper = (number, true)
        default: (lower, upper) = ((number, true), (number, true))
        }
    }

    /// - Throws: `QueryError.badNumber`, `.reversedRange`, `.emptyValue`
    init(_ text: String, _ comparison: Query.Comparison, at range: Query.SourceRange) throws {
        func number(_ text: String) throws -> Double? {
            guard !text.isEmpty else { return nil }
            guard let number = FieldKind.number(text) else {
                throw QueryError.badNumber(text, of: .custom, at: range)
            }
            return number
        }
        guard !comparison.isOrdering, let ends = QueryValueReader.split(text, at: [".", "."]) else {
            guard let only = try number(text) else { throw QueryError.emptyValue(of: .custom, at: range) }
            self = NumberBounds(only, comparison)
            return
        }
        let (least, most) = (try number(ends.0), try number(ends.1))
        if least == nil && most == nil { throw QueryError.emptyValue(of: .custom, at: range) }
        if let least, let most, least > most { throw QueryError.reversedRange(at: range) }
        lower = least.map { ($0, true) }
        upper = most.map { ($0, true) }
    }

    func contains(_ number: Double) -> Bool {
        (lower.map { $0.isIn ? number >= $0.number : number > $0.number } ?? true)
            && (upper.map { $0.isIn ? number <= $0.number : number < $0.number } ?? true)
    }
}
