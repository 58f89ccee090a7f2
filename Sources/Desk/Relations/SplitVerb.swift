import App
import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk split 1042 --from m9`: the customer asks something else.
struct SplitVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "split", abstract: "Make a new ticket of some messages of another.",
        discussion: "It has the same customer, category, priority and assignee, and follows the old one.")

    @Argument(help: ArgumentHelp("The ticket.", valueName: "id"), completion: Completions.tickets)
    var number: String

    @Option(help: ArgumentHelp("The first message to take, such as m9.", valueName: "message"))
    var from: String

    @Option(help: ArgumentHelp("The last one; without it, all that follow.", valueName: "message"))
    var to: String?

    @Option(help: "The title; without it, the first line of the first message.")
    var title: String?

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Another category.", valueName: "path"),
        completion: Completions.categories)
    var category: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        let context = session.context
        let wanted = try store.read { try draft(try session.queryContext(in: $0), in: $0) }
        let split = try store.split(wanted, context)
        if globals.askedFormat == .ids { return try session.print(String(split.ticket.number.rawValue)) }
        let number = globals.isDryRun ? nil : split.ticket.number
        try session.filed(number, session.words.relations.split(split), split.operation)
    }

    private func draft(_ queryContext: QueryContext, in db: any Transaction) throws -> SplitDraft {
        let ticket = try OneTicket.find(number, queryContext, in: db)
        func sequence(_ word: String) throws -> Int {
            guard let place = MessagePlace(word, of: ticket), place.ticket == ticket else {
                throw UsageError.badMessage(word)
            }
            return place.sequence
        }
        return SplitDraft(
            ticket: ticket, first: try sequence(from), last: try to.map(sequence),
            title: title?.trimmed.nilWhenEmpty, category: try category.map { try CategoryName.id(of: $0, in: db) })
    }
}
