import Import
import Storage
import Testing
import Workflow
@testable import Files

/// A desk for tests of what connects tickets: some of them, of one customer, with a conversation.
struct RelationDesk {
    static let ana = Agent(id: 1, name: "ana", role: .admin)

    let store: Store

    init(store: Store) { self.store = store }

    init(tickets: Int) throws {
        store = try Store.inMemory()
        for number in 1...tickets { _ = try file("证书 \(number)", "到期 \(number)") }
    }

    func context(_ minute: Int = 0, _ command: String = "desk") -> CommandContext {
        CommandContext(agent: Self.ana.name, at: Instant(milliseconds: Int64(minute) * 60_000), command: command)
    }

    func file(_ title: String, _ description: String, customer: String? = "王") throws -> Ticket.Number {
        let new = NewTicket(title: title, description: description, categoryPath: ["CDN", "证书"], customer: customer)
        return try store.file(new, context()).ticket
    }

    @discardableResult
    func say(_ text: String, on number: Int64, _ minute: Int = 1) throws -> Int64 {
        let performed = try store.perform(.reply(text), on: [Ticket.Number(number)], context(minute))
        return try #require(performed.operation)
    }

    func merge(_ numbers: Int64..., into mergeTarget: Int64, isForced: Bool = false, _ minute: Int = 5) throws -> Int64
    {
        let merge = try store.merge(
            numbers.map { Ticket.Number($0) }, into: Ticket.Number(mergeTarget),
            isForced ? context(minute).confirming(.anything) : context(minute))
        return try #require(merge.operation)
    }

    func ticket(_ number: Int64) throws -> Ticket {
        try #require(try store.read { try TicketRows.find(Ticket.Number(number), in: $0) })
    }

    func record(_ number: Int64) throws -> TicketRecord {
        try #require(
            try store.read { db in
                try TicketRecord.find(Ticket.Number(number), categories: try CategoryTree.read(in: db), in: db)
            })
    }

    func bodies(_ number: Int64) throws -> [String] {
        try store.read { try MergeTargets.messages(of: Ticket.Number(number), in: $0) }.map(\.body)
    }

    func place(_ number: Int64, _ sequence: Int) -> MessagePlace {
        MessagePlace(ticket: Ticket.Number(number), sequence: sequence)
    }

    func export() throws -> String {
        try store.read { db in
            var text = ""
            try Exporter.eachLine(try Query.parse(""), try queryContext(in: db), in: db) {
                text += String(decoding: $0, as: UTF8.self)
            }
            return text
        }
    }

    func find(_ query: String) throws -> [Int64] {
        try store.read { db in
            try TicketList(try Query.parse(query), try queryContext(in: db), in: db).numbers().map(\.rawValue).sorted()
        }
    }

    private func queryContext(in db: any Transaction) throws -> QueryContext {
        QueryContext(
            agent: Self.ana, now: Instant(milliseconds: 0), zone: .utc, categories: try CategoryTree.read(in: db))
    }

    /// The search holds what the tickets say.
    func requireIndexed(_ place: SourceLocation = #_sourceLocation) throws {
        let health = try store.examine(hash: { $0 }, progress: { _, _ in })
        #expect(health.unindexed == [] && health.orphans == 0, sourceLocation: place)
    }

    static func attachment(_ name: String, _ text: String) throws -> IncomingAttachment {
        let bytes = Array(text.utf8)
        return try IncomingAttachment(name: name, bytes: bytes, sha256: SHA256.digest(bytes))
    }
}
