import Storage
import Testing
import Workflow

/// As what events count is kept when they are written, and must be what a look at the whole history says.
struct CountingTests {
    private struct Place: Hashable {
        var operation: Int64
        var ticket: Int64?
    }

    @Test(arguments: 1...8)
    func `an event counts as what all of the history says, whatever was undone and done again`(seed: Int) throws {
        var desk = try ReportDesk(seed: seed)
        try desk.live(300)
        let counted = try desk.store.read { db in
            let isInForce = try self.isInForce(in: db)
            let merging = Set(
                try db.rows("SELECT operation_id, ticket_id FROM event WHERE field = 'mergedInto'").map {
                    Place(operation: try $0.integer(0), ticket: try $0.optionalInteger(1))
                })
            let sql = """
                SELECT event.operation_id, event.ticket_id, event.field, event.before, event.after, event.counts_as,
                    event.at, operation.at
                FROM event JOIN operation ON operation.id = event.operation_id WHERE event.kind = 'change'
                """
            var counted: [Int64: Int] = [:]
            for row in try db.rows(sql) {
                let place = Place(operation: try row.integer(0), ticket: try row.optionalInteger(1))
                let (before, after) = (try row.optionalText(3), try row.optionalText(4))
                let kind = kind(try row.text(2), before, after, isMerging: merging.contains(place))
                let expected = isInForce(place.operation) ? kind : nil
                #expect(try row.optionalInteger(5) == expected, "\(place) \(row)")
                #expect(try row.integer(6) == row.integer(7))
                if let expected { counted[expected, default: 0] += 1 }
            }
            return counted
        }
        #expect(counted[1, default: 0] > 10 && counted[2, default: 0] > 0)
    }

    /// An operation that nothing took back, and that takes nothing back itself.
    private func isInForce(in db: any Transaction) throws -> (Int64) -> Bool {
        var (undone, undos): (Set<Int64>, Set<Int64>) = ([], [])
        for row in try db.rows("SELECT id, undoes FROM operation WHERE undoes IS NOT NULL ORDER BY id DESC") {
            let number = try row.integer(0)
            undos.insert(number)
            if !undone.contains(number) { undone.insert(try row.integer(1)) }
        }
        return { !undone.contains($0) && !undos.contains($0) }
    }

    private func kind(_ field: String, _ before: String?, _ after: String?, isMerging: Bool) -> Int64? {
        let done = ["5", "6"]
        switch field {
        case "mergedInto": return after == nil ? nil : 3
        case "status" where !isMerging:
            let (was, isDone) = (done.contains(before ?? ""), done.contains(after ?? ""))
            return was == isDone ? nil : isDone ? 1 : 2
        case "assignee", "team": return before == nil || after == nil ? nil : 4
        default: return nil
        }
    }
}
