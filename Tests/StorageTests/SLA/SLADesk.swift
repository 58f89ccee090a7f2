import Storage
import Workflow

/// A desk with policies, on which somebody works from Monday, 2026-03-02, 09:00 UTC on.
struct SLADesk {
    static let ana = Agent(id: 1, name: "ana", role: .admin)
    static let monday: Int64 = 1_772_442_000_000

    let store: Store
    /// Minutes since Monday 09:00.
    private(set) var minute: Int64 = 0

    init() throws {
        store = try Store.inMemory(at: Instant(milliseconds: Self.monday))
    }

    var now: Instant { Instant(milliseconds: Self.monday + minute * 60_000) }
    var context: CommandContext {
        var context = CommandContext(agent: Self.ana.name, at: now, command: "desk")
        context.zones = { _ in .utc }
        return context
    }

    mutating func pass(hours: Int64 = 0, minutes: Int64 = 0) { minute += hours * 60 + minutes }

    func slaContext(zone: ZoneOffsets = .utc) throws -> SLAContext {
        let categories = try store.read { try CategoryTree.read(in: $0) }
        let zones: ZoneFinder = { _ in .utc }
        let queryContext = QueryContext(agent: Self.ana, now: now, zone: zone, categories: categories, zones: zones)
        return SLAContext(queryContext: queryContext, zones: zones)
    }

    @discardableResult
    func policy(_ name: String, _ terms: String, when query: String = "", calendar: String? = nil) throws -> SLAPolicy {
        let policy = SLAPolicy(name: name, query: query, terms: try SLATerms(text: terms), calendar: calendar)
        _ = try store.addPolicy(policy, context, try slaContext())
        return try store.read { try SLAPolicies.find(name, in: $0) }
    }

    func file(_ priority: Priority = .normal) throws -> Ticket.Number {
        try store.file(NewTicket(title: "t", description: "d", priority: priority), context).ticket
    }

    @discardableResult
    func perform(_ verb: TicketCommand, _ ticket: Ticket.Number) throws -> Int64 {
        try store.perform(verb, on: [ticket], context).operation ?? 0
    }

    func sla(_ number: Ticket.Number, zone: ZoneOffsets = .utc) throws -> TicketSLA {
        let slaContext = try slaContext(zone: zone)
        return try store.read { try SLAReader(slaContext, in: $0).sla(of: number) }
    }

    func measure(_ goal: SLAGoal, _ number: Ticket.Number) throws -> SLAMeasure? {
        try sla(number).measures.last { $0.goal == goal }
    }

    func find(_ query: String) throws -> [Int64] {
        let queryContext = try slaContext().queryContext
        return try store.read { db in
            try TicketList(try Query.parse(query), queryContext, in: db).numbers().map(\.rawValue)
        }
    }
}
