import GRDB
import GRDBSQLite

/// Statements on one SQLite connection. Values are bound and columns read directly: an import runs a million statements.
final class SQLiteTransaction: Transaction, Upkeep {
    let database: GRDB.Database
    // A class for this: a statement that runs again is found by where its text stands, without reading it all. There are a
    // few dozen at most, so a list does.
    private var prepared: [(place: UnsafeRawPointer, statement: PreparedStatement)] = []

    /// Many texts are to be indexed: they wait here for the end of the transaction.
    let isBulk: Bool
    var gathered: [(text: IndexedText, row: SearchRow)] = []
    var gatheredBytes = 0
    var isMergingLate = false
    private let isReadOnly: Bool
    /// For the transactions after this one.
    private let keepsStatements: Bool
    /// A statement stands on one of its rows.
    private var isStanding = false

    init(database: GRDB.Database, isBulk: Bool = false, isReadOnly: Bool = false, keepsStatements: Bool = true) {
        self.database = database
        self.isBulk = isBulk
        self.isReadOnly = isReadOnly
        self.keepsStatements = keepsStatements
    }

    /// Runs `body` between the statement that begins a transaction and its end: all of it or nothing.
    // GRDB's own reads turn writing off and on and set a savepoint, which is half of what a short read costs.
    func apply<T>(begin: String, _ body: (SQLiteTransaction) throws -> T) throws -> T {
        try run(begin, [])
        do {
            let result = try body(self)
            try run("COMMIT", [])
            return result
        } catch {
            // After some errors SQLite has taken everything back itself; the first error is the one to report.
            if sqlite3_get_autocommit(database.sqliteConnection) == 0 { _ = try? run("ROLLBACK", []) }
            throw error
        }
    }

    func each(_ sql: String, _ values: [SQLValue], _ body: (SQLRow) throws -> Void) throws {
        try eachStanding(sql, values) { statement in
            try body(SQLRow(names: statement.columnNames, values: columns(of: statement.pointer)))
        }
    }

    func eachInPlace(_ sql: String, _ values: [SQLValue], _ body: (any RowInPlace) throws -> Void) throws {
        try eachStanding(sql, values, body)
    }

    /// Runs a statement, and stops with it on every row.
    @inline(__always)
    func eachStanding(_ sql: String, _ values: [SQLValue], _ body: (PreparedStatement) throws -> Void) throws {
        let statement = try prepare(sql)
        try statement.bind(values)
        isStanding = true
        defer {
            isStanding = false
            sqlite3_reset(statement.pointer)
        }
        while try step(statement, sql) { try body(statement) }
    }

    @discardableResult
    func run(_ sql: String, _ values: [SQLValue]) throws -> Int {
        let statement = try prepare(sql)
        try statement.bind(values)
        defer { sqlite3_reset(statement.pointer) }
        while try step(statement, sql) {}
        return Int(sqlite3_changes(database.sqliteConnection))
    }

    @discardableResult
    func run(_ sql: String, each rows: [[SQLValue]]) throws -> Int {
        let statement = try prepare(sql)
        var changed = 0
        for values in rows {
            try statement.bind(values)
            defer { sqlite3_reset(statement.pointer) }
            while try step(statement, sql) {}
            changed += Int(sqlite3_changes(database.sqliteConnection))
        }
        return changed
    }

    var upkeep: any Upkeep { self }

    private func prepare(_ sql: String) throws -> PreparedStatement {
        guard !isStanding else { throw StorageError.failed(detail: "a statement among the rows of another") }
        var sql = sql
        return try sql.withUTF8 { bytes in
            guard let place = UnsafeRawPointer(bytes.baseAddress) else { throw StorageError.failed(detail: "no SQL") }
            for known in prepared where known.place == place && known.statement.says(bytes) { return known.statement }
            let text = String(decoding: bytes, as: UTF8.self)
            let made = try keepsStatements ? database.cachedStatement(sql: text) : database.makeStatement(sql: text)
            let statement = PreparedStatement(made, text)
            // A pragma may set what is the connection's own; what it tells is asked for in reads.
            if isReadOnly, sqlite3_stmt_readonly(statement.pointer) == 0, !text.hasPrefix("PRAGMA") {
                throw DatabaseError(resultCode: .SQLITE_READONLY, message: "a read writes", sql: text)
            }
            prepared.append((place, statement))
            return statement
        }
    }

    private func step(_ statement: PreparedStatement, _ sql: String) throws -> Bool {
        switch sqlite3_step(statement.pointer) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code:
            let message = String(cString: sqlite3_errmsg(database.sqliteConnection))
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: sql)
        }
    }

    private func columns(of statement: OpaquePointer) -> [SQLValue] {
        let count = Int(sqlite3_column_count(statement))
        return [SQLValue](unsafeUninitializedCapacity: count) { buffer, initialized in
            for column in 0..<count {
                buffer.initializeElement(at: column, to: value(of: statement, at: Int32(column)))
            }
            initialized = count
        }
    }

    private func value(of statement: OpaquePointer, at column: Int32) -> SQLValue {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, column))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, column))
        case SQLITE_TEXT:
            guard let start = sqlite3_column_text(statement, column) else { return .null }
            let count = Int(sqlite3_column_bytes(statement, column))
            return .text(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
        case SQLITE_BLOB:
            let count = Int(sqlite3_column_bytes(statement, column))
            guard let start = sqlite3_column_blob(statement, column) else { return .blob([]) }
            return .blob([UInt8](UnsafeRawBufferPointer(start: start, count: count)))
        default: return .null
        }
    }
}
