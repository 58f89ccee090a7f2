import Import
import Presentation
import Storage
import Workflow

/// Says what an import does, file by file: lines for people, data for programs, a bar while it lasts.
struct ImportTelling {
    // More than a screen of blocks is not read.
    private static let mostBlocks = 5

    let session: Session
    private let summary: ImportSummary
    private let watch: InterruptWatch
    private let fileCount: Int
    private var progress: Progress
    private var state: Progress.State
    private var totals = ImportTotals()
    private var data: [JSONValue] = []

    /// Whether each line of a file is told, with where it went.
    private let listsLines: Bool

    init(session: Session, fileCount: Int, watch: InterruptWatch, listsLines: Bool = false) {
        self.listsLines = listsLines
        self.session = session
        self.watch = watch
        self.fileCount = fileCount
        summary = ImportSummary(
            words: session.words, isDryRun: session.globals.isDryRun, isVerbose: session.globals.verbose,
            isBrief: fileCount > Self.mostBlocks && !session.globals.verbose)
        progress = Progress(
            label: session.words.importing.label, terminal: session.errorTerminal, words: session.words,
            startedAt: Clock.elapsed())
        state = Progress.State(filesDone: 0, filesTotal: fileCount, tickets: 0, bytes: 0)
    }

    mutating func tell(_ report: FileReport) throws {
        if let erase = progress.end() { try session.writeError(erase) }
        totals.add(report)
        watch.willSay(Self.farewell(totals, session))
        if listsLines {
            try listLines(of: report)
        } else if session.answersInJSON {
            data.append(summary.json(of: report))
        } else {
            if !session.globals.quiet { try summary.lines(of: report).forEach { try session.print($0) } }
            try session.flush()
            // The one file there is: the command ends with the same words.
            let isAll = fileCount == 1 && !totals.rejected.isEmpty
            let warnings = isAll ? [] : summary.warnings(of: report)
            if !warnings.isEmpty { try session.writeError(warnings.map { SafeText.line($0) + "\n" }.joined(by: "")) }
        }
        state.filesDone += 1
        state.tickets = totals.created + totals.updated + totals.unchanged
        state.bytes += report.byteCount
        if let line = progress.update(state, at: Clock.elapsed()) { try session.writeError(line) }
    }

    /// Files of folders that no reader takes.
    func passedOver(_ endings: [String: Int], special: Int) throws {
        guard !endings.isEmpty || special > 0, !session.globals.quiet, !session.answersInJSON, !listsLines else {
            return
        }
        let sorted = endings.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
            (ending: $0.key, count: $0.value)
        }
        try session.print(session.words.importing.reading.passedOver(sorted, special))
    }

    /// - Throws: `Refusal.notUnderstood` or `.partlyDone` when files were rejected, or the one error there was.
    mutating func end() throws {
        if let erase = progress.end() { try session.writeError(erase) }
        let only = totals.files == 1 ? totals.rejected.first : nil
        if listsLines {
            // The lines are the answer.
        } else if session.answersInJSON {
            try session.answer(.imported, summary.envelope(data, totals, isDryRun: session.globals.isDryRun))
        } else if only == nil {
            if !session.globals.quiet { try summary.values(of: totals).forEach { try session.print($0) } }
            try session.print(session.words.importing.total(totals, session.globals.isDryRun))
        }
        try session.flush()
        if let only { throw only }
        if totals.files > 1, !totals.notUnderstood.isEmpty, !session.answersInJSON {
            let lines = session.words.importing.reading.notUnderstoodFiles(totals.notUnderstood)
            try session.writeError(lines.map { $0 + "\n" }.joined(by: ""))
        }
        if totals.rejected.isEmpty, !totals.notUnderstood.isEmpty {
            throw Refusal.notUnderstood(count: totals.notUnderstood.count, of: totals.files)
        }
        if !totals.rejected.isEmpty {
            throw Refusal.partlyDone(failed: totals.rejected.count + totals.notUnderstood.count, of: totals.files)
        }
    }

    private func listLines(of report: FileReport) throws {
        switch report {
        case .article(let file, _, _, _): try list(LineAccount(file), file.path)
        case .dataset(let file, _, _, _): try list(LineAccount(file), file.path)
        case .exchange, .rejected: break
        }
    }

    private func list(_ account: LineAccount, _ path: String) throws {
        if session.answersInJSON {
            for line in account.lines { try session.answer(.articleLines, item: ArticleDocuments.line(line, of: path)) }
        } else {
            try session.page(ArticleRows.lines(account, path, session.words))
        }
    }

    /// What Ctrl-C says: the files so far stay.
    static func farewell(_ totals: ImportTotals, _ session: Session) -> String {
        let wipe = session.errorTerminal.isTerminal ? "\r\u{1B}[K" : ""
        let lines = session.words.importing.interrupted(totals)
        return wipe + "desk: " + lines.joined(by: "\n  ") + "\n"
    }
}

extension FileReport {
    fileprivate var byteCount: Int {
        if case .dataset(let file, _, _, _) = self { return file.bytes.count }
        return 0
    }
}
