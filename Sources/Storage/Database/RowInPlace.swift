import Workflow

/// A row of a result while the statement stands on it: gone with the next one. Columns are read by position. Every reader
/// throws `StorageError.wrongValue`, with the column's name, for a value of another type, and for NULL where it is not
/// optional: nil means NULL and nothing else.
package protocol RowInPlace: AnyObject {
    func integer(_ column: Int) throws -> Int64
    func optionalInteger(_ column: Int) throws -> Int64?
    func text(_ column: Int) throws -> String
    func optionalText(_ column: Int) throws -> String?

    /// A whole number that is kept as a text: events keep codes and ids so.
    func integerInText(_ column: Int) throws -> Int64
    func optionalIntegerInText(_ column: Int) throws -> Int64?

    /// The error for a column that holds something else than what was expected.
    func wrongValue(_ column: Int, _ expected: String) -> StorageError
}

/// Readers of codes. One function a set, for a generic one would look up its types in every row.
extension RowInPlace {
    package func flag(_ column: Int) throws -> Bool { try integer(column) != 0 }

    package func status(_ column: Int) throws -> Status {
        try known(Status(rawValue: try integer(column)), column, "a known status")
    }

    package func statusInText(_ column: Int) throws -> Status {
        try known(Status(rawValue: try integerInText(column)), column, "a known status")
    }

    package func priority(_ column: Int) throws -> Priority {
        try known(Priority(rawValue: try integer(column)), column, "a known priority")
    }

    package func causeState(_ column: Int) throws -> CauseState {
        try known(CauseState(rawValue: try integer(column)), column, "a known state of a cause")
    }

    package func counting(_ column: Int) throws -> Counting {
        try known(Counting(rawValue: try integer(column)), column, "what an event counts as")
    }

    package func optionalInstant(_ column: Int) throws -> Instant? {
        try optionalInteger(column).map { try instant(of: $0, column) }
    }

    package func instant(_ column: Int) throws -> Instant { try instant(of: try integer(column), column) }

    private func instant(of milliseconds: Int64, _ column: Int) throws -> Instant {
        guard TimeText.readable.contains(milliseconds) else { throw wrongValue(column, Instant.expected) }
        return Instant(milliseconds: milliseconds)
    }

    @inline(__always)
    func known<Code>(_ code: Code?, _ column: Int, _ expected: String) throws -> Code {
        guard let code else { throw wrongValue(column, expected) }
        return code
    }
}
