import App
import ArgumentParser
import Files
import Import
import Presentation
import Storage
import Workflow

/// `desk attach`: the files of tickets.
struct AttachNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attach", abstract: "Attach files to tickets, list them, get them back.",
        subcommands: [AttachAdd.self, AttachList.self, AttachGet.self, AttachRemove.self],
        defaultSubcommand: AttachAdd.self)
}

/// `desk attach 1042 FILE…`
struct AttachAdd: Verb {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Attach files to a ticket: INTERNAL, unless --public.",
        discussion: "The same bytes are kept once. A name that is taken gets a number.")

    @Argument(help: ArgumentHelp("The ticket.", valueName: "id"), completion: Completions.tickets)
    var number: String

    @Argument(help: ArgumentHelp("The files.", valueName: "file"), completion: .file())
    var files: [String]

    @Option(help: "Another name for the file.")
    var name: String?

    @Flag(name: .customLong("public"), help: "The customer may see them.")
    var isPublic = false

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        guard name == nil || files.count == 1 else { throw UsageError.oneName }
        let store = try session.openForWriting()
        let context = session.context
        let ticket = try store.read { try OneTicket.find(number, try session.queryContext(in: $0), in: $0) }
        let read = try files.map { try AttachmentFile.read($0, name: name) }
        let attached = try store.attach(read, to: ticket, isInternal: !isPublic, context)
        if attached.ticket != ticket {
            try session.note(session.words.relations.redirected(.init(from: ticket, to: attached.ticket)))
        }
        try session.done(
            session.words.relations.attached(attached), attached.operation, number: attached.ticket,
            name: attached.files.map(\.name).joined(by: ", "))
    }
}

/// A file as it is read for attaching.
enum AttachmentFile {
    static func read(_ path: String, name: String? = nil) throws -> IncomingAttachment {
        if FileBytes.isFolder(path) { throw FileError.cannotRead(path, reason: "a folder") }
        let bytes = try FileBytes.read(path)
        return try IncomingAttachment(name: name ?? path, bytes: bytes, sha256: SHA256.digest(bytes))
    }
}

/// `desk attach list 1042`
struct AttachList: Verb {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the files of a ticket.")

    @Argument(help: ArgumentHelp("The ticket.", valueName: "id"), completion: Completions.tickets)
    var number: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForReading()
        try store.read { db in
            let number = try OneTicket.find(number, try session.queryContext(in: db), in: db)
            guard try TicketRows.find(number, in: db) != nil else { throw StorageError.noSuchTicket(number.rawValue) }
            let all = try ([number] + MergeTargets.merged(into: number, in: db)).flatMap { ticket in
                try TicketAttachments.of(ticket, in: db).map { (ticket, $0) }
            }
            try session.show(rows(all, session.words), zone: try session.zone(in: db))
        }
    }

    private func rows(_ files: [(Ticket.Number, Attachment)], _ words: Words) -> Rows {
        let page = words.relations.page
        return Rows(
            .attachments,
            fields: [
                RowField("name", .text, column: Column(heading: page.name, flexibility: .rest(minimum: 16))),
                RowField("size", .number, column: Column(heading: page.size, alignment: .right)),
                RowField("visibility", .text, column: Column(heading: page.visibility)),
                RowField("message", .text, column: Column(heading: page.message)),
                RowField("author", .text, column: Column(heading: page.by)),
                RowField("at", .time, column: Column(heading: words.headings.time)),
                RowField("missing", .truth, column: Column(heading: page.missing.uppercased())),
                RowField(
                    "sha256", .text, column: Column(heading: "SHA-256", flexibility: .yields(rank: 3, minimum: 8))),
            ],
            entries: files.map { ticket, file in
                let place = file.message.map { MessagePlace(ticket: ticket, sequence: $0).label }
                let visibility = file.isInternal ? words.message.isInternal : words.message.isPublic
                return [
                    RowEntry(.text(file.name)), RowEntry(.number(Int64(file.size))),
                    RowEntry(.text(file.isInternal ? "internal" : "public"), shown: visibility), .optional(place),
                    .optional(file.author), RowEntry(.instant(file.at)), RowEntry(.truth(file.isMissing)),
                    RowEntry(.text(file.sha256.hex)),
                ]
            })
    }
}

/// `desk attach get 1042 NAME`
struct AttachGet: Verb {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Write a file of a ticket to standard output, or to --out.")

    @Argument(help: ArgumentHelp("The ticket.", valueName: "id"), completion: Completions.tickets)
    var number: String

    @Argument(help: "The file's name, as desk attach list tells it.")
    var name: String

    @Option(help: ArgumentHelp("Where to; a folder gets it under its own name.", valueName: "file"))
    var out: String?

    @Flag(help: "Also where another file stands there.")
    var force = false

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForReading()
        let (file, bytes) = try store.read { db in
            let number = try OneTicket.find(number, try session.queryContext(in: db), in: db)
            let file = try TicketAttachments.find(name, of: number, in: db)
            return (file, try TicketAttachments.content(of: file, of: number, in: db))
        }
        guard let out else {
            try session.refuseJSON()
            return try session.write(bytes)
        }
        let path = FileBytes.isFolder(out) ? (out.hasSuffix("/") ? out : out + "/") + file.name : out
        // What is there may be the only copy of something else; what cannot be read is not there.
        if !force, let found = try? FileBytes.read(path), found != bytes { throw Refusal.fileExists(path) }
        if !globals.isDryRun { try FileBytes.write(bytes, to: path) }
        try session.done(session.words.relations.wrote(path, bytes.count), nil, name: path)
    }
}

/// `desk attach rm 1042 NAME`
struct AttachRemove: Verb {
    static let configuration = CommandConfiguration(
        commandName: "rm", abstract: "Take a file off a ticket; desk undo brings it back.")

    @Argument(help: ArgumentHelp("The ticket.", valueName: "id"), completion: Completions.tickets)
    var number: String

    @Argument(help: "The file's name.")
    var name: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        let context = session.context
        let ticket = try store.read { try OneTicket.find(number, try session.queryContext(in: $0), in: $0) }
        let removed = try store.detach(name, from: ticket, context)
        try session.done(
            session.words.relations.detached(removed), removed.operation, number: removed.ticket, name: name)
    }
}
