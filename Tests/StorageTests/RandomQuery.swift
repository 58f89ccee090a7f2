import Storage
import Workflow

/// Makes random trees in normal form, of everything the language can say.
struct RandomQuery {
    var numbers: SeededNumbers

    mutating func query() -> Query {
        let order = (0..<pick([0, 0, 0, 1, 2])).map { _ in
            Query.Order(key: pick(Query.SortKey.allCases), isDescending: pick([true, false]), range: .nowhere)
        }
        return Query(root: pick([0, 1, 2, 3, 4, 5, 6]) == 0 ? .all : node(depth: 4), order: order)
    }

    mutating func pick<Choices: Collection>(_ choices: Choices) -> Choices.Element {
        choices[choices.index(choices.startIndex, offsetBy: Int.random(in: 0..<choices.count, using: &numbers))]
    }

    /// Up to eight of the pieces, one after another.
    mutating func rubbish(of pieces: [String]) -> String {
        (0..<pick(1...8)).map { _ in pick(pieces) }.joined()
    }

    private mutating func node(depth: Int) -> Query.Node {
        switch pick(0..<(depth > 0 ? 9 : 6)) {
        case 0, 1: return .word(Query.Word(text(), areas: pick([[], [], [.title], [.note, .log]]), range: .nowhere))
        case 2: return .view(Query.View(name: text(), range: .nowhere))
        case 3: return past()
        case 4, 5: return .term(term(of: pick(RandomQuery.fields)))
        case 6:
            let inner = node(depth: depth - 1)
            if case .not = inner { return inner }
            return .not(inner)
        case 7: return group(depth) { if case .and = $0 { true } else { false } }
        default: return group(depth) { if case .or = $0 { true } else { false } }
        }
    }

    /// An `and` or `or` of members that are not of its kind.
    private mutating func group(_ depth: Int, isOwn: (Query.Node) -> Bool) -> Query.Node {
        var nodes: [Query.Node] = []
        while nodes.count < 2 || pick([true, false, false]) {
            let next = node(depth: depth - 1)
            if !isOwn(next) { nodes.append(next) }
        }
        return isOwn(.and([])) ? .and(nodes) : .or(nodes)
    }

    private mutating func past() -> Query.Node {
        let field = pick(Query.Field.allCases.filter(\.hasHistory))
        if pick([true, false]) { return .was(term(of: field)) }
        let name = field == .custom ? text() : nil
        let comparison: Query.Comparison = pick([.matches, .above, .atMost])
        let dates =
            pick([true, false])
            ? [Query.Value(comparison == .matches ? span(date(), date()) : .date(date()), range: .nowhere)] : []
        return .changed(
            Query.Change(
                field: field, name: name, comparison: dates.isEmpty ? .matches : comparison, dates: dates,
                range: .nowhere))
    }

    private static let fields = Query.Field.allCases.filter { field in
        field.kind != .area && field.kind != .order && field.kind != .history
    }

    private mutating func term(of field: Query.Field) -> Query.Term {
        var comparison = pick(field.comparisons.sorted { $0.rawValue < $1.rawValue })
        if comparison == .equals, field.kind != .text, field.kind != .name { comparison = .matches }
        let count = comparison.isOrdering ? 1 : pick([1, 1, 2, 3])
        let values = (0..<count).map { _ in Query.Value(content(field, comparison), range: .nowhere) }
        return Query.Term(
            field: field, name: field == .custom ? text() : nil, comparison: comparison, values: values,
            range: .nowhere)
    }

    private mutating func content(_ field: Query.Field, _ comparison: Query.Comparison) -> Query.Content {
        let isPlain = comparison == .matches || comparison == .equals
        if isPlain, field.admitsNone, pick(0..<6) == 0 { return pick([Query.Content.none, .any]) }
        if isPlain, field.admitsPeople, pick(0..<4) == 0 { return pick([.me, .handle("li"), .handle("张三")]) }
        let isSpan = isPlain && field != .similar && pick([true, false])
        switch field.kind {
        case .text, .name, .area, .order, .history: return .text(text())
        case .id: return isSpan ? .span(.number(5), .number(70)) : pick([.last, .number(42)])
        case .number: return isSpan ? pick([.span(.number(0), nil), .span(nil, .number(9))]) : .number(17)
        case .date: return isSpan ? span(date(), date()) : .date(date())
        case .duration: return isSpan ? .span(.length(length()), nil) : .length(length())
        case .sla: return comparison.isOrdering ? .length(length()) : .slaState(pick(Query.SLAState.allCases))
        case .priority:
            return isSpan
                ? .span(.priority(.low), .priority(pick(Priority.allCases))) : .priority(pick(Priority.allCases))
        case .status: return .status(pick(Status.allCases))
        case .flag: return pick([.flag(pick(Query.Flag.allCases)), .status(.closed)])
        case .part: return .part(pick(Query.Part.allCases))
        case .causeState: return .causeState(pick(Query.CauseState.allCases))
        case .resolution: return .resolution(pick(Query.Resolution.allCases))
        }
    }

    private mutating func span(_ lower: DateExpression, _ upper: DateExpression) -> Query.Content {
        pick([.span(.date(lower), .date(upper)), .span(nil, .date(upper)), .span(.date(lower), nil)])
    }

    private mutating func length() -> Query.Length {
        let day = Query.Amount(3, .day)
        return Query.Length(pick([[day], [day, Query.Amount(4, .hour)], [Query.Amount(8, .businessHour)]]))
    }

    private mutating func date() -> DateExpression {
        let texts = [
            "2026", "2026Q1", "0999-12", "2026-W53", "2024-02-29", "2026-01-01T09:00", "2026-01-01T09:00:01+08:00",
            "2026-01-01T09:00:01.250-03:30", "2026-01-01T00:00Z", "now", "-7d", "+2bd", "-3mo", "+0m",
        ]
        let dates = texts.compactMap { DateExpression($0) } + NamedPeriod.allCases.map { DateExpression.named($0) }
        return pick(dates)
    }

    /// Words, keywords, numbers and rubbish, never blank.
    mutating func text() -> String {
        let pieces = [
            "证书", "ssl", "OR", "NOT", "AND", "none", "无", "me", "any", "42", "1-2", "#7", "@last", "last", "-x", "a b",
            "\"", "“", "”", "(", ")", "：", ":", "=", "!=", "!", ",", "，", "..", "a..b", "😀", "e\u{301}", "\u{0}", "\n",
            "\\",
            "'", "|", "｜", "x_y", "/", "ＳＳＬ", "ｎｏｎｅ", "status", "\u{200D}", "𠀀", "１",
        ]
        let text = (0..<pick([1, 1, 2, 3])).map { _ in pick(pieces) }.joined()
        return text == "\n" || folded(text).isEmpty ? "证书" : text
    }
}
