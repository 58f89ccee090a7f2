import Workflow

/// Setting the values of a ticket.
extension Operation {
    mutating func set(_ edit: TicketEdit, on ticket: Ticket) throws {
        let number = ticket.number
        var names = Names(db: db)
        if let title = edit.title {
            try reindexing(number) { try $0.change(.title, of: number, to: .text(title)) }
        }
        if let category = edit.category { try change(.category, of: number, to: .integer(category)) }
        if let priority = edit.priority {
            try change(.priority, of: number, to: .integer(priority.rawValue))
            try change(.priorityText, of: number, to: .optional(edit.priorityText))
        }
        if let assignee = edit.assignee { try change(.assignee, of: number, to: assignee.value) }
        if let team = edit.team { try change(.team, of: number, to: team.value) }
        try set(customer: edit.customer, organisation: edit.organisation, of: number)
        if let channel = edit.channel { try change(.channel, of: number, to: .text(channel)) }
        for tag in edit.addedTags { try add(tag: try names.tag(tag), to: number) }
        for tag in edit.removedTags { try remove(tag: tag, from: number) }
        for field in edit.fields {
            let id = try names.field(field.name)
            if !field.text.isEmpty { try requireAdmitted(field, id) }
            try set(field: id, to: field.text.isEmpty ? nil : field.text, of: number)
        }
    }

    /// A field that was declared takes only what it was declared for.
    func requireAdmitted(_ field: NamedText, _ id: Int64) throws {
        guard let row = try db.row("SELECT kind, choices, is_retired FROM field WHERE id = $1", [.integer(id)]) else {
            return
        }
        if try row.flag(2) { throw StorageError.retiredField(field.name) }
        guard !row.isNull(0) else { return }
        let kind: FieldKind = try row.code(0)
        let choices = (try row.optionalText(1) ?? "").split(separator: "\n").map { String($0) }
        let isAdmitted = kind.admits(field.text, choices: choices) { text in
            if case .day = DateExpression(text) { true } else { false }
        }
        guard isAdmitted else {
            throw StorageError.badFieldValue(field.text, field: field.name, kind, choices: choices)
        }
    }

    private mutating func set(customer: String?, organisation: String?, of ticket: Ticket.Number) throws {
        if let customer {
            let value: SQLValue = customer.isEmpty ? .null : .integer(try self.customer(called: customer))
            try change(.customer, of: ticket, to: value)
        }
        guard let organisation else { return }
        guard case .integer(let id) = try storedValue(.customer, of: ticket) else {
            throw StorageError.noCustomer(ticket: ticket.rawValue)
        }
        try set(CustomerFacts(organisation: organisation), ofCustomer: id)
    }

    /// Puts a tag on the ticket; does nothing when it is there.
    mutating func add(tag: Int64, to ticket: Ticket.Number) throws {
        let row = try db.row(
            """
            INSERT INTO ticket_tag (ticket_id, tag_id) VALUES ($1, $2)
            ON CONFLICT (ticket_id, tag_id) DO NOTHING RETURNING tag_id
            """, [.integer(ticket.rawValue), .integer(tag)])
        guard row != nil else { return }
        try record(Event(.add, .tag, of: ticket, subject: tag))
        try bumpVersion(of: ticket)
    }

    /// Takes a tag off the ticket; does nothing when it is not there.
    mutating func remove(tag name: String, from ticket: Ticket.Number) throws {
        let known = try db.row("SELECT id FROM tag WHERE folded = $1", [.text(folded(name))])
        guard let tag = try known?.integer(0) else { return }
        try remove(tag: tag, from: ticket)
    }

    mutating func remove(tag: Int64, from ticket: Ticket.Number) throws {
        let row = try db.row(
            "DELETE FROM ticket_tag WHERE ticket_id = $1 AND tag_id = $2 RETURNING tag_id",
            [.integer(ticket.rawValue), .integer(tag)])
        guard row != nil else { return }
        try record(Event(.remove, .tag, of: ticket, subject: tag))
        try bumpVersion(of: ticket)
    }
}
