import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk tools`: what people can do without an agent, and quick ways to one.
struct ToolNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tools", abstract: "Self-service tools and quick entries, with the phrases that lead to them.",
        discussion: """
            "desk ask" takes a phrase of a tool before all else. Kinds: site (desk diagnose), domain (desk domain), person (a \
            ticket with all that was said), article (one that asks is gone through), url, entry (a new ticket of a category).
            """, subcommands: [ToolList.self, ToolAdd.self, ToolEditVerb.self, ToolOrder.self, ToolRemove.self],
        defaultSubcommand: ToolList.self)
}

/// `desk tools list`
struct ToolList: Verb {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List tools in their order.")
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        try session.openForReading().read { db in
            let tools = try Tools.all(in: db)
            let asking = Set(try tools.filter { try ToolFlows.asks($0, in: db) }.map(\.id))
            try session.show(ToolRows.list(tools, asking: asking, session.words), zone: .utc)
        }
    }
}

/// What a tool is.
struct ToolOptions: ParsableArguments {
    @Option(help: ArgumentHelp("site, domain, person, article, url or entry.", valueName: "kind"))
    var kind: String?

    @Option(help: ArgumentHelp("Where it leads: a URL, an article, a category.", valueName: "target"))
    var to: String?

    @Option(help: ArgumentHelp("What people say who want it; may be repeated.", valueName: "text"))
    var phrase: [String] = []

    /// - Throws: `ToolError.badKind`
    func edit() throws -> ToolEdit {
        let kind = try kind.map { word in
            guard let kind = Tool.Kind(name: word) else { throw ToolError.badKind(word) }
            return kind
        }
        return ToolEdit(kind: kind, target: to?.trimmed, phrases: phrase.isEmpty ? nil : phrase.map(\.trimmed))
    }
}

/// `desk tools add NAME`
struct ToolAdd: Verb {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Add a tool. Takes a manager.")

    @Argument(help: "What it is called.")
    var name: String

    @OptionGroup var options: ToolOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let result = try session.openForWriting().addTool(name.trimmed, try options.edit(), session.context)
        try session.tellTool(name.trimmed, result)
    }
}

/// `desk tools edit NAME`
struct ToolEditVerb: Verb {
    static let configuration = CommandConfiguration(commandName: "edit", abstract: "Change a tool. Takes a manager.")

    @Argument(help: "The name.")
    var name: String

    @OptionGroup var options: ToolOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let edit = try options.edit()
        guard edit != ToolEdit() else { throw UsageError.nothingToChange }
        try session.tellTool(name.trimmed, try session.openForWriting().editTool(name.trimmed, edit, session.context))
    }
}

/// `desk tools order NAME…`
struct ToolOrder: Verb {
    static let configuration = CommandConfiguration(
        commandName: "order", abstract: "List tools in this order. Takes a manager.")

    @Argument(help: "The names, the first one first.")
    var names: [String]

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let result = try session.openForWriting().orderTools(names, session.context)
        try session.tellTool(names.joined(by: ", "), result)
    }
}

/// `desk tools rm NAME`
struct ToolRemove: Verb {
    static let configuration = CommandConfiguration(
        commandName: "rm", abstract: "Take a tool away. Undo brings it back.")

    @Argument(help: "The name.")
    var name: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let result = try session.openForWriting().removeTool(name.trimmed, session.context)
        let words = session.words
        try session.done(
            words.texts.removed(name.trimmed) + words.people.end(result), result.operation, name: name.trimmed)
    }
}

extension Session {
    fileprivate func tellTool(_ name: String, _ result: WriteResult) throws {
        try done(words.texts.kept(name) + words.people.end(result), result.operation, name: name)
    }
}
