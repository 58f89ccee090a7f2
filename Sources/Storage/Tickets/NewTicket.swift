import Workflow

/// A ticket somebody files at the desk.
package struct NewTicket: Equatable, Sendable {
    package var title: String
    package var description: String?
    package var categoryPath: [String]
    package var priority: Priority
    package var priorityText: String?
    /// A name, a telephone number or an e-mail address.
    package var customer: String?
    /// Where the customer belongs.
    package var organisation: String?
    package var assignee: Agent?
    package var team: Team?
    package var tags: [String]
    package var channel: String?
    /// Texts of custom fields, by the names of fields that are there.
    package var fields: [NamedText] = []
    /// What another system calls it.
    package var reference: String?
    /// What is done with it in the same operation.
    package var then: TicketCommand?
    /// Files that came with it. The customer may see them.
    package var attachments: [IncomingAttachment] = []

    package init(
        title: String, description: String? = nil, categoryPath: [String] = [], priority: Priority = .normal,
        priorityText: String? = nil, customer: String? = nil, tags: [String] = [], channel: String? = nil,
        organisation: String? = nil, assignee: Agent? = nil, team: Team? = nil
    ) {
        self.title = title
        self.description = description
        self.categoryPath = categoryPath
        self.priority = priority
        self.priorityText = priorityText
        self.customer = customer
        self.tags = tags
        self.channel = channel
        self.organisation = organisation
        self.assignee = assignee
        self.team = team
    }
}

extension NewTicket {
    /// The custom field that holds what another system calls a ticket; `ref:` looks there, too.
    static let referenceField = "ref"
}

/// What a write gives back: the ticket it was about, and the operation that undoes it, which a rehearsal has not.
package struct Written: Equatable, Sendable {
    package var ticket: Ticket.Number
    package var operation: Int64?
}

extension Store {
    /// Files a ticket. Its description is a public message of the customer.
    package func file(_ new: NewTicket, _ context: CommandContext) throws -> Written {
        try write(context, needs: .work) { operation in
            let db = operation.db
            let number = try operation.takeNumbers(1)
            var row = try new.row(number, at: context.at, in: db)
            row.customer = try operation.customer(of: new)
            try operation.insert(row)
            try operation.insertTexts(of: new, at: context.at, into: number)
            try operation.attach(new.attachments, of: new, to: number)
            try SimilarityBlock.keep(after: number, in: db)
            if let verb = new.then {
                let applying = ApplyCommand(verb: verb, version: nil, turn: try operation.present())
                _ = try applying.run([number], &operation)
            }
            return Written(ticket: number, operation: operation.reported)
        }.content
    }
}

extension NewTicket {
    fileprivate func row(_ number: Ticket.Number, at now: Instant, in db: any Transaction) throws -> TicketInsert {
        var names = Names(db: db)
        let desk = try DeskFacts.read(in: db).uuid
        var row = TicketInsert(number: number, uuid: UUIDBytes(desk: desk, ticket: number), title: title, status: .new)
        row.priority = priority
        row.priorityText = priorityText
        row.category = try names.category(categoryPath)
        row.assignee = assignee?.id
        row.team = team?.id
        row.channel = channel
        row.createdAt = now
        row.updatedAt = now
        return row
    }
}

extension Operation {
    fileprivate mutating func customer(of new: NewTicket) throws -> Int64? {
        guard let customer = new.customer else { return nil }
        let id = try self.customer(called: customer)
        if let organisation = new.organisation { try set(CustomerFacts(organisation: organisation), ofCustomer: id) }
        return id
    }

    fileprivate func insertTexts(of new: NewTicket, at now: Instant, into number: Ticket.Number) throws {
        var names = Names(db: db)
        var text = TicketText(title: new.title)
        if let description = new.description {
            let message = MessageDraft(
                role: .customer, origin: .description, isDescription: true, body: description, at: now)
            try insert(message, at: 1, of: number)
            text.add(description, isInternal: false)
        }
        for tag in new.tags { try insert(tag: try names.tag(tag), of: number) }
        for field in new.fields where !field.text.isEmpty {
            let id = try names.field(field.name)
            try requireAdmitted(field, id)
            try insert(field: id, text: field.text, of: number)
        }
        if let reference = new.reference {
            try insert(field: try names.field(NewTicket.referenceField), text: reference, of: number)
        }
        try text.index(of: number, in: db)
    }
}

extension Operation {
    fileprivate mutating func attach(
        _ files: [IncomingAttachment], of new: NewTicket, to number: Ticket.Number
    ) throws {
        guard !files.isEmpty else { return }
        let first = try db.row("SELECT id FROM message WHERE ticket_id = $1", [.integer(number.rawValue)])
        try attach(files, to: number, message: try first?.integer(0), isInternal: false)
    }
}
