import Workflow

/// When promises are read, and how zones are found.
package struct SLAContext: Sendable {
    package var queryContext: QueryContext
    package var zones: ZoneFinder

    package init(queryContext: QueryContext, zones: @escaping ZoneFinder) {
        self.queryContext = queryContext
        self.zones = zones
    }

    /// Nil where nobody said how to find a zone.
    package init?(_ queryContext: QueryContext) {
        guard let zones = queryContext.zones else { return nil }
        self.init(queryContext: queryContext, zones: zones)
    }
}

/// What was promised for one ticket, and how it stands.
package struct TicketSLA: Sendable {
    /// The first policy that is for the ticket.
    package var policy: SLAPolicy?
    /// Others that would have been.
    package var others: [String] = []
    package var calendarName = ""
    package var calendar = WorkCalendar.always
    package var measures: [SLAMeasure] = []
    /// What was written down before, where promises are measured now.
    var compared: SLAComparison?
    /// Written down before, and undone since: it counts until then.
    var undone: [SLAMeasure] = []
    package var faults: [SLATimeline.Fault] = []
    /// Nil when nothing is measured.
    package var timeline: SLATimeline?

    /// What is due next.
    package var pressing: SLAMeasure? {
        measures.filter { !$0.isFinished }.min { a, b in
            (a.due ?? Instant(milliseconds: .max)) < (b.due ?? Instant(milliseconds: .max))
        }
    }
}

/// The desk's policies, ready to be asked about many tickets.
package struct SLAReader {
    private let slaContext: SLAContext
    private let db: any Transaction
    private let policies: [Asked]
    private let from: Instant?
    /// Operations that were undone, or that undid.
    private let undone: Set<Int64>
    private let changes: SLAChanges

    /// - Parameter policies: others than the desk's own, where somebody tries what would be.
    package init(_ slaContext: SLAContext, policies: [SLAPolicy]? = nil, in db: any Transaction) throws {
        self.slaContext = slaContext
        self.db = db
        self.policies = try (policies ?? SLAPolicies.all(in: db)).map { policy in
            let calendar = try Calendars.find(policy.calendar, in: db)
            let query = try Query.parse(policy.query, in: db)
            let condition = try TicketCondition(query, slaContext.queryContext, in: db)
            return Asked(
                policy, condition, calendar.name, try calendar.calendar(slaContext.zones, in: db),
                isVolatile: !query.root.isOfTheTicketAlone, in: db)
        }
        let text = try Settings.text(of: .slaFrom, in: db)
        from =
            text.isEmpty
            ? nil
            : DateExpression(text)?.interval(now: 0, zone: slaContext.queryContext.zone)
                .map { Instant(milliseconds: $0.lowerBound) }
        undone = self.policies.isEmpty ? [] : try Moves.undone(in: db)
        changes = try SLAChanges(in: db)
    }

    package var isEmpty: Bool { policies.isEmpty }

    /// Whether a ticket's promises may become others although nothing happens to it.
    var isVolatile: Bool { policies.contains { $0.isVolatile } }

    /// - Parameter usesVerdicts: what was told once stays so; else everything is measured anew.
    package func sla(of ticket: Ticket.Number, usesVerdicts: Bool = true) throws -> TicketSLA {
        var found = TicketSLA()
        try each(of: [ticket], usesVerdicts: usesVerdicts) { found = $1 }
        return found
    }

    /// Hands over how the promises for these tickets stand, in their order.
    package func each(
        of tickets: [Ticket.Number], usesVerdicts: Bool = true, _ body: (Ticket.Number, TicketSLA) throws -> Void
    ) throws {
        let countsMerged = policies.contains { $0.policy.terms.countsMerged }
        for start in stride(from: 0, to: tickets.count, by: SLATimelines.atOnce) {
            let some = Array(tickets[start..<min(start + SLATimelines.atOnce, tickets.count)])
            let matching = try policies.map { try $0.matching(some, in: db) }
            let timelines = try SLATimelines(of: some, undone: undone, countsMerged: countsMerged, in: db)
            let verdicts = try usesVerdicts ? SLAVerdicts.told(of: some, in: db) : [:]
            let running = try usesVerdicts && changes.isKnown ? SLARunning.of(some, in: db) : nil
            for ticket in some {
                let suited = zip(policies, matching).filter { $1.contains(ticket.rawValue) }.map(\.0)
                try body(
                    ticket,
                    sla(
                        of: ticket, suited, timelines, verdicts[ticket.rawValue] ?? [],
                        running.map { $0[ticket.rawValue] ?? [] }))
            }
        }
    }

    private func sla(
        of ticket: Ticket.Number, _ suited: [Asked], _ timelines: SLATimelines, _ told: [SLAMeasure],
        _ running: [SLAMeasure]?
    ) -> TicketSLA {
        var found = TicketSLA()
        let isThere = timelines.isThere(ticket)
        let standing = told.filter { $0.undoneAt == nil }
        found.undone = told.filter { $0.undoneAt != nil }
        found.measures = SLAVerdicts.settled([], standing, isThere: isThere)
        guard let first = suited.first else { return found }
        found.policy = first.policy
        found.others = suited.dropFirst().map(\.policy.name)
        found.calendarName = first.calendarName
        found.calendar = first.calendar
        guard let timeline = timelines.timeline(of: ticket, at: slaContext.queryContext.now),
            from.map({ timelines.created(ticket) ?? timeline.created >= $0 }) ?? true
        else {
            // Before the day that promises begin there were none.
            if let from, let created = timelines.created(ticket), created < from { found.measures = [] }
            return found
        }
        found.timeline = timeline
        found.faults = timeline.faults
        found.measures = SLAClock(terms: first.policy.terms, calendar: first.calendar, timeline: timeline).measures
        for index in found.measures.indices { found.measures[index].policy = first.policy.name }
        let compared = SLAComparison(found.measures, told, running: running, of: ticket, changes)
        found.compared = compared
        found.undone = compared.takenBack + compared.undone
        found.measures = SLAVerdicts.settled(compared.measures, compared.standing, isThere: isThere)
        return found
    }
}

/// A policy, and the statements that tell for which tickets it is: one text for so many, so that it is prepared once.
private struct Asked {
    let policy: SLAPolicy
    let calendarName: String
    let calendar: WorkCalendar
    let isVolatile: Bool
    private let values: [SQLValue]
    private let one: String
    private let many: String

    init(
        _ policy: SLAPolicy, _ condition: TicketCondition, _ calendarName: String, _ calendar: WorkCalendar,
        isVolatile: Bool, in db: any Transaction
    ) {
        self.isVolatile = isVolatile
        self.policy = policy
        self.calendarName = calendarName
        self.calendar = calendar
        values = condition.values
        // The tickets are asked about in turn: an index of what the policy names would find far more of them.
        func statement(_ count: Int) -> String {
            let asked = (1...count).map { "($\(condition.values.count + $0))" }.joined(by: ", ")
            return """
                WITH asked (ticket_id) AS (VALUES \(asked))
                SELECT ticket.id FROM asked \(db.joinInOrder) ticket
                WHERE ticket.id = asked.ticket_id AND (\(condition.sql))
                """
        }
        one = statement(1)
        many = statement(SLATimelines.atOnce)
    }

    func matching(_ tickets: [Ticket.Number], in db: any Transaction) throws -> Set<Int64> {
        var found: Set<Int64> = []
        let numbers = SLAStatements.for(tickets.count).values(tickets)
        try db.eachInPlace(tickets.count == 1 ? one : many, values + numbers) { found.insert(try $0.integer(0)) }
        return found
    }
}
