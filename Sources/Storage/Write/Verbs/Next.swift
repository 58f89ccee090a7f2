import Workflow

/// The ticket that presses most, and why.
package struct Urgent: Sendable {
    package var ticket: Ticket
    /// Since it was filed; nil when nobody knows when that was.
    package var waitedMinutes: Int64?
    /// How many more wait behind it.
    package var others: Int
    /// The operation that took it.
    package var operation: Int64?
}

extension Store {
    /// The most urgent ticket that nobody has, or that is the agent's own; nil when nothing waits.
    package func next(for agent: Agent?, team: Team? = nil, at now: Instant) throws -> Urgent? {
        try read { try Urgent.find(for: agent, team, at: now, orOwn: true, in: $0) }
    }

    /// Takes the most urgent ticket that nobody has. Looking and taking are one transaction: two agents never get the same.
    package func takeNext(_ deed: Deed, team: Team? = nil) throws -> Urgent? {
        try database.write { db in
            let found = try Urgent.find(for: deed.agent, team, at: deed.at, orOwn: false, in: db)
            guard var urgent = found else { return nil }
            let performed = try Performing(verb: .take, deed: deed, version: nil, db: db).run([urgent.ticket.number])
            urgent.operation = performed.operation
            return urgent
        }
    }
}

extension Urgent {
    // What presses most comes first, then what waits longest; an unknown time waits longer than none at all.
    private static let waiting = """
        FROM ticket WHERE ticket.removal = 0 AND ticket.status IN (1, 2)
            AND (ticket.assignee_id IS NULL OR ticket.assignee_id = $1)
        """
    private static let ofTeam = "AND ticket.team_id = $2"

    fileprivate static func find(
        for agent: Agent?, _ team: Team?, at now: Instant, orOwn: Bool, in db: any Transaction
    ) throws -> Urgent? {
        let waiting = team == nil ? waiting : "\(waiting) \(ofTeam)"
        let values: [Value] = [.optional(orOwn ? agent?.id : nil)] + (team.map { [.integer($0.id)] } ?? [])
        let order = "ORDER BY ticket.priority DESC, ticket.created_at ASC NULLS LAST, ticket.id ASC LIMIT 1"
        guard let row = try db.row("SELECT ticket.id \(waiting) \(order)", values),
            let ticket = try TicketRows.find(Ticket.Number(try row.integer(0)), in: db)
        else { return nil }
        let count = try db.row("SELECT COUNT(*) \(waiting)", values)?.int(0) ?? 1
        let waited = ticket.createdAt.map { (now.milliseconds - $0.milliseconds) / 60_000 }
        return Urgent(ticket: ticket, waitedMinutes: waited, others: count - 1)
    }
}
