import Testing
@testable import Storage

/// Whoever makes an id, the engine or Swift: it is one more than the largest in its table.
struct NewIDTests {
    private func engineMade(_ name: String, in db: any Transaction) throws -> Int64 {
        let sql = "INSERT INTO tag (name, folded) VALUES ($1, $1) RETURNING id"
        return try #require(try db.row(sql, [.text(name)])).integer(0)
    }

    @Test func `ids of the engine and of Swift are one sequence`() throws {
        try Store.inMemory().database.write { db in
            var ids: [Int64] = []
            for turn in 1...3 {
                var names = Names(db: db)
                ids.append(try names.tag("a\(turn)"))
                ids.append(try names.tag("b\(turn)"))
                ids.append(try engineMade("c\(turn)", in: db))
            }
            #expect(ids == Array(1...9))
        }
    }

    @Test func `the id of the last row is given again when the row is gone, by either`() throws {
        try Store.inMemory().database.write { db in
            var names = Names(db: db)
            let first = try names.tag("a")
            try db.run("DELETE FROM tag WHERE id = $1", [.integer(first)])
            let second = try engineMade("b", in: db)
            try db.run("DELETE FROM tag WHERE id = $1", [.integer(second)])
            names = Names(db: db)
            let third = try names.tag("c")
            #expect([first, second, third] == [1, 1, 1])
        }
    }
}
