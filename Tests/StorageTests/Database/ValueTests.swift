import Storage
import Testing

/// Values on their way into and out of the engine.
struct ValueTests {
    @Test(arguments: [true, false])
    func `a Boolean is stored and comes back as one`(value: Bool) throws {
        try Store.inMemory().read { db in
            let row = try #require(try db.row("SELECT $1 AS x", [.boolean(value)]))
            #expect(try row.flag(0) == value)
            var found: Bool?
            try db.eachInPlace("SELECT $1 AS x", [.boolean(value)]) { found = try $0.flag(0) }
            #expect(found == value)
        }
    }

    @Test func `a Boolean is the number as which it comes back, and no other`() {
        #expect(SQLValue.boolean(true) == .integer(1) && .integer(0) == SQLValue.boolean(false))
        #expect(SQLValue.boolean(true) != .integer(2) && SQLValue.boolean(false) != .null)
        #expect(SQLValue.boolean(true) == .boolean(true) && SQLValue.boolean(true) != .boolean(false))
        #expect(SQLValue.boolean(true) != .text("1"))
    }

    @Test(arguments: [nil, 0, 2, 9])
    func `no limit is a limit that everything is below`(limit: Int?) throws {
        let values = try Store.inMemory().read { db in
            try db.rows("SELECT id FROM status ORDER BY id LIMIT $1 OFFSET $2", [.limit(limit), .integer(1)]).count
        }
        #expect(values == min(limit ?? 5, 5))
    }
}
