import App
import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk link 1042 duplicates 1040`
struct LinkVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Link two tickets: desk link 1042 duplicates 1040",
        discussion:
            "relates, duplicates, blocks, parent (1 parent 2: 1 stands above 2), caused-by, follows; or from the other "
            + "side: duplicated-by, blocked-by, child, causes, followed-by. Both tickets show it.")

    @Argument(help: ArgumentHelp("A ticket.", valueName: "id"), completion: Completions.tickets)
    var first: String

    @Argument(help: ArgumentHelp("How they are linked.", valueName: "type"))
    var type: String

    @Argument(help: ArgumentHelp("The other ticket.", valueName: "id"), completion: Completions.tickets)
    var second: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        let context = session.context
        let kind = try LinkName.read(type)
        let draft = try store.read { db in
            let queryContext = try session.queryContext(in: db)
            return LinkDraft(
                try OneTicket.find(first, queryContext, in: db), kind.kind, isInverse: kind.isInverse,
                try OneTicket.find(second, queryContext, in: db))
        }
        let words = session.words.relations
        let linked = try store.link(draft, context)
        let line = linked == .unchanged ? words.linkedAlready(draft) : words.linked(draft, linked.operation)
        try session.done(line, linked.operation, number: draft.ticket)
    }
}

/// `desk unlink 1042 duplicates 1040`
struct Unlink: Verb {
    static let configuration = CommandConfiguration(
        commandName: "unlink", abstract: "Take a link between two tickets away.",
        discussion: "Without a type, every link between the two.")

    @Argument(help: ArgumentHelp("A ticket, the type where only that is meant, and the other ticket.", valueName: "id"))
    var words: [String]

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        guard words.count == 2 || words.count == 3 else { throw UsageError.badNumbers(words.joined(by: " ")) }
        let kinds = try words.count == 3 ? [LinkName.read(words[1])] : LinkName.all
        let store = try session.openForWriting()
        let context = session.context
        let drafts = try store.read { db in
            let queryContext = try session.queryContext(in: db)
            let first = try OneTicket.find(words[0], queryContext, in: db)
            let second = try OneTicket.find(words[words.count - 1], queryContext, in: db)
            return kinds.map { LinkDraft(first, $0.kind, isInverse: $0.isInverse, second) }
        }
        let unlinked = try store.unlink(drafts, context)
        for draft in unlinked.content {
            let operation = unlinked.result.operation
            try session.done(session.words.relations.unlinked(draft, operation), operation, number: draft.ticket)
        }
    }
}
