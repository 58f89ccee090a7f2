import Workflow

/// When promises are read, and how zones are found.
package struct SLAWorld: Sendable {
    package var scene: QueryScene
    package var zones: ZoneFinder

    package init(scene: QueryScene, zones: @escaping ZoneFinder) {
        self.scene = scene
        self.zones = zones
    }

    /// Nil where nobody said how to find a zone.
    package init?(_ scene: QueryScene) {
        guard let zones = scene.zones else { return nil }
        self.init(scene: scene, zones: zones)
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
    private let world: SLAWorld
    private let db: any Transaction
    private let policies: [Asked]
    private let from: Instant?

    /// - Parameter policies: others than the desk's own, where somebody tries what would be.
    package init(_ world: SLAWorld, policies: [SLAPolicy]? = nil, in db: any Transaction) throws {
        self.world = world
        self.db = db
        self.policies = try (policies ?? SLAPolicies.all(in: db)).map { policy in
            let calendar = try Calendars.find(policy.calendar, in: db)
            let condition = try TicketCondition(try Query.parse(policy.query, in: db), world.scene, in: db)
            return Asked(policy, condition, calendar.name, try calendar.calendar(world.zones, in: db))
        }
        let text = try Settings.text(of: .slaFrom, in: db)
        from =
            text.isEmpty
            ? nil
            : DateExpression(text)?.interval(now: 0, zone: world.scene.zone)
                .map { Instant(milliseconds: $0.lowerBound) }
    }

    package var isEmpty: Bool { policies.isEmpty }

    /// - Parameter usesVerdicts: what was told once stays so; else everything is measured anew.
    package func sla(of ticket: Ticket, usesVerdicts: Bool = true) throws -> TicketSLA {
        var found = TicketSLA()
        let matching = try policies.filter { try matches($0, ticket.number) }
        guard let first = matching.first else { return found }
        found.policy = first.policy
        found.others = matching.dropFirst().map(\.policy.name)
        found.calendarName = first.calendarName
        found.calendar = first.calendar
        let isOlder = from.map { from in ticket.createdAt.map { $0 < from } ?? true } ?? false
        guard !isOlder, ticket.mergedInto == nil,
            let timeline = try SLATimelines.of(ticket, at: world.scene.now, in: db)
        else { return found }
        found.timeline = timeline
        found.faults = timeline.faults
        found.measures = SLAClock(terms: first.policy.terms, calendar: first.calendar, timeline: timeline).measures
        if usesVerdicts { found.measures = try SLAVerdicts.settled(found.measures, of: ticket.number, in: db) }
        return found
    }

    private func matches(_ asked: Asked, _ ticket: Ticket.Number) throws -> Bool {
        try db.row(asked.sql, asked.values + [.integer(ticket.rawValue)]) != nil
    }
}

/// A policy, and the statement that tells whether it is for a ticket: one text for all, so that it is prepared once.
private struct Asked {
    let policy: SLAPolicy
    let sql: String
    let values: [Value]
    let calendarName: String
    let calendar: WorkCalendar

    init(_ policy: SLAPolicy, _ condition: TicketCondition, _ calendarName: String, _ calendar: WorkCalendar) {
        self.policy = policy
        values = condition.values
        sql = "SELECT 1 FROM ticket WHERE ticket.id = $\(condition.values.count + 1) AND (\(condition.sql))"
        self.calendarName = calendarName
        self.calendar = calendar
    }
}
