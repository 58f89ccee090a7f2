import ArgumentParser
import Files
import Import
import Presentation
import Storage
import Workflow

/// `desk export`: writes tickets out.
struct Export: Verb {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write tickets out.",
        discussion: """
            All tickets unless the query says otherwise, in the order of their numbers. --format jsonl (the default) is what \
            "desk import" reads back; md is Markdown in the dialect of the demo data; csv is for spreadsheets. --out DIR gets \
            one file, and of Markdown one a ticket, unless --one-file; a name such as tickets.csv is the file itself. \
            --original writes the imported files into the folder --out, byte for byte.
            """)
    static let documents: Set<Format> = [.xlsx]

    @OptionGroup var query: QueryWords

    @Option(
        help: ArgumentHelp("Folder to write into, made when missing; or the file.", valueName: "path"),
        completion: .file())
    var out: String?

    @Flag(name: .customLong("one-file"), help: "All tickets in one file, also of Markdown.")
    var oneFile = false

    @Flag(name: .customLong("public-only"), help: "Only what the customer may see.")
    var publicOnly = false

    @Flag(help: "With figures of each ticket: first answer, times, counts, how its promises came out.")
    var metrics = false

    @Flag(help: "With telephone numbers, addresses, names of machines and keys masked in all texts.")
    var mask = false

    @Flag(help: "The imported files as they were.")
    var original = false

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForReading()
        try store.read { db in
            let query = try self.query.parse(in: db)
            if original { return try writeOriginals(session, in: db) }
            let queryContext = try session.queryContext(in: db)
            try self.query.check { try write(query, queryContext, session, in: db) }
        }
    }

    private func write(_ query: Query, _ queryContext: QueryContext, _ session: Session, in db: any Transaction) throws
    {
        let format = globals.askedFormat ?? path?.format ?? .jsonl
        let tickets = ExportedTickets(
            query: query, queryContext: queryContext, isPublic: publicOnly, isMasked: mask, hasMetrics: metrics)
        if format == .md, let path, path.format == nil, !oneFile {
            return try writeEach(tickets, into: path.text, session, in: db)
        }
        var file: [UInt8] = []
        // Straight to the stream unless a file is to be written at once.
        func put(_ bytes: [UInt8]) throws {
            if out == nil { try session.write(bytes) } else { file += bytes }
        }
        switch format {
        case .jsonl: try tickets.each(in: db) { try put($0.line) }
        case .json: try writeDocument(tickets, session, in: db, put)
        case .md:
            var drafts: [TicketDraft] = []
            try tickets.each(in: db) { drafts.append($0.record.draft) }
            try put(Array(MarkdownWriter.document(drafts).utf8))
        case .csv, .tsv: try put(try table(tickets, format, session, in: db))
        case .xlsx: try put(try workbook(tickets, session, in: db))
        case .table, .html, .ids, .count: throw UsageError.formatNotHere(format.rawValue)
        }
        guard let path else { return }
        let name = path.format == nil ? "\(path.text)/tickets.\(format.rawValue)" : path.text
        if !globals.isDryRun {
            if path.format == nil { try FileBytes.makeFolder(path.text) }
            try FileBytes.write(file, to: name)
        }
        try session.print(session.words.importing.written(name, globals.isDryRun))
    }

    /// Where to, and the format that the name of a file says; nil for a folder.
    private var path: (text: String, format: Format?)? {
        guard let out else { return nil }
        let end = out.split(separator: "/").last?.split(separator: ".").dropFirst().last.map { $0.lowercased() }
        let format = end.flatMap { Format(rawValue: $0 == "ndjson" ? "jsonl" : $0) }
        let isFolder = FileBytes.isFolder(out) || out.hasSuffix("/")
        let plain = out.count > 1 && out.hasSuffix("/") ? String(out.dropLast()) : out
        return (plain, isFolder ? nil : format)
    }

    /// A file for each ticket, so that what changed between two exports is seen by its files.
    private func writeEach(
        _ tickets: ExportedTickets, into folder: String, _ session: Session, in db: any Transaction
    ) throws {
        if !globals.isDryRun { try FileBytes.makeFolder(folder) }
        var count = 0
        try tickets.each(in: db) { ticket in
            count += 1
            guard !globals.isDryRun else { return }
            let bytes = Array(MarkdownWriter.document([ticket.record.draft]).utf8)
            try FileBytes.write(bytes, to: "\(folder)/\(ticket.record.ticket.number.rawValue).md")
        }
        try session.print(session.words.importing.writtenEach(count, folder, globals.isDryRun))
    }

    /// All tickets in one document, like every list.
    private func writeDocument(
        _ tickets: ExportedTickets, _ session: Session, in db: any Transaction, _ put: ([UInt8]) throws -> Void
    ) throws {
        let total = try TicketList(tickets.query, tickets.queryContext, in: db).total()
        let asOf = try session.asOf.map {
            JSONRendering(zone: try session.zone(in: db)).time($0.milliseconds)
        }
        let head = Document.export.json([
            "query": .string(tickets.query.description), "asOf": asOf ?? .null, "total": .integer(Int64(total)),
            "returned": .integer(Int64(total)), "truncated": false,
        ])
        try put(JSONWriter.bytes(of: head).dropLast() + Array(",\"items\":[".utf8))
        var isFirst = true
        try tickets.each(in: db) { ticket in
            try put((isFirst ? [] : Array(",".utf8)) + JSONWriter.bytes(of: .object(JSONObject(ticket.members))))
            isFirst = false
        }
        try put(Array("]}\n".utf8))
    }

    private func table(
        _ tickets: ExportedTickets, _ format: Format, _ session: Session, in db: any Transaction
    ) throws -> [UInt8] {
        let rendering = Rendering(
            format: format, terminal: .pipe, zone: .utc, words: session.words, hasHeader: !globals.noHeader)
        return rendering.bytes(of: try tickets.rows(in: db))
    }

    private func workbook(_ tickets: ExportedTickets, _ session: Session, in db: any Transaction) throws -> [UInt8] {
        if out == nil && session.terminal.isTerminal { throw UsageError.workbookOnTerminal }
        let list = ListWorkbook(words: session.words, zone: try session.zone(in: db), now: session.now)
        return try session.bytes(of: list.workbook(of: try tickets.rows(in: db)))
    }

    private func writeOriginals(_ session: Session, in db: any Transaction) throws {
        guard let out else { throw UsageError.outNeedsFolder }
        let files = try Originals.files(in: db)
        var taken: Set<String> = []
        for file in files {
            let isClash = !taken.insert(file.name).inserted
            let folder = isClash ? "\(out)/\(file.batch)" : out
            var path = "\(folder)/\(file.name)"
            // Two versions in one batch: the later one gets its number too.
            if isClash && !taken.insert(path).inserted { path = "\(folder)/\(file.id)-\(file.name)" }
            try writeNew(try Originals.content(of: file.id, in: db), to: path, in: folder)
        }
        let size = files.reduce(0) { $0 + $1.size }
        try session.print(session.words.importing.writtenOriginals(files.count, size, out, globals.isDryRun))
    }

    /// What stands there already and is the same is left alone.
    /// - Throws: `Refusal.fileExists` when it is something else: it may be the only copy of it.
    private func writeNew(_ content: [UInt8], to path: String, in folder: String) throws {
        if let found = try? FileBytes.read(path) {  // what cannot be read is not there, or cannot be written either
            guard found == content else { throw Refusal.fileExists(path) }
            return
        }
        guard !globals.isDryRun else { return }
        try FileBytes.makeFolder(folder)
        try FileBytes.write(content, to: path)
    }
}
