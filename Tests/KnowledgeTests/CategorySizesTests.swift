import Testing
import Workflow

@testable import Knowledge
@testable import Storage

struct CategorySizesTests {
    @Test func `the tickets of a small desk are counted`() throws {
        let desk = try TaughtDesk.usual()
        let sizes = try desk.store.read { try CategorySizes.read(in: $0) }
        #expect(sizes.values.sorted() == [2, 10, 10])
        #expect(try TaughtDesk().store.read { try CategorySizes.read(in: $0) }.isEmpty)
    }

    @Test func `on a large desk a sample tells about as much, and no category is missed`() throws {
        let desk = try TaughtDesk.usual()
        _ = try desk.store.database.write { db in
            try db.run(
                """
                WITH RECURSIVE n (id) AS (SELECT 23 UNION ALL SELECT id + 1 FROM n WHERE id < 40000)
                INSERT INTO ticket (id, uuid, title, status, priority, category_id)
                SELECT id, CAST(printf('%016d', id) AS BLOB), 'x', 1, 2, CASE WHEN id % 4 = 0 THEN 2 ELSE 4 END FROM n
                """)
        }
        let exact = try desk.store.read { db in
            try db.rows("SELECT category_id, COUNT(*) FROM ticket GROUP BY category_id").map {
                (try $0.integer(0), try $0.int(1))
            }
        }
        let sizes = try desk.store.read { try CategorySizes.read(in: $0) }
        #expect(Set(sizes.keys) == Set(exact.map(\.0)))
        for (category, count) in exact where count > 1000 {
            #expect(abs(Double(sizes[category] ?? 0) / Double(count) - 1) < 0.2)
        }
    }
}
