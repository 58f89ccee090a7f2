import Presentation
import ArgumentParser
import Storage
import Workflow

/// `desk import list`: the imports so far.
struct ImportList: Verb {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List imports.")

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForReading()
        let (batches, zone) = try store.read { (try BatchList.all(in: $0), try session.zone(in: $0)) }
        let headings = session.words.headings
        let rows = Rows(
            .batches,
            fields: [
                Field("batch", .text, column: Column(heading: headings.batch)),
                Field("at", .time, column: Column(heading: headings.imported)),
                Field("agent", .text, column: Column(heading: headings.agent)),
                Field("files", .number, column: Column(heading: headings.files, alignment: .right)),
                Field("tickets", .number, column: Column(heading: headings.tickets, alignment: .right)),
                Field("undone", .truth, column: Column(heading: headings.undone)),
            ],
            entries: batches.map { batch in
                [
                    Entry(.text(batch.label)), Entry(.time(batch.at.milliseconds)), .optional(batch.agent),
                    Entry(.number(Int64(batch.files))), Entry(.number(Int64(batch.tickets))),
                    Entry(.truth(batch.isUndone)),
                ]
            })
        try session.show(rows, zone: zone)
    }
}

/// `desk import show BATCH`: the files of an import.
struct ImportShow: Verb {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show the files of an import.")

    @Argument(help: ArgumentHelp("The import, such as b2.", valueName: "batch"))
    var batch: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForReading()
        let (files, zone) = try store.read { (try BatchList.files(of: batch, in: $0), try session.zone(in: $0)) }
        let headings = session.words.headings
        let rows = Rows(
            .sources,
            fields: [
                Field("file", .text, column: Column(heading: headings.file)),
                Field("declared", .number, column: Column(heading: headings.declared, alignment: .right)),
                Field("found", .number, column: Column(heading: headings.found, alignment: .right)),
                Field("size", .number, column: Column(heading: headings.bytes, alignment: .right)),
                Field("sameAs", .text, column: Column(heading: headings.sameAs)),
                Field("path", .text, column: Column(heading: headings.path, flexibility: .rest(minimum: 12))),
            ],
            entries: files.map { file in
                [
                    Entry(.text(file.name)), Entry(file.declared.map { .number(Int64($0)) } ?? .null),
                    Entry(.number(Int64(file.found))), Entry(.number(Int64(file.size))), .optional(file.sameAs),
                    Entry(.text(file.path)),
                ]
            })
        try session.show(rows, zone: zone)
    }
}

/// `desk import undo BATCH`: takes an import back.
struct ImportUndo: Verb {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take an import back.",
        discussion: "Tickets that somebody changed since stay, and are listed. Numbers are not used again.")

    @Argument(help: ArgumentHelp("The import, such as b2.", valueName: "batch"))
    var batch: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        let context = session.context
        let outcome = try store.undoImport(batch, context)
        try session.done(
            session.words.importing.undone(batch, outcome, globals.isDryRun), outcome.operation, name: batch)
    }
}
