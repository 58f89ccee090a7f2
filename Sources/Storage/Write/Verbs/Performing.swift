import Workflow

/// What became of the tickets a verb was said to.
package struct Performed: Sendable {
    /// Nil when nothing was done, or only rehearsed.
    package var operation: Int64?
    package var changed: [Change] = []
    package var refused: [Refused] = []

    /// A ticket that changed: where it stood, and where it stands.
    package struct Change: Equatable, Sendable {
        package var before: Ticket
        package var after: Ticket
        /// Whom a rule chose for it, and from whom.
        package var choice: AssignmentChoice?
    }

    /// A ticket that a rule protected.
    package struct Refused: Sendable {
        package var ticket: Ticket.Number
        package var error: any Error
    }
}

extension Store {
    /// Says a verb to tickets: one operation, decided by the life cycle for each. Those it refuses stay as they are.
    /// - Parameter version: the version that the caller has read; another one now is a conflict.
    /// - Throws: the refusal itself when there is just one ticket; `StorageError.noSuchTicket`.
    package func perform(
        _ verb: TicketVerb, on numbers: [Ticket.Number], _ deed: Deed, ifVersion version: Int? = nil,
        isRehearsal: Bool = false
    ) throws -> Performed {
        let body: (any Transaction) throws -> Performed = { db in
            try Performing(verb: verb, deed: deed, version: version, db: db).run(numbers)
        }
        guard isRehearsal else { return try database.write(body) }
        var performed = try rehearsing(body)
        performed.operation = nil
        return performed
    }
}

/// A verb being said inside its transaction.
struct Performing {
    let verb: TicketVerb
    let deed: Deed
    let version: Int?
    let db: any Transaction

    func run(_ numbers: [Ticket.Number]) throws -> Performed {
        var performed = Performed()
        let permissions = try Permissions.read(in: db)
        var decided: [(Ticket, Status)] = []
        for number in numbers {
            do {
                decided.append(try decide(number, permissions))
            } catch let error as WorkflowError where numbers.count > 1 {
                performed.refused.append(Performed.Refused(ticket: number, error: error))
            }
        }
        guard !decided.isEmpty else { return performed }
        var operation = try Operation.begin(deed, in: db)
        performed.operation = operation.number
        for (ticket, status) in decided {
            try operation.carryOut(verb, on: ticket, to: status, deed)
            guard let after = try TicketRows.find(ticket.number, in: db) else { continue }
            let choice = operation.choices[ticket.number]
            performed.changed.append(Performed.Change(before: ticket, after: after, choice: choice))
        }
        return performed
    }

    private func decide(_ number: Ticket.Number, _ permissions: Permissions) throws -> (Ticket, Status) {
        let wanted = verb == .restore ? Removal.trash : Removal.none
        guard let ticket = try TicketRows.find(number, in: db), ticket.removal == wanted else {
            throw StorageError.noSuchTicket(number.rawValue)
        }
        if let version, version != ticket.version {
            throw StorageError.versionChanged(ticket: number.rawValue, read: version, now: ticket.version)
        }
        if case .take = verb, let holder = ticket.assignee, !holder.isSameText(as: deed.agent.name) {
            throw WorkflowError.taken(by: holder)
        }
        let status = try LifeCycle.status(after: verb.action, in: ticket.status, by: deed.agent.role, permissions)
        if case .assignByRule(let rule, let team) = verb { try foresee(rule, team, for: ticket) }
        return (ticket, status)
    }

    // Whether anybody can be chosen does not depend on who gets the tickets before this one.
    private func foresee(_ rule: AssignmentRule, _ team: Team?, for ticket: Ticket) throws {
        _ = try rule.choice(among: try Candidates.of(ticket.number, team: team?.id, at: deed.at, in: db))
    }
}
