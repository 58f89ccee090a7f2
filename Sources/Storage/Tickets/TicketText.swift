import Workflow

/// The text of a ticket as the search knows it.
struct TicketText: Sendable {
    private(set) var publicText = IndexedText()
    private(set) var notes = IndexedText()
    /// How many bytes of the public text are the first message's.
    private(set) var firstMessage = 0
    private var publicTokens = SearchTokens()
    private var noteTokens = SearchTokens()

    /// Of a ticket that is not found by itself.
    init() {}

    init(title: String) {
        var tokens = SearchTokens()
        tokens.append(title, to: &publicText.title)
    }

    init(title: String, _ messages: [MessageDraft]) {
        self.init(title: title)
        for (place, message) in messages.enumerated() {
            add(message.body, isInternal: message.isInternal)
            if place == 0 { firstMessage = publicText.body.count }
        }
    }

    mutating func add(_ body: String, isInternal: Bool) {
        if isInternal {
            noteTokens.append(body, to: &notes.body)
        } else {
            publicTokens.append(body, to: &publicText.body)
        }
    }

    /// What the desk holds of the ticket now, and of those merged into it.
    init(of ticket: Ticket.Number, in db: any Transaction) throws {
        let sql = "SELECT title, merged_into FROM ticket WHERE id = $1"
        guard let row = try db.row(sql, [.integer(ticket.rawValue)]) else {
            throw StorageError.noSuchTicket(ticket.rawValue)
        }
        // What is merged is found once: at its mergeTarget.
        guard row.isNull(1) else {
            self.init()
            return
        }
        self.init(title: try row.text(0))
        try add(messagesOf: ticket, in: db)
        for merged in try MergeTargets.merged(into: ticket, in: db) {
            let title = try db.row("SELECT title FROM ticket WHERE id = $1", [.integer(merged.rawValue)])
            add(try title?.text(0) ?? "", isInternal: false)
            try add(messagesOf: merged, in: db)
        }
    }

    private mutating func add(messagesOf ticket: Ticket.Number, in db: any Transaction) throws {
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
    mutating func reindexing(
        _ tickets: Ticket.Number..., changing change: (inout Operation) throws -> Void
    ) throws {
        let found = Set(try tickets.flatMap { try MergeTargets.chain(from: $0, in: db) }).sorted()
        let before = try found.map { try TicketText(of: $0, in: db) }
        try change(&self)
        for (ticket, old) in zip(found, before) {
            let new = try TicketText(of: ticket, in: db)
            try old.unindex(of: ticket, in: db)
            try new.index(of: ticket, in: db)
        }
    }
}
