/// Cuts texts into the terms of the search of articles, out of the tokens of the other search (`SearchTokens`).
///
/// Characters of scripts that put no spaces between words make pairs: `证书错误` gives `证书`, `书错`, `错误` and, so that one
/// character finds the end of a run too, `误`. Words stay words. Borders and gaps are left out, so an article finds a question
/// that puts its spaces elsewhere.
package enum EntryTerms {
    /// The terms of a text, in order.
    package static func of(_ text: String) -> [String] {
        var terms: [String] = []
        var run: [Substring] = []
        let line = SearchTokens.line([text])
        for token in line.split(separator: " ") {
            if isCharacter(token) {
                run.append(token)
                continue
            }
            close(&run, &terms)
            if token != "|", token != "_" { terms.append(String(token)) }
        }
        close(&run, &terms)
        return terms
    }

    /// The terms with a space between two.
    package static func line(_ texts: [String]) -> [UInt8] {
        Array(texts.flatMap(of).joined(by: " ").utf8)
    }

    private static func close(_ run: inout [Substring], _ terms: inout [String]) {
        for (first, second) in zip(run, run.dropFirst()) { terms.append(String(first + second)) }
        if let last = run.last { terms.append(String(last)) }
        run = []
    }

    /// A character of Han, Kana or Hangul.
    private static func isCharacter(_ token: Substring) -> Bool {
        guard let scalar = token.unicodeScalars.first, token.unicodeScalars.count == 1 else { return false }
        return (0x3041...0x30FF).contains(scalar.value) || (0x3400...0x9FFF).contains(scalar.value)
            || (0xAC00...0xD7A3).contains(scalar.value) || (0x20000...0x3FFFF).contains(scalar.value)
    }

    /// What finds entries that tell the same as a text: each term once; a lone character of a longer run says nothing.
    package static func likeness(_ text: String) -> EntryExpression? {
        var seen: Set<String> = []
        let terms = of(text).filter { !isCharacter($0[...]) && $0.utf8.count > 1 && seen.insert($0).inserted }
        let phrases = terms.prefix(mostTerms).map { EntryExpression.Phrase([$0]) }
        return EntryExpression(
            phrases.isEmpty ? of(text).prefix(1).map { .init([$0], endsInPrefix: true) } : phrases, needsAll: false)
    }

    /// More terms would cost time and find nothing better.
    private static let mostTerms = 48

    /// What finds entries that hold all the words of a text, each word as it stands.
    package static func words(_ text: String) -> EntryExpression? {
        let phrases = text.split(whereSeparator: \.isWhitespace).compactMap { word -> EntryExpression.Phrase? in
            var terms = of(String(word))
            // The last character of a run stands behind its pairs only at the end of a run.
            let isPair = terms.count > 1 && terms.last.map { isCharacter($0[...]) } ?? false
            if isPair { terms.removeLast() }
            guard let last = terms.last else { return nil }
            return EntryExpression.Phrase(terms, endsInPrefix: !isPair && last.utf8.count > 0)
        }
        return EntryExpression(phrases, needsAll: true)
    }
}
