import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk canned`: texts for replies.
struct CannedNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "canned", abstract: "Texts for replies: desk reply 42 --canned NAME",
        discussion: """
            A place such as {{customer.name|dear customer}} is filled when the reply is written; what stands behind the bar is \
            said where nothing is known. There are customer.name, ticket.number, ticket.title, ticket.category, agent.name, \
            today and field.NAME.
            """,
        subcommands: [
            CannedList.self, CannedNew.self, CannedEdit.self, CannedShow.self, CannedSearch.self, CannedRemove.self,
        ], defaultSubcommand: CannedList.self)
}

/// The rows of a list of texts.
enum TextRows {
    static func rows(_ texts: [DeskText], _ document: Document, _ words: Words) -> Rows {
        Rows(
            document,
            fields: [
                RowField("name", .text, column: Column(heading: words.headings.name)),
                RowField("text", .text, column: Column(heading: words.texts.text, flexibility: .rest(minimum: 20))),
            ],
            entries: texts.map { [RowEntry(.text($0.name)), RowEntry(.text($0.text))] })
    }
}

/// `desk canned list`
struct CannedList: Verb {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List canned replies.")
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let texts = try session.openForReading().read { try DeskTexts.all(.canned, in: $0) }
        try session.show(TextRows.rows(texts, .canned, session.words), zone: .utc)
    }
}

/// `desk canned search TEXT`
struct CannedSearch: Verb {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Find canned replies by their words.")

    @Argument(help: ArgumentHelp("Words that the name or the text must hold.", valueName: "text"))
    var words: [String]

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let wanted = words.map { folded($0) }
        let texts = try session.openForReading().read { try DeskTexts.all(.canned, in: $0) }
        let found = texts.filter { text in wanted.allSatisfy { folded(text.name + "\n" + text.text).contains($0) } }
        try session.show(TextRows.rows(found, .canned, session.words), zone: .utc)
    }
}

/// `desk canned show NAME`
struct CannedShow: Verb {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Print a canned reply.")

    @Argument(help: "The name.", completion: Completions.canned)
    var name: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let text = try session.openForReading().read { try DeskTexts.find(name, .canned, in: $0) }
        if session.answersInJSON {
            return try session.show(TextRows.rows([text], .canned, session.words), zone: .utc)
        }
        try session.write(Array((text.text + "\n").utf8))
    }
}

/// `desk canned new NAME -m TEXT`
struct CannedNew: Verb {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Keep a canned reply. Takes a manager.")

    @Argument(help: "What it is called.")
    var name: String

    @OptionGroup var text: TextOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        try TextKeeping(session: session, kind: .canned, name: name, isNew: true).keep { _ in try text.needed(session) }
    }
}

/// `desk canned edit NAME`
struct CannedEdit: Verb {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change a canned reply. Takes a manager.",
        discussion: "With -m or -F, else in the editor.")

    @Argument(help: "The name.", completion: Completions.canned)
    var name: String

    @OptionGroup var text: TextOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        try TextKeeping(session: session, kind: .canned, name: name, isNew: false).keep { store in
            if text.message != nil || text.file != nil { return try text.needed(session) }
            let before = try store.read { try DeskTexts.find(name, .canned, in: $0) }
            return try session.compose(from: before.text)
        }
    }
}

/// `desk canned rm NAME`
struct CannedRemove: Verb {
    static let configuration = CommandConfiguration(
        commandName: "rm", abstract: "Forget a canned reply. Undo brings it back.")

    @Argument(help: "The name.", completion: Completions.canned)
    var name: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        try TextKeeping(session: session, kind: .canned, name: name, isNew: false).remove()
    }
}

/// Keeping and forgetting canned replies, macros and rules, and saying so.
struct TextKeeping {
    let session: Session
    let kind: TextError.Kind
    let name: String
    let isNew: Bool

    func keep(_ text: (Store) throws -> String) throws {
        let name = self.name.trimmed
        guard !name.isEmpty else { throw UsageError.nothingToChange }
        let store = try session.openForWriting()
        let context = session.context
        let text = try text(store)
        try kind.check(text)
        let outcome = try store.keep(
            text, as: name, kind, isNew: isNew, context)
        try session.done(
            session.words.texts.kept(name) + session.words.people.end(outcome), outcome.operation, name: name)
    }

    func remove() throws {
        let store = try session.openForWriting()
        let context = session.context
        let text = try store.read { try DeskTexts.find(name, kind, in: $0) }
        let outcome = try store.remove(name, kind, context)
        try session.done(
            session.words.texts.removed(text.name) + session.words.people.end(outcome), outcome.operation,
            name: text.name)
    }
}
