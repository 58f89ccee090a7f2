import GRDBSQLite

/// The row on which the statement stands. The engine would turn a value of another type into what is asked for, so the type
/// is asked for first. The value is taken once for both, which makes the question free; that is allowed on a connection of
/// one thread at a time, and all of ours are such.
extension PreparedStatement: RowInPlace {
    func integer(_ column: Int) throws -> Int64 {
        let value = value(column)
        guard sqlite3_value_type(value) == SQLITE_INTEGER else { throw wrongValue(column, "an integer") }
        return sqlite3_value_int64(value)
    }

    func optionalInteger(_ column: Int) throws -> Int64? {
        let value = value(column)
        switch sqlite3_value_type(value) {
        case SQLITE_INTEGER: return sqlite3_value_int64(value)
        case SQLITE_NULL: return nil
        default: throw wrongValue(column, "an integer")
        }
    }

    func text(_ column: Int) throws -> String {
        guard let text = try optionalText(column) else { throw wrongValue(column, "a text") }
        return text
    }

    func optionalText(_ column: Int) throws -> String? {
        try bytes(column).map { String(decoding: $0, as: UTF8.self) }
    }

    func integerInText(_ column: Int) throws -> Int64 {
        guard let number = try optionalIntegerInText(column) else { throw wrongValue(column, "a number") }
        return number
    }

    func optionalIntegerInText(_ column: Int) throws -> Int64? {
        guard let digits = try bytes(column) else { return nil }
        // Nearly all are codes of one digit.
        if digits.count == 1, let value = Self.digit(digits[0]) { return value }
        guard let number = Int64(String(decoding: digits, as: UTF8.self)) else { throw wrongValue(column, "a number") }
        return number
    }

    func wrongValue(_ column: Int, _ expected: String) -> StorageError {
        .wrongValue(column: columnNames[column], expected: expected)
    }

    @inline(__always)
    private func value(_ column: Int) -> OpaquePointer? {
        sqlite3_column_value(pointer, Int32(truncatingIfNeeded: column))
    }

    private static func digit(_ byte: UInt8) -> Int64? { byte >= 48 && byte <= 57 ? Int64(byte) - 48 : nil }

    /// The bytes of a text, where they stand in the engine; nil for NULL.
    private func bytes(_ column: Int) throws -> UnsafeBufferPointer<UInt8>? {
        let value = value(column)
        switch sqlite3_value_type(value) {
        case SQLITE_TEXT:
            let start = sqlite3_value_text(value)
            return UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
        case SQLITE_NULL: return nil
        default: throw wrongValue(column, "a text")
        }
    }
}
