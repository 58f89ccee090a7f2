import GRDB
import Synchronization
import Workflow

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A desk kept in one SQLite file (or in memory, for tests).
package struct SQLiteDatabase: Database, Maintenance {
    let queue: DatabaseQueue
    let path: String
    let timeoutSeconds: Int
    /// Nil where nobody else can write.
    private let writers: WriterQueue?
    /// Writes are those of a bulk import.
    private var isBulk = false
    private let statements = StatementKeeping()

    /// - Parameter isShared: others may write to it too.
    init(queue: DatabaseQueue, path: String, timeoutSeconds: Int, isShared: Bool) {
        self.queue = queue
        self.path = path
        self.timeoutSeconds = timeoutSeconds
        writers = isShared ? WriterQueue(path: SQLiteFile.lockPath(of: path), timeoutSeconds: timeoutSeconds) : nil
    }

    package var maintenance: any Maintenance { self }

    /// Ends the connection. The last one of a desk brings the write-ahead log into the file.
    package func close() throws {
        try translated { try queue.close() }
    }

    package func read<T>(_ body: (any Transaction) throws -> T) throws -> T {
        try translated {
            try queue.writeWithoutTransaction { database in
                try SQLiteTransaction(
                    database: database, isReadOnly: true, keepsStatements: statements.isWorthwhile()
                ).apply(begin: "BEGIN", body)
            }
        }
    }

    package func write<T>(_ body: (any Transaction) throws -> T) throws -> T {
        try inTurn {
            try queue.writeWithoutTransaction { database in
                let transaction = SQLiteTransaction(
                    database: database, isBulk: isBulk, keepsStatements: statements.isWorthwhile())
                return try transaction.apply(begin: "BEGIN IMMEDIATE") { transaction in
                    let result = try body(transaction)
                    try transaction.endIndexing()
                    try requireInPlace(database)
                    return result
                }
            }
        }
    }

    package func bulk<T>(_ body: (any Database) throws -> T) throws -> T {
        let result: T
        do {
            try setBulk(true)
            var database = self
            database.isBulk = true
            result = try body(database)
        } catch {
            // What is finished stays; the first error is the one to report.
            try? endBulk()
            throw error
        }
        try endBulk()
        return result
    }

    // The index keeps removed tokens until its parts are merged, and the file its free pages until it is written anew.
    package func scrub() throws -> Bool {
        do {
            try translated {
                try queue.writeWithoutTransaction { database in
                    try database.execute(sql: "INSERT INTO search (search) VALUES ('optimize')")
                    try database.execute(sql: "VACUUM")
                    try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
                }
            }
            return true
        } catch StorageError.busy {
            return false
        }
    }

    private func endBulk() throws {
        // Whatever becomes of the merge, which may wait in vain for its turn, the settings go back.
        defer { try? setBulk(false) }
        // What is merged away is words of texts that are there; a purge writes the whole file anew.
        try overwriteFreedPages(false)
        defer { try? overwriteFreedPages(true) }
        try inTurn {
            try queue.inTransaction(.immediate) { database in
                try SQLiteTransaction(database: database).mergeIndex()
                return .commit
            }
        }
    }

    // None of this is kept in the file, so a killed import leaves nothing to put back.
    private func setBulk(_ isBulk: Bool) throws {
        try translated {
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA wal_autocheckpoint = \(isBulk ? 16000 : 1000)")
                try database.execute(sql: "PRAGMA cache_size = \(isBulk ? -12000 : -2000)")
                // An import names only what it has just written or found; "doctor" checks all references.
                try database.execute(sql: "PRAGMA foreign_keys = \(isBulk ? "OFF" : "ON")")
            }
        }
    }

    /// Runs a write when its turn has come.
    private func inTurn<T>(_ body: () throws -> T) throws -> T {
        try translated { try writers?.inTurn(body) ?? body() }
    }

    /// The engine writes zeros over every page that it frees, where it is built so: as much again as the index takes.
    private func overwriteFreedPages(_ overwrites: Bool) throws {
        try translated {
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA secure_delete = \(overwrites ? "ON" : "OFF")")
            }
        }
    }

    func translated<T>(_ body: () throws -> T) throws -> T {
        try Self.translated(path, timeoutSeconds, body)
    }

    static func translated<T>(_ path: String, _ timeoutSeconds: Int, _ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw StorageError(error, path: path, timeoutSeconds: timeoutSeconds)
        }
    }
}

extension StorageError {
    /// What the engine's error means to a person.
    init(_ error: DatabaseError, path: String, timeoutSeconds: Int) {
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(seconds: timeoutSeconds)
        case .SQLITE_FULL: self = .diskFull
        case .SQLITE_READONLY: self = .readOnly(path: path)
        case .SQLITE_NOTADB: self = .notADesk(path: path)
        case .SQLITE_CORRUPT: self = .damaged(detail: error.message ?? "")
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
            self = .cannotOpen(path: path, detail: error.message ?? "")
        case .SQLITE_CONSTRAINT: self = .refused(rule: error.message ?? "")
        default: self = .failed(detail: error.message ?? "SQLite error \(error.resultCode.rawValue)")
        }
    }
}

/// Whether a connection keeps its statements for the next transaction. GRDB keeps them in a dictionary, whose first use costs a
/// short command a twentieth of its time; and a short command has few transactions.
private final class StatementKeeping: Sendable {
    private let transactions = Atomic(0)
    private static let few = 4

    func isWorthwhile() -> Bool { transactions.add(1, ordering: .relaxed).newValue > Self.few }
}
