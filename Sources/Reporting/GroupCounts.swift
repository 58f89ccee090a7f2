import Storage
import Workflow

/// How many tickets of a query each value of a group has.
struct GroupCounts {
    private(set) var all = 0
    private(set) var counts: [Label: Int] = [:]

    init(_ query: Query, _ request: ReportRequest, in db: any Transaction) throws {
        let isSum = request.group?.isMany == false
        if !isSum { all = try TicketCounts.count(query, request.scene, where: "1 = 1", in: db) }
        guard let group = request.group else { return }
        let condition = try request.condition(query, in: db)
        var tally = try GroupTally(request, startingWith: 0, in: db)
        try db.eachInPlace(
            "SELECT \(group.column) FROM ticket \(group.join) WHERE \(condition.sql)", condition.values
        ) { row in tally.count(row, 0) { $0 += 1 } }
        counts = try tally.byLabel(+=)
        if isSum { all = counts.values.reduce(0, +) }
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
