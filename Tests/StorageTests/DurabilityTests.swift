import Foundation
import Storage
import Testing
import Workflow

struct DurabilityTests {
    private func pragma(_ name: String, _ store: Store) throws -> String {
        try store.read { db in
            let row = try db.row("PRAGMA \(name)")
            return try (try? row?.text(0)) ?? String(row?.integer(0) ?? -1)  // a text or a number
        }
    }

    private func expectDurable(_ store: Store) throws {
        #expect(try pragma("journal_mode", store) == "wal")
        #expect(try pragma("synchronous", store) == "2")
        #expect(try pragma("foreign_keys", store) == "1")
    }

    private func open(_ path: String) throws -> Store {
        Store(database: try SQLiteDatabase.openForWriting(path, timeoutSeconds: 5))
    }

    @Test func `a desk opened for writing survives a power cut: WAL, synchronous FULL, foreign keys`() throws {
        let folder = try TemporaryFolder()
        try expectDurable(try folder.desk())
        try expectDurable(try open(folder.file("desk.sqlite")))
    }

    @Test func `so it does after a bulk, a bulk that failed, and one that could not begin`() throws {
        let folder = try TemporaryFolder()
        let store = try folder.desk()
        try store.bulk { _ = try $0.file(NewTicket(title: "t"), .ofTests) }
        try expectDurable(store)
        #expect(throws: StorageError.diskFull) { try store.bulk { _ in throw StorageError.diskFull } }
        try expectDurable(store)
        let hurried = Store(database: try SQLiteDatabase.openForWriting(folder.file("desk.sqlite"), timeoutSeconds: 0))
        try store.database.write { db in
            try db.run("UPDATE counter SET last = last")
            #expect(throws: StorageError.busy(seconds: 0)) { try hurried.bulk { _ in } }
        }
        try expectDurable(hurried)
    }

    @Test func `a copy that lacks the write-ahead log gets it when opened for writing`() throws {
        let folder = try TemporaryFolder()
        let store = try folder.desk()
        _ = try store.file(NewTicket(title: "t"), .ofTests)
        let copy = folder.file("copy.sqlite")
        try store.database.read { db in try db.each("PRAGMA wal_checkpoint", []) { _ in } }
        try folder.write(withoutWAL(try folder.bytes("desk.sqlite")), to: "copy.sqlite")
        try expectDurable(try open(copy))
    }

    // Bytes 18 and 19 of an SQLite file say how it is written: 1 is the rollback journal, 2 the write-ahead log.
    private func withoutWAL(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        bytes[18] = 1
        bytes[19] = 1
        return bytes
    }

    @Test func `write waits for its turn and then says busy`() throws {
        let folder = try TemporaryFolder()
        let store = try folder.desk()
        let other = Store(database: try SQLiteDatabase.openForWriting(folder.file("desk.sqlite"), timeoutSeconds: 0))
        try store.database.write { db in
            try db.run("UPDATE counter SET last = last")
            #expect(throws: StorageError.busy(seconds: 0)) { try other.file(NewTicket(title: "t"), .ofTests) }
            #expect(try other.read { try $0.rows("SELECT id FROM ticket").isEmpty })
        }
        _ = try other.file(NewTicket(title: "t"), .ofTests)
    }

    @Test func `a write that fails leaves nothing`() throws {
        let store = try Store.inMemory()
        #expect(throws: StorageError.diskFull) {
            try store.database.write { db in
                try db.run("UPDATE counter SET last = 99")
                try db.run("INSERT INTO tag (name, folded) VALUES ('a', 'a')")
                throw StorageError.diskFull
            }
        }
        #expect(try store.read { try $0.row("SELECT MAX(last) FROM counter")?.int(0) } == 0)
        #expect(try store.read { try $0.rows("SELECT id FROM tag").isEmpty })
        #expect(try store.file(NewTicket(title: "t"), .ofTests).operation == 1)
    }

    @Test func `a ticket that fails takes no number`() throws {
        let store = try Store.inMemory()
        #expect(throws: StorageError.self) { try store.file(NewTicket(title: ""), .ofTests) }
        let made = try store.file(NewTicket(title: "t"), .ofTests)
        #expect(made.ticket == Ticket.Number(1) && made.operation == 1)
    }

    @Test func `threads that write at once get numbers without gaps`() async throws {
        let folder = try TemporaryFolder()
        _ = try folder.desk()
        let path = folder.file("desk.sqlite")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    let store = Store(database: try SQLiteDatabase.openForWriting(path, timeoutSeconds: 20))
                    for _ in 0..<5 { _ = try store.file(NewTicket(title: "t"), .ofTests) }
                }
            }
            try await group.waitForAll()
        }
        let store = try open(path)
        #expect(
            try store.read { try $0.rows("SELECT id FROM ticket ORDER BY id").map { try $0.int(0) } } == Array(1...20))
        #expect(
            try store.read { try $0.rows("SELECT id FROM operation ORDER BY id").map { try $0.int(0) } }
                == Array(1...20))
    }

    @Test func `a reader sees one snapshot while another writes`() throws {
        let folder = try TemporaryFolder()
        let store = try folder.desk()
        let reader = Store(
            database: try SQLiteDatabase.openForReading(folder.file("desk.sqlite"), timeoutSeconds: 0))
        try reader.read { db in
            #expect(try db.row("SELECT COUNT(*) FROM ticket")?.int(0) == 0)
            _ = try store.file(NewTicket(title: "t"), .ofTests)
            #expect(try db.row("SELECT COUNT(*) FROM ticket")?.int(0) == 0)
        }
        #expect(try reader.read { try $0.row("SELECT COUNT(*) FROM ticket")?.int(0) } == 1)
    }

    @Test func `a statement may not run among the rows of another, and runs again behind them`() throws {
        let sql = "SELECT id FROM status WHERE id <= $1 ORDER BY id"
        try Store.inMemory().read { db in
            #expect(throws: StorageError.failed(detail: "a statement among the rows of another")) {
                try db.each(sql, [.integer(3)]) { _ in _ = try db.rows("SELECT 1") }
            }
            #expect(throws: StorageError.failed(detail: "a statement among the rows of another")) {
                try db.eachInPlace(sql, [.integer(3)]) { _ in try db.each(sql, [.integer(2)]) { _ in } }
            }
            let again = try db.rows(sql, [.integer(3)]).map { try $0.int(0) }
            #expect(again == [1, 2, 3])
        }
    }

    @Test func `values are found by the number of their placeholder, in whatever order and however often`() throws {
        let row = try Store.inMemory().read { try $0.row("SELECT $2, $1, $2", [.text("a"), .integer(2)]) }
        #expect(try row?.integer(0) == 2)
        #expect(try row?.text(1) == "a")
        #expect(throws: StorageError.failed(detail: "no value for $2")) {
            try Store.inMemory().read { try $0.rows("SELECT $2", [.null]) }
        }
    }

    @Test func `a wrong value is told by its column`() throws {
        let row = try #require(
            try Store.inMemory().read { try $0.row("SELECT 'x' AS a, 7 AS b, NULL AS c, X'00' AS d, 9 AS e") })
        func fault(_ column: String, _ expected: String) -> StorageError {
            .wrongValue(column: column, expected: expected)
        }
        #expect(throws: fault("a", "an integer")) { try row.integer(0) }
        #expect(throws: fault("b", "a text")) { try row.text(1) }
        #expect(throws: fault("c", "a text")) { try row.text(2) }
        #expect(throws: fault("a", "bytes")) { try row.blob(0) }
        #expect(throws: fault("d", "a number")) { try row.real(3) }
        #expect(throws: fault("e", "a known Status")) { let _: Status = try row.code(4) }
        #expect(try row.optionalText(2) == nil)
        #expect(try row.blob(3) == [0])
    }

    @Test(arguments: ["", "a\u{0}b", "é", "e\u{301}", "😀𠀀", String(repeating: "长", count: 70_000)])
    func `a text comes back as it went in, byte for byte`(text: String) throws {
        let row = try Store.inMemory().read { try $0.row("SELECT $1, $2", [.text(text), .utf8(Array(text.utf8))]) }
        #expect(try row?.text(0).isSameText(as: text) == true)
        #expect(try row?.text(1).isSameText(as: text) == true)
    }
}
