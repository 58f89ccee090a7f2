import Workflow

/// What became of the tickets a verb was said to.
package struct CommandResult: Sendable {
    /// Nil when nothing was done, or only rehearsed.
    package var operation: Int64?
    /// In the order in which they were named, also those that were so already.
    package var changed: [Change] = []
    package var refused: [Refused] = []
    package var redirected: [Redirected] = []
    package var attached: [Attaching] = []

    /// A ticket that a verb was said to: where it stood, and where it stands.
    package struct Change: Equatable, Sendable {
        package var before: Ticket
        package var after: Ticket
        /// It was so already: nothing about it is in the history.
        package var isUnchanged = false
        /// Whom a rule chose for it, and from whom.
        package var choice: AssignmentChoice?
        /// The new ticket that goes on where this one ended.
        package var followUp: Ticket?
        /// The values that an edit set, as people read them.
        package var values: [TicketDiff.Change] = []
    }

    /// A merged ticket, and the one that changed instead.
    package struct Redirected: Equatable, Sendable {
        package var from: Ticket.Number
        package var to: Ticket.Number

        package init(from: Ticket.Number, to: Ticket.Number) {
            self.from = from
            self.to = to
        }
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
        _ verb: TicketCommand, on numbers: [Ticket.Number], _ context: CommandContext, ifVersion version: Int? = nil,
        attaching files: [IncomingAttachment] = []
    ) throws -> CommandResult {
        try perform(verb, context, ifVersion: version, attaching: files) { _ in numbers }
    }

    /// The same with tickets that are chosen in the transaction that changes them.
    package func perform(
        _ verb: TicketCommand, _ context: CommandContext, ifVersion version: Int? = nil,
        attaching files: [IncomingAttachment] = [], on choose: (WriteTurn) throws -> [Ticket.Number]
    ) throws -> CommandResult {
        try write(context, needs: .work) { operation in
            let turn = try operation.present()
            let numbers = try choose(turn)
            try turn.confirm(verb, on: numbers)
            let applying = ApplyCommand(verb: verb, version: version, files: files, turn: turn)
            return try applying.run(numbers, &operation)
        }.content
    }
}

extension WriteTurn {
    /// - Throws: `NeedsConfirmation` for many tickets, and where open tickets below one that is to end would be forgotten.
    func confirm(_ verb: TicketCommand, on numbers: [Ticket.Number]) throws {
        guard context.confirmAbove != nil else { return }
        try confirm(changing: numbers.count)
        guard verb.ends else { return }
        for number in numbers {
            let left = try TicketLinks.openChildren(of: number, in: db).filter { !numbers.contains($0) }
            if !left.isEmpty { try confirm(.openChildren(of: number, left)) }
        }
    }
}

extension TicketCommand {
    /// The ticket is done after it.
    fileprivate var ends: Bool {
        switch self {
        case .resolve, .close: true
        case .series(let verbs): verbs.contains(where: \.ends)
        default: false
        }
    }
}

/// A verb being said inside its transaction.
struct ApplyCommand {
    let verb: TicketCommand
    let version: Int?
    /// Files that come with the message of the verb.
    var files: [IncomingAttachment] = []
    let turn: WriteTurn
    /// A refusal is told with the others, even of the only ticket.
    var keepsRefusals = false

    private var db: any Transaction { turn.db }

    /// What may be done, before anything is.
    struct Decided {
        var allowed: [Decision] = []
        var refused: [CommandResult.Refused] = []
        /// Merged tickets, and their mergeTargets, to which it is done instead.
        var redirected: [CommandResult.Redirected] = []
    }

    /// As part of an operation.
    func run(_ numbers: [Ticket.Number], _ operation: inout Operation) throws -> CommandResult {
        let decided = try decided(numbers)
        guard !decided.allowed.isEmpty else { return CommandResult(refused: decided.refused) }
        return try apply(decided, &operation)
    }

    /// As an operation of its own, which is made only where something may be done.
    func run(_ numbers: [Ticket.Number]) throws -> CommandResult {
        let decided = try decided(numbers)
        guard !decided.allowed.isEmpty else { return CommandResult(refused: decided.refused) }
        var operation = try Operation.begin(turn)
        let performed = try apply(decided, &operation)
        if !operation.hasEvents { try operation.forget() }
        return performed
    }

    func decided(_ numbers: [Ticket.Number]) throws -> Decided {
        var decided = Decided()
        var seen = TicketNumberList()
        let check = CommandCheck(
            verb: verb, version: version, turn: turn)
        for asked in numbers {
            do {
                let number = try target(of: asked)
                if number != asked { decided.redirected.append(CommandResult.Redirected(from: asked, to: number)) }
                if seen.insert(number) { decided.allowed.append(try check.decide(number)) }
            } catch  where (error is WorkflowError || error is TextError) && (numbers.count > 1 || keepsRefusals) {
                decided.refused.append(CommandResult.Refused(ticket: asked, error: error))
            }
        }
        return decided
    }

    func apply(_ decided: Decided, _ operation: inout Operation) throws -> CommandResult {
        var performed = CommandResult(refused: decided.refused, redirected: decided.redirected)
        for decision in decided.allowed {
            operation.addressee = decided.redirected.first { $0.to == decision.ticket.number }?.from
            defer { operation.addressee = nil }
            performed.changed.append(try apply(decision, &operation))
            let attached = try attach(to: decision.ticket.number, &operation)
            if !attached.isEmpty {
                performed.changed[performed.changed.endIndex - 1].isUnchanged = false
                performed.attached.append(
                    Attaching(ticket: decision.ticket.number, files: attached, operation: operation.reported))
            }
        }
        performed.operation = operation.hasEvents ? operation.reported : nil
        try performed.tell(verb.editedFields, changedBy: operation.number, in: db)
        return performed
    }

    /// A merged number means its mergeTarget, but where the ticket itself is to go or to come back.
    private func target(of number: Ticket.Number) throws -> Ticket.Number {
        let mergeTarget = try MergeTargets.mergeTarget(of: number, in: db)
        guard mergeTarget != number, verb == .remove || verb == .restore else { return mergeTarget }
        throw WorkflowError.relation(.isMerged(number, into: mergeTarget))
    }

    private func attach(to ticket: Ticket.Number, _ operation: inout Operation) throws -> [Attachment] {
        guard !files.isEmpty else { return [] }
        let sql = "SELECT id, is_internal FROM message WHERE ticket_id = $1 ORDER BY sequence DESC LIMIT 1"
        guard let message = try db.row(sql, [.integer(ticket.rawValue)]) else { return [] }
        let ids = try operation.attach(
            files, to: ticket, message: try message.integer(0), isInternal: try message.flag(1))
        return try TicketAttachments.of(ticket, in: db).filter { ids.contains($0.id) }
    }

    private func apply(_ decision: Decision, _ operation: inout Operation) throws -> CommandResult.Change {
        var change = CommandResult.Change(before: decision.ticket, after: decision.ticket)
        let events = operation.eventCount
        for step in decision.steps {
            let followUp = try operation.apply(step.verb, on: change.after, to: step.status)
            if let followUp { change.followUp = try TicketRows.find(followUp, in: db) }
            guard let after = try TicketRows.find(decision.ticket.number, in: db) else { continue }
            change.after = after
        }
        change.isUnchanged = operation.eventCount == events
        change.choice = operation.choices[decision.ticket.number]
        return change
    }
}

extension CommandResult {
    /// Fills in which values the operation set on each ticket, of the fields that were to be edited.
    mutating func tell(_ fields: [EventField], changedBy operation: Int64, in db: any Transaction) throws {
        guard !fields.isEmpty else { return }
        let values = try TicketDiff.values(of: fields, changedBy: operation, in: db)
        for place in changed.indices { changed[place].values = values[changed[place].after.number] ?? [] }
    }
}
