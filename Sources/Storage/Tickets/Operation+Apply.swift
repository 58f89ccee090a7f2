import Workflow

/// What each verb writes. The life cycle has already allowed it and said which status follows.
extension Operation {
    /// - Returns: the ticket that was made of it, where that is what the verb does.
    mutating func apply(
        _ verb: TicketCommand, on ticket: Ticket, to status: Status
    ) throws -> Ticket.Number? {
        if case .followUp = verb { return try followUp(of: ticket, saying: nil) }
        if case .receive(let body, let at, let reception) = verb, ticket.status == .closed, status == .closed,
            reception.mayReopen
        {
            return try followUp(of: ticket, saying: (body, at, reception.from))
        }
        let before = eventCount
        try change(ticket, by: verb, to: status)
        // A ticket that was so already was not touched.
        if eventCount > before { try change(.updatedAt, of: ticket.number, to: .integer(at.milliseconds)) }
        return nil
    }

    private mutating func change(_ ticket: Ticket, by verb: TicketCommand, to status: Status) throws {
        let number = ticket.number
        try move(ticket, to: status, at: at)
        if let until = verb.waiting {
            try change(.wakeAt, of: number, to: .optional(until?.milliseconds))
        } else if status != ticket.status {
            try change(.wakeAt, of: number, to: .null)
        }
        switch verb {
        case .take, .steal: try change(.assignee, of: number, to: .integer(try author().agent.id))
        case .release: try change(.assignee, of: number, to: .null)
        case .assign(let agent, let team): try assign(number, to: agent.id, team)
        case .assignByRule(let rule, let team): try assign(number, to: nil, team, by: rule)
        case .transfer(let team): try transfer(number, to: team)
        case .reply(let body, let at): try say(body, on: ticket, by: .agent, at: at)
        case .note(let body, let at): try say(body, on: ticket, by: .agent, isInternal: true, at: at)
        case .canned(let text):
            let body = try TemplateFilling(ticket: ticket, author: try author(), today: text.today, db: db).filled(
                text.body)
            try say(body, on: ticket, by: .agent, isInternal: text.isInternal)
            if let chosen = text.chosen { try use(.canned(chosen), for: number) }
        case .receive(let body, let at, let reception): try hear(body, on: ticket, at, from: reception.from)
        case .resolve(let end), .close(let end): try conclude(ticket, end)
        case .edit(let edit): try set(edit, on: ticket)
        case .setCauseState(let causes, let state, let proof):
            for cause in causes { try setCauseState(cause, state, proof, on: number) }
        case .escalate(let priority, let text, let team, let reason):
            try raise(ticket, to: priority, text)
            if let team { try transfer(number, to: team) }
            if let reason { try say(reason, on: ticket, by: .agent, isInternal: true) }
        case .useArticle(let article, let way): try use(article, for: number, way)
        case .watch(let agent, true): try add(watcher: agent.id, to: number)
        case .watch(let agent, false): try remove(watcher: agent.id, from: number)
        case .remove: try change(.ticket, of: number, to: .integer(Removal.trash.rawValue))
        case .restore: try change(.ticket, of: number, to: .integer(Removal.none.rawValue))
        case .pend, .hold, .wake, .reopen, .followUp, .series: break
        }
    }

    /// Moves a ticket and keeps the times that follow from it.
    private mutating func move(_ ticket: Ticket, to status: Status, at now: Instant) throws {
        guard status != ticket.status else { return }
        let number = ticket.number
        try change(.status, of: number, to: .integer(status.rawValue))
        if status == .resolved { try change(.resolvedAt, of: number, to: .integer(now.milliseconds)) }
        if status == .closed { try change(.closedAt, of: number, to: .integer(now.milliseconds)) }
        if status.isOpen && !ticket.status.isOpen {
            try change(.resolvedAt, of: number, to: .null)
            try change(.closedAt, of: number, to: .null)
            try change(.resolution, of: number, to: .null)
        }
    }

    private mutating func say(
        _ body: String, on ticket: Ticket, by role: Role, isInternal: Bool = false, at: Instant? = nil
    ) throws {
        if !isInternal { try requireFinished(body) }
        let draft = MessageDraft(role: role, origin: .typed, isInternal: isInternal, body: body, at: at ?? self.at)
        let author = role == .agent ? try author().agent.id : nil
        try reindexing(ticket.number) { try $0.append(draft, to: ticket.number, agent: author) }
    }

    private mutating func hear(
        _ body: String, on ticket: Ticket, _ at: Instant?, from: String?
    ) throws {
        var names = Names(db: db)
        let isOther = from.map { folded($0) != ticket.customer.map { folded($0) } } ?? false
        if let from, ticket.customer == nil {
            try change(.customer, of: ticket.number, to: .integer(try names.customer(from)))
        }
        let speaker = try isOther && ticket.customer != nil ? from.map { try names.customer($0) } : nil
        let draft = MessageDraft(role: .customer, origin: .typed, body: body, at: at ?? self.at)
        try reindexing(ticket.number) { operation in
            let message = try operation.append(draft, to: ticket.number)
            if let speaker { try operation.name(speaker, asSpeakerOf: message) }
        }
    }

    private mutating func conclude(_ ticket: Ticket, _ end: TicketEnd) throws {
        if let message = end.message { try say(message, on: ticket, by: .agent) }
        if let category = end.category { try change(.category, of: ticket.number, to: .integer(category)) }
        if let resolution = end.resolution {
            try change(.resolution, of: ticket.number, to: .integer(resolution.rawValue))
        }
        if let article = end.article { try use(article, for: ticket.number, .resolved) }
        for cause in end.causes { try setCauseState(cause, .confirmed, CauseProof(), on: ticket.number) }
    }

    private mutating func raise(_ ticket: Ticket, to priority: Priority, _ text: String?) throws {
        guard priority > ticket.priority || (priority == ticket.priority && text != nil) else { return }
        try change(.priority, of: ticket.number, to: .integer(priority.rawValue))
        // The word for what it was would be the word for something else now.
        try change(.priorityText, of: ticket.number, to: .optional(text))
    }
}

extension TicketCommand {
    /// Until when the ticket waits from now on, where the verb says so; nil in it is no day.
    fileprivate var waiting: Instant?? {
        switch self {
        case .pend(let until), .hold(let until): .some(until)
        default: .none
        }
    }
}
