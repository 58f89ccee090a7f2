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
        /// The new ticket that goes on where this one ended.
        package var followUp: Ticket?
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
    /// A refusal is told with the others, even of the only ticket.
    var keepsRefusals = false

    func run(_ numbers: [Ticket.Number]) throws -> Performed {
        var performed = Performed()
        var decided: [Decision] = []
        let deciding = Deciding(
            verb: verb, deed: deed, version: version, permissions: try Permissions.read(in: db), db: db)
        for number in numbers {
            do {
                decided.append(try deciding.decide(number))
            } catch  where (error is WorkflowError || error is TextError) && (numbers.count > 1 || keepsRefusals) {
                performed.refused.append(Performed.Refused(ticket: number, error: error))
            }
        }
        guard !decided.isEmpty else { return performed }
        var operation = try Operation.begin(deed, in: db)
        performed.operation = operation.number
        for decision in decided { performed.changed.append(try carryOut(decision, &operation)) }
        return performed
    }

    private func carryOut(_ decision: Decision, _ operation: inout Operation) throws -> Performed.Change {
        var change = Performed.Change(before: decision.ticket, after: decision.ticket)
        for step in decision.steps {
            let followUp = try operation.carryOut(step.verb, on: change.after, to: step.status, deed)
            if let followUp { change.followUp = try TicketRows.find(followUp, in: db) }
            guard let after = try TicketRows.find(decision.ticket.number, in: db) else { continue }
            change.after = after
        }
        change.choice = operation.choices[decision.ticket.number]
        return change
    }
}
