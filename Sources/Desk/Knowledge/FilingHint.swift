import Presentation
import Knowledge
import Storage
import Workflow

/// What old cases say about a ticket that was just filed: below the line that says so, for a person on a terminal. A
/// program gets nothing it did not ask for, and nobody waits for it who does not look.
struct FilingHint {
    let session: Session
    let store: Store

    func tell(about number: Ticket.Number, _ new: NewTicket) throws {
        guard session.terminal.isTerminal, !session.globals.quiet else { return }
        try store.read { db in
            let asked = try AskedText(of: number, in: db)
            let near = try NearTickets(knowing: asked, in: db)
            if new.categoryPath.isEmpty { try tellCategory(number, asked, near, in: db) }
            let answers = try Suggestions(for: asked, own: number, count: 1, near: near, in: db).answers
            guard let best = answers.first, best.similarity >= Self.nearness else { return }
            try session.print(session.words.knowledge.mayAnswer(best, "desk suggest \(number.rawValue)"))
        }
    }

    private func tellCategory(
        _ number: Ticket.Number, _ asked: AskedText, _ near: NearTickets, in db: any Transaction
    ) throws {
        var known = KnownCategories()
        let proposal = try Triage(in: db, near: near).proposal(for: asked, own: number, known: &known, in: db)
        guard let best = proposal.category(atLeast: Triage.usualMinimum) else { return }
        let path = best.path.joined(separator: CategoryTree.separator)
        let words = proposal.because.prefix(3).map(\.word)
        try session.print(
            session.words.knowledge.mayBe(
                path, TriagePage.score(best.score), words, "desk triage \(number.rawValue) --apply"))
    }

    private static let nearness = 0.2
}
