import Workflow

/// Makes verbs of the lines of a macro or a rule: names in them are looked up now.
package struct MacroReading {
    private let author: Author
    private let zones: ZoneFinder
    private let db: any Transaction

    package init(_ author: Author, zones: @escaping ZoneFinder, in db: any Transaction) {
        self.author = author
        self.zones = zones
        self.db = db
    }

    /// - Throws: `TextError` where a line names what is not there.
    package func verb(of text: String) throws -> TicketCommand {
        let verbs = try MacroStep.steps(of: text).map { try verb($0) }
        return verbs.count == 1 ? verbs[0] : .series(verbs)
    }

    private func verb(_ step: MacroStep) throws -> TicketCommand {
        switch step {
        case .tag(let added, let removed): .edit(TicketEdit(addedTags: added, removedTags: removed))
        case .priority(let text): try .edit(priority(text, "prio"))
        case .category(let path): .edit(TicketEdit(category: try category(path)))
        case .customer(let name): .edit(TicketEdit(customer: name))
        case .field(let field): try .edit(TicketEdit(fields: [self.field(field)]))
        case .assign(let name): try assign(name)
        case .take: .take
        case .release: .release
        case .wake: .wake
        case .close: .close(TicketEnd())
        case .reopen: .reopen
        case .reply(let said): .canned(try text(said))
        case .note(let said): .canned(CannedText(body: try text(said).body, isInternal: true, today: try today()))
        case .pend(let length): .pend(until: try end(length, "pend"))
        case .hold(let length): .hold(until: try end(length, "hold"))
        case .resolve(let resolution, let cause):
            .resolve(TicketEnd(resolution: resolution, causes: try cause.map { [try self.cause($0)] } ?? []))
        case .escalate(let text): try escalate(text)
        }
    }

    private func priority(_ text: String, _ verb: String) throws -> TicketEdit {
        guard let priority = Priority(queryName: folded(text)) else { throw TextError.badStep("\(verb) \(text)") }
        return TicketEdit(priority: priority, priorityText: folded(text) == priority.name ? nil : text)
    }

    private func field(_ text: NamedText) throws -> NamedText {
        let known = try Taxonomy.fields(in: db).first { folded($0.name) == folded(text.name) }
        guard let known else { throw TextError.badStep("field \(text.name)=\(text.text)") }
        return NamedText(name: known.name, text: text.text)
    }

    /// A cause that is not there is no step that would make one.
    private func cause(_ name: String) throws -> String {
        guard let found = try Taxonomy.cause(meant: name, in: db).found else {
            throw TextError.badStep("resolve --cause \(name)")
        }
        return found
    }

    private func escalate(_ text: String) throws -> TicketCommand {
        let edit = try priority(text, "escalate")
        return .escalate(edit.priority ?? .high, text: edit.priorityText)
    }

    private func category(_ path: String) throws -> Category.ID {
        guard case .found(let id) = try CategoryTree.read(in: db).find(path, in: db) else {
            throw TextError.badStep("category \(path)")
        }
        return id
    }

    private func assign(_ name: String) throws -> TicketCommand {
        switch folded(name) {
        case "me", "我": return .assign(author.agent)
        case "none", "无": return .release
        default:
            guard let agent = try Agents.find(name, in: db) else { throw StorageError.unknownActor(name) }
            return .assign(agent)
        }
    }

    /// A canned reply that somebody chooses, with the day on which it is said.
    package func canned(_ name: String) throws -> CannedText {
        let canned = try DeskTexts.find(name, .canned, in: db)
        return CannedText(body: canned.text, today: try today(), chosen: canned.id)
    }

    private func text(_ said: MacroStep.Said) throws -> CannedText {
        switch said {
        case .text(let text): CannedText(body: text, today: try today())
        case .canned(let name): CannedText(body: try DeskTexts.find(name, .canned, in: db).text, today: try today())
        }
    }

    private func today() throws -> String {
        let zone = try zones(try DeskFacts.read(in: db).timeZone)
        return TimeText.localDate(author.at.milliseconds, offset: zone.offset(at: author.at.milliseconds))
    }

    private func end(_ text: String?, _ verb: String) throws -> Instant? {
        guard let text else { return nil }
        let zone = ZoneOffsets(try zones(try DeskFacts.read(in: db).timeZone))
        let end = try MomentText.read(text, .future, now: author.at, zone: zone) {
            try Calendars.standard(zones, in: db)
        }
        guard let end, end > author.at else { throw TextError.badStep("\(verb) \(text)") }
        return end
    }
}

extension CannedText {
    /// The text with its places filled.
    /// - Throws: what a place lacks.
    package func filled(for ticket: Ticket, _ author: Author, in db: any Transaction) throws -> String {
        try TemplateFilling(ticket: ticket, author: author, today: today, db: db).filled(body)
    }
}

/// Fills the places of a template with what is known of a ticket.
struct TemplateFilling {
    let ticket: Ticket
    let author: Author
    let today: String
    let db: any Transaction

    func filled(_ text: String) throws -> String {
        guard text.contains("{{") else { return text }
        return try Template(text).filled { try value($0) }
    }

    private func value(_ placeholder: Template.Placeholder) throws -> String? {
        switch placeholder {
        case .customerName: return ticket.customer
        case .ticketNumber: return "#\(ticket.number.rawValue)"
        case .ticketTitle: return ticket.title
        case .ticketCategory: return try CategoryTree.read(in: db).printedPath(of: ticket.category)
        case .agentName: return author.agent.name
        case .today: return today
        case .field(let name):
            let sql = """
                SELECT ticket_field.text FROM ticket_field JOIN field ON field.id = ticket_field.field_id
                WHERE ticket_field.ticket_id = $1 AND field.folded = $2 AND ticket_field.text <> ''
                """
            return try db.row(sql, [.integer(ticket.number.rawValue), .text(folded(name))])?.text(0)
        }
    }
}
