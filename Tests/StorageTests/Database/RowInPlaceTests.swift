import Storage
import Testing

/// What the readers of a row in place take, and what they refuse.
struct RowInPlaceTests {
    /// What a reader makes of the column `x` of a statement's row.
    private func read<T>(_ value: String, _ body: (any RowInPlace) throws -> T) throws -> T {
        var found: T?
        try Store.inMemory().read { db in
            try db.eachInPlace("SELECT \(value) AS x", []) { found = try body($0) }
        }
        return try #require(found)
    }

    private func expectWrong<T>(
        _ value: String, _ expected: String, _ location: SourceLocation = #_sourceLocation,
        _ body: (any RowInPlace) throws -> T
    ) {
        #expect(throws: StorageError.wrongValue(column: "x", expected: expected), sourceLocation: location) {
            try read(value, body)
        }
    }

    @Test func `a value of the type that is asked for is read`() throws {
        #expect(try read("7") { try $0.integer(0) } == 7)
        #expect(try read("0") { try $0.optionalInteger(0) } == 0)
        #expect(try read("'李'") { try $0.text(0) } == "李")
        #expect(try read("''") { try $0.optionalText(0) } == "")
        #expect(try read("'5'") { try $0.integerInText(0) } == 5)
        #expect(try read("'-1234567890123'") { try $0.optionalIntegerInText(0) } == -1_234_567_890_123)
    }

    @Test func `nothing is nil where it may be, and an error where it may not`() throws {
        #expect(try read("NULL") { try $0.optionalInteger(0) } == nil)
        #expect(try read("NULL") { try $0.optionalText(0) } == nil)
        #expect(try read("NULL") { try $0.optionalIntegerInText(0) } == nil)
        expectWrong("NULL", "an integer") { try $0.integer(0) }
        expectWrong("NULL", "a text") { try $0.text(0) }
        expectWrong("NULL", "a number") { try $0.integerInText(0) }
    }

    @Test(arguments: ["'7'", "7.5", "7.0", "x'37'"])
    func `what is no integer is not read as one`(value: String) {
        expectWrong(value, "an integer") { try $0.integer(0) }
        expectWrong(value, "an integer") { try $0.optionalInteger(0) }
    }

    @Test(arguments: ["7", "7.5", "x'37'"])
    func `what is no text is not read as one`(value: String) {
        expectWrong(value, "a text") { try $0.text(0) }
        expectWrong(value, "a text") { try $0.optionalText(0) }
    }

    @Test(arguments: ["'x'", "'5x'", "''", "' 5'", "'99999999999999999999'"])
    func `a text that is no number is not read as one`(value: String) {
        expectWrong(value, "a number") { try $0.integerInText(0) }
        expectWrong(value, "a number") { try $0.optionalIntegerInText(0) }
    }

    @Test func `a code that nobody knows is an error`() {
        expectWrong("7", "a known status") { try $0.status(0) }
        expectWrong("'0'", "a known status") { try $0.statusInText(0) }
        expectWrong("0", "a known priority") { try $0.priority(0) }
        expectWrong("5", "a known state of a cause") { try $0.causeState(0) }
    }
}
