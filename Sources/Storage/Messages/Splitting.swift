import Workflow

/// A new ticket made of some messages of another.
package struct Split: Equatable, Sendable {
    package var ticket: Ticket
    package var from: [MessagePlace]
    package var operation: Int64?
}

/// What to split off, and what the new ticket is to be called.
package struct SplitDraft: Equatable, Sendable {
    package var ticket: Ticket.Number
    package var first: Int
    /// Nil: to the end.
    package var last: Int?
    package var title: String?
    package var category: Category.ID?

    package init(ticket: Ticket.Number, first: Int, last: Int?, title: String? = nil, category: Category.ID? = nil) {
        self.ticket = ticket
        self.first = first
        self.last = last
        self.title = title
        self.category = category
    }

    static let titleLength = 80
}

extension Store {
    /// Makes a ticket of some messages. It follows the old one, with the same customer, category, priority and assignee.
    package func split(_ draft: SplitDraft, _ context: CommandContext) throws -> Split {
        try write(context, needs: .work) { operation in
            let db = operation.db
            guard let ticket = try TicketRows.find(draft.ticket, in: db), ticket.removal == .none else {
                throw StorageError.noSuchTicket(draft.ticket.rawValue)
            }
            let messages = try draft.messages(in: db)
            let number = try operation.makeTicket(draft, messages, from: ticket)
            _ = try operation.moveToEnd(messages, of: draft.ticket, to: number, at: context.at)
            try operation.add(LinkDraft(number, .follows, isInverse: false, draft.ticket))
            guard let made = try TicketRows.find(number, in: db) else {
                throw StorageError.noSuchTicket(number.rawValue)
            }
            let from = messages.map { MessagePlace(ticket: draft.ticket, sequence: $0.sequence) }
            return Split(ticket: made, from: from, operation: operation.reported)
        }.content
    }
}

extension SplitDraft {
    fileprivate func messages(in db: any Transaction) throws -> [Message] {
        // Says where it went, if it is not there.
        _ = try MessagePlace(ticket: ticket, sequence: first).message(in: db)
        if let last { _ = try MessagePlace(ticket: ticket, sequence: last).message(in: db) }
        let range = first...max(first, last ?? Int.max)
        let messages = try TicketMessages.of(ticket, in: db).filter { range.contains($0.sequence) }
        for message in messages {
            try message.requireMovable(from: MessagePlace(ticket: ticket, sequence: message.sequence))
        }
        return messages
    }
}

extension Operation {
    fileprivate mutating func makeTicket(
        _ draft: SplitDraft, _ messages: [Message], from ticket: Ticket
    ) throws -> Ticket.Number {
        let number = try takeNumbers(1)
        let line = messages.first?.body.split(whereSeparator: \.isNewline).first.map(String.init) ?? ticket.title
        let title = draft.title ?? String(line.prefix(SplitDraft.titleLength))
        let uuid = UUIDBytes(desk: try DeskFacts.read(in: db).uuid, ticket: number)
        let isAnswered = messages.contains { $0.role == .agent && !$0.isInternal }
        var row = TicketInsert(number: number, uuid: uuid, title: title, status: isAnswered ? .open : .new)
        row.priority = ticket.priority
        row.priorityText = ticket.priorityText
        row.category = draft.category ?? ticket.category
        row.channel = ticket.channel
        let people = "SELECT customer_id, assignee_id, team_id FROM ticket WHERE id = $1"
        let known = try db.row(people, [.integer(ticket.number.rawValue)])
        row.customer = try known?.optionalInteger(0)
        row.assignee = try known?.optionalInteger(1)
        row.team = try known?.optionalInteger(2)
        row.createdAt = at
        row.updatedAt = at
        try insert(row)
        try TicketText(title: title).index(of: number, in: db)
        return number
    }
}
