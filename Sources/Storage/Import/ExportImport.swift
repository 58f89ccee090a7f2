import Workflow

/// An export of a desk on its way in.
package struct IncomingExport: Sendable {
    package var name: String
    package var path: String
    package var sha256: [UInt8]
    package var bytes: [UInt8]
    package var hashFormula: Int

    package init(name: String, path: String, sha256: [UInt8], bytes: [UInt8], hashFormula: Int) {
        self.name = name
        self.path = path
        self.sha256 = sha256
        self.bytes = bytes
        self.hashFormula = hashFormula
    }
}

/// What an import of an export did, or would do.
package struct RestoreOutcome: Equatable, Sendable {
    /// The desk has this very file already.
    package var isKnown = false
    package var created = 0
    package var unchanged = 0
    /// Tickets the desk has with other content; they stay as they are.
    package var conflicts: [Ticket.Number] = []
    /// Tickets whose number was taken here: they got the next free one.
    package var renumbered = 0

    package init() {}
}

/// The import of an export inside its transaction: tickets keep their number, uuid and source.
struct ExportImport {
    let file: IncomingExport
    private let turn: WriteTurn
    private var outcome = RestoreOutcome()
    private var batches: [ExactText: Batch] = [:]
    private var names: Names
    /// The newest number before this import: above it, those of the export are free to keep.
    private let firstNumber: Ticket.Number
    /// What the export calls its tickets, and their numbers here.
    private var numbers: [Ticket.Number: Ticket.Number] = [:]
    /// What is merged, or below others, without an end.
    private var merged: Set<Ticket.Number> = []
    private var nested: Set<UUIDBytes> = []
    private var lines: Int64 = 0
    /// What names tickets that may come later in the file.
    private var connections: [TicketConnections] = []

    private var db: any Transaction { turn.db }

    init(file: IncomingExport, turn: WriteTurn) throws {
        let db = turn.db
        self.file = file
        self.turn = turn
        names = Names(db: db)
        firstNumber = Ticket.Number(try db.row("SELECT last FROM counter WHERE name = 'ticket'")?.integer(0) ?? 0)
    }

    mutating func write(
        in run: inout ImportRun, _ records: ((TicketRecord, [UInt8]) throws -> Void) throws -> Void
    ) throws -> RestoreOutcome {
        if try SourceRow.isKnown(file.sha256, named: file.name, at: file.path, besides: run.paths, in: db) {
            outcome.isKnown = true
            return outcome
        }
        try lookAhead(records)
        let batch = try run.batch(in: turn)
        var operation = try Operation.begin(turn, batch: batch.id)
        let incoming = IncomingFile(
            name: file.name, path: file.path, sha256: file.sha256, bytes: file.bytes, declared: nil, ticketCount: 0,
            hashFormula: file.hashFormula, ticket: { _ in preconditionFailure("an export has no places") },
            reread: { _ in { _ in preconditionFailure("an export has no places") } })
        try SourceRow.insert(incoming, dataset: nil, batch: batch, sameAs: nil, in: db)
        try records { record, hash in
            lines += 1
            try requireEnd(of: record)
            if let present = try number(of: record.ticket.uuid) {
                numbers[record.ticket.number] = present
                try bringBack(present, &operation)
                try compare(record, hash, with: present)
            } else {
                try create(record, hash, batch, &operation)
            }
        }
        for connection in connections { try connection.write(numbers, &operation) }
        try BatchNames.keep(names, of: batch, agents: .none, &operation)
        try SimilarityBlock.keep(in: db)
        return outcome
    }

    // The export's own batch labels are taken before this run takes one, so that an empty desk tells the same sources. And what
    // goes round in circles can only be told once all of it was seen.
    private mutating func lookAhead(
        _ records: ((TicketRecord, [UInt8]) throws -> Void) throws -> Void
    ) throws {
        var seen: Set<ExactText> = []
        var (merges, parents) = (Arrows<Ticket.Number>(), Arrows<UUIDBytes>())
        try records { record, _ in
            if let mergeTarget = record.ticket.mergedInto { merges.add(record.ticket.number, mergeTarget) }
            for (parent, child) in record.parents { parents.add(parent, child) }
            guard let label = record.ticket.source?.batch, seen.insert(ExactText(label)).inserted else { return }
            batches[ExactText(label)] = try Batch.restored(label, at: turn.author.at, in: db)
        }
        (merged, nested) = (merges.endless(), parents.endless())
    }

    private func requireEnd(of record: TicketRecord) throws(RecordFault) {
        if merged.contains(record.ticket.number) { throw .mergedInCircle(record.ticket.number) }
        if nested.contains(record.ticket.uuid) { throw .parentOfItself(record.ticket.number) }
    }

    private func number(of uuid: UUIDBytes) throws -> Ticket.Number? {
        let row = try db.row("SELECT id FROM ticket WHERE uuid = $1", [.blob(uuid.bytes)])
        return try row.map { Ticket.Number(try $0.integer(0)) }
    }

    // The undo of an import set the ticket aside; its uuid says that it is the same one.
    private func bringBack(_ number: Ticket.Number, _ operation: inout Operation) throws {
        let isUndone = try operation.storedValue(.ticket, of: number) == .integer(Removal.undone.rawValue)
        if isUndone { try operation.change(.ticket, of: number, to: .integer(Removal.none.rawValue)) }
    }

    private mutating func compare(_ record: TicketRecord, _ hash: [UInt8], with number: Ticket.Number) throws {
        let tree = try CategoryTree.read(in: db)
        guard let present = try TicketRecord.find(number, categories: tree, in: db) else { return }
        if present.says(the: record) {
            outcome.unchanged += 1
        } else {
            outcome.conflicts.append(number)
        }
    }

    private mutating func create(
        _ record: TicketRecord, _ hash: [UInt8], _ batch: Batch, _ operation: inout Operation
    ) throws {
        var row = try ticketRow(record)
        if let source = record.ticket.source { row.sourceFile = try sourceFile(source, batch) }
        row.sourcePosition = row.sourceFile == nil ? nil : record.ticket.source?.ordinal
        try operation.insert(row)
        // Its number may lie among those of tickets that are there.
        try SimilarityBlock.forget(row.number, in: db)
        try insertLists(of: record, into: row.number, operation)
        try operation.insert(record.relations, of: row.number, &names)
        numbers[record.ticket.number] = row.number
        if let connection = TicketConnections(record, at: row.number) { connections.append(connection) }
        if let source = record.ticket.source, let file = row.sourceFile {
            let place = SourcePlace(
                ordinal: source.ordinal, printedOrdinal: source.printed, line: source.line, bytes: 0..<0)
            let incoming = IncomingTicket(
                draft: TicketDraft(title: row.title), place: place, contentHash: hash, answersDiffer: false)
            try SourceRow.insert(incoming, of: row.number, from: file, in: db)
        }
        outcome.created += 1
    }

    private mutating func ticketRow(_ record: TicketRecord) throws -> TicketInsert {
        let ticket = record.ticket
        var row = TicketInsert(
            number: try freeNumber(ticket.number), uuid: ticket.uuid, title: ticket.title, status: ticket.status)
        row.statusText = ticket.statusText
        row.priority = ticket.priority
        row.priorityText = ticket.priorityText
        row.category = try names.category(record.categoryPath)
        row.customer = try ticket.customer.map { try names.customer($0) }
        row.assignee = try ticket.assignee.map { try names.agent($0) }
        row.team = try ticket.team.map { try names.team($0) }
        row.channel = ticket.channel
        row.createdAt = ticket.createdAt
        row.updatedAt = ticket.updatedAt
        row.resolvedAt = ticket.resolvedAt
        row.closedAt = ticket.closedAt
        row.resolution = ticket.resolution
        row.wakeAt = ticket.wakeAt
        return row
    }

    // A number is kept when it was never given here; the counter then goes on behind it.
    private mutating func freeNumber(_ wanted: Ticket.Number) throws -> Ticket.Number {
        // However many lines came before: so a file cannot climb higher than it is long.
        let (sum, isBeyond) = firstNumber.rawValue.addingReportingOverflow(lines + RecordFault.gap)
        let most = isBeyond ? Int64.max : sum
        guard wanted.rawValue <= most else { throw RecordFault.numberTooHigh(wanted, most: most) }
        let kept = try db.row(
            "UPDATE counter SET last = $1 WHERE name = 'ticket' AND last < $1 RETURNING last",
            [.integer(wanted.rawValue)])
        if kept != nil { return wanted }
        if wanted > firstNumber, try db.row("SELECT 1 FROM ticket WHERE id = $1", [.integer(wanted.rawValue)]) == nil {
            return wanted
        }
        outcome.renumbered += 1
        let next = try db.row("UPDATE counter SET last = last + 1 WHERE name = 'ticket' RETURNING last")
        guard let number = try next?.integer(0) else { throw StorageError.damaged(detail: "no ticket counter") }
        return Ticket.Number(number)
    }

    private mutating func sourceFile(_ source: TicketSource, _ run: Batch) throws -> Int64 {
        let batch = batches[ExactText(source.batch)] ?? run
        return try SourceRow.restored(source, batch: batch, hashFormula: file.hashFormula, in: db)
    }

    private mutating func insertLists(
        of record: TicketRecord, into number: Ticket.Number, _ operation: Operation
    ) throws {
        var text = TicketText(title: record.ticket.title)
        for message in record.messages {
            let author = try message.role == .agent ? message.author.map { try names.agent($0) } : nil
            let speaker = try message.role == .customer ? message.author.map { try names.customer($0) } : nil
            try operation.insert(
                message.draft, at: message.sequence, of: number, agent: author, customer: speaker)
            text.add(message.body, isInternal: message.isInternal)
        }
        for (index, cause) in record.causes.enumerated() {
            let id = try names.cause(cause.name)
            try operation.insert(
                cause: id, at: index + 1, of: number, state: cause.state, isPrimary: cause.isPrimary)
            try insertVerdict(cause, id, of: number)
        }
        for field in record.fields {
            try operation.insert(field: try names.field(field.name), text: field.text, of: number)
        }
        for tag in record.tags { try operation.insert(tag: try names.tag(tag), of: number) }
        try text.index(of: number, in: db)
    }

    private mutating func insertVerdict(_ cause: TicketCause, _ id: Int64, of number: Ticket.Number) throws {
        guard cause.agent != nil || cause.at != nil || cause.evidence != nil else { return }
        let agent = try cause.agent.map { try names.agent($0) }
        try db.run(
            """
            UPDATE ticket_cause SET agent_id = $1, at = $2, evidence_id = (
                SELECT id FROM message WHERE message.ticket_id = $3 AND message.sequence = $4)
            WHERE ticket_id = $3 AND cause_id = $5
            """,
            [
                .optional(agent), .optional(cause.at?.milliseconds), .integer(number.rawValue),
                .optional(cause.evidence), .integer(id),
            ])
    }
}
