import ArgumentParser
import Import
import Storage
import Workflow

/// `desk import`: brings tickets in.
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring in tickets, or list and undo imports.",
        discussion: """
            Reads datasets of Markdown tickets in any dialect, and exports of other desks. A folder means every *.md and \
            *.txt below it. Importing the same file again changes nothing.
            """,
        subcommands: [ImportFiles.self, ImportList.self, ImportShow.self, ImportUndo.self],
        defaultSubcommand: ImportFiles.self)
}

/// `desk import FILE…`
struct ImportFiles: Verb {
    static let configuration = CommandConfiguration(commandName: "files", abstract: "Bring in files (the default).")

    @Argument(help: ArgumentHelp("Files and folders.", valueName: "file"), completion: .file())
    var paths: [String]

    @Option(help: "The status every ticket gets, instead of what its source says.")
    var status: String?

    @OptionGroup var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        var importer = Importer(deed: try session.deed(in: store, atLeast: .manager), isDryRun: globals.isDryRun)
        importer.status = try status.map { text in
            guard let status = Status(word: text) else { throw UsageError.badStatus(text) }
            return status
        }
        let files = try FilePaths.expand(paths).map { Importer.Source(path: $0) }
        var telling = ImportTelling(session: session, fileCount: files.count)
        try importer.run(files, into: store) { try telling.tell($0) }
        try telling.end(isDryRun: globals.isDryRun)
    }
}

extension Status {
    /// A status in either language, as people write it.
    init?(word: String) {
        switch folded(word) {
        case "new", "待受理": self = .new
        case "open", "处理中", "待处理": self = .open
        case "pending", "待客户反馈", "待反馈": self = .pending
        case "hold", "挂起": self = .hold
        case "resolved", "已解决": self = .resolved
        case "closed", "已关闭": self = .closed
        default: return nil
        }
    }
}

/// Says what an import does, file by file: lines for people, data for programs, a bar while it lasts.
struct ImportTelling {
    let session: Session
    private let summary: ImportSummary
    private var progress: Progress
    private var state: Progress.State
    private var totals = ImportTotals()
    private var data: [JSONValue] = []

    init(session: Session, fileCount: Int) {
        self.session = session
        summary = ImportSummary(words: session.words)
        progress = Progress(
            label: session.words.importing.label, terminal: session.errorTerminal, words: session.words,
            startedAt: Clock.elapsed())
        state = Progress.State(filesDone: 0, filesTotal: fileCount, tickets: 0, bytes: 0)
    }

    private var isJSON: Bool { session.globals.askedFormat == .json || session.globals.askedFormat == .jsonl }

    mutating func tell(_ report: FileReport) throws {
        if let erase = progress.end() { try session.writeError(erase) }
        totals.add(report)
        if isJSON {
            data.append(summary.json(of: report))
        } else {
            if !session.globals.quiet { try summary.lines(of: report).forEach { try session.print($0) } }
            try session.flush()
            try summary.warnings(of: report).forEach { try session.writeError(SafeText.line($0) + "\n") }
        }
        state.filesDone += 1
        state.tickets = totals.created + totals.updated + totals.unchanged
        state.bytes += report.byteCount
        if let line = progress.update(state, at: Clock.elapsed()) { try session.writeError(line) }
    }

    /// - Throws: `Refusal.partlyDone` when files were rejected, or the one error there was.
    mutating func end(isDryRun: Bool) throws {
        if let erase = progress.end() { try session.writeError(erase) }
        if isJSON {
            try session.print(JSONWriter.text(of: summary.envelope(data, totals, isDryRun: isDryRun)))
        } else {
            try session.print(session.words.importing.total(totals, isDryRun))
        }
        try session.flush()
        guard let first = totals.rejected.first else { return }
        if totals.files == totals.rejected.count && totals.rejected.count == 1 { throw first }
        throw Refusal.partlyDone(failed: totals.rejected.count, of: totals.files)
    }
}

/// The sums of an import.
struct ImportTotals {
    private(set) var files = 0
    private(set) var created = 0
    private(set) var updated = 0
    private(set) var unchanged = 0
    private(set) var conflicts = 0
    private(set) var warnings = 0
    private(set) var rejected: [any Error] = []
    private(set) var batch: String?

    mutating func add(_ report: FileReport) {
        files += 1
        switch report {
        case .dataset(let file, let tally, let outcome, let batch):
            created += outcome.created
            updated += outcome.updated
            unchanged += outcome.unchanged
            conflicts += outcome.conflicts.count
            warnings += file.dataset.warnings.count + tally.warnings.count
            if outcome.kind != .known { self.batch = batch }
        case .exchange(_, let outcome, let batch):
            created += outcome.created
            unchanged += outcome.unchanged
            conflicts += outcome.conflicts.count
            if !outcome.isKnown { self.batch = batch }
        case .rejected(_, let error): rejected.append(error)
        }
    }
}

extension FileReport {
    var byteCount: Int {
        if case .dataset(let file, _, _, _) = self { return file.bytes.count }
        return 0
    }
}
