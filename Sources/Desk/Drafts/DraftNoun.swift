import ArgumentParser
import Import
import Presentation
import Storage
import Workflow

/// `desk draft`: texts that the desk does not have yet.
struct DraftNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft", abstract: "Texts that were typed for commands that failed.",
        discussion: "They are kept in your own folder, where only you can read them, until you resume or discard them.",
        subcommands: [DraftList.self, DraftShow.self, DraftResume.self, DraftDiscard.self],
        defaultSubcommand: DraftList.self)
}

/// `desk draft list`
struct DraftList: Verb {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List drafts.")
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let words = session.words
        let drafts = try DraftFolder(session.environment).drafts()
        let rows = Rows(
            .drafts,
            fields: [
                RowField("draft", .text, column: Column(heading: words.drafts.draft)),
                RowField("command", .text, column: Column(heading: words.headings.command)),
                RowField("at", .time, column: Column(heading: words.headings.time)),
                RowField("characters", .number, column: Column(heading: words.drafts.characters, alignment: .right)),
                RowField(
                    "reason", .text, column: Column(heading: words.drafts.reason, flexibility: .rest(minimum: 20))),
                RowField(
                    "desk", .text, column: Column(heading: words.drafts.desk, flexibility: .yields(rank: 1, minimum: 8))
                ),
            ],
            entries: drafts.map { draft in
                let facts = draft.facts()
                let isElsewhere = facts.map { $0.desk != session.absolutePath } ?? false
                return [
                    RowEntry(.text(draft.name)), .optional(facts?.arguments.joined(by: " ")),
                    facts.map { RowEntry(.instant($0.at)) } ?? RowEntry(.null),
                    RowEntry(.number(Int64((try? draft.text().count) ?? 0))),  // a file that is no text counts nothing
                    RowEntry(
                        .text(
                            facts.map { $0.reason.isEmpty ? words.drafts.notFinished : $0.reason }
                                ?? words.drafts.notFinished)),
                    isElsewhere ? .optional(facts?.desk) : RowEntry(.null),
                ]
            }
        ).withoutEmptyColumns
        try session.show(rows, zone: try session.ownZone())
    }
}

/// `desk draft show d3`
struct DraftShow: Verb {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Print the text of a draft.")

    @Argument(help: ArgumentHelp("The draft.", valueName: "draft"))
    var name: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let draft = try DraftFolder(session.environment).find(name)
        if session.answersInJSON { return try session.answer(.draft, try draft.json()) }
        try session.write(Array((try draft.text() + "\n").utf8))
    }
}

/// `desk draft resume d3`
struct DraftResume: Verb {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Say the command of a draft again, with its text.",
        discussion:
            "On a terminal the text opens in the editor first; --yes takes it as it is, and elsewhere it is needed.")

    @Argument(help: ArgumentHelp("The draft.", valueName: "draft"))
    var name: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let draft = try DraftFolder(session.environment).find(name)
        guard let facts = draft.facts(), !facts.arguments.isEmpty else {
            throw Refusal.draftOfNothing(path: draft.path)
        }
        // Half a text goes to nobody unseen.
        if !globals.yes && !globals.isDryRun {
            guard session.canAsk else {
                throw Refusal.draftNeedsYes(draft.name, command: facts.arguments.joined(by: " "))
            }
            try session.rewrite(draft)
        }
        let command = try Desk.parseAsRoot(Arguments.desk.ordered(session.globalWords + facts.arguments))
        guard let verb = command as? any Verb else { throw Refusal.draftOfNothing(path: draft.path) }
        var environment = session.environment
        environment["DESK_DB"] = facts.desk
        let resumed = try Session(
            verb.globals, environment: environment, arguments: facts.arguments, resuming: draft,
            streams: session.streams)
        do {
            try verb.run(resumed)
            try resumed.end()
            session.gathered.isWritten = true
        } catch {
            try resumed.end(after: error)
            session.closing = resumed.closing
            throw error
        }
    }
}

/// `desk draft discard d3`
struct DraftDiscard: Verb {
    static let configuration = CommandConfiguration(
        commandName: "discard", abstract: "Forget drafts: their text is gone for good.")

    @Argument(help: ArgumentHelp("The drafts, or all.", valueName: "draft"))
    var names: [String]

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let folder = DraftFolder(session.environment)
        let drafts = names == ["all"] ? try folder.drafts() : try names.map { try folder.find($0) }
        for draft in drafts {
            if !globals.isDryRun { draft.discard() }
            try session.done(session.words.drafts.discarded(draft.name, globals.isDryRun), nil, name: draft.name)
        }
    }
}
