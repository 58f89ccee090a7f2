import App
import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk view`: saved queries.
struct ViewNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "view", abstract: "Save queries under a name; desk ls @name asks them.",
        subcommands: [ViewList.self, ViewSave.self, ViewEdit.self, ViewRemove.self], defaultSubcommand: ViewList.self)
}

/// `desk view list`
struct ViewList: Verb {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List saved queries.")
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForReading()
        try store.read { db in
            let rows = Rows(
                .views,
                fields: [
                    RowField("name", .text, column: Column(heading: session.words.headings.name)),
                    RowField("query", .text, column: Column(heading: session.words.headings.query)),
                ],
                entries: try Views.all(in: db).map { [RowEntry(.text($0.name)), RowEntry(.text($0.query))] })
            try session.show(rows, zone: .utc)
        }
    }
}

/// `desk view save NAME QUERY`
struct ViewSave: TaxonomyVerb {
    static let configuration = CommandConfiguration(commandName: "save", abstract: "Save a query.")

    @Argument(
        help: ArgumentHelp("The name, then the query.", valueName: "name and query"), completion: Completions.views)
    var words: [String]

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func apply(_ session: Session, in store: Store, _ context: CommandContext) throws -> (
        line: String, outcome: WriteResult
    ) {
        let name = try ViewName.read(words[0])
        guard words.count > 1 else { throw UsageError.nothingToChange }
        let query = try ViewName.query(Array(words.dropFirst()), session, in: store)
        let outcome = try store.saveView(name, query, context)
        return (session.words.verbs.viewSaved(name, query.description), outcome)
    }
}

/// `desk view edit NAME QUERY`
struct ViewEdit: TaxonomyVerb {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Give a saved query another text or another name.")

    @Argument(
        help: ArgumentHelp("The name, then the new query, if any.", valueName: "name and query"),
        completion: Completions.views)
    var words: [String]

    @Option(help: ArgumentHelp("Its new name.", valueName: "name"))
    var name: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func apply(_ session: Session, in store: Store, _ context: CommandContext) throws -> (
        line: String, outcome: WriteResult
    ) {
        let old = try ViewName.read(words[0])
        guard let text = try store.read({ try Views.query(named: old, in: $0) }) else { throw UsageError.badView(old) }
        if let name {
            guard words.count == 1 else { throw UsageError.nameOrQuery }
            let new = try ViewName.read(name)
            let outcome = try store.renameView(old, to: new, context)
            return (session.words.verbs.viewSaved(new, text), outcome)
        }
        guard words.count > 1 else { throw UsageError.nothingToChange }
        let query = try ViewName.query(Array(words.dropFirst()), session, in: store)
        let outcome = try store.saveView(old, query, context)
        return (session.words.verbs.viewSaved(old, query.description), outcome)
    }
}

/// `desk view rm NAME`
struct ViewRemove: TaxonomyVerb {
    static let configuration = CommandConfiguration(commandName: "rm", abstract: "Forget a saved query.")

    @Argument(help: "The name.", completion: Completions.views)
    var name: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func apply(_ session: Session, in store: Store, _ context: CommandContext) throws -> (
        line: String, outcome: WriteResult
    ) {
        let name = try ViewName.read(name)
        let outcome = try store.removeView(name, context)
        guard outcome != .unchanged else { throw UsageError.badView(name) }
        return (session.words.verbs.viewRemoved(name), outcome)
    }
}

/// The name of a saved query, with its sign or without, and its text.
private enum ViewName {
    static func read(_ word: String) throws -> String {
        try TaxonomyName.new(word.hasPrefix("@") ? String(word.dropFirst()) : word)
    }

    /// A query that cannot be asked is not saved.
    static func query(_ words: [String], _ session: Session, in store: Store) throws -> Query {
        var typed = QueryWords()
        typed.words = words
        return try store.read { db in
            let query = try typed.parse(in: db)
            _ = try typed.check { try TicketList(query, try session.queryContext(in: db), in: db).total() }
            return query
        }
    }
}
