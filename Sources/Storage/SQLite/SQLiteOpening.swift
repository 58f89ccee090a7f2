import CSQLite
import GRDB
import GRDBSQLite
import Migrations

/// Opening a desk: for reading, for writing, anew, or in memory.
extension SQLiteDatabase {
    /// Opens an existing desk for reading only. Migrates first when the schema is older and the file may be written.
    package static func openForReading(_ path: String, timeoutSeconds: Int) throws -> SQLiteDatabase {
        try requireFile(path)
        let (database, version) = try connect(path, timeoutSeconds, isReadOnly: true)
        if version == Migrations.current { return database }
        guard SQLiteFile.isWritable(path) else {
            throw StorageError.olderSchemaReadOnly(found: version, known: Migrations.current)
        }
        _ = try openForWriting(path, timeoutSeconds: timeoutSeconds)
        return try connect(path, timeoutSeconds, isReadOnly: true).database
    }

    /// Opens an existing desk for writing, migrated.
    package static func openForWriting(_ path: String, timeoutSeconds: Int) throws -> SQLiteDatabase {
        try requireFile(path)
        guard SQLiteFile.isWritable(path) else { throw StorageError.readOnly(path: path) }
        let (database, version) = try connect(path, timeoutSeconds, isReadOnly: false)
        if version < Migrations.current {
            // The lock covers reading the version too: another process may have migrated while this one waited.
            try SQLiteFile.locked(path, timeoutSeconds: timeoutSeconds) { try database.migrate() }
        }
        try database.makeDurable()
        return database
    }

    /// Makes the file of a new desk, or goes on with the empty one that a killed process left.
    /// - Throws: `StorageError.deskExists` when a desk is there.
    package static func create(
        _ path: String, timeoutSeconds: Int, filling: (any Transaction) throws -> Void
    ) throws -> SQLiteDatabase {
        try SQLiteFile.locked(path, timeoutSeconds: timeoutSeconds) {
            try SQLiteFile.makePrivate(path)
            let (database, _) = try connect(path, timeoutSeconds, isReadOnly: false, mayBeEmpty: true)
            guard try database.isEmpty() else {
                _ = try database.requireDesk()
                throw StorageError.deskExists(path: path)
            }
            try database.makeDurable()
            try database.migrate(filling: filling)
            return database
        }
    }

    /// A desk that is gone with the process.
    package static func inMemory() throws -> SQLiteDatabase {
        let database = SQLiteDatabase(queue: try DatabaseQueue(), path: ":memory:", timeoutSeconds: 0, isShared: false)
        try database.migrate()
        return database
    }

    package func twin() throws -> (any Database)? {
        // A desk in memory, a copy and a file on a read-only medium have no path of their own.
        guard SQLiteFile.exists(queue.path) else { return nil }
        return try Self.openForReading(queue.path, timeoutSeconds: timeoutSeconds)
    }

    /// It has no effect, and does no harm, once SQLite is in use.
    private static func countNoMemory() { _ = desk_sqlite_count_no_memory() }

    private static func requireFile(_ path: String) throws {
        guard SQLiteFile.exists(path) else { throw StorageError.noDesk(path: path) }
    }

    /// The connection, and how many migrations the file has been through.
    private static func connect(
        _ path: String, _ timeoutSeconds: Int, isReadOnly: Bool, mayBeEmpty: Bool = false
    ) throws -> (database: SQLiteDatabase, version: Int) {
        countNoMemory()
        var configuration = Configuration()
        configuration.readonly = isReadOnly
        configuration.busyMode = .timeout(Double(timeoutSeconds))
        // GRDB would turn references on by a statement that it joins from parts, the only one of a short command: the Swift
        // runtime looks through all conformances of the program for that, a twentieth of the command.
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { database in
            _ = desk_sqlite_follow_references(database.sqliteConnection)
            // It tells GRDB what each statement reads, for its observers. There are none, and it costs a fifth of a short
            // command.
            sqlite3_set_authorizer(database.sqliteConnection, nil, nil)
        }
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            let database = SQLiteDatabase(queue: queue, path: path, timeoutSeconds: timeoutSeconds, isShared: true)
            return (database, mayBeEmpty ? 0 : try database.requireDesk())
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN && isReadOnly {
            return try translated(path, timeoutSeconds) {
                try connectToUnchangeable(path, timeoutSeconds, configuration)
            }
        } catch let error as DatabaseError {
            throw StorageError(error, path: path, timeoutSeconds: timeoutSeconds)
        }
    }

    // A write-ahead log needs a shared-memory file beside it. On a read-only medium there can be none, and no writer either.
    private static func connectToUnchangeable(
        _ path: String, _ timeoutSeconds: Int, _ configuration: Configuration
    ) throws -> (database: SQLiteDatabase, version: Int) {
        let escaped = path.replacing("%", with: "%25").replacing("?", with: "%3f").replacing("#", with: "%23")
        let queue = try DatabaseQueue(path: "file:\(escaped)?immutable=1", configuration: configuration)
        let database = SQLiteDatabase(queue: queue, path: path, timeoutSeconds: timeoutSeconds, isShared: true)
        return (database, try database.requireDesk())
    }
}

extension SQLiteDatabase {
    // "Ltdk": tells a desk from any other SQLite file.
    private static let applicationID: Int64 = 0x4C74_646B

    /// How many migrations the file has been through.
    func schemaVersion() throws -> Int {
        try read { try $0.row("PRAGMA user_version")?.int(0) ?? 0 }
    }

    /// - Returns: how many migrations the file has been through.
    private func requireDesk() throws -> Int {
        let (id, version) = try read { db in
            (try db.row("PRAGMA application_id")?.integer(0), try db.row("PRAGMA user_version")?.int(0) ?? 0)
        }
        guard id == Self.applicationID else { throw StorageError.notADesk(path: path) }
        guard version > 0 else { throw StorageError.damaged(detail: "its schema version is \(version)") }
        guard version <= Migrations.current else {
            throw StorageError.newerSchema(found: version, known: Migrations.current)
        }
        return version
    }

    /// Nothing was ever written there but what tells that it is SQLite's.
    private func isEmpty() throws -> Bool {
        try read { db in
            try db.row("PRAGMA application_id")?.integer(0) == 0
                && db.row("SELECT 1 FROM sqlite_master") == nil
        }
    }

    // A copy that another tool made may lack the write-ahead log. What the desk acknowledges must survive a power cut.
    private func makeDurable() throws {
        try translated {
            try queue.writeWithoutTransaction { database in
                let statements = SQLiteTransaction(database: database, keepsStatements: false)
                try statements.run("PRAGMA journal_mode = WAL", [])
                try statements.run("PRAGMA synchronous = FULL", [])
            }
        }
    }

    private func migrate(filling: (any Transaction) throws -> Void = { _ in }) throws {
        try translated { try migrateAndFill(filling) }
    }

    // All at once: a desk is there whole, or not at all.
    private func migrateAndFill(_ filling: (any Transaction) throws -> Void) throws {
        try queue.inTransaction(.immediate) { database in
            let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            for step in Migrations.sqlite.dropFirst(version) {
                do { try database.execute(sql: String(decoding: step.sql, as: UTF8.self)) } catch let error
                    as DatabaseError
                    where error.resultCode == .SQLITE_ERROR
                {
                    throw StorageError.damaged(detail: "its tables are not those of schema version \(version)")
                }
            }
            try database.execute(sql: "PRAGMA user_version = \(Migrations.current)")
            try database.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
            let transaction = SQLiteTransaction(database: database)
            // A step may have thrown away what is kept of texts to find near tickets.
            if version > 0 { try SimilarityBlock.keep(in: transaction) }
            try filling(transaction)
            return .commit
        }
    }
}
