import App
import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk priority`: how much a ticket presses, in the desk's own words.
struct PriorityNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "priority", abstract: "List the priorities and the words for them.",
        subcommands: [PriorityList.self, PriorityAlias.self], defaultSubcommand: PriorityList.self)
}

/// `desk priority list`
struct PriorityList: Verb {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the priorities and the words for them.")
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForReading()
        try store.read { db in
            let words = session.words
            let own = try Taxonomy.priorityWords(in: db)
            let rows = Rows(
                .priorities,
                fields: [
                    RowField("priority", .text, column: Column(heading: words.taxonomy.priority)),
                    RowField(
                        "aliases", .list,
                        column: Column(heading: words.taxonomy.aliases, flexibility: .rest(minimum: 10))),
                ],
                entries: Priority.allCases.reversed().map { priority in
                    [
                        RowEntry(.text(priority.name), shown: words.priority(priority)),
                        RowEntry(.list(own.filter { $0.priority == priority }.map(\.word))),
                    ]
                })
            try session.show(rows, zone: .utc)
        }
    }
}

/// `desk priority alias WORD PRIORITY`
struct PriorityAlias: TaxonomyVerb {
    static let configuration = CommandConfiguration(
        commandName: "alias", abstract: "Let a word mean a priority; without one, nothing any more. Takes a manager.")

    @Argument(help: "The word, such as P1.")
    var word: String

    @Argument(help: "low, normal, high or urgent.")
    var priority: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func apply(_ session: Session, in store: Store, _ context: CommandContext) throws -> (
        line: String, outcome: WriteResult
    ) {
        let word = try TaxonomyName.new(word)
        let meant = try priority.map { text in
            guard let priority = Priority(word: text) else { throw UsageError.badPriority(text) }
            return priority
        }
        let outcome = try store.aliasPriority(word, meant, context)
        return (session.words.taxonomy.priorityAliased(word, meant), outcome)
    }
}

/// `desk status rename STATUS NAME`
struct StatusRename: TaxonomyVerb {
    static let configuration = CommandConfiguration(
        commandName: "rename", abstract: "Show a status under another name; without one, its own. Takes a manager.",
        discussion: "What may be done in it stays the same, and queries and files know it by its own name.")

    @Argument(help: "The status, such as pending.")
    var status: String

    @Argument(help: "What people read instead.")
    var name: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func apply(_ session: Session, in store: Store, _ context: CommandContext) throws -> (
        line: String, outcome: WriteResult
    ) {
        guard let status = Status(name: folded(status)) else { throw UsageError.badStatus(status) }
        let outcome = try store.renameStatus(
            status, to: name?.trimmed.nilWhenEmpty, context)
        return (session.words.taxonomy.statusRenamed(status, name?.trimmed.nilWhenEmpty), outcome)
    }
}
