import Storage
import Workflow

/// How many answers it took.
enum TouchReport {
    static func made(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        var report = Report(
            .touch, of: request, keys: [request.key],
            columns: [.solved, .measured, .oneTouch, .rate, .repliesMean], main: .rate)
        let resolved = ReopenReport.resolved(request)
        let once = resolved.narrowed(by: .asking(.has, .part(.history))).narrowed(by: .asking(.replies, .number(1)))
            .narrowed(by: .asking(.reopens, .number(0)))
        let tally = try touches(resolved, request, in: db)
        for (label, touch) in try tally.sorted(by: \.solved, { $0.add($1) }) {
            let group = tally.asking(label, request)
            report.add(row(label, touch, resolved.narrowed(by: group), once.narrowed(by: group), request))
        }
        report.total = row(.all, tally.all, resolved, once, request)
        report.isPartition = request.group?.isMany != true
        report.remarks = [.measured(tally.all.measured, of: tally.all.solved)]
        return report
    }

    /// What was resolved, how much of it with one answer, and with how many answers all of it.
    private struct Touch {
        var (solved, measured, once, replies) = (0, 0, 0, 0)

        mutating func add(_ replies: Int, isMeasured: Bool, isFirstTry: Bool) {
            solved += 1
            guard isMeasured else { return }
            measured += 1
            once += replies == 1 && isFirstTry ? 1 : 0
            self.replies += replies
        }

        mutating func add(_ other: Touch) {
            (solved, measured) = (solved + other.solved, measured + other.measured)
            (once, replies) = (once + other.once, replies + other.replies)
        }
    }

    private static func touches(
        _ resolved: Query, _ request: ReportRequest, in db: any Transaction
    ) throws -> GroupTally<Touch> {
        let counts = try (replies: CountsPerTicket.replies(in: db), reopens: CountsPerTicket.reopens(in: db))
        let people = request.fact == .resolver ? try Resolutions(request, in: db).people(in: db) : nil
        var tally = try GroupTally(request, startingWith: Touch(), people: people, in: db)
        try request.eachTicket(of: resolved, telling: MissingData.history, inOrder: true, in: db) { row, ticket in
            let isMeasured = try row.flag(2)
            let (replies, isFirstTry) = (Int(counts.replies[ticket]), counts.reopens[ticket] == 0)
            try tally.count(row, ticket: ticket) { $0.add(replies, isMeasured: isMeasured, isFirstTry: isFirstTry) }
        }
        return tally
    }

    private static func row(
        _ label: Label, _ touch: Touch, _ resolved: Query, _ once: Query, _ request: ReportRequest
    ) -> Report.Row {
        var row = Report.Row(label)
        row.count(.solved, touch.solved, resolved)
        row.count(.measured, touch.measured, resolved.narrowed(by: .asking(.has, .part(.history))))
        row.count(.oneTouch, touch.once, once)
        row.set(.rate, to: .share(touch.once, touch.measured))
        let mean = Double(touch.replies) / Double(max(1, touch.measured))
        row.set(.repliesMean, to: touch.measured >= request.leastForMean ? .mean(mean) : .unknown)
        return row
    }
}
