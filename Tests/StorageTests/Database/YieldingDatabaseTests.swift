import Dispatch
import Storage
import Synchronization
import Testing
import Workflow

/// Shows that the database for tests sees what it is there for, and else is the one around which it stands.
struct YieldingDatabaseTests {
    private static let counter = "UPDATE counter SET last = last + 1 WHERE name = 'change' RETURNING last"
    private static let change = "UPDATE counter SET last = last + 5 WHERE name = 'ticket'"
    private static let read = "SELECT last FROM counter WHERE name = 'ticket'"

    private func database(isStrict: Bool) throws -> YieldingDatabase {
        YieldingDatabase(try Store.inMemory().database, isStrict: isStrict)
    }

    private func last(_ name: String, in database: YieldingDatabase) throws -> Int64? {
        try database.read { try $0.row("SELECT last FROM counter WHERE name = $1", [.text(name)])?.integer(0) }
    }

    @Test func `a read before the counter is refused, and nothing is written`() throws {
        let database = try database(isStrict: true)
        #expect(throws: ReadBeforeCounter(sql: Self.read)) {
            try database.write { db in
                try db.run(Self.change)
                _ = try db.row(Self.read)
                _ = try db.row(Self.counter)
            }
        }
        #expect(try last("ticket", in: database) == 0)
        #expect(try last("change", in: database) == 0)
    }

    @Test func `a read in place before the counter is refused, and told of where the error is caught`() throws {
        let database = try database(isStrict: true)
        try? database.write { db in  // what this is about
            try db.eachInPlace(Self.read, []) { _ in }
            _ = try db.row(Self.counter)
        }
        #expect(database.refusals.all == [ReadBeforeCounter(sql: Self.read)])
    }

    @Test func `who takes the counter first, or never, may read`() throws {
        let database = try database(isStrict: true)
        try database.write { db in
            _ = try db.row(Self.counter)
            _ = try db.row(Self.read)
        }
        try database.write { db in
            _ = try db.row(Self.read)
            try db.run(Self.change)
        }
        #expect(try last("ticket", in: database) == 5)
        #expect(try last("change", in: database) == 1)
        #expect(database.refusals.all == [])
    }

    @Test func `where it is not strict, anything goes`() throws {
        let database = try database(isStrict: false)
        try database.write { db in
            _ = try db.row(Self.read)
            _ = try db.row(Self.counter)
        }
        #expect(try last("change", in: database) == 1)
    }

    @Test func `a bulk import is watched like any other write`() throws {
        let database = try database(isStrict: true)
        #expect(throws: ReadBeforeCounter.self) {
            try database.maintenance.bulk { bulk in
                try bulk.write { db in
                    _ = try db.row(Self.read)
                    _ = try db.row(Self.counter)
                }
            }
        }
    }

    @Test func `a desk over it is the same desk`() throws {
        let store = Store(database: YieldingDatabase(try Store.inMemory().database, isStrict: false))
        let ticket = try store.file(NewTicket(title: "证书 到期", description: "d"), .ofTests).ticket
        #expect(try store.read { try TicketRows.find(ticket, in: $0)?.title } == "证书 到期")
        let there = "SELECT COUNT(*) FROM ticket WHERE removal = 0"
        #expect(try store.past(.operation(0)).read { try $0.row(there)?.int(0) } == 0)
        #expect(try store.examine(hash: { $0 }) { _, _ in }.problems == 0)
    }

    @Test func `many writers get numbers without gaps`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.desk()
        let numbers = Mutex<[Int64]>([])
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            do {
                let file = try SQLiteDatabase.openForWriting(folder.file("desk.sqlite"), timeoutSeconds: 60)
                let store = Store(database: YieldingDatabase(file, isStrict: false))
                for _ in 1...5 {
                    let number = try store.file(NewTicket(title: "t"), .ofTests).ticket.rawValue
                    numbers.withLock { $0.append(number) }
                }
            } catch {
                Issue.record(error)
            }
        }
        #expect(numbers.withLock { $0.sorted() } == Array(1...20))
    }
}
