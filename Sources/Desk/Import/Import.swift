import App
import ArgumentParser
import Import
import Storage
import Workflow

/// `desk import`: brings tickets in.
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Bring in tickets, or list and undo imports.",
        usage: """
            desk import <file> ... [--as tickets|articles] [--status <status>] [-n] [--lines] [-v] [<options>]
                   desk import list
                   desk import show <batch>
                   desk import undo <batch> [-n]
            """,
        discussion: """
            Reads datasets of Markdown tickets in any dialect, articles, and exports of other desks, and says for each file why \
            it was taken for what. Articles are published. A folder means every *.md and *.txt below it. Importing the same file again changes nothing. Of more than five files each gets one line; \
            --verbose tells all. "desk import files --help" lists the options.
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

    @Flag(help: "Print each line of the files with the entry or ticket that it went into.")
    var lines = false

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let watch = InterruptWatch(ImportTelling.farewell(ImportTotals(), session))
        let store = try session.openForWriting()
        var importer = Importer(context: session.context)
        importer.status = try status.map { text in
            guard let status = Status(word: text) else { throw UsageError.badStatus(text) }
            return status
        }
        importer.form = try form.map { word in
            guard let form = FileJudgement.Form(rawValue: folded(word)) else { throw ArticleError.badForm(word) }
            return form
        }
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
        let (files, rejected) = expanded()
        var telling = ImportTelling(
            session: session, fileCount: files.count + rejected.count, watch: watch, listsLines: lines)
        try rejected.forEach { try telling.tell($0) }
        if !files.isEmpty { try importer.run(files, into: store) { try telling.tell($0) } }
        try telling.end()
    }

    /// A label that names no run of the desk's own.
    private static func label(_ text: String) throws -> String {
        let label = try NewName.name(text)
        let isOwn = label.hasPrefix("b") && label.dropFirst().allSatisfy(\.isNumber)
        guard !isOwn, !label.contains(where: \.isWhitespace) else { throw UsageError.badName(text) }
        return label
    }

    /// The files, and what could not be looked into; that does not stop the others.
    private func expanded() -> (files: [Importer.Source], rejected: [FileReport]) {
        var files: [Importer.Source] = []
        var rejected: [FileReport] = []
        for path in paths {
            do {
                files += try FilePaths.expand([path]).map { Importer.Source(path: $0) }
            } catch {
                rejected.append(.rejected(path: path, error))
            }
        }
        return (files, rejected)
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
