import Workflow

/// The text of a ticket as the search knows it.
struct TicketText: Sendable {
    private(set) var publicText = IndexedText()
    private(set) var notes = IndexedText()
    private var publicTokens = SearchTokens()
    private var noteTokens = SearchTokens()

    init(title: String) {
        var tokens = SearchTokens()
        tokens.append(title, to: &publicText.title)
    }

    init(title: String, _ messages: [MessageDraft]) {
        self.init(title: title)
        for message in messages { add(message.body, isInternal: message.isInternal) }
    }

    mutating func add(_ body: String, isInternal: Bool) {
        if isInternal {
            noteTokens.append(body, to: &notes.body)
        } else {
            publicTokens.append(body, to: &publicText.body)
        }
    }

    /// What the desk holds of the ticket now.
    init(of ticket: Ticket.Number, in db: any Transaction) throws {
        guard let row = try db.row("SELECT title FROM ticket WHERE id = $1", [.integer(ticket.rawValue)]) else {
            throw StorageError.noSuchTicket(ticket.rawValue)
        }
        self.init(title: try row.text(0))
        var texts: [(body: String, isInternal: Bool)] = []
        let sql = "SELECT body, is_internal FROM message WHERE ticket_id = $1 AND removal = 0 ORDER BY sequence"
        try db.each(sql, [.integer(ticket.rawValue)]) { texts.append((try $0.text(0), try $0.flag(1))) }
        for text in texts { add(text.body, isInternal: text.isInternal) }
    }

    func index(of ticket: Ticket.Number, in db: any Transaction) throws {
        try db.index(publicText, of: SearchRow(ticket: ticket.rawValue, isNotes: false))
        if !notes.isEmpty { try db.index(notes, of: SearchRow(ticket: ticket.rawValue, isNotes: true)) }
    }

    func unindex(of ticket: Ticket.Number, in db: any Transaction) throws {
        try db.unindex(publicText, of: SearchRow(ticket: ticket.rawValue, isNotes: false))
        if !notes.isEmpty { try db.unindex(notes, of: SearchRow(ticket: ticket.rawValue, isNotes: true)) }
    }
}

extension Operation {
    /// Runs a change of a ticket's texts and keeps the search equal to them.
    mutating func reindexing(_ ticket: Ticket.Number, _ change: (inout Operation) throws -> Void) throws {
        let before = try TicketText(of: ticket, in: db)
        try change(&self)
        let after = try TicketText(of: ticket, in: db)
        try before.unindex(of: ticket, in: db)
        try after.index(of: ticket, in: db)
    }
}
