import App
import ArgumentParser
import Diagnosis
import Presentation
import Storage
import Workflow

/// `desk diagnose`: what is wrong with a site.
struct DiagnoseNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diagnose", abstract: "Find out why a site does not work, and remember what was seen.",
        discussion: """
            It looks at the name, the addresses, the connection, the encryption, the answer and the page, in this order, and stops \
            at the first failure, which is the verdict. It asks before it begins; --yes answers. Ctrl-C ends it early and \
            leaves what was found. The evidence stays with the desk, so that it can be looked at again (--replay d3).
            """,
        subcommands: [DiagnoseSite.self, DiagnoseList.self, DiagnoseShow.self, DiagnoseCompare.self],
        defaultSubcommand: DiagnoseSite.self)
}

/// `desk diagnose list`
struct DiagnoseList: Verb {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List diagnoses, newest first.")
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        try session.openForReading().read { db in
            let rows = DiagnosisRows.list(try Diagnoses.all(in: db), session.words)
            try session.show(rows, zone: try session.zone(in: db))
        }
    }
}

/// `desk diagnose show d3`
struct DiagnoseShow: Verb {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a diagnosis with its evidence, or what a customer may read of it.")

    @Argument(help: ArgumentHelp("The diagnosis, such as d3.", valueName: "diagnosis"))
    var diagnosis: String

    @Flag(name: .customLong("public"), help: "Print only what a customer may read.")
    var isPublic = false

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let id = try DiagnosisName.id(diagnosis)
        let store = try session.openForReading()
        let result = try store.read { try session.workspace.replay(id, in: $0) }
        try session.print(result, isPublic: isPublic, store)
    }
}

/// `desk diagnose compare d1 d3`
struct DiagnoseCompare: Verb {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Say which checks of two diagnoses differ.")

    @Argument(help: ArgumentHelp("The earlier diagnosis, such as d1.", valueName: "before"))
    var before: String

    @Argument(help: ArgumentHelp("The later one.", valueName: "after"))
    var after: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let ids = try [before, after].map { try DiagnosisName.id($0) }
        try session.openForReading().read { db in
            let both = try ids.map { try session.workspace.replay($0, in: db).diagnosis }
            try session.show(DiagnosisRows.comparison(both[0], both[1], session.words), zone: .utc)
        }
    }
}

/// Which diagnosis is meant.
enum DiagnosisName {
    static func id(_ word: String) throws -> StoredDiagnosis.ID {
        guard let id = StoredDiagnosis.id(of: word.trimmed) else { throw StorageError.noSuchDiagnosis(word) }
        return id
    }
}

extension Session {
    /// Prints a diagnosis, the same from its evidence as when it was made.
    func print(_ result: DiagnosisResult, isPublic: Bool = false, _ store: Store) throws {
        let page = try page(of: result, store)
        if answersInJSON { return try answer(.diagnosis, page.json) }
        let lines = isPublic ? page.summary() : page.lines()
        try self.page(lines.joined(by: "\n") + "\n")
    }

    func page(of result: DiagnosisResult, _ store: Store) throws -> DiagnosisPage {
        let zone = try store.read { try self.zone(in: $0) }
        return DiagnosisPage(result.stored, result.diagnosis, words: words) { at in
            TimeText.local(at.milliseconds, offset: zone.offset(at: at.milliseconds))
        }
    }
}
