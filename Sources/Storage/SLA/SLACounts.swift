import Workflow

/// How many tickets stand how with their promises: one pass over the tickets, and one over the verdicts.
package struct SLACounts: Sendable {
    /// By goal; nil: all goals together.
    private var counts: [SLAGoal?: [Query.SLAState: Int]] = [:]

    package subscript(goal: SLAGoal?, state: Query.SLAState) -> Int { counts[goal]?[state] ?? 0 }

    package init(of query: Query, _ states: SLAStates, _ scene: QueryScene, in db: any Transaction) throws {
        let goals: [SLAGoal?] = SLAGoal.allCases + [nil]
        let verdicts = try Self.verdicts(in: db)
        let measured = goals.map { states.byTicket($0) }
        let known = Set(states.measured)
        let condition = try TicketCondition(query, scene, in: db)
        // Mostly nothing was promised, so that is counted apart.
        var unmeasured = 0
        try db.eachInPlace("SELECT ticket.id FROM ticket WHERE \(condition.sql)", condition.values) { row in
            guard let ticket = row.integer(0) else { return }
            let told = verdicts[ticket] ?? []
            if !known.contains(ticket) && told.isEmpty { return unmeasured += 1 }
            for (place, goal) in goals.enumerated() {
                let state = known.contains(ticket) ? measured[place][ticket] ?? .unmeasured : Self.state(told, goal)
                counts[goal, default: [:]][state, default: 0] += 1
            }
        }
        for goal in goals { counts[goal, default: [:]][.unmeasured, default: 0] += unmeasured }
    }

    private typealias Told = (goal: SLAGoal, verdict: SLAMeasure.Verdict)

    private static func verdicts(in db: any Transaction) throws -> [Int64: [Told]] {
        var verdicts: [Int64: [Told]] = [:]
        try db.eachInPlace("SELECT ticket_id, goal, verdict FROM sla_verdict", []) { row in
            guard let ticket = row.integer(0), let goal = row.text(1).flatMap(SLAGoal.init(rawValue:)),
                let verdict = row.text(2).flatMap(SLAMeasure.Verdict.init(rawValue:))
            else { return }
            verdicts[ticket, default: []].append((goal, verdict))
        }
        return verdicts
    }

    /// The same word for several verdicts as in queries: the worst.
    private static func state(_ told: [Told], _ goal: SLAGoal?) -> Query.SLAState {
        let verdicts = told.lazy.filter { goal == nil || $0.goal == goal }.map(\.verdict)
        if verdicts.contains(.breached) { return .breached }
        if verdicts.contains(.met) { return .met }
        return verdicts.isEmpty ? .unmeasured : .unanswered
    }
}
