import Foundation
import Migrations
import Storage
import Testing
import Workflow

struct OpeningTests {
    private func open(_ path: String, forWriting: Bool) throws -> Store {
        Store(
            database: forWriting
                ? try SQLiteDatabase.openForWriting(path, timeoutSeconds: 1)
                : try SQLiteDatabase.openForReading(path, timeoutSeconds: 1))
    }

    /// Opens, expects the error, and that the folder holds what it held. What SQLite needs beside a log to read it may stay.
    private func expect(
        _ error: (String) -> StorageError, of bytes: [UInt8]?, _ sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        for forWriting in [false, true] {
            let folder = try TemporaryFolder()
            if let bytes { try folder.write(bytes, to: "x.sqlite") }
            let path = folder.file("x.sqlite")
            #expect(throws: error(path), sourceLocation: sourceLocation) { try open(path, forWriting: forWriting) }
            #expect(
                try folder.names().filter { !$0.contains("-") } == (bytes == nil ? [] : ["x.sqlite"]),
                sourceLocation: sourceLocation)
            if let bytes { #expect(try folder.bytes("x.sqlite") == bytes, sourceLocation: sourceLocation) }
        }
    }

    /// The bytes of a desk with a few tickets, all in the one file.
    private func deskBytes(_ changes: String...) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        let store = try folder.desk()
        for number in 0..<200 {
            _ = try store.file(NewTicket(title: "工单 \(number)", description: "打不开 \(number)"), .ofTests)
        }
        try store.database.write { db in for change in changes { try db.run(change) } }
        // The lock makes sure that the log is folded into the file.
        try store.database.maintenance.bulk { _ in }
        try store.database.read { db in try db.each("PRAGMA wal_checkpoint(TRUNCATE)", []) { _ in } }
        return try folder.bytes("desk.sqlite")
    }

    @Test func `a file that is not there is no desk`() throws {
        try expect({ .noDesk(path: $0) }, of: nil)
    }

    @Test func `an empty file, a text and another program's database are not ours`() throws {
        try expect({ .notADesk(path: $0) }, of: [])
        try expect({ .notADesk(path: $0) }, of: Array(String(repeating: "## 问题 1: 甲\n", count: 500).utf8))
        try expect({ .notADesk(path: $0) }, of: try deskBytes("PRAGMA application_id = 7"))
    }

    @Test func `a newer schema is left alone`() throws {
        try expect(
            { _ in .newerSchema(found: 99, known: Migrations.current) }, of: try deskBytes("PRAGMA user_version = 99"))
    }

    @Test func `a folder is no desk`() throws {
        let folder = try TemporaryFolder()
        for forWriting in [false, true] {
            #expect(throws: StorageError.self) { try open(folder.path, forWriting: forWriting) }
        }
        #expect(throws: StorageError.self) { try Store.create(folder.path, .ofTests, timeoutSeconds: 0) }
    }

    @Test func `a damaged file is told as damaged, never as an empty desk`() throws {
        var bytes = try deskBytes()
        for index in stride(from: 4096 * 3, to: bytes.count, by: 97) { bytes[index] ^= 0x5A }
        let folder = try TemporaryFolder()
        try folder.write(bytes, to: "x.sqlite")
        #expect {
            let store = try open(folder.file("x.sqlite"), forWriting: false)
            let health = try store.examine(hash: { $0 }) { _, _ in }
            throw StorageError.damaged(detail: "\(health.damage.count) faults").when(!health.damage.isEmpty)
        } throws: { error in
            if case .damaged = error as? StorageError { true } else { false }
        }
        #expect(try folder.bytes("x.sqlite") == bytes)
    }

    @Test(.enabled(if: geteuid() != 0, "root may write everything"))
    func `a read-only file is read and not written`() throws {
        let folder = try TemporaryFolder()
        try folder.write(try deskBytes(), to: "x.sqlite")
        let path = folder.file("x.sqlite")
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
        #expect(throws: StorageError.readOnly(path: path)) { try open(path, forWriting: true) }
        #expect(try open(path, forWriting: false).read { try $0.row("SELECT COUNT(*) FROM ticket")?.int(0) } == 200)
    }

    @Test func `a read is refused every write`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.desk()
        let store = try open(folder.file("desk.sqlite"), forWriting: false)
        #expect(throws: StorageError.readOnly(path: folder.file("desk.sqlite"))) {
            try store.read { try $0.run("UPDATE counter SET last = 5") }
        }
    }

    @Test func `a desk is made once, whoever comes at once`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("desk.sqlite")
        let made = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    do {
                        _ = try Store.create(path, .ofTests, timeoutSeconds: 20)
                        return true
                    } catch {
                        #expect(error as? StorageError == .deskExists(path: path))
                        return false
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(made == 1)
        #expect(try open(path, forWriting: true).read { try DeskFacts.read(in: $0).language } == "en")
    }

    /// A desk as the first version of the program made it: everything is dropped and made by the first step alone.
    private func oldDesk(in folder: TemporaryFolder, tickets: Int = 0) throws {
        let store = try folder.desk()
        try store.database.write { db in
            for table in ["search_token", "search", "entry_term", "entry_search"] { try db.run("DROP TABLE \(table)") }
            let tables = try db.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid DESC")
            for table in try tables.map({ try $0.text(0) }) where !table.hasPrefix("sqlite_") {
                try db.run("DROP TABLE \(table)")
            }
            let first = String(decoding: try #require(Migrations.sqlite.first).sql, as: UTF8.self)
            for statement in first.components(separatedBy: ";\n") where statement.contains("(") {
                try db.run(statement)
            }
            try db.run(
                "INSERT INTO desk (id, uuid, created_at, time_zone, language) VALUES (1, zeroblob(16), 0, 'UTC', 'en')")
            try db.run("INSERT INTO agent (id, name, folded, role) VALUES (1, 'ana', 'ana', 3)")
            for number in 0..<tickets {
                try db.run(
                    "INSERT INTO ticket (id, uuid, title, status, priority) VALUES ($1, randomblob(16), $2, 1, 2)",
                    [.integer(number + 1), .text("编号\(number)")])
            }
            try db.run("UPDATE counter SET last = $1 WHERE name = 'ticket'", [.integer(tickets)])
            try db.run("PRAGMA user_version = 1")
        }
    }

    @Test func `an older schema is migrated once, whoever comes at once`() async throws {
        let folder = try TemporaryFolder()
        try oldDesk(in: folder)
        let path = folder.file("desk.sqlite")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<8 {
                group.addTask {
                    let database =
                        number % 2 == 0
                        ? try SQLiteDatabase.openForWriting(path, timeoutSeconds: 20)
                        : try SQLiteDatabase.openForReading(path, timeoutSeconds: 20)
                    let version = try database.read { try $0.row("PRAGMA user_version")?.int(0) }
                    #expect(version == Migrations.current)
                }
            }
            try await group.waitForAll()
        }
        #expect(try open(path, forWriting: true).file(NewTicket(title: "t"), .ofTests).operation == 1)
    }

    @Test func `a migrated desk finds near tickets as fast as a new one`() throws {
        let folder = try TemporaryFolder()
        try oldDesk(in: folder, tickets: 256)
        let store = try open(folder.file("desk.sqlite"), forWriting: true)
        #expect(try store.read { try $0.rows("SELECT block FROM likeness").map { try $0.integer(0) } } == [0])
    }

    @Test func `an existing desk is not made again`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.desk().file(NewTicket(title: "t"), .ofTests)
        #expect(throws: StorageError.deskExists(path: folder.file("desk.sqlite"))) { try folder.desk() }
        #expect(
            try open(folder.file("desk.sqlite"), forWriting: false).read {
                try $0.row("SELECT COUNT(*) FROM ticket")?.int(0)
            }
                == 1)
    }

    @Test func `a file that is not ours is not made a desk`() throws {
        let folder = try TemporaryFolder()
        for bytes in [Array("text".utf8), try deskBytes("PRAGMA application_id = 7")] {
            try folder.write(bytes, to: "desk.sqlite")
            #expect(throws: StorageError.notADesk(path: folder.file("desk.sqlite"))) { try folder.desk() }
            #expect(try folder.bytes("desk.sqlite") == bytes)
        }
    }

    @Test func `an empty database that a killed process left becomes the desk`() throws {
        let folder = try TemporaryFolder()
        try folder.write(emptyDatabase(), to: "desk.sqlite")
        _ = try folder.desk().file(NewTicket(title: "t"), .ofTests)
    }

    /// What `PRAGMA journal_mode = WAL` leaves of a new file: one page with a header and an empty table of tables.
    private func emptyDatabase() -> [UInt8] {
        var page = [UInt8](repeating: 0, count: 4096)
        let header: [UInt8] =
            Array("SQLite format 3\u{0}".utf8) + [0x10, 0, 2, 2, 0, 64, 32, 32, 0, 0, 0, 1, 0, 0, 0, 1]
        page.replaceSubrange(0..<header.count, with: header)
        page[95] = 1
        page.replaceSubrange(96..<100, with: [0, 0x2E, 0x6E, 0xA0])
        page.replaceSubrange(100..<108, with: [0x0D, 0, 0, 0, 0, 0x10, 0, 0])
        return page
    }

    @Test func `a desk whose making fails is not there`() throws {
        let folder = try TemporaryFolder()
        #expect(throws: StorageError.diskFull) {
            try SQLiteDatabase.create(folder.file("desk.sqlite"), timeoutSeconds: 1) { _ in throw StorageError.diskFull
            }
        }
        _ = try folder.desk().file(NewTicket(title: "t"), .ofTests)
    }
}

extension StorageError {
    /// Throws itself only when it holds; otherwise another error that no test expects.
    fileprivate func when(_ holds: Bool) -> StorageError { holds ? self : .failed(detail: "no damage seen") }
}
