import Workflow

/// Going on in a new ticket where a closed one ended.
extension Operation {
    /// Files the ticket that follows a closed one: the same matter of the same customer, from the start. Each of the two says
    /// which the other is.
    /// - Parameter saying: what the customer said, when, and who it was.
    mutating func followUp(
        of ticket: Ticket, saying: (body: String, at: Instant?, from: String?)?
    ) throws -> Ticket.Number {
        let number = try takeNumbers(1)
        var row = TicketInsert(
            number: number, uuid: UUIDBytes(desk: try DeskFacts.read(in: db).uuid, ticket: number),
            title: ticket.title, status: .new)
        row.priority = ticket.priority
        row.priorityText = ticket.priorityText
        row.category = ticket.category
        row.customer = try customer(of: ticket, or: saying?.from)
        row.channel = ticket.channel
        row.createdAt = at
        row.updatedAt = at
        try insert(row)
        try TicketText(title: ticket.title).index(of: number, in: db)
        try change(.team, of: number, to: try storedValue(.team, of: ticket.number))
        if let saying {
            let draft = MessageDraft(
                role: .customer, origin: .typed, isDescription: true, body: saying.body, at: saying.at ?? at)
            try reindexing(number) { try $0.append(draft, to: number) }
        }
        try add(LinkDraft(number, .follows, isInverse: false, ticket.number))
        try point(from: number, "← #\(ticket.number.rawValue)")
        try point(from: ticket.number, "→ #\(number.rawValue)")
        try change(.updatedAt, of: ticket.number, to: .integer(at.milliseconds))
        return number
    }

    private func customer(of ticket: Ticket, or other: String?) throws -> Int64? {
        if case .integer(let id) = try storedValue(.customer, of: ticket.number) { return id }
        var names = Names(db: db)
        return try other.map { try names.customer($0) }
    }

    private mutating func point(from ticket: Ticket.Number, _ body: String) throws {
        let draft = MessageDraft(role: .system, origin: .typed, isInternal: true, body: body, at: at)
        try reindexing(ticket) { try $0.append(draft, to: ticket) }
    }

    /// Says who a message is from, where that is not the ticket's customer.
    func name(_ customer: Int64, asSpeakerOf message: Message.ID) throws {
        try db.run(
            "UPDATE message SET customer_id = $1 WHERE id = $2", [.integer(customer), .integer(message)])
    }
}
