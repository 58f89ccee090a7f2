extension QueryParser {
    /// Words between terms, in either language.
    enum Keyword: String {
        case or = "OR"
        case and = "AND"
        case not = "NOT"

        var chinese: [String] {
            switch self {
            case .or: ["或者", "或"]
            case .and: ["并且", "且"]
            case .not: ["非"]
            }
        }
    }

    /// The keyword that stands here as a word of its own.
    func keyword(_ keyword: Keyword) -> Range<Int>? {
        self.keyword(keyword.rawValue) ?? keyword.chinese.lazy.compactMap { self.keyword($0) }.first
    }

    private func keyword(_ word: String) -> Range<Int>? {
        var end = position
        for scalar in word.unicodeScalars {
            guard source[end] == scalar else { return nil }
            end += 1
        }
        let isWhole = end >= source.count || source.isSpace(at: end) || source.isParenthesis(at: end)
        return isWhole || source.quote(at: end) != nil ? position..<end : nil
    }
}
