import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk purge`: gone for good.
struct PurgeVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "purge", abstract: "Remove tickets from the trash for good. Takes an admin.",
        discussion:
            "Texts, versions, files, history: nothing is left, and it cannot be undone. You type the number to "
            + "confirm; without a terminal --yes and --number do.")
    @OptionGroup var targets: Targets

    @Option(help: ArgumentHelp("The ticket's number again; of several, how many they are.", valueName: "number"))
    var number: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        var context = session.context
        let numbers = try store.read { try targets.find(try session.queryContext(in: $0), inTrash: true, in: $0) }
        // Says what is refused before anybody types.
        do { _ = try store.purge(numbers, context) } catch let needed as NeedsConfirmation {
            if !globals.isDryRun { try confirm(numbers, session, store) }
            context.confirmed = [needed.of]
        }
        let purged = try store.purge(numbers, context)
        for line in session.words.relations.purged(purged) { try session.done(line, nil, number: purged.tickets.first) }
    }

    private func confirm(_ numbers: [Ticket.Number], _ session: Session, _ store: Store) throws {
        let wanted = numbers.count == 1 ? String(numbers[0].rawValue) : String(numbers.count)
        if let number {
            guard number == wanted else { throw UsageError.wrongNumber(number, wanted: wanted) }
            if globals.yes { return }
        }
        guard session.canAsk else { throw Refusal.needsNumber(wanted) }
        let tickets = try store.read { db in try numbers.compactMap { try TicketRows.find($0, in: db) } }
        try session.writeError(session.words.relations.askPurge(tickets))
        guard session.answer()?.trimmed == wanted else { throw Refusal.cancelled }
    }
}
