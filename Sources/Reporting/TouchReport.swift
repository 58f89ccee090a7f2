import Storage
import Workflow

/// How many answers it took.
enum TouchReport {
    static func made(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        var report = Report(
            .touch, of: request, keys: [request.group?.key ?? .all],
            columns: [.solved, .oneTouch, .rate, .repliesMean], main: .rate)
        let resolved = ReopenReport.resolved(request)
        let once = resolved.narrowed(by: .asking(.replies, .number(1))).narrowed(by: .asking(.reopens, .number(0)))
        let tally = try touches(resolved, request, in: db)
        for (label, touch) in try tally.sorted(by: \.solved, { $0.add($1) }) {
            let group = request.group?.asking(label) ?? .everything
            report.add(row(label, touch, resolved.narrowed(by: group), once.narrowed(by: group), request))
        }
        report.total = row(.all, tally.all, resolved, once, request)
        report.isPartition = request.group?.isMany != true
        return report
    }

    /// What was resolved, how much of it with one answer, and with how many answers all of it.
    private struct Touch {
        var (solved, once, replies) = (0, 0, 0)

        mutating func add(_ replies: Int, isFirstTry: Bool) {
            solved += 1
            once += replies == 1 && isFirstTry ? 1 : 0
            self.replies += replies
        }

        mutating func add(_ other: Touch) {
            (solved, once, replies) = (solved + other.solved, once + other.once, replies + other.replies)
        }
    }

    private static func touches(
        _ resolved: Query, _ request: ReportRequest, in db: any Transaction
    ) throws -> GroupTally<Touch> {
        let counts = try (replies: CountsPerTicket.replies(in: db), reopens: CountsPerTicket.reopens(in: db))
        var tally = try GroupTally(request, startingWith: Touch(), in: db)
        try request.eachTicket(of: resolved, inOrder: true, in: db) { row, ticket in
            let (replies, isFirstTry) = (Int(counts.replies[ticket]), counts.reopens[ticket] == 0)
            try tally.count(row, ticket: ticket) { $0.add(replies, isFirstTry: isFirstTry) }
        }
        return tally
    }

    private static func row(
        _ label: Label, _ touch: Touch, _ resolved: Query, _ once: Query, _ request: ReportRequest
    ) -> Report.Row {
        var row = Report.Row(label)
        row.count(.solved, touch.solved, resolved)
        row.count(.oneTouch, touch.once, once)
        row.set(.rate, to: .share(touch.once, touch.solved))
        let mean = Double(touch.replies) / Double(max(1, touch.solved))
        row.set(.repliesMean, to: touch.solved >= request.leastForMean ? .mean(mean) : .unknown)
        return row
    }
}
