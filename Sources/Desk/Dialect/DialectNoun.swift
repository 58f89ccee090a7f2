import App
import ArgumentParser
import Files
import Import
import Presentation
import Storage
import Workflow

/// `desk dialect`: how tickets are written in files that the desk does not read by itself.
struct DialectNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dialect", abstract: "How tickets are written in files.",
        discussion: """
            A dialect is a short text: ticket heading 2 "TKT-{ref} – {title}" · field "Requester" = customer, "Opened" = created \
            "DD/MM/YYYY" · section "Resolution" = answers · turn line "[{at}] {who}:" customer = Caller agent = Sue · group \
            heading 1 = category · value priority P1 = urgent · ignore "## Contents", fence. "ticket" also takes line "…", rule, file \
            and row. "dialect new FILE" drafts one from what is seen in a file; "import --dialect NAME FILE" reads with it, and a \
            file that was read so is read so again.
            """,
        subcommands: [
            DialectList.self, DialectShow.self, DialectNew.self, DialectEdit.self, DialectTest.self, DialectRemove.self,
        ],
        defaultSubcommand: DialectList.self)
}

/// `desk dialect list`
struct DialectList: Verb {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List dialects.")
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let texts = try session.openForReading().read { try DeskTexts.all(.dialect, in: $0) }
        try session.show(TextRows.rows(texts, .dialects, session.words), zone: .utc)
    }
}

/// `desk dialect show NAME`
struct DialectShow: Verb {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Print a dialect.")

    @Argument(help: "The name.", completion: Completions.dialects)
    var name: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let text = try session.openForReading().read { try DeskTexts.find(name, .dialect, in: $0) }
        if session.answersInJSON {
            return try session.show(TextRows.rows([text], .dialects, session.words), zone: .utc)
        }
        try session.page(DialectText.shown(text.text))
    }
}

/// `desk dialect new FILE`
struct DialectNew: Verb {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Draft a dialect from a file, and keep it.",
        discussion: """
            What is known is written, labels that are not stand there as remarks. With -e it is completed in the editor, with -F or \
            -m it is the text that is given. It is called like the file, or as --name says.
            """)

    @Argument(help: "A file with such tickets.", completion: .file())
    var file: String

    @Option(help: ArgumentHelp("What it is called.", valueName: "name"))
    var name: String?

    @OptionGroup var text: TextOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let name = try NewName.name(self.name ?? DialectText.stem(of: file))
        let source = try SourceText(try FileBytes.read(RawPath.argument(file)), path: file)
        let ending = file.lowercased()
        let draft = DialectDraft.text(
            of: source.bytes, name: name, file: FilePaths.baseName(file),
            isSeparated: ending.hasSuffix(".csv") || ending.hasSuffix(".tsv"), session.words.importing.reading.draft)
        let keeping = TextKeeping(session: session, kind: .dialect, name: name, isNew: true)
        try keeping.keep { _ in
            let given = text.editor ? try session.compose(from: draft) : try text.read(session)
            let written = given ?? draft
            _ = try DialectText.parse(written, name: name, path: name)
            if given == nil, !session.answersInJSON, !globals.quiet { try session.page(DialectText.shown(written)) }
            return written
        }
    }
}

/// `desk dialect edit NAME`
struct DialectEdit: Verb {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change a dialect.", discussion: "With -m or -F, else in the editor.")

    @Argument(help: "The name.", completion: Completions.dialects)
    var name: String

    @OptionGroup var text: TextOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        try TextKeeping(session: session, kind: .dialect, name: name, isNew: false).keep { store in
            let before = try store.read { try DeskTexts.find(name, .dialect, in: $0) }
            let isGiven = text.message != nil || text.file != nil
            let written = isGiven ? try text.needed(session) : try session.compose(from: before.text)
            _ = try DialectText.parse(written, name: before.name, path: before.name)
            return written
        }
    }
}

/// `desk dialect rm NAME`
struct DialectRemove: Verb {
    static let configuration = CommandConfiguration(
        commandName: "rm", abstract: "Forget a dialect. Undo brings it back.")

    @Argument(help: "The name.", completion: Completions.dialects)
    var name: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        try TextKeeping(session: session, kind: .dialect, name: name, isNew: false).remove()
    }
}

/// `desk dialect test NAME FILE…`
struct DialectTest: Verb {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Read files with a dialect, and say what it does not place.",
        discussion: "Nothing is kept. The name may be that of a file with the dialect.")

    @Argument(help: "The dialect.", completion: Completions.dialects)
    var name: String

    @Argument(help: "Files and folders.", completion: .file())
    var files: [String]

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForReading()
        var options = ReadingOptions()
        options.dialect = try DialectText.find(name, session, in: store)
        options.form = .tickets
        options.zone = try store.read { try session.zone(in: $0) }
        var failed = 0
        for path in files {
            for found in try FilePaths.find(path).files {
                let file = try DatasetFile(path: found.path, bytes: try FileBytes.read(found.rawPath), options)
                if !file.dataset.coverage.isUnderstood { failed += 1 }
                try tell(file, session)
            }
        }
        if failed > 0 { throw Refusal.notUnderstood(count: failed, of: files.count) }
    }

    private func tell(_ file: DatasetFile, _ session: Session) throws {
        let words = session.words.importing
        if session.answersInJSON {
            return try session.answer(.dialectTest, item: DialectTesting.document(file))
        }
        try session.print(words.head(file))
        for index in 0..<file.dataset.ticketCount {
            try session.print("  " + DialectTesting.line(file.dataset.entry(at: index)))
        }
        try session.print("  " + words.reading.tested(file))
        for line in DialectTesting.unplaced(file) {
            try session.print("  " + words.reading.unplaced(line.number, SafeText.line(line.text)))
        }
    }
}
