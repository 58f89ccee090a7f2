import Workflow

/// Conditions on promises.
extension QueryConditions {
    private func promises(at range: Query.SourceRange) throws -> SLAStates {
        if let promises = queryContext.promises { return promises }
        guard let slaContext = SLAContext(queryContext) else { throw QueryError.notSupported(.sla, at: range) }
        return try SLAStates(slaContext, in: db)
    }

    mutating func overdueCondition(at range: Query.SourceRange) throws -> String {
        let promises = try promises(at: range)
        let measured = amongMany(promises.overdue)
        guard promises.isMeasuring && !promises.holdsOpen else { return measured }
        return """
            (\(measured) OR (\(settled(promises)) AND \(Self.isOpen) AND ticket.id IN (
                SELECT sla_verdict.ticket_id FROM sla_verdict WHERE \(SLAVerdicts.isUnfinished))))
            """
    }

    mutating func slaCondition(_ term: Query.Term, _ value: Query.Value) throws -> String {
        let promises = try promises(at: value.range)
        guard case .slaState(let state) = value.content else { return try dueWithin(term, value, promises) }
        let goal = term.field.goal
        if state == .unmeasured {
            let promised = amongMany(promises.promised(goal))
            return "(NOT \(promised) AND (NOT \(settled(promises)) OR \(Self.written(goal, state, promises))))"
        }
        let measured = amongMany(promises.tickets(goal, state))
        return "(\(measured) OR (\(settled(promises)) AND \(Self.written(goal, state, promises))))"
    }

    /// `sla.first.breached:2026-03`: a promise came out so then.
    mutating func outcomeCondition(_ term: Query.Term, _ value: Query.Value) throws -> String {
        guard let outcome = term.field.outcome else { throw QueryError.notSupported(term.field, at: term.range) }
        let promises = try promises(at: value.range)
        let others = settled(promises)
        let bounds = try value.bounds(term.comparison, now: queryContext.now.milliseconds, zone: queryContext.zone)
        let measured = amongMany(
            promises.tickets(outcome) { measure in
                guard let at = measure.outcomeAt?.milliseconds, bounds?.contains(at) ?? true else { return false }
                return measure.undoneAt.map { $0.milliseconds >= bounds?.to ?? .max } ?? true
            })
        let holds = bounds?.to.map { " OR sla_verdict.undone_at >= \(bind(.integer($0)))" } ?? ""
        let isAny = value.content == .any || value.content == .none
        let then = isAny ? "1 = 1" : try dated("sla_verdict.came_at", term, value)
        let goal = outcome.goal.map { " AND sla_verdict.goal = '\($0.rawValue)'" } ?? ""
        let told = """
            (\(measured) OR (\(others) AND ticket.id IN (SELECT sla_verdict.ticket_id FROM sla_verdict
                WHERE sla_verdict.verdict = '\(outcome.verdict.rawValue)'\(goal) AND (sla_verdict.undone_at IS NULL\(holds))
                    AND \(then))))
            """
        return value.content == .none ? "NOT \(told)" : told
    }

    /// What is written down of tickets that were not measured now: of those that are done, and where what runs is written
    /// down too, of all.
    private static func written(_ goal: SLAGoal?, _ state: Query.SLAState, _ promises: SLAStates) -> String {
        let goals = goal.map { " AND goal = '\($0.rawValue)'" } ?? ""
        func has(_ verdict: String) -> String {
            """
            EXISTS (SELECT 1 FROM sla_verdict WHERE sla_verdict.ticket_id = ticket.id AND sla_verdict.sequence = 0\(goals)\(verdict))
            """
        }
        func runs(_ state: String) -> String {
            guard promises.isMeasuring && !promises.holdsOpen else { return "1 = 0" }
            return "ticket.id IN (SELECT sla_running.ticket_id FROM sla_running WHERE 1 = 1\(goals)\(state))"
        }
        let met = has(" AND sla_verdict.verdict = 'met'")
        // Few are, so they are looked for once and not for each ticket.
        let breached = """
            ticket.id IN (SELECT sla_verdict.ticket_id FROM sla_verdict
                WHERE sla_verdict.verdict = 'breached' AND sla_verdict.sequence = 0\(goals))
            """
        return switch state {
        case .breached: breached
        case .met: "\(met) AND NOT \(breached) AND NOT \(runs(""))"
        case .unanswered: "\(has("")) AND NOT \(met) AND NOT \(breached) AND NOT \(runs(""))"
        case .unmeasured: "NOT \(has("")) AND NOT \(runs(""))"
        case .running: runs(" AND is_paused = 0")
        case .paused: runs(" AND is_paused = 1")
        }
    }

    /// `sla:<2h`: due in less than that, and not too late yet.
    private mutating func dueWithin(
        _ term: Query.Term, _ value: Query.Value, _ promises: SLAStates
    ) throws -> String {
        let now = queryContext.now.milliseconds
        guard
            let bounds = try value.bounds(term.comparison, now: now, zone: queryContext.zone, calendar: try calendar())
        else {
            throw QueryError.notSupported(term.field, at: value.range)
        }
        return amongMany(
            promises.allDues.filter { due in
                let left = due.due - now
                return left >= 0 && bounds.contains(left)
            }.map(\.ticket))
    }

    mutating func dueCondition(_ term: Query.Term, _ value: Query.Value) throws -> String {
        let dues = try promises(at: value.range).dues(in: db)
        switch value.content {
        case .any: return amongMany(dues.map(\.ticket))
        case .none: return "NOT \(amongMany(dues.map(\.ticket)))"
        default:
            let bounds = try value.bounds(
                term.comparison, now: queryContext.now.milliseconds, zone: queryContext.zone, calendar: try calendar())
            guard let bounds else { throw QueryError.notSupported(.due, at: value.range) }
            return amongMany(dues.filter { bounds.contains($0.due) }.map(\.ticket))
        }
    }

    /// When each ticket is due next.
    func dues(at range: Query.SourceRange) throws -> [(ticket: Int64, due: Int64)] {
        try promises(at: range).dues(in: db)
    }

    /// When a ticket is due, as a column to sort by after another.
    mutating func dueColumn(at range: Query.SourceRange) throws -> String {
        let dues = try promises(at: range).dues(in: db)
        return dues.isEmpty ? "CAST(NULL AS BIGINT)" : Self.cases(dues[...])
    }

    /// In halves of halves: a list of ten thousand cases is gone through from its beginning for each ticket.
    private static func cases(_ dues: ArraySlice<(ticket: Int64, due: Int64)>) -> String {
        guard dues.count > 8 else {
            return "CASE ticket.id \(dues.map { "WHEN \($0.ticket) THEN \($0.due)" }.joined(by: " ")) END"
        }
        let middle = dues.startIndex + dues.count / 2
        let halves = (cases(dues[..<middle]), cases(dues[middle...]))
        return "CASE WHEN ticket.id < \(dues[middle].ticket) THEN \(halves.0) ELSE \(halves.1) END"
    }

    private mutating func amongMany(_ tickets: [Int64]) -> String { "(\(among("ticket.id", tickets)))" }

    /// The tickets of which only what is written down counts.
    private mutating func settled(_ promises: SLAStates) -> String {
        guard promises.isMeasuring else { return "(1 = 1)" }
        guard promises.holdsOpen else { return "(NOT \(amongMany(promises.unsettled)))" }
        return "(NOT \(Self.isOpen) AND NOT \(amongMany(promises.unsettled)))"
    }

    private static let isOpen = "(ticket.status <= \(Status.lastOpen.rawValue) AND ticket.removal = 0)"
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
