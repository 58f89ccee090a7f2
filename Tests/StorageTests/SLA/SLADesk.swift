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
    var context: CommandContext { CommandContext(agent: Self.ana.name, at: now, command: "desk") }

    mutating func pass(hours: Int64 = 0, minutes: Int64 = 0) { minute += hours * 60 + minutes }

    func world(zone: ZoneOffsets = .utc) throws -> SLAWorld {
        let categories = try store.read { try CategoryTree.read(in: $0) }
        let zones: ZoneFinder = { _ in .utc }
        let scene = QueryScene(agent: Self.ana, now: now, zone: zone, categories: categories, zones: zones)
        return SLAWorld(scene: scene, zones: zones)
    }

    @discardableResult
    func policy(_ name: String, _ terms: String, when query: String = "", calendar: String? = nil) throws -> SLAPolicy {
        let policy = SLAPolicy(name: name, query: query, terms: try SLATerms(text: terms), calendar: calendar)
        _ = try store.addPolicy(policy, context, try world())
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
        let world = try world(zone: zone)
        return try store.read { try SLAReader(world, in: $0).sla(of: number) }
    }

    func measure(_ goal: SLAGoal, _ number: Ticket.Number) throws -> SLAMeasure? {
        try sla(number).measures.last { $0.goal == goal }
    }

    func find(_ query: String) throws -> [Int64] {
        let scene = try world().scene
        return try store.read { db in
            try TicketList(try Query.parse(query), scene, in: db).numbers().map(\.rawValue)
        }
    }
}
