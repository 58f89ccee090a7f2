/// An operator as it stands in the text: `:`, `:>=`, `!=` …
struct QueryOperator {
    let comparison: Query.Comparison
    /// `!=`: the opposite of `matches`.
    let isNegated: Bool
    let text: String
    let range: Range<Int>

    /// The operator that begins at an index; nil when none does.
    init?(in source: QuerySource, at start: Int) {
        guard source.isOperator(at: start) else { return nil }
        let symbols = source[start] == ":" ? start + 1 : start
        let sign = QueryOperator.signs.first { sign, _ in
            sign.enumerated().allSatisfy { offset, scalar in source[symbols + offset] == scalar }
        }
        let end = symbols + (sign?.0.count ?? 0)
        comparison = sign?.1 ?? .matches
        isNegated = sign?.0.first == "!"
        range = start..<end
        text = source.text(range)
    }

    /// Longer signs first.
    private static let signs: [([Unicode.Scalar], Query.Comparison)] = [
        ([">", "="], .atLeast), (["<", "="], .atMost), (["!", "="], .matches),
        ([">"], .above), (["<"], .below), (["="], .equals), (["~"], .contains), (["^"], .starts),
    ]
}
