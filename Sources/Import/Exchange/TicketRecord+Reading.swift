import Files
import Storage
import Workflow

/// Reading a line of an export back.
extension TicketRecord {
    init(json: JSONValue) throws(ExchangeError) {
        let ticket = try Ticket(json: json)
        let answers = try json.texts("answers")
        let draft = TicketDraft(
            title: ticket.title, categoryPath: try json.texts("categoryPath"), statusText: ticket.statusText,
            status: ticket.status, description: try json.optionalText("description"), answers: answers)
        let turns = try json.list("conversation").enumerated().map { index, turn throws(ExchangeError) in
            try Message(json: turn, sequence: index)
        }
        let notes = try json.list("notes").map { note throws(ExchangeError) in
            var message = try Message(json: note, sequence: 0)
            message.origin = .note
            return message
        }
        self.init(
            ticket: ticket, categoryPath: draft.categoryPath,
            messages: try Self.messages(draft, turns, notes, describedAt: json.optionalInstant("descriptionAt")),
            causes: try Self.causes(json), tags: try json.texts("tags"), fields: try json.namedTexts("extra"))
        relations = try TicketRelations(json: json)
    }

    /// The ticket as a draft: what its source told, as far as an export keeps it.
    package var draft: TicketDraft {
        var draft = TicketDraft(
            title: ticket.title, categoryPath: categoryPath, statusText: ticket.statusText, status: statusToTell,
            description: description?.body, answers: answers.map(\.body), rootCauses: causes.map(\.name),
            turns: turns.filter { !$0.isInternal }.map { Turn(role: $0.role, body: $0.body) },
            extra: fields.filter { $0.name != NewReference.name })
        draft.values = values
        return draft
    }

    private var values: TicketValues {
        var values = TicketValues()
        values.reference = fields.first { $0.name == NewReference.name }?.text
        values.priority = ticket.priority == .normal && ticket.priorityText == nil ? nil : ticket.priority
        values.priorityText = ticket.priorityText
        values.customer = ticket.customer
        values.assignee = ticket.assignee
        values.createdAt = ticket.createdAt.map { SourceTime(milliseconds: $0.milliseconds, hasZone: true) }
        let done = ticket.closedAt ?? ticket.resolvedAt
        values.closedAt = done.map { SourceTime(milliseconds: $0.milliseconds, hasZone: true) }
        values.tags = tags
        return values
    }

    // A file tells a status of its own only where reading it would not come to the same.
    private var statusToTell: Status? {
        let understood = ticket.statusText.flatMap { StatusWords.status(of: $0) }
        let isAnswered = messages.contains { $0.role == .agent && !$0.isInternal }
        return (understood ?? (isAnswered ? .resolved : .open)) == ticket.status ? understood : ticket.status
    }

    private static func messages(
        _ draft: TicketDraft, _ turns: [Message], _ notes: [Message], describedAt: Instant?
    ) -> [Message] {
        var turns = turns
        var messages: [Message] = []
        if let description = draft.description {
            let describing = turns.firstIndex {
                $0.role == .customer && !$0.isInternal && $0.body.isSameText(as: description)
            }
            if let describing, describedAt == nil {
                turns[describing].isDescription = true
            } else {
                messages.append(.told(.customer, .description, description, at: describedAt))
            }
        }
        messages += draft.answers.map { .told(.agent, .answer, $0, at: nil) }
        return (messages + turns + notes).enumerated().map { index, message in
            var message = message
            message.sequence = index + 1
            return message
        }
    }

    private static func causes(_ json: JSONValue) throws(ExchangeError) -> [TicketCause] {
        var causes = try json.texts("rootCauses").map {
            TicketCause(
                name: $0, state: .unverified, isPlaceholder: TicketCause.isPlaceholder($0), isPrimary: false)
        }
        let settled = try json.list("causes")
        guard settled.isEmpty || settled.count == causes.count else { throw .wrong("causes") }
        for (index, cause) in settled.enumerated() {
            guard let state = cause["state"]?.text.flatMap(CauseState.init(name:)),
                case .bool(let isPrimary) = cause["primary"] ?? false
            else { throw .wrong("causes") }
            causes[index].state = state
            causes[index].isPrimary = isPrimary
            causes[index].agent = try cause.optionalText("agent")
            causes[index].at = try cause.optionalInstant("at")
            causes[index].evidence = try cause["evidence"]?.integer.map { place throws(ExchangeError) in
                guard (1...Int64(FileBytes.limit)).contains(place) else { throw .wrong("evidence") }
                return Int(place)
            }
        }
        return causes
    }
}

extension Ticket {
    fileprivate init(json: JSONValue) throws(ExchangeError) {
        guard let number = json["number"]?.integer, number > 0 else { throw .wrong("number") }
        guard let uuid = UUIDBytes(text: try json.text("uuid")) else { throw .wrong("uuid") }
        guard let status = Status(name: try json.text("status")) else { throw .wrong("status") }
        guard let priority = Priority(name: try json.text("priority")) else { throw .wrong("priority") }
        let title = try json.text("title")
        guard !title.isEmpty else { throw .wrong("title") }
        self.init(
            number: Number(number), uuid: uuid, title: title, status: status,
            statusText: try json.optionalText("statusText"), priority: priority,
            priorityText: try json.optionalText("priorityText"), category: nil,
            customer: try json.optionalText("customer"), assignee: try json.optionalText("assignee"),
            team: try json.optionalText("team"), channel: try json.optionalText("channel"),
            createdAt: try json.optionalInstant("createdAt"), updatedAt: try json.optionalInstant("updatedAt"),
            resolvedAt: try json.optionalInstant("resolvedAt"), closedAt: try json.optionalInstant("closedAt"),
            resolution: try json.resolution(), wakeAt: try json.optionalInstant("wakeAt"),
            version: 1, mergedInto: try json.optionalNumber("mergedInto"), removal: .none,
            source: try TicketSource(json: json["source"]))
    }
}

extension TicketSource {
    fileprivate init?(json: JSONValue?) throws(ExchangeError) {
        guard let json, json != .null else { return nil }
        guard let ordinal = json["ordinal"]?.integer, let line = json["line"]?.integer, ordinal > 0, line >= 0 else {
            throw .wrong("source")
        }
        // No file that is read has more bytes than that.
        guard ordinal <= FileBytes.limit, line <= FileBytes.limit else {
            throw .outOfRange("source", "places up to \(FileBytes.limit)")
        }
        let (file, batch) = (try json.text("file"), try json.text("batch"))
        guard !file.isEmpty, !batch.isEmpty else { throw .wrong("source") }
        let printed = json["printed"]?.integer.flatMap { Int(exactly: $0) }
        guard json["printed"] == nil || printed.map({ $0 >= 0 }) ?? false else { throw .wrong("source") }
        self.init(file: file, ordinal: Int(ordinal), printed: printed, line: Int(line), batch: batch)
    }
}

extension Message {
    fileprivate init(json: JSONValue, sequence: Int) throws(ExchangeError) {
        guard let role = Role(name: try json.text("role")) else { throw .wrong("role") }
        let at = try json.optionalInstant("at")
        let visibility = try json.optionalText("visibility") ?? "public"
        guard ["public", "internal"].contains(visibility) else { throw .wrong("visibility") }
        self.init(
            id: 0, sequence: sequence, role: role, author: try json.optionalText("author"),
            origin: at == nil ? .conversation : .typed, isInternal: visibility == "internal",
            isDescription: false, body: try json.text("body"), at: at, version: 1)
    }

    fileprivate static func told(_ role: Role, _ origin: MessageOrigin, _ body: String, at: Instant?) -> Message {
        Message(
            id: 0, sequence: 0, role: role, author: nil, origin: origin, isInternal: false,
            isDescription: origin == .description, body: body, at: at, version: 1)
    }
}

extension JSONValue {
    func text(_ name: String) throws(ExchangeError) -> String {
        guard let value = self[name] else { throw .missing(name) }
        guard let text = value.text else { throw .wrong(name) }
        return text
    }

    func optionalText(_ name: String) throws(ExchangeError) -> String? {
        guard let value = self[name], value != .null else { return nil }
        guard let text = value.text else { throw .wrong(name) }
        return text
    }

    func optionalInstant(_ name: String) throws(ExchangeError) -> Instant? {
        guard let text = try optionalText(name) else { return nil }
        guard let milliseconds = TimeText.instant(rfc3339: text) else { throw .wrong(name) }
        guard TimeText.years.contains(milliseconds) else { throw .outOfRange(name, "years 1970 to 9999") }
        return Instant(milliseconds: milliseconds)
    }

    fileprivate func resolution() throws(ExchangeError) -> Resolution? {
        guard let name = try optionalText("resolution") else { return nil }
        guard let resolution = Resolution(name: name) else { throw .wrong("resolution") }
        return resolution
    }

    fileprivate func optionalNumber(_ name: String) throws(ExchangeError) -> Ticket.Number? {
        guard let value = self[name], value != .null else { return nil }
        guard let number = value.integer, number > 0 else { throw .wrong(name) }
        return Ticket.Number(number)
    }

    func list(_ name: String) throws(ExchangeError) -> [JSONValue] {
        guard let value = self[name], value != .null else { return [] }
        guard case .array(let values) = value else { throw .wrong(name) }
        return values
    }

    func texts(_ name: String) throws(ExchangeError) -> [String] {
        try list(name).map { value throws(ExchangeError) in
            guard let text = value.text else { throw .wrong(name) }
            return text
        }
    }

    fileprivate func namedTexts(_ name: String) throws(ExchangeError) -> [NamedText] {
        guard let value = self[name], value != .null else { return [] }
        guard case .object(let object) = value else { throw .wrong(name) }
        return try object.members.map { member throws(ExchangeError) in
            guard let text = member.value.text else { throw .wrong(name) }
            return NamedText(name: member.name, text: text)
        }
    }
}
