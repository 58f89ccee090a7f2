import Workflow

/// What a front knows of a command: who gives it, when, in which words, and how far it may go.
package struct CommandContext: Sendable {
    /// Whether what is written stays.
    package enum Mode: Sendable {
        case commit
        /// All of it is done and checked, and nothing is left.
        case rehearse
    }

    /// Name of the agent. Who that is and what they may do is found where it is written.
    package var agent: String
    package var at: Instant
    /// The command as it was typed.
    package var command: String
    /// Why, in the agent's words.
    package var reason: String?
    package var mode: Mode
    /// The operation of which this is a consequence: what undoes that one undoes this too.
    package var cause: Int64?
    /// What the front calls this very command: a second one of the same key is refused. Nil: it may be given again.
    package var idempotencyKey: String?
    /// A person says yes before more tickets than these are changed; nil: nobody is asked.
    package var confirmAbove: Int?
    /// What a person has said yes to.
    package var confirmed: [Confirmation]
    /// Finds the zones of calendars, so that what has fallen due is written down before anything changes it.
    package var zones: ZoneFinder?

    package init(
        agent: String, at: Instant, command: String, reason: String? = nil, mode: Mode = .commit, cause: Int64? = nil,
        confirmAbove: Int? = nil, confirmed: [Confirmation] = []
    ) {
        self.agent = agent
        self.at = at
        self.command = command
        self.reason = reason
        self.mode = mode
        self.cause = cause
        self.confirmAbove = confirmAbove
        self.confirmed = confirmed
    }

    package var isRehearsal: Bool { mode == .rehearse }

    /// The same command, of which nothing stays.
    package var rehearsal: CommandContext {
        var context = self
        context.mode = .rehearse
        return context
    }

    /// The same command with a yes to something more.
    package func confirming(_ confirmation: Confirmation) -> CommandContext {
        var context = self
        context.confirmed.append(confirmation)
        return context
    }
}

/// Something that a command does only when a person says yes.
package enum Confirmation: Equatable, Sendable {
    /// Whatever may be asked.
    case anything
    /// It is said to so many tickets.
    case manyTickets(Int)
    /// Tickets below one that is to end are open.
    case openChildren(of: Ticket.Number, [Ticket.Number])
    /// Tickets of several customers become one.
    case otherCustomer(Ticket.Number, String, mergeTarget: Ticket.Number, String)
    /// A customer would read what looks unfinished: these pieces of the text.
    case unfinishedText([String])
    /// Tickets are removed for good.
    case purge([Ticket.Number])

    /// Whether a yes to this one holds for another: to many tickets, for fewer too.
    package func covers(_ other: Confirmation) -> Bool {
        if self == .anything { return true }
        if case .manyTickets(let count) = self, case .manyTickets(let asked) = other { return asked <= count }
        if case .unfinishedText = self, case .unfinishedText = other { return true }
        return self == other
    }
}

/// A command stopped before it changed anything, because a person has to say yes first: to be asked, and to be given again
/// with the answer in `CommandContext.confirmed`.
package struct NeedsConfirmation: Error, Equatable, Sendable {
    package var of: Confirmation

    package init(of confirmation: Confirmation) { of = confirmation }
}

/// Who writes, and when.
package struct Author: Equatable, Sendable {
    package var agent: Agent
    package var at: Instant

    package init(agent: Agent, at: Instant) {
        self.agent = agent
        self.at = at
    }
}
