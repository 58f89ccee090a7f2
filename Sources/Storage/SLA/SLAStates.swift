import Workflow

/// How the promises stand that are still open, or that nobody wrote down yet. Those that are written down are asked of SQL.
package struct SLAStates: Sendable {
    /// Of these tickets everything was measured now; what is written down of them does not count.
    private(set) var measured: [Int64] = []
    private var found: [Entry] = []

    private struct Entry: Sendable {
        var ticket: Int64
        var measures: [SLAMeasure]
        var pressing: SLAMeasure?
    }

    package init(_ world: SLAWorld, in db: any Transaction) throws {
        let reader = try SLAReader(world, in: db)
        guard !reader.isEmpty else { return }
        let sql = "SELECT id FROM ticket WHERE status <= 4 AND removal = 0"
        let open = try db.rows(sql).map {
            Ticket.Number(try $0.integer(0))
        }
        let numbers = Set(open).union(try SLASettling.touched(in: db)).sorted()
        try TicketRows.each(of: numbers, in: db) { ticket in
            let sla = try reader.sla(of: ticket)
            measured.append(ticket.number.rawValue)
            found.append(Entry(ticket: ticket.number.rawValue, measures: sla.measures, pressing: sla.pressing))
        }
    }

    /// Tickets of which a goal stands so; nil: all goals together.
    func tickets(_ goal: SLAGoal?, _ state: Query.SLAState) -> [Int64] {
        found.filter { Self.state(of: $0.measures.filter { goal == nil || $0.goal == goal }) == state }.map(\.ticket)
    }

    /// How a goal stands with each ticket that was measured; nil: all goals together.
    func byTicket(_ goal: SLAGoal?) -> [Int64: Query.SLAState] {
        Dictionary(
            uniqueKeysWithValues: found.map { entry in
                (entry.ticket, Self.state(of: entry.measures.filter { goal == nil || $0.goal == goal }))
            })
    }

    var overdue: [Int64] { found.filter { $0.measures.contains(where: \.isOverdue) }.map(\.ticket) }

    /// When each ticket is due next.
    var dues: [(ticket: Int64, due: Int64)] {
        found.compactMap { entry in entry.pressing?.due.map { (entry.ticket, $0.milliseconds) } }
    }

    /// When each promise is due that still runs.
    fileprivate var allDues: [(ticket: Int64, due: Int64)] {
        found.flatMap { entry in
            entry.measures.filter { !$0.isFinished }.compactMap { measure in
                measure.due.map { (entry.ticket, $0.milliseconds) }
            }
        }
    }

    /// One word for several promises: the worst that was broken, else what runs, else how it ended.
    static func state(of measures: [SLAMeasure]) -> Query.SLAState {
        let verdicts = Set(measures.map(\.verdict))
        if verdicts.contains(.breached) { return .breached }
        if verdicts.contains(.running) { return .running }
        if verdicts.contains(.paused) { return .paused }
        if verdicts.contains(.met) { return .met }
        return verdicts.contains(.unanswered) ? .unanswered : .unmeasured
    }
}

/// Conditions on promises.
extension QueryConditions {
    private func promises(at range: Query.SourceRange) throws -> SLAStates {
        if let promises = scene.promises { return promises }
        guard let world = SLAWorld(scene) else { throw QueryError.notKept(.sla, at: range) }
        return try SLAStates(world, in: db)
    }

    mutating func overdueCondition(at range: Query.SourceRange) throws -> String {
        amongMany(try promises(at: range).overdue)
    }

    mutating func slaCondition(_ term: Query.Term, _ value: Query.Value) throws -> String {
        let promises = try promises(at: value.range)
        guard case .slaState(let state) = value.content else { return try dueWithin(term, value, promises) }
        let goal = term.field.goal
        let measured = amongMany(promises.tickets(goal, state))
        let others = "NOT \(amongMany(promises.measured))"
        return "(\(measured) OR (\(others) AND \(Self.written(goal, state))))"
    }

    /// What is written down of tickets that are done.
    private static func written(_ goal: SLAGoal?, _ state: Query.SLAState) -> String {
        let goals = goal.map { " AND sla_verdict.goal = '\($0.rawValue)'" } ?? ""
        func has(_ verdict: String) -> String {
            "EXISTS (SELECT 1 FROM sla_verdict WHERE sla_verdict.ticket_id = ticket.id\(goals)\(verdict))"
        }
        let (met, breached) = (has(" AND sla_verdict.verdict = 'met'"), has(" AND sla_verdict.verdict = 'breached'"))
        return switch state {
        case .breached: breached
        case .met: "\(met) AND NOT \(breached)"
        case .unanswered: "\(has("")) AND NOT \(met) AND NOT \(breached)"
        case .unmeasured: "NOT \(has(""))"
        case .running, .paused: "1 = 0"
        }
    }

    /// `sla:<2h`: due in less than that, and not too late yet.
    private mutating func dueWithin(
        _ term: Query.Term, _ value: Query.Value, _ promises: SLAStates
    ) throws -> String {
        let now = scene.now.milliseconds
        guard let bounds = try value.bounds(term.comparison, now: now, zone: scene.zone, calendar: try calendar())
        else {
            throw QueryError.notKept(term.field, at: value.range)
        }
        return amongMany(
            promises.allDues.filter { due in
                let left = due.due - now
                return left >= max(0, bounds.from ?? 0) && bounds.to.map { left < $0 } ?? true
            }.map(\.ticket))
    }

    mutating func dueCondition(_ term: Query.Term, _ value: Query.Value) throws -> String {
        let dues = try promises(at: value.range).dues
        switch value.content {
        case .any: return amongMany(dues.map(\.ticket))
        case .none: return "NOT \(amongMany(dues.map(\.ticket)))"
        default:
            let bounds = try value.bounds(
                term.comparison, now: scene.now.milliseconds, zone: scene.zone, calendar: try calendar())
            guard let bounds else { throw QueryError.notKept(.due, at: value.range) }
            return amongMany(
                dues.filter { due in
                    (bounds.from.map { $0 <= due.due } ?? true) && (bounds.to.map { due.due < $0 } ?? true)
                }.map(\.ticket))
        }
    }

    /// When a ticket is due, as a column to sort by.
    mutating func dueColumn(at range: Query.SourceRange) throws -> String {
        let dues = try promises(at: range).dues
        guard !dues.isEmpty else { return "CAST(NULL AS BIGINT)" }
        let cases = dues.map { "WHEN \(bind(.integer($0.ticket))) THEN \(bind(.integer($0.due)))" }
        return "CASE ticket.id \(cases.joined(separator: " ")) END"
    }

    // Numbers that follow one another are one range: a statement takes so many values only.
    private mutating func amongMany(_ tickets: [Int64]) -> String {
        var ranges: [ClosedRange<Int64>] = []
        for ticket in tickets.sorted() {
            if let last = ranges.last, last.upperBound + 1 >= ticket {
                ranges[ranges.count - 1] = last.lowerBound...ticket
            } else {
                ranges.append(ticket...ticket)
            }
        }
        guard !ranges.isEmpty else { return "(1 = 0)" }
        let parts = ranges.map { range in
            range.count == 1
                ? "ticket.id = \(bind(.integer(range.lowerBound)))"
                : "ticket.id BETWEEN \(bind(.integer(range.lowerBound))) AND \(bind(.integer(range.upperBound)))"
        }
        return "(\(Self.balanced(parts, " OR ")))"
    }
}

extension Query.Field {
    fileprivate var goal: SLAGoal? {
        switch self {
        case .slaFirst: .first
        case .slaNext: .next
        case .slaResolve: .resolve
        default: nil
        }
    }
}
