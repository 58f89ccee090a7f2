import ArgumentParser
import Presentation
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
                RowField("batch", .text, column: Column(heading: headings.batch)),
                RowField("at", .time, column: Column(heading: headings.imported)),
                RowField("agent", .text, column: Column(heading: headings.agent)),
                RowField("files", .number, column: Column(heading: headings.files, alignment: .right)),
                RowField("tickets", .number, column: Column(heading: headings.tickets, alignment: .right)),
                RowField("undone", .truth, column: Column(heading: headings.undone)),
            ],
            entries: batches.map { batch in
                [
                    RowEntry(.text(batch.label)), RowEntry(.time(batch.at.milliseconds)), .optional(batch.agent),
                    RowEntry(.number(Int64(batch.files))), RowEntry(.number(Int64(batch.tickets))),
                    RowEntry(.truth(batch.isUndone)),
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
                RowField("file", .text, column: Column(heading: headings.file)),
                RowField("declared", .number, column: Column(heading: headings.declared, alignment: .right)),
                RowField("found", .number, column: Column(heading: headings.found, alignment: .right)),
                RowField("size", .number, column: Column(heading: headings.bytes, alignment: .right)),
                RowField("sameAs", .text, column: Column(heading: headings.sameAs)),
                RowField("path", .text, column: Column(heading: headings.path, flexibility: .rest(minimum: 12))),
            ],
            entries: files.map { file in
                [
                    RowEntry(.text(file.name)), RowEntry(file.declared.map { .number(Int64($0)) } ?? .null),
                    RowEntry(.number(Int64(file.found))), RowEntry(.number(Int64(file.size))), .optional(file.sameAs),
                    RowEntry(.text(file.path)),
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
