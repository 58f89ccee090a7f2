import Storage
import Workflow

/// A person at a desk, as a front hands them over: who gives commands, what time it is for them, and in which zone they read
/// and write times. What every front does the same way is a method of it.
package struct Workspace: Sendable {
    /// What a command of this person brings.
    package var context: CommandContext
    /// The zone that was asked for; nil: the desk's.
    package var zoneName: String?
    /// The time that queries and lengths count from: another one than now where the desk of a past time is read.
    package var readsAt: Instant
    /// Tickets for which the person has begun a text.
    package var drafts: @Sendable () throws -> [Ticket.Number]

    package init(
        context: CommandContext, zoneName: String? = nil, readsAt: Instant? = nil,
        drafts: @escaping @Sendable () throws -> [Ticket.Number] = { [] }
    ) {
        self.context = context
        self.zoneName = zoneName
        self.readsAt = readsAt ?? context.at
        self.drafts = drafts
    }

    /// Finds the rules of a time zone on this machine.
    package static let zones: ZoneFinder = { try ZoneFile.rules(named: $0) }

    /// - Throws: `TimeZoneError`
    package func zone(in db: any Transaction) throws -> TimeZoneRules {
        try ZoneFile.rules(named: try zoneName ?? DeskFacts.read(in: db).timeZone)
    }

    /// Who asks, and what the words of a query mean to them. Somebody who is no agent may read, and is nobody.
    package func queryContext(in db: any Transaction) throws -> QueryContext {
        var queryContext = QueryContext(
            agent: try Agents.find(context.agent, in: db), now: readsAt, zone: ZoneOffsets(try zone(in: db)),
            categories: try CategoryTree.read(in: db), zones: Self.zones)
        queryContext.drafts = drafts
        return queryContext
    }

    /// The calendar by which business days and hours are counted.
    package func calendar(in store: Store) throws -> WorkCalendar {
        try store.read { try Calendars.standard(Self.zones, in: $0) }
    }

    /// What reading promises needs.
    package func slaContext(in db: any Transaction) throws -> SLAContext {
        SLAContext(queryContext: try queryContext(in: db), zones: Self.zones)
    }

    /// A moment that a person named: a day or time, before now or after it.
    /// - Throws: `UsageError.badTime`, `.timeHasPassed`, `.timeToCome`
    package func moment(_ text: String, _ direction: MomentText.Direction, in store: Store) throws -> Instant {
        let now = context.at
        let zone = try store.read { ZoneOffsets(try self.zone(in: $0)) }
        let found = try MomentText.read(text, direction, now: now, zone: zone, calendar: { try calendar(in: store) })
        guard let found, TimeText.years.contains(found.milliseconds) else { throw UsageError.badTime(text) }
        switch direction {
        case .future where found <= now: throw UsageError.timeHasPassed(text)
        case .past where found > now: throw UsageError.timeToCome(text)
        default: return found
        }
    }

    /// Until when a ticket waits. A bare day ends when work begins on it, where the desk has a calendar: nobody is there before.
    /// - Parameter text: as a person said it; nil: as the setting `wait.length` says.
    /// - Throws: as `moment`
    package func waitEnd(_ text: String?, in store: Store) throws -> Instant {
        let text = try text ?? store.read { try Settings.text(of: .waitLength, in: $0) }
        let end = try moment(text, .future, in: store)
        let zone = try store.read { try self.zone(in: $0) }
        let local = end.milliseconds + Int64(zone.offset(at: end.milliseconds)) * 1000
        guard local % WorkCalendar.dayLength == 0, !MomentText.namesTime(text) else { return end }
        return try calendar(in: store).nextWorking(from: end) ?? end
    }

    /// Makes verbs of the lines of macros and rules, for this person.
    package func reading(in db: any Transaction) throws -> MacroReading {
        MacroReading(try context.author(in: db), zones: Self.zones, in: db)
    }

    /// Steps that name what is not there are refused when they are kept, not when they are needed.
    /// - Throws: `TextError`, `WorkflowError.unfinishedText`
    package func checked(steps: String, in store: Store) throws -> String {
        let verb = try store.read { try reading(in: $0).verb(of: steps) }
        // What is filled in later is none of it.
        let unfinished = try verb.saidToCustomers.flatMap { try UnfinishedText.found(in: $0) }.filter {
            !$0.hasPrefix("{{")
        }
        guard unfinished.isEmpty else { throw WorkflowError.unfinishedText(unfinished) }
        return steps
    }
}
