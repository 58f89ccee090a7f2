import App
import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk macro`: several changes under one name.
struct MacroNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "macro", abstract: "Several changes under one name.",
        discussion: """
            A step a line: tag +a -b · prio high · category PATH · customer NAME · field NAME=TEXT · assign NAME, me or none · \
            take · release · reply TEXT or canned:NAME · note TEXT · pend 2bd · hold friday · wake · resolve fixed cause:NAME · \
            close · reopen · escalate high. All steps are one operation; where one is refused none is done.
            """,
        subcommands: [MacroList.self, MacroNew.self, MacroEdit.self, MacroRun.self, MacroTest.self, MacroRemove.self],
        defaultSubcommand: MacroList.self)
}

/// `desk macro list`
struct MacroList: Verb {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List macros.")
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let texts = try session.openForReading().read { try DeskTexts.all(.macro, in: $0) }
        try session.show(TextRows.rows(texts, .macros, session.words), zone: .utc)
    }
}

/// `--do 'tag +x' --do 'prio high'`, or a text with a step a line.
struct StepOptions: ParsableArguments {
    @Option(name: .customLong("do"), help: ArgumentHelp("A step; may be repeated.", valueName: "step"))
    var steps: [String] = []

    @OptionGroup var text: TextOptions

    func read(_ session: Session) throws -> String {
        steps.isEmpty ? try text.needed(session) : steps.joined(by: "\n")
    }
}

/// `desk macro new NAME --do STEP`
struct MacroNew: Verb {
    static let configuration = CommandConfiguration(commandName: "new", abstract: "Keep a macro. Takes a manager.")

    @Argument(help: "What it is called.")
    var name: String

    @OptionGroup var steps: StepOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        try TextKeeping(session: session, kind: .macro, name: name, isNew: true).keep { store in
            try session.workspace.checked(steps: try steps.read(session), in: store)
        }
    }
}

/// `desk macro edit NAME`
struct MacroEdit: Verb {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change a macro. Takes a manager.",
        discussion: "With --do, -m or -F, else in the editor.")

    @Argument(help: "The name.", completion: Completions.macros)
    var name: String

    @OptionGroup var steps: StepOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        try TextKeeping(session: session, kind: .macro, name: name, isNew: false).keep { store in
            let isGiven = !steps.steps.isEmpty || steps.text.message != nil || steps.text.file != nil
            let before = try store.read { try DeskTexts.find(name, .macro, in: $0) }
            return try session.workspace.checked(
                steps:
                    isGiven ? try steps.read(session) : session.compose(from: before.text), in: store)
        }
    }
}

/// `desk macro rm NAME`
struct MacroRemove: Verb {
    static let configuration = CommandConfiguration(commandName: "rm", abstract: "Forget a macro. Undo brings it back.")

    @Argument(help: "The name.", completion: Completions.macros)
    var name: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        try TextKeeping(session: session, kind: .macro, name: name, isNew: false).remove()
    }
}

/// A macro and the tickets it is said to.
struct MacroWords: ParsableArguments {
    @Argument(
        help: ArgumentHelp("The macro, then tickets: 1042 or 1040-1045,1050.", valueName: "name and id"),
        completion: Completions.macros)
    var words: [String]

    @Option(
        help: ArgumentHelp("The tickets a query finds; open ones unless it says otherwise.", valueName: "query"),
        completion: Completions.query)
    var query: String?

    var targets: Targets {
        var targets = Targets()
        targets.numbers = Array(words.dropFirst())
        targets.query = query
        return targets
    }

    func verb(_ session: Session, in store: Store, _ context: CommandContext) throws -> TicketCommand {
        try store.read { db in
            let macro = try DeskTexts.find(words[0], .macro, in: db)
            return try session.workspace.reading(in: db).verb(of: macro.text)
        }
    }
}

/// `desk macro run NAME ID…`
struct MacroRun: ChangeVerb {
    static let configuration = CommandConfiguration(commandName: "run", abstract: "Say a macro to tickets.")
    @OptionGroup var macro: MacroWords
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    var targets: Targets { macro.targets }

    func verb(_ session: Session, in store: Store, _ context: CommandContext) throws -> TicketCommand {
        try macro.verb(session, in: store, context)
    }
}

/// `desk macro test NAME ID…`
struct MacroTest: ChangeVerb {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Say what a macro would do to tickets, and change nothing.")
    @OptionGroup var macro: MacroWords
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    var targets: Targets { macro.targets }
    var mode: CommandContext.Mode { .rehearse }

    func verb(_ session: Session, in store: Store, _ context: CommandContext) throws -> TicketCommand {
        try macro.verb(session, in: store, context)
    }
}
