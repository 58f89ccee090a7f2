import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk undo [OP]`: takes an operation back.
struct Undo: Verb {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take an operation back.",
        discussion:
            "Your last one unless told. Where a value was changed since, nothing is undone and the changes are shown.")

    @Argument(help: ArgumentHelp("The operation's number; desk log lists them.", valueName: "op"))
    var operation: Int64?

    @Option(help: ArgumentHelp("Your last so many, one after the other.", valueName: "n"))
    var last: Int?

    @Option(
        help: ArgumentHelp("Your last that touched the tickets a query finds.", valueName: "query"),
        completion: Completions.query)
    var query: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    mutating func validate() throws {
        if let last, last < 1 || globals.isDryRun && last > 1 {
            throw ValidationError("--last takes 1 or more, and with --dry-run just 1.")
        }
    }

    func run(_ session: Session) throws {
        guard [operation != nil, last != nil, query != nil].filter({ $0 }).count <= 1 else {
            throw UsageError.undoWhich
        }
        let store = try session.openForWriting()
        if let query {
            let number = try newest(touching: query, session, in: store)
            return try TakingBack(session: session, store: store, isRedo: false).run(number)
        }
        let takingBack = TakingBack(session: session, store: store, isRedo: false)
        for _ in 0..<(last ?? 1) { try takingBack.run(operation) }
    }
}

extension Undo {
    /// - Throws: `StorageError.nothingDone`, `QueryFault`
    private func newest(touching query: String, _ session: Session, in store: Store) throws -> Int64 {
        var words = QueryWords()
        words.words = [query]
        guard !query.trimmed.isEmpty else { throw UsageError.emptyQuery }
        return try store.read { db in
            let agent = try session.context.author(in: db).agent
            // Also what it closed.
            let parsed = try words.parse(in: db)
            let found = try words.check {
                try OperationLog.newest(by: agent, touching: parsed, session.queryContext(in: db), in: db)
            }
            guard let found else { throw StorageError.nothingDone }
            return found
        }
    }
}

/// `desk redo`: takes your last undo back.
struct Redo: Verb {
    static let configuration = CommandConfiguration(commandName: "redo", abstract: "Take your last undo back.")

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        try TakingBack(session: session, store: store, isRedo: true).run(nil)
    }
}

/// Undoing one operation: asks on a terminal, does it, and says what was done.
private struct TakingBack {
    let session: Session
    let store: Store
    let isRedo: Bool

    /// - Parameter number: the operation; nil is the agent's last.
    func run(_ number: Int64?) throws {
        let context = session.context
        if session.canAsk {
            // Says what is refused before anybody answers, and asks about what it is.
            var rehearsal = context
            rehearsal.mode = .rehearse
            try ask(try undo(number, rehearsal).told)
        }
        let undone = try undo(number, context)
        guard !session.isQuiet else { return }
        if session.answersInJSON {
            try session.answer(.undone, item: WorkDocuments.undone(undone))
        } else {
            try session.print(session.words.past.undone(undone, isRedo, session.globals.isDryRun))
        }
    }

    private func undo(_ number: Int64?, _ context: CommandContext) throws -> Undone {
        if let number { return try store.undo(number, context) }
        return try store.undo(isRedo ? LastOperation.undone : .done, context)
    }

    /// Where somebody is there to answer; a script has said what it wants.
    private func ask(_ line: OperationLine) throws {
        guard !session.globals.yes, !session.globals.isDryRun else { return }
        let summary = try store.read { try OperationSummary(line, in: $0) }
        let minutes = (session.now.milliseconds - line.at.milliseconds) / 60_000
        try session.writeError(session.words.past.asksUndo(summary, minutes, isRedo) + " ")
        guard let answer = session.answer() else { throw Refusal.cancelled }
        guard ["", "y", "yes", "是"].contains(answer.trimmed.lowercased()) else { throw Refusal.cancelled }
    }
}
