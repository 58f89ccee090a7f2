import App
import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk merge 1041 --into 1040`: both are about the same.
struct MergeVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Let tickets live on in another one that is about the same.",
        discussion:
            "They close as duplicates. The other shows their messages, and what is written to them goes there. "
            + "desk unmerge takes it back exactly.")
    @OptionGroup var targets: Targets

    @Option(help: ArgumentHelp("The ticket they live on in.", valueName: "id"))
    var into: String

    @Flag(help: "Also tickets of another customer. Takes a manager.")
    var force = false

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        var context = session.context
        let (numbers, mergeTarget) = try store.read { db in
            let queryContext = try session.queryContext(in: db)
            return (try targets.find(queryContext, in: db), try OneTicket.find(into, queryContext, in: db))
        }
        if force { context = context.confirming(.anything) }
        // Says what is refused before anybody answers.
        let planned = try session.asking { try store.merge(numbers, into: mergeTarget, context.rehearsal) }
        try preview(planned, session)
        let merge = try session.asking { try store.merge(numbers, into: mergeTarget, context) }
        guard !session.isQuiet else { return }
        for part in merge.merged {
            try session.done(
                session.words.relations.merged(part, mergeTarget, merge.operation), merge.operation,
                number: merge.mergeTarget.number)
        }
    }

    private func preview(_ merge: Merge, _ session: Session) throws {
        let words = session.words.relations
        if !globals.quiet && !session.answersInJSON {
            for part in merge.merged { try session.print(words.mergePart(part)) }
            try session.print(words.mergeTarget(merge.mergeTarget))
        }
        guard session.canAsk, !globals.yes, !globals.isDryRun else { return }
        try session.flush()
        try session.ask(words.askMerge(merge.merged.count, merge.mergeTarget.number))
    }
}

/// `desk unmerge 1041`: they were not about the same.
struct Unmerge: Verb {
    static let configuration = CommandConfiguration(
        commandName: "unmerge", abstract: "Make a merged ticket one of its own again.",
        discussion:
            "It stands where it stood before. What was said to its number since comes with it; everything else stays.")

    @Argument(help: ArgumentHelp("The ticket.", valueName: "id"), completion: Completions.tickets)
    var number: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        let context = session.context
        let ticket = try store.read { try OneTicket.find(number, try session.queryContext(in: $0), in: $0) }
        let unmerged = try store.unmerge(ticket, context)
        try session.done(
            session.words.relations.unmerged(unmerged),
            unmerged.operation, number: unmerged.ticket.number)
    }
}
