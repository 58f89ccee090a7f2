import Knowledge
import Presentation
import Storage
import Workflow

/// What old cases say about a ticket that was just filed: below the line that says so, for a person on a terminal. A
/// program gets nothing it did not ask for, and nobody waits for it who does not look.
struct FilingHint {
    let session: Session
    let store: Store

    func tell(about number: Ticket.Number, _ new: NewTicket) throws {
        guard session.terminal.isTerminal, !session.globals.quiet else { return }
        let hints = try store.read {
            try FilingHints(of: number, isFiled: !new.categoryPath.isEmpty, in: $0)
        }
        let words = session.words.knowledge
        if let (guess, reasons) = hints.category {
            let path = guess.path.joined(by: CategoryTree.separator)
            let command = "desk triage \(number.rawValue) --apply"
            try session.print(words.mayBe(path, TriagePage.score(guess.score), reasons, command))
        }
        if let answer = hints.answer {
            try session.print(words.mayAnswer(answer, "desk suggest \(number.rawValue)"))
        }
    }
}
