import App
import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk tag`: labels on tickets, and which there are.
struct TagNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tag", abstract: "Label tickets, or look after the labels.",
        usage: """
            desk tag <id> ... +<label> -<label> [<options>]
                   desk tag list
                   desk tag add <label>
                   desk tag rename <label> <name>
                   desk tag merge <label> ... --into <label>
            """,
        subcommands: [TagVerb.self, TagList.self, TagAdd.self, TagRename.self, TagMerge.self],
        defaultSubcommand: TagVerb.self)
}

/// `desk tag list`
struct TagList: Verb {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List labels with how many tickets have them.")
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForReading()
        try store.read { db in
            let words = session.words
            let rows = Rows(
                .tags,
                fields: [
                    RowField("tag", .text, column: Column(heading: words.headings.tags)),
                    RowField("tickets", .number, column: Column(heading: words.headings.tickets, alignment: .right)),
                    RowField(
                        "aliases", .list,
                        column: Column(heading: words.taxonomy.aliases, flexibility: .rest(minimum: 10))),
                ],
                entries: try Taxonomy.tags(in: db).map {
                    [RowEntry(.text($0.name)), RowEntry(.number(Int64($0.tickets))), RowEntry(.list($0.aliases))]
                })
            try session.show(rows, zone: .utc)
        }
    }
}

/// `desk tag add LABEL`
struct TagAdd: TaxonomyVerb {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a label before a ticket has it, for rules and views to name.")

    @Argument(help: "What the label is called.")
    var name: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func apply(_ session: Session, in store: Store, _ context: CommandContext) throws -> (
        line: String, outcome: WriteResult
    ) {
        let name = try TaxonomyName.new(name)
        let outcome = try store.addTag(name, context)
        return (session.words.taxonomy.tagAdded(name, outcome != .unchanged), outcome)
    }
}

/// `desk tag rename LABEL NAME`
struct TagRename: TaxonomyVerb {
    static let configuration = CommandConfiguration(
        commandName: "rename", abstract: "Rename a label; its old name still finds it. Takes a manager.")

    @Argument(help: "The label.", completion: Completions.tags)
    var tag: String

    @Argument(help: "Its new name.")
    var name: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func apply(_ session: Session, in store: Store, _ context: CommandContext) throws -> (
        line: String, outcome: WriteResult
    ) {
        let name = try TaxonomyName.new(name)
        let tag = try store.read { try TaxonomyName.tag(self.tag, in: $0) }
        let outcome = try store.renameTag(tag.id, to: name, context)
        return (session.words.taxonomy.renamed(tag.name, name), outcome)
    }
}

/// `desk tag merge LABEL… --into LABEL`
struct TagMerge: TaxonomyVerb {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Make one label of several. Takes a manager.",
        discussion: "Tickets with any of them have the one afterwards, and the old names find it.")

    @Argument(help: "The labels that will be no more.", completion: Completions.tags)
    var tags: [String]

    @Option(help: ArgumentHelp("The label that stays.", valueName: "label"))
    var into: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func apply(_ session: Session, in store: Store, _ context: CommandContext) throws -> (
        line: String, outcome: WriteResult
    ) {
        let (merged, into) = try store.read { db in
            (try tags.map { try TaxonomyName.tag($0, in: db) }, try TaxonomyName.tag(self.into, in: db))
        }
        let outcome = try store.mergeTags(merged.map(\.id), into: into.id, context)
        let names = merged.map(\.name).joined(by: ", ")
        return (session.words.taxonomy.merged(names, into.name, outcome.content), outcome.result)
    }
}
