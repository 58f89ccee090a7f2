import App
import ArgumentParser
import Files
import Import
import Storage
import Workflow

/// `desk import`: brings tickets in.
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Bring in tickets, or list and undo imports.",
        usage: """
            desk import <file> ... [--as tickets|articles] [--status <status>] [--force] [-n] [--lines] [-v] [<options>]
                   desk import list
                   desk import show <batch>
                   desk import undo <batch> [-n]
            """,
        discussion: """
            Reads tickets in Markdown of any dialect, tables, CSV, chats, checklists and trackers' exports, articles, and exports \
            of other desks, and says for each file what it was taken for and where its lines went. Of a file that is not \
            understood nothing is kept without --force. Articles are published. A folder means every *.md, *.txt, *.csv and \
            *.tsv below it; - is standard input. Importing the same file again changes nothing. Of more than five files each gets \
            one line; --verbose tells all. "desk import files --help" lists the options.
            """,
        subcommands: [ImportFiles.self, ImportList.self, ImportShow.self, ImportUndo.self],
        defaultSubcommand: ImportFiles.self)
}

/// `desk import FILE…`
struct ImportFiles: Verb {
    static let configuration = CommandConfiguration(commandName: "files", abstract: "Bring in files (the default).")

    @Argument(help: ArgumentHelp("Files and folders.", valueName: "file"), completion: .file())
    var paths: [String]

    @Option(help: "The status every ticket gets, instead of what its source says.", completion: Completions.statuses)
    var status: String?

    @Option(
        help: ArgumentHelp(
            "tickets or articles, instead of what each file looks like; --as tickets and --as articles say it too.",
            valueName: "form"))
    var form: String?

    @Option(help: ArgumentHelp("What this run is called, instead of b1, b2 …", valueName: "label"))
    var batch: String?

    @Option(help: ArgumentHelp("When tickets came whose source does not say.", valueName: "time"))
    var at: String?

    @Option(
        name: .customLong("on-conflict"),
        help: ArgumentHelp(
            "What was changed here and in the file: skip keeps it, update takes the file's, fail refuses the file.",
            valueName: "rule"))
    var onConflict: String?

    @Option(
        help: ArgumentHelp(
            "The files' encoding, where it is not recognised: gb18030, big5, utf-16 …", valueName: "name"))
    var encoding: String?

    @Option(
        help: ArgumentHelp(
            "How their tickets are written: a dialect of this desk, or a file with one.", valueName: "dialect"),
        completion: Completions.dialects)
    var dialect: String?

    @Option(
        help: ArgumentHelp(
            "What the columns of CSV files mean: a file with lines such as field \"opened\" = created.",
            valueName: "file"),
        completion: .file())
    var map: String?

    @Flag(help: "Keep what was found in files that are not understood.")
    var force = false

    @Flag(help: "Print each line of the files with the entry or ticket that it went into.")
    var lines = false

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        Environment.giveMemoryBack()
        let watch = InterruptWatch(ImportTelling.farewell(ImportTotals(), session))
        let store = try session.openForWriting()
        var importer = Importer(context: session.context)
        importer.status = try status.map { text in
            guard let status = Status(word: text) else { throw UsageError.badStatus(text) }
            return status
        }
        importer.reading = try reading(session, in: store)
        importer.label = try batch.map { try Self.label($0) }
        importer.at = try at.map { try session.workspace.moment($0, .past, in: store) }
        if let onConflict {
            guard let rule = ImportRun.ConflictRule(rawValue: folded(onConflict)) else {
                let rules = ImportRun.ConflictRule.allCases.map(\.rawValue)
                throw UsageError.badChoice(
                    onConflict, of: "--on-conflict", nearest: Nearest(to: folded(onConflict)).among(rules))
            }
            importer.onConflict = rule
        }
        let found = try expanded()
        try keepDialect(importer.reading.dialect, session, in: store)
        var telling = ImportTelling(
            session: session, fileCount: found.files.count + found.rejected.count, watch: watch, listsLines: lines)
        try found.rejected.forEach { try telling.tell($0) }
        if !found.files.isEmpty { try importer.run(found.files, into: store) { try telling.tell($0) } }
        try telling.passedOver(found.passedOver, special: found.special)
        try telling.end()
    }

    /// How the files are read: what the options say, else what the desk knows of files of their names.
    private func reading(_ session: Session, in store: Store) throws -> ReadingOptions {
        var reading = ReadingOptions()
        reading.form = try form.map { word in
            guard let form = FileJudgement.Form(rawValue: folded(word)) else { throw ArticleError.badForm(word) }
            return form
        }
        reading.encoding = try encoding.map { name in
            guard let encoding = TextEncoding(name: name) else { throw ArticleError.badEncoding(name) }
            return encoding
        }
        reading.isForced = force
        reading.zone = try store.read { try session.zone(in: $0) }
        if let map {
            reading.dialect = try DialectText.read(map, session)
        } else if let dialect {
            reading.dialect = try DialectText.find(dialect, session, in: store)
        } else {
            reading.dialects = try DialectText.used(in: store)
        }
        return reading
    }

    /// A dialect that came in a file is kept on the desk, so that the same files are read with it again.
    private func keepDialect(_ dialect: TaughtDialect?, _ session: Session, in store: Store) throws {
        guard let dialect, !session.globals.isDryRun else { return }
        let known = try store.read { try DeskTexts.all(.dialect, in: $0) }.first {
            folded($0.name) == folded(dialect.name)
        }
        guard known?.text != dialect.text else { return }
        _ = try store.keep(dialect.text, as: dialect.name, .dialect, isNew: known == nil, session.context)
    }

    /// A label that names no run of the desk's own.
    private static func label(_ text: String) throws -> String {
        let label = try NewName.name(text)
        let isOwn = label.hasPrefix("b") && label.dropFirst().allSatisfy(\.isNumber)
        guard !isOwn, !label.contains(where: \.isWhitespace) else { throw UsageError.badName(text) }
        return label
    }

    private struct Found {
        var files: [Importer.Source] = []
        /// What could not be looked into; that does not stop the others.
        var rejected: [FileReport] = []
        var passedOver: [String: Int] = [:]
        var special = 0
    }

    private func expanded() throws -> Found {
        var all = Found()
        for path in paths {
            if path == "-" {
                all.files.append(Importer.Source(path: "stdin", bytes: try FileBytes.readStandardInput()))
                continue
            }
            do {
                let found = try FilePaths.find(path)
                all.files += found.files
                all.rejected += found.unreadable.map { .rejected(path: $0.path ?? path, $0) }
                all.passedOver.merge(found.passedOver, uniquingKeysWith: +)
                all.special += found.special
            } catch {
                all.rejected.append(.rejected(path: path, error))
            }
        }
        return all
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
