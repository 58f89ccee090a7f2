import Storage
import Workflow

/// How many tickets of a query each value of a group has.
struct GroupCounts {
    private(set) var all = 0
    private(set) var counts: [Label: Int] = [:]

    init(_ query: Query, _ request: ReportRequest, in db: any Transaction) throws {
        all = try TicketCounts.count(query, request.scene, where: "1 = 1", in: db)
        guard let group = request.group else { return }
        let condition = try request.condition(query, in: db)
        let labels = try group.labels(request.scene, in: db)
        let sql = """
            SELECT \(group.column), COUNT(*) FROM ticket \(group.join) WHERE \(condition.sql) GROUP BY \(group.column)
            """
        for row in try db.rows(sql, condition.values) {
            counts[try labels.label(row, 0), default: 0] += try row.int(1)
        }
    }

    /// The labels, those of the most first; nothing last.
    var labels: [Label] {
        counts.keys.sorted { a, b in
            if a.isNothing != b.isNothing { return b.isNothing }
            let (x, y) = (counts[a] ?? 0, counts[b] ?? 0)
            return x != y ? x > y : Label.precedes(a, b)
        }
    }

    subscript(label: Label) -> Int { label == .all ? all : counts[label] ?? 0 }
}
