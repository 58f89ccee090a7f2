import Workflow

/// What people call a message: its ticket, and its place there. `1042.m5`
package struct MessagePlace: Hashable, Sendable {
    package var ticket: Ticket.Number
    package var sequence: Int

    package init(ticket: Ticket.Number, sequence: Int) {
        self.ticket = ticket
        self.sequence = sequence
    }

    /// `1042.m5` or `1042/m5`; only `m5` where the ticket is known.
    package init?(_ text: String, of ticket: Ticket.Number? = nil) {
        let parts = text.split(whereSeparator: { $0 == "." || $0 == "/" })
        guard let last = parts.last, parts.count <= 2, last.first == "m" || last.first == "M",
            let sequence = Int(last.dropFirst()), sequence > 0
        else { return nil }
        let digits = parts[0].first == "#" ? parts[0].dropFirst() : parts[0]
        let named = parts.count == 2 ? Int64(digits).map { Ticket.Number($0) } : ticket
        guard let named, named.rawValue > 0 else { return nil }
        self.init(ticket: named, sequence: sequence)
    }

    package var label: String { "\(ticket.rawValue).m\(sequence)" }
}

extension MessagePlace {
    /// As an event keeps it.
    var eventText: String { "\(ticket.rawValue) \(sequence)" }

    init?(eventText: String?) {
        let parts = (eventText ?? "").split(separator: " ").compactMap { Int64($0) }
        guard parts.count == 2 else { return nil }
        self.init(ticket: Ticket.Number(parts[0]), sequence: Int(parts[1]))
    }

    /// Where a message stands now.
    static func of(_ message: Message.ID, in db: any Transaction) throws -> MessagePlace? {
        let row = try db.row("SELECT ticket_id, sequence FROM message WHERE id = $1", [.integer(message)])
        return try row.map { MessagePlace(ticket: Ticket.Number(try $0.integer(0)), sequence: try $0.int(1)) }
    }

    /// The message that stands here.
    /// - Throws: `RelationFault.messageMoved` where one stood, `.noMessage`.
    package func message(in db: any Transaction) throws -> Message {
        guard let ticket = try TicketRows.find(ticket, in: db), ticket.removal != .undone else {
            throw StorageError.noSuchTicket(ticket.rawValue)
        }
        if let found = try TicketMessages.of(ticket.number, in: db).first(where: { $0.sequence == sequence }) {
            return found
        }
        let former = try db.row(
            "SELECT message_id FROM message_former_place WHERE ticket_id = $1 AND sequence = $2",
            [.integer(ticket.number.rawValue), .integer(sequence)])
        if let id = try former?.integer(0), let now = try MessagePlace.of(id, in: db) {
            throw WorkflowError.relation(.messageMoved(ticket.number, sequence, to: now.ticket, now.sequence))
        }
        throw WorkflowError.relation(.noMessage(ticket.number, sequence))
    }
}
