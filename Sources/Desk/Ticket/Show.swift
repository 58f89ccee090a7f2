import App
import ArgumentParser
import Import
import Presentation
import Storage
import Workflow

/// `desk show`: tickets with all that was said on them.
struct Show: Verb {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show tickets.")

    @Argument(
        help: ArgumentHelp("Numbers and ranges, such as 1042 or 1040-1045,1050.", valueName: "id"),
        completion: Completions.tickets)
    var numbers: [String] = []

    @Flag(name: .customLong("public"), help: "Only what the customer may see.")
    var isPublic = false

    @Flag(name: .customLong("internal"), help: "Only internal notes.")
    var isInternal = false

    @Flag(help: "With every change since it was filed.")
    var events = false

    @Flag(help: "The bytes as they were imported.")
    var original = false

    @Flag(help: "Only what was said, as it was written, each message under its name.")
    var raw = false

    @Option(
        name: .customLong("version"),
        help: ArgumentHelp("The ticket as it was at a version; the heading tells the present one.", valueName: "n"))
    var version: Int?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try opened(session)
        let numbers = try TicketNumbers(numbers)
        try store.read { db in
            let queryContext = try session.queryContext(in: db)
            let records = try numbers.found(queryContext, in: db).map { number in
                guard let record = try TicketRecord.find(number, categories: queryContext.categories, in: db),
                    record.ticket.removal != .undone
                else { throw StorageError.noSuchTicket(number.rawValue) }
                return visible(record)
            }
            if raw {
                try session.refuseJSON()
                try records.forEach { try session.write(Array(RawTicket.text(of: $0).utf8)) }
            } else if original {
                try session.refuseJSON()
                try records.forEach { try session.write(try originalBytes(of: $0, in: db)) }
            } else {
                try show(records, queryContext, session, in: db)
            }
        }
    }

    private func opened(_ session: Session) throws -> Store {
        // The files that tickets came from do not belong to their past.
        if original { return try session.openForReading() }
        guard let version else { return try session.openForReading(about: numbers) }
        guard globals.asOf == nil else { throw UsageError.badMoment("--version") }
        guard let number = TicketNumbers.plain(numbers)?.first, numbers.count == 1 else { throw UsageError.oneTicket }
        let store = try session.openPresent()
        return try store.past(version: version, of: number)
    }

    private func show(
        _ records: [TicketRecord], _ queryContext: QueryContext, _ session: Session, in db: any Transaction
    ) throws {
        switch globals.askedFormat {
        case .json, .jsonl: try records.forEach { try session.answer(.show, item: try json($0, in: db)) }
        case .md: try session.write(Array(MarkdownWriter.document(records.map(\.draft)).utf8))
        case .ids: try records.forEach { try session.print(String($0.ticket.number.rawValue)) }
        case .count: try session.print(String(records.count))
        case nil, .table:
            let page = TicketPage(words: session.words, zone: try session.zone(in: db), terminal: session.terminal)
            let texts = try records.map { record in
                page.text(
                    record, promises: try TicketPromises([record.ticket], queryContext, in: db),
                    now: queryContext.now, customer: try Customers.standing(of: record.ticket, in: db),
                    references: try references(of: record, merged(into: record, in: db), in: db),
                    merged: try merged(into: record, in: db),
                    history: events ? try TicketHistory.of(record.ticket.number, in: db) : [])
            }
            try session.page(texts.joined(by: "\n"))
        case .tsv, .csv, .html, .xlsx: throw UsageError.formatNotHere(globals.askedFormat?.rawValue ?? "")
        }
    }

    private func visible(_ record: TicketRecord) -> TicketRecord {
        var record = isPublic ? record.publicOnly : record
        if isInternal { record.messages.removeAll { !$0.isInternal } }
        return record
    }

    private func merged(into record: TicketRecord, in db: any Transaction) throws -> [TicketRecord] {
        let numbers = try MergeTargets.merged(into: record.ticket.number, in: db)
        guard !numbers.isEmpty else { return [] }
        let categories = try CategoryTree.read(in: db)
        return try numbers.compactMap { try TicketRecord.find($0, categories: categories, in: db).map(visible) }
    }

    private func json(_ record: TicketRecord, in db: any Transaction) throws -> JSONValue {
        let history = events ? try TicketHistory.of(record.ticket.number, in: db) : nil
        let merged = try merged(into: record, in: db)
        return record.shown(references: try references(of: record, merged, in: db), merged: merged, events: history)
    }

    /// A diagnosis may tell what the customer must not see, and an article may be a draft.
    private func references(
        of record: TicketRecord, _ merged: [TicketRecord], in db: any Transaction
    ) throws -> TicketReferences {
        isPublic ? TicketReferences() : try TicketReferences(of: record, merged: merged, in: db)
    }

    private func originalBytes(of record: TicketRecord, in db: any Transaction) throws -> [UInt8] {
        guard let bytes = try Originals.bytes(of: record.ticket.number, in: db) else {
            throw Refusal.noOriginal(record.ticket.number)
        }
        return bytes
    }
}

/// What was said on a ticket, and nothing else: to be read by a program, or copied.
private enum RawTicket {
    static func text(of record: TicketRecord) -> String {
        record.messages.map { message in
            "\(MessagePlace(ticket: record.ticket.number, sequence: message.sequence).label)\n\(message.body)\n"
        }.joined(by: "\n")
    }
}
