import Files
import Storage
import Workflow

/// What became of one file of an import.
package enum FileReport {
    /// A dataset was read; the outcome tells what it did to the desk.
    case dataset(DatasetFile, FileTally, FileOutcome, batch: String?)
    /// An article was read.
    case article(ArticleFile, FileJudgement, ArticleOutcome, batch: String?)
    /// An export of a desk was read.
    case exchange(path: String, RestoreOutcome, batch: String?)
    /// The file could not be read; nothing of it was kept.
    case rejected(path: String, any Error)

    /// How many tickets it brought.
    fileprivate var createdCount: Int {
        switch self {
        case .dataset(_, _, let outcome, _): outcome.created
        case .exchange(_, let outcome, _): outcome.created
        case .article, .rejected: 0
        }
    }
}

/// Brings files in, several small ones in a transaction, and says of each what became of it when that is safe.
package struct Importer {
    /// A file to bring in: on the disk, or its bytes at hand.
    package struct Source: Sendable {
        package var path: String
        package var bytes: [UInt8]?
        /// As the system knows it, where the name is no text.
        package var rawPath: RawPath

        package init(path: String, bytes: [UInt8]? = nil, raw: RawPath? = nil) {
            self.path = path
            self.bytes = bytes
            rawPath = raw ?? RawPath(path)
        }

        func read() throws(FileError) -> [UInt8] { if let bytes { bytes } else { try FileBytes.read(rawPath) } }
    }

    package var context: CommandContext
    package var status: Status?
    /// What the run is called, when its tickets came and what becomes of conflicts: see `ImportRun`.
    package var label: String?
    package var at: Instant?
    package var onConflict = ImportRun.ConflictRule.skip
    /// How all files are read.
    package var reading = ReadingOptions()

    package init(context: CommandContext, status: Status? = nil, form: FileJudgement.Form? = nil) {
        self.context = context
        self.status = status
        reading.form = form
    }

    /// Imports the files in order. A file that cannot be read does not stop the others.
    /// - Parameter report: hears of a file when what it brought survives a power cut.
    /// - Throws: what concerns the desk itself (busy, full, read-only): finished files stay.
    package func run(_ files: [Source], into store: Store, report: (FileReport) throws -> Void) throws {
        var run = ImportRun(context: context, status: status)
        (run.label, run.at, run.onConflict) = (label, at, onConflict)
        run.paths = Set(files.map(\.path))
        switch context.mode {
        case .commit:
            try store.bulk { store in
                try each(files, &run, report) { group, run in try keep(group, in: store, &run) }
            }
        case .rehearse:
            try store.takingIn(&run) { intake, run in
                try each(files, &run, report) { group, run in try group.map { try bring($0, into: intake, &run) } }
            }
        }
    }

    /// What is not understood by itself is read at the end, with what the files beside it teach.
    private func eachTaught(
        _ files: [Source], _ siblings: Siblings, _ run: inout ImportRun, _ report: (FileReport) throws -> Void,
        bringing bring: Bringing
    ) throws {
        for source in files where siblings.waiting.contains(source.path) {
            let content = Result { () throws(FileError) in
                let file = try DatasetFile(source, reading)
                return ReadFile.dataset(siblings.taught(file) ?? file)
            }
            try self.bring([QueuedFile(path: source.path, content: content)], &run, bring, report)
        }
    }

    private typealias Bringing = (ArraySlice<QueuedFile>, inout ImportRun) throws -> [FileReport]

    private func each(
        _ files: [Source], _ run: inout ImportRun, _ report: (FileReport) throws -> Void, bringing bring: Bringing
    ) throws {
        let isAlone = files.count == 1
        // What a pipe said cannot be read again.
        let fleeting = Set(isAlone ? [] : files.filter { $0.bytes == nil && $0.rawPath.kind() != .file }.map(\.path))
        var ahead = FilesAhead(files, reading)
        var bringsTickets = true
        var siblings = Siblings()
        while true {
            let group = ahead.next(makesTickets: bringsTickets)
            guard !group.isEmpty else { return try eachTaught(files, siblings, &run, report, bringing: bring) }
            bringsTickets = false
            try eachTogether(group) { group in
                try self.bring(group, &run, bring) { outcome in
                    if outcome.createdCount > 0 { bringsTickets = true }
                    if !isAlone, siblings.hold(outcome, isFleeting: fleeting.contains) { return }
                    try report(outcome)
                }
            }
        }
    }

    /// Brings files in together; where that fails, one by one, so that those before the one that fails stay.
    private func bring(
        _ files: ArraySlice<QueuedFile>, _ run: inout ImportRun, _ bring: Bringing,
        _ report: (FileReport) throws -> Void
    ) throws {
        let reports: [FileReport]
        do {
            reports = try bring(files, &run)
        } catch  where files.count > 1 && !context.isRehearsal {
            for place in files.indices { try self.bring(files[place...place], &run, bring, report) }
            return
        }
        try reports.forEach(report)
    }

    /// What one transaction takes: datasets that stand side by side, or an export alone, which may turn out wrong in its middle.
    private func eachTogether(_ files: [QueuedFile], _ body: (ArraySlice<QueuedFile>) throws -> Void) throws {
        var rest = files[...]
        while let first = rest.first {
            let group = first.isExport ? rest.prefix(1) : rest.prefix { !$0.isExport }
            rest = rest.dropFirst(group.count)
            try body(group)
        }
    }

    private func keep(
        _ files: ArraySlice<QueuedFile>, in store: Store, _ run: inout ImportRun
    ) throws -> [FileReport] {
        do {
            return try store.takingIn(&run) { intake, run in try files.map { try bring($0, into: intake, &run) } }
        } catch let error as FileError {
            return files.map { .rejected(path: $0.path, error) }
        }
    }

    private func bring(
        _ file: QueuedFile, into intake: any Intake, _ run: inout ImportRun
    ) throws -> FileReport {
        switch file.content {
        case .success(.export(let bytes)): return try restore(file.path, bytes, into: intake, &run)
        case .success(.dataset(let file)):
            var tally = FileTally(asked: status)
            guard file.dataset.ticketCount > 0 else {
                var outcome = FileOutcome()
                if !file.isBlank { outcome.kind = .notUnderstood }
                return .dataset(file, tally, outcome, batch: nil)
            }
            let outcome = try intake.importFile(file.incoming { tally.add($0, $1) }, in: &run)
            return .dataset(file, tally, outcome, batch: run.batch?.label)
        case .success(.article(let file, let judgement)):
            if let faults = file.flow?.refused, !faults.isEmpty {
                return .rejected(path: file.path, FlowError.faulty(faults, path: file.path))
            }
            let outcome = try intake.importArticle(file.incoming, in: &run) { bytes in
                ArticleFile.incoming(bytes, name: file.name, path: file.path)
            }
            return .article(file, judgement, outcome, batch: run.batch?.label)
        case .failure(let error): return .rejected(path: file.path, error)
        }
    }

    private func restore(
        _ path: String, _ bytes: [UInt8], into intake: any Intake, _ run: inout ImportRun
    ) throws -> FileReport {
        let file = IncomingExport(
            name: FilePaths.baseName(path), path: path, sha256: SHA256.digest(bytes), bytes: bytes,
            hashFormula: ContentHash.formula)
        let outcome = try intake.restore(file, in: &run) { body in
            try Exchange.eachRecord(in: bytes, path: path) { try body($0, ContentHash.of($0.draft)) }
        }
        return .exchange(path: path, outcome, batch: run.batch?.label)
    }
}
