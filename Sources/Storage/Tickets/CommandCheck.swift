import Workflow

/// What the life cycle allows on one ticket: each step with the status it leads to.
struct Decision {
    var ticket: Ticket
    var steps: [(verb: TicketCommand, status: Status)]
}

/// Asks the rules whether a verb may be said to tickets, before anything is written.
struct CommandCheck {
    let verb: TicketCommand
    let version: Int?
    let turn: WriteTurn

    private var author: Author { turn.author }
    private var db: any Transaction { turn.db }

    /// - Throws: what a rule refuses; `StorageError.noSuchTicket`, `.versionChanged`.
    func decide(_ number: Ticket.Number) throws -> Decision {
        let wanted = verb == .restore ? Removal.trash : Removal.none
        guard let ticket = try TicketRows.find(number, in: db), ticket.removal == wanted else {
            throw StorageError.noSuchTicket(number.rawValue)
        }
        if let version, version != ticket.version {
            throw StorageError.versionChanged(ticket: number.rawValue, read: version, now: ticket.version)
        }
        var decision = Decision(ticket: ticket, steps: [])
        // The ticket as the steps before leave it, as far as rules look at it.
        var foreseen = ticket
        for step in verb.steps {
            let status = try status(after: step, on: foreseen)
            if case .resolve = step {
                try requireCompleteness(of: foreseen, after: decision.steps.map(\.verb) + [step])
            }
            if case .assignByRule(let rule, let team) = step { try foresee(rule, team, for: ticket) }
            // A place that nothing fills refuses the ticket before anything is written.
            if case .canned(let text) = step {
                _ = try TemplateFilling(ticket: ticket, author: author, today: text.today, db: db).filled(text.body)
            }
            if case .take = step { foreseen.assignee = author.agent.name }
            if case .release = step { foreseen.assignee = nil }
            foreseen.status = status
            decision.steps.append((step, status))
        }
        return decision
    }

    private func status(after step: TicketCommand, on ticket: Ticket) throws -> Status {
        if case .take = step, let holder = ticket.assignee, !holder.isSameText(as: author.agent.name) {
            throw WorkflowError.taken(by: holder)
        }
        var action = step.action
        if case .receive(_, _, let reception) = step, action == .receive, ticket.status == .closed,
            !reception.late.reopens(closedAt: ticket.closedAt, at: author.at, in: reception.zone)
        {
            action = .followUp
        }
        return try LifeCycle.status(after: action, in: ticket.status, by: author.agent.role, turn.permissions)
    }

    // Whether anybody can be chosen does not depend on who gets the tickets before this one.
    private func foresee(_ rule: AssignmentRule, _ team: Team?, for ticket: Ticket) throws {
        _ = try rule.choice(among: try Candidates.of(ticket.number, team: team?.id, at: author.at, in: db))
    }

    /// - Throws: `WorkflowError.lacks`
    private func requireCompleteness(of ticket: Ticket, after steps: [TicketCommand]) throws {
        let required = try Settings.requirements(in: db)
        guard !required.isEmpty else { return }
        let given = steps.reduce(into: Set<Requirement>()) { $0.formUnion($1.provides) }
        let missing = try required.filter { try !given.contains($0) && !isMet($0, by: ticket) }
        guard missing.isEmpty else { throw WorkflowError.lacks(missing) }
    }

    private func isMet(_ requirement: Requirement, by ticket: Ticket) throws -> Bool {
        let number = SQLValue.integer(ticket.number.rawValue)
        switch requirement {
        case .resolution: return ticket.resolution != nil
        case .category: return ticket.category != nil
        case .customer: return ticket.customer != nil
        case .cause:
            return try db.row("SELECT 1 FROM ticket WHERE ticket.id = $1 AND \(QueryConditions.hasCause)", [number])
                != nil
        case .field(let name):
            let sql = """
                SELECT 1 FROM ticket_field JOIN field ON field.id = ticket_field.field_id
                WHERE ticket_field.ticket_id = $1 AND field.folded = $2 AND ticket_field.text <> ''
                """
            return try db.row(sql, [number, .text(name)]) != nil
        }
    }
}

extension TicketCommand {
    /// What a ticket has after it.
    fileprivate var provides: Set<Requirement> {
        var provided: Set<Requirement> = []
        switch self {
        case .resolve(let end):
            if end.resolution != nil { provided.insert(.resolution) }
            if end.category != nil { provided.insert(.category) }
            if !end.causes.isEmpty { provided.insert(.cause) }
        case .edit(let edit):
            if edit.category != nil { provided.insert(.category) }
            if edit.customer != nil { provided.insert(.customer) }
            for field in edit.fields where !field.text.isEmpty { provided.insert(.field(folded(field.name))) }
        case .setCauseState(let causes, let state, _):
            if !causes.isEmpty && state != .rejected { provided.insert(.cause) }
        default: break
        }
        return provided
    }
}
