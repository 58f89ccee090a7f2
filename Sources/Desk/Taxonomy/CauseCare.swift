import App
import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk cause new NAME`
struct CauseNew: TaxonomyVerb {
    static let configuration = CommandConfiguration(commandName: "new", abstract: "Add a cause. Takes a manager.")

    @Argument(help: "What the cause is called.")
    var name: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func apply(_ session: Session, in store: Store, _ context: CommandContext) throws -> (
        line: String, outcome: WriteResult
    ) {
        let name = try TaxonomyName.new(name)
        let outcome = try store.addCause(name, context)
        return (session.words.taxonomy.causeAdded(name, outcome != .unchanged), outcome)
    }
}

/// `desk cause rename CAUSE NAME`
struct CauseRename: TaxonomyVerb {
    static let configuration = CommandConfiguration(
        commandName: "rename", abstract: "Rename a cause; its old name still finds it. Takes a manager.")

    @Argument(help: "The cause.", completion: Completions.causes)
    var cause: String

    @Argument(help: "Its new name.")
    var name: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func apply(_ session: Session, in store: Store, _ context: CommandContext) throws -> (
        line: String, outcome: WriteResult
    ) {
        let name = try TaxonomyName.new(name)
        let cause = try store.read { try TaxonomyName.cause(self.cause, in: $0) }
        let outcome = try store.renameCause(cause.id, to: name, context)
        return (session.words.taxonomy.renamed(cause.name, name), outcome)
    }
}

/// `desk cause merge CAUSE… --into CAUSE`
struct CauseMerge: TaxonomyVerb {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Make one cause of several. Takes a manager.",
        discussion: "Where a ticket has both, the surer state counts. The old names find the cause that stays.")

    @Argument(help: "The causes that will be no more.", completion: Completions.causes)
    var causes: [String]

    @Option(help: ArgumentHelp("The cause that stays.", valueName: "cause"))
    var into: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func apply(_ session: Session, in store: Store, _ context: CommandContext) throws -> (
        line: String, outcome: WriteResult
    ) {
        let (merged, into) = try store.read { db in
            (try causes.map { try TaxonomyName.cause($0, in: db) }, try TaxonomyName.cause(self.into, in: db))
        }
        let outcome = try store.mergeCauses(merged.map(\.id), into: into.id, context)
        let names = merged.map(\.name).joined(by: ", ")
        return (session.words.taxonomy.merged(names, into.name, outcome.content), outcome.result)
    }
}

/// `desk cause show CAUSE`
struct CauseShow: Verb {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a cause: its other names, and its tickets by state.")

    @Argument(help: "The cause.", completion: Completions.causes)
    var cause: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForReading()
        try store.read { db in
            let cause = try TaxonomyName.cause(self.cause, in: db)
            let words = session.words
            if session.isTable {
                let also = cause.aliases.map { " = \($0)" }.joined(by: "")
                try session.print(TextDirection.isolated(SafeText.line(cause.name + also)))
            }
            let rows = Rows(
                .cause, query: nil,
                fields: [
                    RowField("state", .text, column: Column(heading: words.taxonomy.state)),
                    RowField("tickets", .number, column: Column(heading: words.headings.tickets, alignment: .right)),
                    RowField(
                        "query", .text, column: Column(heading: words.headings.query, flexibility: .rest(minimum: 20))),
                ],
                entries: try CauseState.allCases.map { state in
                    let count = try Taxonomy.tickets(with: cause.id, state, in: db)
                    let query = "is:any cause:\(Query.values(cause.name)) cause.state:\(state.name)"
                    return [
                        RowEntry(.text(state.name), shown: words.taxonomy.stateName(state)),
                        RowEntry(.number(Int64(count))),
                        RowEntry(count == 0 || state == .rejected ? .null : .text(query)),
                    ]
                })
            try session.show(rows, zone: .utc)
        }
    }
}
