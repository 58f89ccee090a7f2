import Storage
import Testing
import Workflow

/// Queries in the desk's own words, and about what the index alone does not know.
struct OwnWordsQueryTests {
    private let desk: RelationDesk

    init() throws {
        desk = try RelationDesk(tickets: 3)
        _ = try desk.store.perform(.edit(TicketEdit(priority: .urgent)), on: [Ticket.Number(2)], desk.context(1))
        _ = try desk.store.aliasPriority("P1", .urgent, desk.context(1))
        _ = try desk.store.aliasPriority("P2", .high, desk.context(1))
    }

    @Test func `a word of the desk for a priority is one in queries, views and spans`() throws {
        for query in ["prio:P1", "prio:p1,low", "prio>=P2", "prio:P2..P1", "-prio:normal"] {
            let found = try desk.store.read { db in
                let queryContext = QueryContext(
                    agent: RelationDesk.ana, now: Instant(milliseconds: 0), zone: .utc,
                    categories: try CategoryTree.read(in: db))
                return try TicketList(try Query.parse(query, in: db), queryContext, in: db).numbers().map(\.rawValue)
            }
            #expect(found == [2], "\(query)")
        }
    }

    @Test func `a word that nobody gave a meaning is refused as before`() throws {
        #expect(throws: QueryError.self) { try desk.store.read { _ = try Query.parse("prio:P9", in: $0) } }
    }

    @Test func `in:description finds what the description says, and not what was said later`() throws {
        try desk.say("证书 3 换成 abcdef", on: 1)
        #expect(try desk.find("in:description \"到期 1\"") == [1])
        #expect(try desk.find("in:description abcdef") == [])
        #expect(try desk.find("in:public abcdef") == [1])
        #expect(try desk.find("in:description 到期") == [1, 2, 3])
        _ = try desk.merge(3, into: 1)
        #expect(try desk.find("in:description \"到期 3\" is:open") == [1])
    }

    @Test func `has:draft asks for tickets of which the asking person keeps a text`() throws {
        let found = try desk.store.read { db in
            var queryContext = QueryContext(
                agent: RelationDesk.ana, now: Instant(milliseconds: 0), zone: .utc,
                categories: try CategoryTree.read(in: db))
            queryContext.drafts = { [Ticket.Number(2), Ticket.Number(9)] }
            return try TicketList(try Query.parse("has:draft"), queryContext, in: db).numbers().map(\.rawValue)
        }
        #expect(found == [2])
        #expect(try desk.find("has:draft") == [])
        #expect(try desk.find("no:draft") == [1, 2, 3])
    }
}
