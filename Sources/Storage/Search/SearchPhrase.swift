/// What a person wants found, as the tokens that must follow one another. A word at its end may go on: `cert` finds
/// `certificate`.
package struct SearchPhrase: Equatable, Sendable {
    /// The tokens with one space between two; no quotation mark is ever among them.
    package let tokens: String
    /// Whether the last token is a word of letters or digits, of which the beginning is enough.
    package let endsInPrefix: Bool

    /// Nil when the text holds nothing that can be found: only punctuation, spaces and invisible scalars.
    package init?(_ text: String) {
        var tokens = SearchTokens()
        var buffer: [UInt8] = []
        tokens.append(text, to: &buffer)
        let empty: Set<UInt8> = [SearchTokens.border, SearchTokens.gap, 0x20]
        guard buffer.contains(where: { !empty.contains($0) }) else { return nil }
        self.tokens = String(decoding: buffer, as: UTF8.self)
        endsInPrefix = tokens.last == .letters || tokens.last == .digits
    }
}
