import Workflow

/// Tickets of a file being created, with consecutive numbers.
struct Arrivals {
    var names: Names
    private(set) var created = 0
    private(set) var shingles: [Int64: Shingles] = [:]
    private let first: Int64
    private let source: Int64
    private let status: Status?
    /// When tickets came whose source does not say.
    private let at: Instant?
    private let desk: UUIDBytes

    init(count: Int, source: Int64, _ run: ImportRun, operation: Operation) throws {
        names = Names(db: operation.db)
        first = count > 0 ? try operation.takeNumbers(count).rawValue : 0
        self.source = source
        status = run.status
        at = run.at
        desk = try DeskFacts.read(in: operation.db).uuid
    }

    var numbers: ClosedRange<Int64>? { created > 0 ? first...(first + Int64(created) - 1) : nil }

    /// Those of the tickets made since the last time.
    mutating func takeShingles() -> [Int64: Shingles] {
        defer { shingles.removeAll(keepingCapacity: true) }
        return shingles
    }

    mutating func create(_ incoming: IncomingTicket, _ operation: inout Operation) throws {
        let number = Ticket.Number(first + Int64(created))
        let draft = incoming.draft
        var row = TicketInsert(
            number: number, uuid: UUIDBytes(desk: desk, ticket: number), title: draft.title,
            status: draft.startingStatus(asked: status))
        row.statusText = draft.statusText
        row.category = try names.category(draft.categoryPath)
        row.sourceFile = source
        row.sourcePosition = incoming.place.ordinal
        if let at {
            row.createdAt = at
            if row.status == .resolved || row.status == .closed { row.resolvedAt = at }
            if row.status == .closed { row.closedAt = at }
        }
        try operation.insert(row)
        try insertTexts(of: incoming, into: number, operation)
        try SourceRow.insert(incoming, of: number, from: source, in: operation.db)
        shingles[number.rawValue] = incoming.shingles
        created += 1
    }

    private mutating func insertTexts(
        of incoming: IncomingTicket, into number: Ticket.Number, _ operation: Operation
    ) throws {
        let draft = incoming.draft
        for (index, message) in incoming.messages.enumerated() {
            try operation.insert(message, at: index + 1, of: number)
        }
        for (index, cause) in draft.rootCauses.enumerated() {
            try operation.insert(cause: try names.cause(cause), at: index + 1, of: number, state: .unverified)
        }
        for extra in draft.extra {
            try operation.insert(field: try names.field(extra.name), text: extra.text, of: number)
        }
        try incoming.text.index(of: number, in: operation.db)
    }
}
