import Storage
import Workflow

/// How much of what was resolved came back.
enum ReopenReport {
    static func made(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        var report = Report(
            .reopen, of: request, keys: [request.key],
            columns: [.solved, .measured, .reopened, .rate, .events, .per100], main: .rate)
        let resolved = resolved(request)
        let cameBack = resolved.narrowed(by: .asking(.has, .part(.history))).narrowed(
            by: request.period?.asking(.cameBack) ?? .asking(.cameBack, .any))
        let tally = try returns(resolved, cameBack, request, in: db)
        for (label, count) in try tally.sorted(by: \.solved, { $0.add($1) }) {
            let group = tally.asking(label, request)
            report.add(row(label, count, resolved.narrowed(by: group), cameBack.narrowed(by: group)))
        }
        report.total = row(.all, tally.all, resolved, cameBack)
        report.isPartition = request.group?.isMany != true
        report.remarks = [.measured(tally.all.measured, of: tally.all.solved)]
        return report
    }

    /// What was worked on and done: neither merged nor spam.
    static func resolved(_ request: ReportRequest) -> Query {
        let period = request.period == nil ? Query.asking(.wasResolved, .any) : .everything
        return request.asked.narrowed(by: period).narrowed(by: Query.asking(.is, .flag(.merged)).negated)
            .narrowed(by: Query.asking(.resolution, .resolution(.spam)).negated)
    }

    /// What was resolved, how much of it came back, and how often it did, ever.
    private struct Return {
        var (solved, measured, back, events) = (0, 0, 0, 0)

        mutating func add(isMeasured: Bool, isBack: Bool, _ events: Int) {
            solved += 1
            guard isMeasured else { return }
            measured += 1
            back += isBack ? 1 : 0
            self.events += events
        }

        mutating func add(_ other: Return) {
            (solved, measured) = (solved + other.solved, measured + other.measured)
            (back, events) = (back + other.back, events + other.events)
        }
    }

    private static func returns(
        _ resolved: Query, _ cameBack: Query, _ request: ReportRequest, in db: any Transaction
    ) throws -> GroupTally<Return> {
        // Few come back: those are found first.
        var back: Set<Int64> = []
        let returned = try request.condition(cameBack, in: db)
        let few = """
            SELECT ticket.id FROM ticket WHERE \(returned.sql) AND ticket.id IN (
                SELECT event.ticket_id FROM event WHERE event.counts_as = \(Counting.reopened.rawValue))
            """
        try db.eachInPlace(few, returned.values) { back.insert(try $0.integer(0)) }
        let reopens = try CountsPerTicket.reopens(in: db)
        let people = request.fact == .resolver ? try Resolutions(request, in: db).people(in: db) : nil
        var tally = try GroupTally(request, startingWith: Return(), people: people, in: db)
        try request.eachTicket(of: resolved, telling: MissingData.history, inOrder: true, in: db) { row, ticket in
            let isMeasured = try row.flag(2)
            try tally.count(row, ticket: ticket) {
                $0.add(isMeasured: isMeasured, isBack: back.contains(ticket), Int(reopens[ticket]))
            }
        }
        return tally
    }

    private static func row(_ label: Label, _ count: Return, _ resolved: Query, _ cameBack: Query) -> Report.Row {
        var row = Report.Row(label)
        row.count(.solved, count.solved, resolved)
        row.count(.measured, count.measured, resolved.narrowed(by: .asking(.has, .part(.history))))
        row.count(.reopened, count.back, cameBack)
        row.set(.rate, to: .share(count.back, count.measured))
        row.count(.events, count.events)
        let mean = Double(count.events) * 100 / Double(max(1, count.measured))
        row.set(.per100, to: count.measured > 0 ? .mean(mean) : .unknown)
        return row
    }
}
