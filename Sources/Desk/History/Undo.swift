import ArgumentParser
import Storage
import Workflow

/// `desk undo [OP]`: takes an operation back.
struct Undo: Verb {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take an operation back.",
        discussion:
            "Your last one unless told. Where a value was changed since, nothing is undone and the change is shown.")

    @Argument(help: ArgumentHelp("The operation's number; desk log lists them.", valueName: "op"))
    var operation: Int64?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        let deed = try session.deed(in: store)
        let number = try operation ?? store.read { try Self.last(of: deed.agent, undoes: false, in: $0) }
        let line = try store.undo(number, deed, isRehearsal: globals.isDryRun)
        try session.print(session.words.verbs.undone(line, false, globals.isDryRun))
    }

    /// The newest operation of an agent that is still in force: a deed, or the undo of one.
    static func last(of agent: Agent, undoes: Bool, in db: any Transaction) throws -> Int64 {
        let lines = try OperationLog.lines(limit: nil, in: db)
        let mine = lines.first { line in
            line.agent.isSameText(as: agent.name) && !line.isUndone && (line.undoes != nil) == undoes
                && line.batch == nil && line.tickets > 0
        }
        guard let mine else { throw Refusal.nothingToUndo }
        return mine.number
    }
}

/// `desk redo`: takes your last undo back.
struct Redo: Verb {
    static let configuration = CommandConfiguration(commandName: "redo", abstract: "Take your last undo back.")

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        let deed = try session.deed(in: store)
        let number = try store.read { try Undo.last(of: deed.agent, undoes: true, in: $0) }
        let line = try store.undo(number, deed, isRehearsal: globals.isDryRun)
        try session.print(session.words.verbs.undone(line, true, globals.isDryRun))
    }
}
