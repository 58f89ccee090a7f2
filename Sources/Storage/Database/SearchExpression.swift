/// What is looked for in the search index: a text in which one of some phrases stands. Each driver puts it into the words of
/// its engine.
package struct SearchExpression: Equatable, Sendable {
    /// One at least.
    package let phrases: [SearchPhrase]
    package let scope: SearchScope

    package init(_ phrase: SearchPhrase, in scope: SearchScope) {
        phrases = [phrase]
        self.scope = scope
    }

    /// Nil where there is no phrase, which no text holds.
    package init?(anyOf phrases: [SearchPhrase], in scope: SearchScope) {
        guard !phrases.isEmpty else { return nil }
        self.phrases = phrases
        self.scope = scope
    }
}

/// Which texts count.
package enum SearchScope: Sendable {
    case everything, titles, publicText, notes
}
