import Import
import Storage
import Testing
import Workflow

/// A desk with three agents, two teams and a few tickets.
struct PeopleDesk {
    let store: Store
    let li: Agent
    let zhang: Agent
    let chen: Agent
    let cdn: Team

    static let ana = Agent(id: 1, name: "ana", role: .admin)

    init(tickets: Int = 4) throws {
        store = try Store.inMemory()
        li = try store.grant(.agent, to: "li", Self.context(0))
        zhang = try store.grant(.agent, to: "zhang", Self.context(0))
        chen = try store.grant(.manager, to: "chen", Self.context(0))
        let facts = TeamFacts(addedMembers: [li.id, zhang.id])
        _ = try store.addTeam("CDN", facts, Self.context(0))
        _ = try store.addTeam("存储", TeamFacts(addedMembers: [chen.id]), Self.context(0))
        cdn = try store.read { try Teams.offered("CDN", in: $0) }
        for number in 0..<tickets {
            let new = NewTicket(
                title: "证书 \(number + 1)", categoryPath: ["CDN", "证书"], customer: "客户 \(number % 2)", tags: ["急"])
            _ = try store.file(new, Self.context(0))
        }
    }

    static func context(_ minute: Int, by agent: Agent = ana) -> CommandContext {
        CommandContext(agent: agent.name, at: Instant(milliseconds: Int64(minute) * 60_000), command: "desk")
    }

    @discardableResult
    func perform(_ verb: TicketCommand, on numbers: Int64..., at minute: Int = 1) throws -> [CommandResult.Change] {
        try store.perform(verb, on: numbers.map { Ticket.Number($0) }, Self.context(minute)).changed
    }

    func ticket(_ number: Int64) throws -> Ticket {
        try #require(try store.read { try TicketRows.find(Ticket.Number(number), in: $0) })
    }

    func numbers(_ query: String, as agent: Agent = ana) throws -> [Int64] {
        try store.read { db in
            try TicketList(try Query.parse(query), try queryContext(agent, db), in: db).numbers().map(\.rawValue)
                .sorted()
        }
    }

    func export() throws -> String {
        try store.read { db in
            var text = ""
            try Exporter.eachLine(try Query.parse(""), try queryContext(Self.ana, db), in: db) {
                text += String(decoding: $0, as: UTF8.self)
            }
            return text
        }
    }

    /// Everything that is told of people, to compare before and after.
    func people() throws -> String {
        try store.read { db in
            "\(try Customers.all(in: db)) \(try Organisations.all(in: db)) \(try Agents.lines(in: db)) "
                + "\(try Teams.all(in: db)) \(try Permissions.read(in: db))"
        }
    }

    private func queryContext(_ agent: Agent, _ db: any Transaction) throws -> QueryContext {
        QueryContext(
            agent: agent, now: Instant(milliseconds: 0), zone: .utc, categories: try CategoryTree.read(in: db))
    }
}
