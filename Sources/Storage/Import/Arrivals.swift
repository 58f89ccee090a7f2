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
        try row.fill(with: incoming, elseAt: at, &names)
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
            try operation.insert(message, at: index + 1, of: number, &names)
        }
        for (index, cause) in draft.rootCauses.enumerated() {
            try operation.insert(cause: try names.cause(cause), at: index + 1, of: number, state: .unverified)
        }
        for extra in draft.fields {
            try operation.insert(field: try names.field(extra.name), text: extra.text, of: number)
        }
        for tag in draft.values.tags { try operation.insert(tag: try names.tag(tag), of: number) }
        try incoming.text.index(of: number, in: operation.db)
    }
}

extension TicketInsert {
    /// - Parameter at: when tickets came whose source does not say.
    mutating func fill(with incoming: IncomingTicket, elseAt at: Instant?, _ names: inout Names) throws {
        let values = incoming.draft.values
        priority = values.priority ?? .normal
        priorityText = values.priorityText
        customer = try values.customer.map { try names.customer($0) }
        assignee = try values.assignee.map { try names.pastAgent($0) }
        createdAt = incoming.createdAt ?? at
        guard !status.isOpen else { return }
        // When it was done is known only where the source says so; "came at" stands for all times of a source that has none.
        let done = incoming.closedAt ?? (incoming.createdAt == nil ? at : nil)
        resolvedAt = done
        if status == .closed { closedAt = done }
    }
}

extension IncomingTicket {
    var createdAt: Instant? { draft.values.createdAt?.instant(in: zone) }
    /// Never before it came.
    var closedAt: Instant? {
        guard let at = draft.values.closedAt?.instant(in: zone) else { return nil }
        return createdAt.map { max($0, at) } ?? at
    }
}

extension TicketDraft {
    /// Sections without a place of their own, and what the source's own desk calls it.
    var fields: [NamedText] {
        extra + (values.reference.map { [NamedText(name: NewTicket.referenceField, text: $0)] } ?? [])
    }
}
