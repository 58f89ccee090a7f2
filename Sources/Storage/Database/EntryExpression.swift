/// What is looked for in the search of articles: terms of `EntryTerms`.
package struct EntryExpression: Equatable, Sendable {
    package struct Phrase: Equatable, Sendable {
        /// Terms that must follow one another.
        package var terms: [String]
        /// The beginning of the last is enough.
        package var endsInPrefix: Bool

        package init(_ terms: [String], endsInPrefix: Bool = false) {
            self.terms = terms
            self.endsInPrefix = endsInPrefix
        }
    }

    /// One at least.
    package let phrases: [Phrase]
    /// Whether all phrases must stand in an entry, or one of them.
    package let needsAll: Bool

    /// Nil where there is no phrase, which no text holds.
    package init?(_ phrases: [Phrase], needsAll: Bool) {
        guard !phrases.isEmpty, phrases.allSatisfy({ !$0.terms.isEmpty }) else { return nil }
        self.phrases = phrases
        self.needsAll = needsAll
    }
}
