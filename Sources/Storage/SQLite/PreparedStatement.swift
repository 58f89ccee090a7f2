import GRDB
import GRDBSQLite

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A statement that SQLite has compiled, and which value stands for each of its parameters. A class, so that handing it
/// round counts one reference and not four.
final class PreparedStatement {
    let pointer: OpaquePointer
    let columnNames: [String]
    private let sql: [UInt8]
    // SQLite numbers `$1`, `$2` in the order they appear, so the value is found by the parameter's name.
    private let valueNumbers: [Int]
    // Keeps the statement alive.
    private let statement: Statement

    init(_ statement: Statement, _ sql: String) {
        self.statement = statement
        let pointer = statement.sqliteStatement
        self.pointer = pointer
        self.sql = Array(sql.utf8)
        let count = sqlite3_bind_parameter_count(pointer)
        valueNumbers = count == 0 ? [] : (1...count).map { Self.number(of: sqlite3_bind_parameter_name(pointer, $0)) }
        columnNames = (0..<sqlite3_column_count(pointer)).map { String(cString: sqlite3_column_name(pointer, $0)) }
    }

    /// Whether this is the statement of that text.
    func says(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.count == sql.count
            && sql.withUnsafeBytes { memcmp($0.baseAddress!, bytes.baseAddress!, bytes.count) == 0 }
    }

    /// The digits behind the `$`; 0 for a parameter without a name.
    private static func number(of name: UnsafePointer<CChar>?) -> Int {
        guard var digit = name?.successor() else { return 0 }
        var number = 0
        while digit.pointee != 0 {
            number = number * 10 + Int(digit.pointee - 48)
            digit += 1
        }
        return number
    }

    func bind(_ values: [SQLValue]) throws {
        var parameter: Int32 = 0
        for number in valueNumbers {
            guard number >= 1, number <= values.count else {
                throw StorageError.failed(detail: "no value for $\(number)")
            }
            parameter += 1
            bind(values[number - 1], to: pointer, at: parameter)
        }
    }

    private func bind(_ value: SQLValue, to statement: OpaquePointer, at parameter: Int32) {
        switch value {
        case .null: sqlite3_bind_null(statement, parameter)
        case .integer(let value): sqlite3_bind_int64(statement, parameter, value)
        case .boolean(let value): sqlite3_bind_int64(statement, parameter, value ? 1 : 0)
        case .real(let value): sqlite3_bind_double(statement, parameter, value)
        case .text(var value):
            value.withUTF8 { bytes in
                bindText(UnsafeRawBufferPointer(bytes), to: statement, at: parameter)
            }
        case .utf8(let value): value.withUnsafeBytes { bindText($0, to: statement, at: parameter) }
        case .blob(let value): value.withUnsafeBytes { bindBytes($0, to: statement, at: parameter) }
        case .zeros(let count): sqlite3_bind_zeroblob64(statement, parameter, UInt64(count))
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
}

// SQLite copies the bytes before the call returns.
private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
