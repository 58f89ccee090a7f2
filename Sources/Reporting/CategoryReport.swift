import Storage
import Workflow

/// How many tickets each category has, by status.
package struct CategoryReport: Sendable {
    /// One category with tickets of its own, or (path empty) the tickets without one.
    package struct Line: Equatable, Sendable {
        package var path: [String]
        package var counts: StatusCounts
    }

    /// In the order of the printed paths; tickets without a category last.
    package let lines: [Line]

    package var total: StatusCounts { lines.reduce(into: StatusCounts()) { $0.add($1.counts) } }

    package init(_ query: Query, _ queryContext: QueryContext, in db: any Transaction) throws {
        let rows = try TicketCounts.byCategoryAndStatus(query, queryContext, in: db)
        var counts: [Category.ID?: StatusCounts] = [:]
        for row in rows {
            counts[row.category, default: StatusCounts()].add(row.count, of: row.status, merged: row.merged)
        }
        lines = counts.map { Line(path: queryContext.categories.path(of: $0.key), counts: $0.value) }.sorted(
            by: Self.precedes)
    }

    private static func precedes(_ a: Line, _ b: Line) -> Bool {
        if a.path.isEmpty || b.path.isEmpty { return !a.path.isEmpty && b.path.isEmpty }
        for (x, y) in zip(a.path, b.path) where !x.isSameText(as: y) {
            return x.utf8.lexicographicallyPrecedes(y.utf8)
        }
        return a.path.count < b.path.count
    }

    /// The same as a tree: every level above a category, with what it and everything below it have.
    package var tree: [Node] {
        var nodes: [Node] = []
        var open: [Int] = []
        for line in lines {
            let depth = max(line.path.count, 1)
            while open.count > Self.shared(nodes, open, line.path) { open.removeLast() }
            while open.count < depth {
                nodes.append(Node(path: Array(line.path.prefix(open.count + 1))))
                open.append(nodes.count - 1)
            }
            nodes[open[depth - 1]].own = line.counts
            for index in open { nodes[index].total.add(line.counts) }
        }
        return nodes
    }

    private static func shared(_ nodes: [Node], _ open: [Int], _ path: [String]) -> Int {
        var count = 0
        while count < open.count, count < path.count, nodes[open[count]].path[count].isSameText(as: path[count]) {
            count += 1
        }
        return count
    }

    func report(_ request: ReportRequest) -> Report {
        var report = Report(
            .category, of: request, keys: [.category],
            columns: [.own, .count, .all, .share, .open, .done, .merged] + Self.statuses.map(\.measure), main: .all)
        let all = total
        for node in tree {
            var row = Report.Row(.path(node.path), depth: node.depth, isGroup: node.own.all == 0)
            Self.set(node.own, node.path, of: request, in: &row)
            row.count(.all, node.total.all, request.asked.narrowed(by: Self.asking(node.path, .matches)))
            row.set(.share, to: .share(node.total.all, all.all))
            row.count(.open, node.total.open)
            row.count(.done, node.total.done)
            row.count(.merged, node.total.merged)
            report.add(row)
        }
        report.total.count(.all, all.all, request.asked)
        report.total.count(.count, all.all, request.asked)
        report.total.set(.share, to: .share(all.all, all.all))
        report.total.count(.open, all.open, request.asked.narrowed(by: .asking(.is, .flag(.open))))
        report.total.count(.done, all.done)
        report.total.count(.merged, all.merged, request.asked.narrowed(by: .asking(.is, .flag(.merged))))
        for (status, measure) in Self.statuses { report.total.count(measure, all[status]) }
        return report
    }

    private static func set(
        _ own: StatusCounts, _ path: [String], of request: ReportRequest, in row: inout Report.Row
    ) {
        let asked = request.asked.narrowed(by: asking(path, .equals))
        row.count(.own, own.all)
        row.count(.count, own.all, asked)
        for (status, measure) in statuses {
            row.count(measure, own[status], asked.narrowed(by: .asking(.status, .status(status))))
        }
    }

    private static func asking(_ path: [String], _ comparison: Query.Comparison) -> Query {
        let text = path.joined(by: CategoryTree.separator)
        return path.isEmpty ? .asking(.category, .none) : .asking(.category, .text(text), comparison)
    }

    static let statuses: [(status: Status, measure: Measure)] = [
        (.new, .new), (.open, .opened), (.pending, .pending), (.hold, .hold), (.resolved, .resolvedStatus),
        (.closed, .closed),
    ]

    /// A level of the tree.
    package struct Node: Equatable, Sendable {
        package var path: [String]
        package var own = StatusCounts()
        package var total = StatusCounts()

        package var depth: Int { max(path.count - 1, 0) }
    }
}

/// Numbers of tickets by status.
package struct StatusCounts: Equatable, Sendable {
    private var counts = [Int](repeating: 0, count: Status.allCases.count)

    package init() {}

    package subscript(status: Status) -> Int { counts[Int(status.rawValue) - 1] }

    package var all: Int { counts.reduce(0, +) }
    package var open: Int { Status.allCases.filter(\.isOpen).reduce(0) { $0 + self[$1] } }
    /// What lives on in another ticket is not done: nobody worked on it here.
    package var done: Int { all - open - merged }
    package private(set) var merged = 0

    package mutating func add(_ count: Int, of status: Status, merged: Int = 0) {
        counts[Int(status.rawValue) - 1] += count
        self.merged += merged
    }

    package mutating func add(_ other: StatusCounts) {
        for index in counts.indices { counts[index] += other.counts[index] }
        merged += other.merged
    }
}
