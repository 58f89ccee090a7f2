import App
import Files
import Import
import Presentation
import Storage
import Workflow

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One run of one command: who runs it, when, in which language, and where its words go.
final class Session {
    let globals: GlobalOptions
    let environment: EnvironmentVariables
    private(set) var words: Words
    /// The command as it was typed, for the history.
    private(set) var commandLine: String
    let now: Instant
    private let screen: Terminal
    let errorTerminal: Terminal
    /// What the person has set for themselves.
    let config: UserConfig
    private var output: Output
    /// What was printed, while all of it is to become a file.
    var file: [UInt8]?
    private var errors: Output
    let streams: Streams
    var gathered = Gathered()
    /// What was typed for the command, and the file that keeps it where the editor wrote it.
    private(set) var typed: String?
    var draft: Draft?
    /// The draft whose command is said again.
    let resumed: Draft?
    /// The form as it was when the editor opened.
    var formBase: String?
    /// Says, in lines that begin with #, who is going to read what the person writes; nil where that goes without saying.
    var destiny: (() throws -> String)?
    /// What stood there, to be taken out again.
    var editorHeader: String?
    /// The version of the ticket that the person saw when the editor opened.
    var seenVersion: Int?
    /// By which the desk knows the text of this command again: that of the draft which is resumed, else one by chance.
    private(set) lazy var idempotencyKey: String = {
        draft?.facts()?.key ?? String(UInt64.random(in: 0...UInt64.max), radix: 36)
            + String(UInt64.random(in: 0...UInt64.max), radix: 36)
    }()
    /// What is told below an error.
    var closing: String?
    let arguments: [String]
    // Held to the end: letting go of a connection costs more than ending the process.
    private(set) var opened: [DeskFile] = []
    /// The time that `--as-of` names, once the desk is open.
    var asOf: Instant?

    /// - Throws: `UsageError` when the clock that `DESK_NOW` sets cannot be read.
    /// - Parameter resuming: a draft whose text takes the place of what the options bring.
    init(
        _ globals: GlobalOptions, environment: EnvironmentVariables, arguments: [String], resuming draft: Draft? = nil,
        streams: Streams = .standard
    ) throws {
        self.arguments = arguments
        self.streams = streams
        output = Output(streams.output)
        errors = Output(streams.errors)
        resumed = draft
        self.draft = draft
        formBase = draft?.facts()?.base
        editorHeader = draft?.facts()?.header
        self.globals = globals
        self.environment = environment
        words = globals.language(environment).words
        commandLine = (["desk"] + arguments.filter { $0 != "--" }).joined(by: " ")
        now = try Clock.now(environment)
        config = UserConfig(environment)
        let colour = globals.colour == .auto ? config.colour : globals.colour
        screen = Terminal.standard(streams.output, environment: environment, colour: colour)
        errorTerminal = Terminal.standard(streams.errors, environment: environment, colour: colour)
    }

    // MARK: The desk

    /// The file that was opened first, and before that the one that would be.
    var path: String { opened.first?.path ?? DeskPath.find(globals, environment).path }

    func openPresent() throws -> Store {
        let seconds = globals.timeoutSeconds
        return try open { try DeskFile.forReading($0, timeoutSeconds: seconds) }
    }

    func openForReading() throws -> Store {
        let store = try openPresent()
        return try globals.asOf.map { try past(of: store, $0) { try $0.past($1) } } ?? store
    }

    /// - Throws: `UsageError.asOfOnlyLooks`: the past cannot be changed.
    func openForWriting() throws -> Store {
        guard globals.asOf == nil else { throw UsageError.asOfOnlyLooks }
        try warnOfNetwork(path)
        let seconds = globals.timeoutSeconds
        return try open { try DeskFile.forWriting($0, timeoutSeconds: seconds) }
    }

    /// - Throws: `Refusal.noDesk` when nobody named a desk and there is none to be found.
    private func open(_ body: (String) throws -> DeskFile) throws -> Store {
        let path = path
        if opened.isEmpty { try DeskPath.find(globals, environment).requireTrusted() }
        if FileBytes.isFolder(path) { throw StorageError.notADesk(path: path) }
        do {
            let file = try body(path)
            opened.append(file)
            try readLabels(of: file.store)
            return file.store
        } catch StorageError.noDesk where DeskPath.given(globals, environment) == nil {
            throw Refusal.noDesk(besides: path)
        }
    }

    // The desk's own names for statuses stand for the program's.
    private func readLabels(of store: Store) throws {
        let labels = try store.read { try Taxonomy.statusLabels(in: $0) }
        guard !labels.isEmpty else { return }
        let usual = words.status
        words = words.calling { status in labels.first { $0.status == status }?.label ?? usual(status) }
    }

    /// The person at the desk, for whatever both fronts do the same way.
    var workspace: Workspace {
        Workspace(context: context, zoneName: globals.zone, readsAt: asOf) { [environment, absolutePath] in
            try DraftFolder(environment).tickets(ofDeskAt: absolutePath)
        }
    }

    /// Who asks, and what the words of a query mean to them; somebody unknown may read, and is told so once.
    func queryContext(in db: any Transaction) throws -> QueryContext {
        let queryContext = try workspace.queryContext(in: db)
        let claimed = claimedName
        // Who may not write is told why, and does not only read.
        let onlyReads = opened.allSatisfy { !$0.isWriter }
        if queryContext.agent == nil && claimed.isExplicit && onlyReads && !globals.quiet {
            try note(words.session.unknownReader(claimed.name))
        }
        return queryContext
    }

    func zone(in db: any Transaction) throws -> TimeZoneRules { try workspace.zone(in: db) }

    // MARK: Who

    /// The name given, and whether somebody gave it on purpose.
    private var claimedName: (name: String, isExplicit: Bool) {
        if let name = globals.actor ?? environment["DESK_USER"], !name.isEmpty { return (name, true) }
        if let name = config[.userName] { return (name, true) }
        return (LoginName.current(environment), false)
    }

    var actorName: String { claimedName.name }

    /// What a command of this run brings.
    var context: CommandContext {
        var context = CommandContext(
            agent: claimedName.name, at: now, command: commandLine, mode: globals.isDryRun ? .rehearse : .commit,
            confirmAbove: config.confirmAbove)
        context.zones = Workspace.zones
        // Only what somebody typed would be missed, or resented when it is there twice.
        if typed != nil || draft != nil { context.idempotencyKey = idempotencyKey }
        return context
    }

    /// Somebody is there who can answer a question.
    var canAsk: Bool { isatty(streams.input) == 1 && errorTerminal.isTerminal && !globals.noInput }

    /// Writes something else into the history than what was typed, because it holds a secret.
    func hide(_ word: String, as masked: String) { commandLine = commandLine.replacing(word, with: masked) }

    // MARK: Output

    /// Where results go.
    var terminal: Terminal { file == nil && !answersInJSON ? screen : .pipe }

    /// Prints a line for people.
    func print(_ line: String) throws {
        if answersInJSON { gathered.lines.append(line) } else { try write(styled: wrapped(line) + "\n") }
    }

    /// Text that the program wrote for people, with what others wrote made harmless in it already.
    func write(styled text: String) throws {
        try send(Array((screen.isTerminal && file == nil ? TerminalText.styled(text) : text).utf8))
    }

    /// Bytes as they are, for whoever reads a pipe or a file; on a terminal nothing in them is an order.
    func write(_ bytes: [UInt8]) throws {
        try send(screen.isTerminal && file == nil ? TerminalText.foreign(bytes) : bytes)
    }

    private func send(_ bytes: [UInt8]) throws {
        if file != nil {
            file? += bytes
        } else {
            gathered.isWritten = true
            try output.write(bytes)
        }
    }

    /// A remark beside the result, on the error stream.
    func note(_ line: String) throws {
        try errors.write(wrapped("desk: " + SafeText.line(line), on: errorTerminal) + "\n")
        try errors.flush()
    }

    func writeError(_ text: String) throws {
        try errors.write(text)
        try errors.flush()
    }

    func flush() throws { try output.flush() }

    /// Remembers a text until the command has ended well.
    func keep(_ text: String) -> String {
        typed = text.isEmpty ? nil : text
        return text
    }

    /// What was found is told. The text is safe now, unless nothing was written.
    func end() throws {
        try finishAnswer()
        try flush()
        close()
        guard let draft else { return }
        if !globals.isDryRun { return draft.discard() }
        try draft.write(facts(reason: ""))
        try note(words.drafts.kept(draft.name, canAsk))
    }

    /// What was found is told, also before what went wrong; a text that the desk does not have yet is not lost.
    func end(after error: any Error) throws {
        if !gathered.lines.isEmpty || gathered.list != nil { try finishAnswer() }
        try flush()
        // Before the desk is closed: it may have the text.
        closing = closing ?? keptText(after: error)
        close()
    }

    private func close() {
        // What was done is done, also where the log cannot be brought into the file: the next command will.
        for file in opened where file.isWriter { try? file.close() }
    }
}
