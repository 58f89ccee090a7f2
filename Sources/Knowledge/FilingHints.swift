import Storage
import Workflow

/// What old cases say about a ticket that was just filed, where they say it surely enough.
package struct FilingHints: Sendable {
    /// Where the ticket has no category: the one it is likely to be of, and why.
    package var category: (guess: CategoryGuess, words: [String])?
    /// An answer that may fit.
    package var answer: Suggestions.Answer?

    /// How near an old case must be, from 0 to 1, before its answer is worth a line.
    private static let nearness = 0.2

    package init(of number: Ticket.Number, isFiled: Bool, in db: any Transaction) throws {
        let asked = try AskedText(of: number, in: db)
        let near = try SimilarityIndex(knowing: asked, in: db)
        let found = try Suggestions(for: asked, own: number, count: 1, near: near, in: db)
        if !isFiled {
            var known = KnownCategories()
            let proposal = try Triage(in: db, near: near).proposal(
                for: asked, own: number, known: &known, entries: found.entries, in: db)
            category = proposal.category(atLeast: Triage.usualMinimum).map {
                ($0, proposal.because.prefix(3).map(\.word))
            }
        }
        answer = found.answers.first { $0.similarity >= Self.nearness }
    }
}
