import Storage
import Testing
import Workflow

@testable import Storage

/// What is kept of texts is thrown away by whoever changes one; nothing in the schema does it.
struct SimilarityForgettingTests {
    @Test(arguments: 1...10)
    func `whatever is done and undone, what is kept of texts is what they say`(seed: Int) throws {
        var desk = try RandomDesk(seed: seed, tickets: 256)
        let founded = try desk.newest
        try keepAll(desk.store)
        for _ in 1...40 {
            desk.doSomething()
            #expect(try unlike(desk.store) == [], "minute \(desk.minute)")
            try keepAll(desk.store)
        }
        #expect(try unlike(desk.store.past(.operation(founded))) == [])
        for operation in try desk.inForce() where operation > founded {
            // One whose ground others have changed is refused.
            guard (try? desk.store.undo(operation, desk.context)) != nil else { continue }
            #expect(try unlike(desk.store) == [], "undo of \(operation)")
            try keepAll(desk.store)
        }
    }

    @Test func `a purged ticket is in nothing that is kept`() throws {
        let desk = try RandomDesk(seed: 1, tickets: 256)
        try keepAll(desk.store)
        _ = try desk.store.perform(.remove, on: [Ticket.Number(7)], desk.context)
        _ = try desk.store.purge([Ticket.Number(7)], desk.context.confirming(.anything))
        #expect(try unlike(desk.store) == [])
    }

    @Test func `no table has a trigger`() throws {
        let store = try Store.inMemory()
        #expect(try store.read { try $0.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'").count } == 0)
    }

    private func keepAll(_ store: Store) throws {
        try store.database.write { try SimilarityBlock.keep(in: $0) }
    }

    private func unlike(_ store: Store) throws -> [Int64] {
        try store.read { db in
            let kept = try db.rows("SELECT block, pieces FROM likeness").map { (try $0.integer(0), try $0.blob(1)) }
            return try kept.filter { try SimilarityBlock($0.0, readingTextsIn: db).bytes != $0.1 }.map(\.0)
        }
    }
}
