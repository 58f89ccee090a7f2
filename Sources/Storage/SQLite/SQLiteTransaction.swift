import GRDB
import GRDBSQLite

/// Statements on one SQLite connection. Values are bound and columns read directly: an import runs a million statements.
struct SQLiteTransaction: Transaction {
    let database: GRDB.Database

    func each(_ sql: String, _ values: [Value], _ body: (Row) throws -> Void) throws {
        let statement = try database.cachedStatement(sql: sql).sqliteStatement
        try bind(values, to: statement)
        defer { sqlite3_reset(statement) }
        var names: [String] = []
        while try step(statement, sql) {
            if names.isEmpty { names = columnNames(of: statement) }
            try body(Row(names: names, values: columns(of: statement)))
        }
    }

    @discardableResult
    func run(_ sql: String, _ values: [Value]) throws -> Int {
        let statement = try database.cachedStatement(sql: sql).sqliteStatement
        try bind(values, to: statement)
        defer { sqlite3_reset(statement) }
        while try step(statement, sql) {}
        return Int(sqlite3_changes(database.sqliteConnection))
    }

    private func step(_ statement: OpaquePointer, _ sql: String) throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code:
            let message = String(cString: sqlite3_errmsg(database.sqliteConnection))
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: sql)
        }
    }

    // SQLite numbers `$1`, `$2` in the order they appear, so the value is found by the parameter's name.
    private func bind(_ values: [Value], to statement: OpaquePointer) throws {
        let count = sqlite3_bind_parameter_count(statement)
        guard count > 0 else { return }
        for parameter in 1...count {
            guard let name = sqlite3_bind_parameter_name(statement, parameter) else { continue }
            var number = 0
            var digit = name + 1
            while digit.pointee != 0 {
                number = number * 10 + Int(digit.pointee - 48)
                digit += 1
            }
            guard number >= 1, number <= values.count else {
                throw StorageError.failed(detail: "no value for $\(number)")
            }
            bind(values[number - 1], to: statement, at: parameter)
        }
    }

    private func bind(_ value: Value, to statement: OpaquePointer, at parameter: Int32) {
        switch value {
        case .null: sqlite3_bind_null(statement, parameter)
        case .integer(let value): sqlite3_bind_int64(statement, parameter, value)
        case .real(let value): sqlite3_bind_double(statement, parameter, value)
        case .text(var value):
            value.withUTF8 { bytes in
                bindText(UnsafeRawBufferPointer(bytes), to: statement, at: parameter)
            }
        case .utf8(let value): value.withUnsafeBytes { bindText($0, to: statement, at: parameter) }
        case .blob(let value): value.withUnsafeBytes { bindBytes($0, to: statement, at: parameter) }
        }
    }

    private func bindText(_ bytes: UnsafeRawBufferPointer, to statement: OpaquePointer, at parameter: Int32) {
        guard let start = bytes.baseAddress, bytes.count > 0 else {
            sqlite3_bind_text(statement, parameter, "", 0, transient)
            return
        }
        let text = start.assumingMemoryBound(to: CChar.self)
        sqlite3_bind_text64(statement, parameter, text, UInt64(bytes.count), transient, UInt8(SQLITE_UTF8))
    }

    private func bindBytes(_ bytes: UnsafeRawBufferPointer, to statement: OpaquePointer, at parameter: Int32) {
        if let start = bytes.baseAddress, bytes.count > 0 {
            sqlite3_bind_blob64(statement, parameter, start, UInt64(bytes.count), transient)
        } else {
            sqlite3_bind_zeroblob(statement, parameter, 0)
        }
    }

    private func columnNames(of statement: OpaquePointer) -> [String] {
        (0..<sqlite3_column_count(statement)).map { String(cString: sqlite3_column_name(statement, $0)) }
    }

    private func columns(of statement: OpaquePointer) -> [Value] {
        let count = Int(sqlite3_column_count(statement))
        return [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
            for column in 0..<count {
                buffer.initializeElement(at: column, to: value(of: statement, at: Int32(column)))
            }
            initialized = count
        }
    }

    private func value(of statement: OpaquePointer, at column: Int32) -> Value {
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

// SQLite copies the bytes before the call returns.
private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
