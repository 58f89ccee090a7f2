import Storage
import Testing

/// One statement for many rows of values.
struct RunEachTests {
    private static let insert = "INSERT INTO tag (name, folded) VALUES ($1, $1) ON CONFLICT (folded) DO NOTHING"

    private func rows(_ names: [String]) -> [[SQLValue]] { names.map { [.text($0)] } }

    @Test func `it runs once for each row, and tells how many rows it changed`() throws {
        try Store.inMemory().database.write { db in
            #expect(try db.run(Self.insert, each: rows(["a", "b", "a", "c"])) == 3)
            #expect(try db.run(Self.insert, each: []) == 0)
            let retire = "UPDATE tag SET is_retired = 1 WHERE id >= $1"
            #expect(try db.run(retire, each: [[.integer(1)], [.integer(3)]]) == 4)
            let names = try db.rows("SELECT name FROM tag ORDER BY id").map { try $0.text(0) }
            #expect(names == ["a", "b", "c"])
        }
    }

    @Test func `the first row that is refused ends it`() throws {
        let store = try Store.inMemory()
        #expect(throws: StorageError.self) {
            try store.database.write { db in
                try db.run("INSERT INTO tag (name, folded) VALUES ($1, $1)", each: rows(["a", "a", "b"]))
            }
        }
        #expect(try store.read { try $0.row("SELECT COUNT(*) FROM tag")?.int(0) } == 0)
    }
}
