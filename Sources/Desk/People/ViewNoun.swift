import ArgumentParser
import Storage
import Workflow

/// `desk view`: saved queries.
struct ViewNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "view", abstract: "Save queries under a name; desk ls @name asks them.",
        subcommands: [ViewList.self, ViewSave.self, ViewRemove.self], defaultSubcommand: ViewList.self)
}

/// `desk view list`
struct ViewList: Verb {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List saved queries.")
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForReading()
        try store.read { db in
            let rows = Rows(
                schema: "desk.views/1",
                fields: [
                    Field("name", .text, column: Column(heading: session.words.headings.name)),
                    Field("query", .text, column: Column(heading: session.words.headings.query)),
                ],
                entries: try Views.all(in: db).map { [Entry(.text($0.name)), Entry(.text($0.query))] })
            try session.show(rows, zone: .utc)
        }
    }
}

/// `desk view save NAME QUERY`
struct ViewSave: Verb {
    static let configuration = CommandConfiguration(commandName: "save", abstract: "Save a query.")

    @Argument(help: ArgumentHelp("The name, then the query.", valueName: "name and query"))
    var words: [String]

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let name = words[0].trimmed
        var query = QueryWords()
        query.words = Array(words.dropFirst())
        guard !name.isEmpty, !query.words.isEmpty else { throw UsageError.nothingToChange }
        let parsed = try query.parse()
        let store = try session.openForWriting()
        let deed = try session.deed(in: store)
        // A query that cannot be asked is not saved.
        try store.read { db in
            _ = try query.check { try TicketList(parsed, try session.scene(in: db), in: db).total() }
        }
        try store.saveView(name, parsed, deed)
        try session.print(session.words.verbs.viewSaved(name, parsed.description))
    }
}

/// `desk view rm NAME`
struct ViewRemove: Verb {
    static let configuration = CommandConfiguration(commandName: "rm", abstract: "Forget a saved query.")

    @Argument(help: "The name.")
    var name: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        guard try store.removeView(name, try session.deed(in: store)) else { throw UsageError.badView(name) }
        try session.print(session.words.verbs.viewRemoved(name))
    }
}
