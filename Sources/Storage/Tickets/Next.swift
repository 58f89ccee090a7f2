import Workflow

/// The ticket that presses most, and why.
package struct Urgent: Sendable {
    package var ticket: Ticket
    /// When the next of its promises is due.
    package var due: Instant?
    /// Until then; negative when it is too late.
    package var dueMinutes: Int64?
    /// Since it was filed; nil when nobody knows when that was.
    package var waitedMinutes: Int64?
    /// How many more wait behind it.
    package var others: Int
    /// The operation that took it.
    package var operation: Int64?
}

extension Store {
    /// The most urgent ticket that nobody has, or that is the agent's own; nil when nothing waits.
    package func next(
        for agent: Agent?, team: Team? = nil, at now: Instant, _ queryContext: QueryContext? = nil
    ) throws -> Urgent? {
        try read { try Urgent.find(for: agent, team, at: now, orOwn: true, queryContext, in: $0) }
    }

    /// Takes the most urgent ticket that nobody has. Looking and taking are one transaction: two agents never get the same.
    package func takeNext(_ context: CommandContext, team: Team? = nil, _ queryContext: QueryContext? = nil) throws
        -> Urgent?
    {
        try write(context, needs: .work) { operation in
            let turn = try operation.present()
            let agent = turn.author.agent
            let found = try Urgent.find(for: agent, team, at: context.at, orOwn: false, queryContext, in: turn.db)
            guard var urgent = found else { return nil }
            let taking = ApplyCommand(verb: .take, version: nil, turn: turn)
            urgent.operation = try taking.run([urgent.ticket.number], &operation).operation
            return urgent
        }.content
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
        for agent: Agent?, _ team: Team?, at now: Instant, orOwn: Bool, _ queryContext: QueryContext?,
        in db: any Transaction
    ) throws -> Urgent? {
        if let queryContext, let urgent = try promised(for: agent, team, at: now, orOwn: orOwn, queryContext, in: db) {
            return urgent
        }
        let waiting = team == nil ? waiting : "\(waiting) \(ofTeam)"
        let values: [SQLValue] = [.optional(orOwn ? agent?.id : nil)] + (team.map { [.integer($0.id)] } ?? [])
        let order = "ORDER BY ticket.priority DESC, ticket.created_at ASC NULLS LAST, ticket.id ASC LIMIT 1"
        guard let row = try db.row("SELECT ticket.id \(waiting) \(order)", values),
            let ticket = try TicketRows.find(Ticket.Number(try row.integer(0)), in: db)
        else { return nil }
        let count = try db.row("SELECT COUNT(*) \(waiting)", values)?.int(0) ?? 1
        let waited = ticket.createdAt.map { (now.milliseconds - $0.milliseconds) / 60_000 }
        return Urgent(ticket: ticket, waitedMinutes: waited, others: count - 1)
    }

    /// Where promises run, what is due first comes first: what is too late already before all.
    private static func promised(
        for agent: Agent?, _ team: Team?, at now: Instant, orOwn: Bool, _ queryContext: QueryContext,
        in db: any Transaction
    ) throws -> Urgent? {
        guard try !SLAPolicies.all(in: db).isEmpty, let slaContext = SLAContext(queryContext) else { return nil }
        let waiting = team == nil ? waiting : "\(waiting) \(ofTeam)"
        let values: [SQLValue] = [.optional(orOwn ? agent?.id : nil)] + (team.map { [.integer($0.id)] } ?? [])
        let states = try SLAStates(slaContext, in: db)
        let dues = Dictionary(uniqueKeysWithValues: try states.dues(in: db).map { ($0.ticket, $0.due) })
        let order = "ORDER BY ticket.priority DESC, ticket.created_at ASC NULLS LAST, ticket.id ASC"
        let numbers = try db.rows("SELECT ticket.id \(waiting) \(order)", values).map { try $0.integer(0) }
        let first = numbers.filter { dues[$0] != nil }.min { (dues[$0] ?? 0) < (dues[$1] ?? 0) }
        guard let first, let ticket = try TicketRows.find(Ticket.Number(first), in: db) else { return nil }
        let waited = ticket.createdAt.map { (now.milliseconds - $0.milliseconds) / 60_000 }
        return Urgent(
            ticket: ticket, due: dues[first].map(Instant.init(milliseconds:)),
            dueMinutes: dues[first].map { ($0 - now.milliseconds) / 60_000 }, waitedMinutes: waited,
            others: numbers.count - 1)
    }
}
