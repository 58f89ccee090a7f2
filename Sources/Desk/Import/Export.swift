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
            "desk import" reads back; md is Markdown in the dialect of the demo data; csv is for spreadsheets. --original \
            writes the imported files into the folder --out, byte for byte.
            """)
    static let documents: Set<Format> = [.xlsx]

    @OptionGroup var query: QueryWords

    @Option(
        help: ArgumentHelp("Folder to write into; it is made when missing.", valueName: "dir"), completion: .directory)
    var out: String?

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
        let format = globals.askedFormat ?? .jsonl
        var file: [UInt8] = []
        // Straight to the stream unless a file is to be written at once.
        func put(_ bytes: [UInt8]) throws {
            if out == nil { try session.write(bytes) } else { file += bytes }
        }
        switch format {
        case .jsonl: try Exporter.eachLine(query, queryContext, in: db, put)
        case .json: try writeDocument(query, queryContext, session, in: db, put)
        case .md: try writeMarkdown(query, queryContext, in: db, put)
        case .csv, .tsv: try put(try table(query, queryContext, format, session, in: db))
        case .xlsx: try put(try workbook(query, queryContext, session, in: db))
        case .table, .html, .ids, .count: throw UsageError.formatNotHere(format.rawValue)
        }
        guard let out else { return }
        let path = "\(out)/tickets.\(format.rawValue)"
        if !globals.isDryRun {
            try FileBytes.makeFolder(out)
            try FileBytes.write(file, to: path)
        }
        try session.print(session.words.importing.written(path, globals.isDryRun))
    }

    /// All tickets in one document, like every list.
    private func writeDocument(
        _ query: Query, _ queryContext: QueryContext, _ session: Session, in db: any Transaction,
        _ put: ([UInt8]) throws -> Void
    ) throws {
        let total = try TicketList(query, queryContext, in: db).total()
        let asOf = try session.asOf.map {
            JSONRendering(zone: try session.zone(in: db)).time($0.milliseconds)
        }
        let head = Document.export.json([
            "query": .string(query.description), "asOf": asOf ?? .null, "total": .integer(Int64(total)),
            "returned": .integer(Int64(total)), "truncated": false,
        ])
        try put(JSONWriter.bytes(of: head).dropLast() + Array(",\"items\":[".utf8))
        var isFirst = true
        try Exporter.eachRecord(query, queryContext, in: db) { record in
            try put((isFirst ? [] : Array(",".utf8)) + JSONWriter.bytes(of: .object(JSONObject(record.members))))
            isFirst = false
        }
        try put(Array("]}\n".utf8))
    }

    private func writeMarkdown(
        _ query: Query, _ queryContext: QueryContext, in db: any Transaction, _ put: ([UInt8]) throws -> Void
    ) throws {
        var drafts: [TicketDraft] = []
        try Exporter.eachRecord(query, queryContext, in: db) { drafts.append($0.draft) }
        try put(Array(MarkdownWriter.document(drafts).utf8))
    }

    private func table(
        _ query: Query, _ queryContext: QueryContext, _ format: Format, _ session: Session, in db: any Transaction
    ) throws -> [UInt8] {
        let rows = try rows(query, queryContext, in: db)
        let rendering = Rendering(
            format: format, terminal: .pipe, zone: .utc, words: session.words, hasHeader: !globals.noHeader,
            startsCSVWithByteOrderMark: format == .csv)
        return rendering.bytes(of: rows)
    }

    private func workbook(
        _ query: Query, _ queryContext: QueryContext, _ session: Session, in db: any Transaction
    ) throws -> [UInt8] {
        if out == nil && session.terminal.isTerminal { throw UsageError.workbookOnTerminal }
        let list = ListWorkbook(words: session.words, zone: try session.zone(in: db), now: session.now)
        return try session.bytes(of: list.workbook(of: try rows(query, queryContext, in: db)))
    }

    private func rows(_ query: Query, _ queryContext: QueryContext, in db: any Transaction) throws -> Rows {
        var records: [TicketRecord] = []
        try Exporter.eachRecord(query, queryContext, in: db) { records.append($0) }
        return ExportColumns.rows(records, query: query)
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

/// The columns of an export for spreadsheets.
enum ExportColumns {
    static func rows(_ records: [TicketRecord], query: Query) -> Rows {
        let names = [
            "number", "uuid", "title", "category", "status", "priority", "customer", "assignee", "tags", "rootCauses",
            "description", "answers", "messages", "createdAt", "resolvedAt", "sourceFile", "sourceOrdinal",
        ]
        let numeric: Set<String> = ["number", "messages", "sourceOrdinal"]
        return Rows(
            .export, query: query.description,
            fields: names.map { RowField($0, numeric.contains($0) ? .number : .text, column: Column(heading: $0)) },
            entries: records.map(entries))
    }

    private static func entries(_ record: TicketRecord) -> [RowEntry] {
        let ticket = record.ticket
        let replies = record.messages.filter { $0.role == .agent && !$0.isInternal }.map(\.body)
        return [
            RowEntry(.number(ticket.number.rawValue)), RowEntry(.text(ticket.uuid.text)), RowEntry(.text(ticket.title)),
            RowEntry(.text(record.categoryPath.joined(by: CategoryTree.separator))),
            RowEntry(.text(ticket.status.name)), RowEntry(.text(ticket.priority.name)), .optional(ticket.customer),
            .optional(ticket.assignee), RowEntry(.text(record.tags.joined(by: ", "))),
            RowEntry(.text(record.causes.map(\.name).joined(by: "\n"))), .optional(record.description?.body),
            RowEntry(.text(replies.joined(by: "\n"))), RowEntry(.number(Int64(record.messages.count))),
            RowEntry(.instant(ticket.createdAt)), RowEntry(.instant(ticket.resolvedAt)), .optional(ticket.source?.file),
            RowEntry(ticket.source.map { .number(Int64($0.ordinal)) } ?? .null),
        ]
    }
}
