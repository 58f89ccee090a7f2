import Storage
import Workflow

/// A desk in memory, and what queries find on it.
struct SearchedDesk {
    let store: Store
    var now = Instant(milliseconds: 1_767_225_600_000)  // 2026-01-01 00:00 UTC
    let ana = Agent(id: 1, name: "ana", role: .admin)

    init() throws { store = try Store.inMemory() }

    func queryContext(_ db: any Transaction, agent: Agent? = nil) throws -> QueryContext {
        QueryContext(agent: agent ?? ana, now: now, zone: .utc, categories: try CategoryTree.read(in: db))
    }

    /// The numbers of the tickets, in the query's order.
    func ordered(_ query: String) throws -> [Int64] {
        try store.read { db in
            try TicketList(try Query.parse(query), try queryContext(db), in: db).numbers().map(\.rawValue)
        }
    }

    func found(_ query: String) throws -> [Int64] { try ordered(query).sorted() }

    @discardableResult
    func file(_ new: NewTicket, at: Instant = Instant(milliseconds: 0)) throws -> Int64 {
        var context = CommandContext.ofTests
        context.at = at
        return try store.file(new, context).ticket.rawValue
    }

    /// A ticket of these texts; the first is its title, the second its description, the rest are messages.
    @discardableResult
    func ticket(_ texts: String...) throws -> Int64 {
        let number = try file(NewTicket(title: texts[0], description: texts.count > 1 ? texts[1] : nil))
        for (index, text) in texts.dropFirst(2).enumerated() { try say(text, on: number, at: index + 2) }
        return number
    }

    func say(_ text: String, on ticket: Int64, at sequence: Int, isInternal: Bool = false) throws {
        let insert = """
            INSERT INTO message (ticket_id, sequence, role, agent_id, origin, is_internal, body, at)
            VALUES ($1, $2, 2, 1, 1, $3, $4, 0)
            """
        try run(insert, [.integer(ticket), .integer(sequence), .flag(isInternal), .text(text)])
    }

    func run(_ sql: String, _ values: [SQLValue] = []) throws {
        try store.database.write { db in _ = try db.run(sql, values) }
    }

    func reindex() throws { try store.rebuildSearch(CommandContext.ofTests) { _, _ in } }

    var health: Health { get throws { try store.examine(hash: { $0 }) { _, _ in } } }
}
