import Storage
import Workflow

/// How many tickets each customer, agent, team, tag or channel has.
enum GroupReport {
    static func made(
        _ kind: ReportKind, by group: TicketGroup, _ request: ReportRequest, in db: any Transaction
    ) throws -> Report {
        var request = request
        request.group = group
        let counts = try counts(by: group, request, in: db)
        var report = Report(kind, of: request, keys: [group.key], columns: [.count, .share, .open, .done])
        let all =
            group.isMany ? try total(request, in: db) : counts.values.reduce(into: StatusCounts()) { $0.add($1) }
        for (label, count) in counts.sorted(by: precedes) {
            report.add(row(label, count, of: all, request.asked.narrowed(by: group.asking(label))))
        }
        report.isPartition = !group.isMany
        if group.isMany { report.remarks.append(.severalEach) }
        report.total = row(.all, all, of: all, request.asked)
        return report
    }

    // Counted here: SQLite would sort a hundred thousand rows to group them.
    private static func counts(
        by group: TicketGroup, _ request: ReportRequest, in db: any Transaction
    ) throws -> [Label: StatusCounts] {
        let condition = try request.condition(in: db)
        var tally = try GroupTally(request, startingWith: StatusCounts(), in: db)
        try db.eachInPlace(
            "SELECT \(group.column), ticket.status FROM ticket \(group.join) WHERE \(condition.sql)", condition.values
        ) { row in
            guard let status = row.integer(1).flatMap(Status.init(rawValue:)) else { return }
            tally.count(row, 0) { $0.add(1, of: status) }
        }
        return try tally.byLabel { $0.add($1) }
    }

    private static func total(_ request: ReportRequest, in db: any Transaction) throws -> StatusCounts {
        let condition = try request.condition(in: db)
        var counts = StatusCounts()
        try db.eachInPlace("SELECT ticket.status FROM ticket WHERE \(condition.sql)", condition.values) { row in
            if let status = row.integer(0).flatMap(Status.init(rawValue:)) { counts.add(1, of: status) }
        }
        return counts
    }

    private static func row(
        _ label: Label, _ counts: StatusCounts, of all: StatusCounts, _ asked: Query
    ) -> Report.Row {
        let done = Query.asking(.status, anyOf: [.status(.resolved), .status(.closed)])
        var row = Report.Row(label)
        row.count(.count, counts.all, asked)
        row.set(.share, to: .share(counts.all, all.all))
        row.count(.open, counts.open, asked.narrowed(by: .asking(.is, .flag(.open))))
        row.count(.done, counts.done, asked.narrowed(by: done))
        return row
    }

    /// The most first; what nobody has last; equal ones in the order of their bytes.
    private static func precedes(
        _ a: (key: Label, value: StatusCounts), _ b: (key: Label, value: StatusCounts)
    ) -> Bool {
        if a.key.isNothing != b.key.isNothing { return b.key.isNothing }
        if a.value.all != b.value.all { return a.value.all > b.value.all }
        return Label.precedes(a.key, b.key)
    }
}

extension Label {
    /// Whether it stands for what has no name.
    var isNothing: Bool { self == .nobody || self == .path([]) || self == .unknownTime }

    /// A fixed order of labels of one report.
    static func precedes(_ a: Label, _ b: Label) -> Bool {
        a.orderText.utf8.lexicographicallyPrecedes(b.orderText.utf8)
    }

    private var orderText: String {
        switch self {
        case .all, .nobody, .unknownTime, .band, .lack, .times: ""
        case .path(let path): path.joined(separator: "\u{1}")
        case .named(let name): name
        case .promise(let goal): goal.rawValue
        case .pair(let path, let name): path.joined(separator: "\u{1}") + "\u{2}" + name
        case .bucket(let name): name
        // The most urgent first, and a life in its order.
        case .priority(let priority): String(9 - priority.rawValue)
        case .status(let status): String(status.rawValue)
        case .resolution(let resolution): String(resolution.rawValue)
        }
    }
}
