import Storage
import Workflow

/// What a verb did to tickets, and what followed by rules.
package struct ChangeResult: Sendable {
    package var performed: CommandResult
    package var consequences: Consequences
}

extension Workspace {
    /// Says a verb to tickets, which are chosen in the transaction that changes them, and lets rules follow.
    /// - Parameter version: the version that the person has read; another one now is a conflict.
    /// - Parameter found: hears which tickets were chosen, also where they are refused.
    /// - Throws: `NeedsConfirmation`, and what `Store.perform` throws.
    package func change(
        _ verb: TicketCommand, on choice: TicketChoice, _ queryContext: QueryContext, in store: Store,
        ifVersion version: Int? = nil, attaching files: [IncomingAttachment] = [],
        found: ([Ticket.Number]) -> Void = { _ in }
    ) throws -> ChangeResult {
        let performed = try store.perform(verb, context, ifVersion: version, attaching: files) { turn in
            let numbers = try choice.find(queryContext, in: turn.db)
            found(numbers)
            return numbers
        }
        let changed = performed.changed.filter { !$0.isUnchanged }.map(\.after.number)
        return ChangeResult(performed: performed, consequences: followed(performed.operation, on: changed, in: store))
    }

    /// Files a ticket, and lets rules follow.
    package func file(_ ticket: NewTicket, in store: Store) throws -> (written: Written, consequences: Consequences) {
        let written = try store.file(ticket, context)
        return (written, followed(written.operation, on: [written.ticket], in: store))
    }

    /// The ticket that is most urgent, for the person or for a team; nil when nothing waits.
    package func next(team: String?, in store: Store) throws -> Urgent? {
        let (queryContext, team) = try asked(team, in: store)
        return try store.next(for: queryContext.agent, team: team, at: context.at, queryContext)
    }

    /// The same, and makes it theirs in the same transaction.
    package func takeNext(team: String?, in store: Store) throws -> Urgent? {
        let (queryContext, team) = try asked(team, in: store)
        return try store.takeNext(context, team: team, queryContext)
    }

    private func asked(_ team: String?, in store: Store) throws -> (QueryContext, Team?) {
        try store.read { db in (try queryContext(in: db), try team.map { try Teams.offered($0, in: db) }) }
    }
}
