import Storage
import Workflow

/// How much of what was resolved was resolved with an answer that the desk had already.
enum AnswerReport {
    static func made(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        var grouped = request
        grouped.group = request.group ?? .category
        var report = Report(
            .kb, of: request, keys: [grouped.group?.key ?? .category], columns: [.solved, .measured, .answered, .rate],
            main: .rate
        )
        let resolved = resolved(request)
        let measured = resolved.narrowed(by: .asking(.has, .part(.history)))
        let answered = measured.narrowed(by: .asking(.has, .part(.answer)))
        let (tally, unanswered) = try tally(resolved, grouped, in: db)
        func row(_ label: Label, _ count: Resolved, _ group: Query = .everything) -> Report.Row {
            var row = Report.Row(label)
            row.count(.solved, count.all, resolved.narrowed(by: group))
            row.count(.measured, count.measured, measured.narrowed(by: group))
            row.count(.answered, count.answered, answered.narrowed(by: group))
            row.set(.rate, to: .share(count.answered, count.measured))
            return row
        }
        for (label, count) in try tally.sorted(by: \.all, { $0.add($1) }) {
            report.add(row(label, count, grouped.group?.asking(label) ?? .everything))
        }
        report.total = row(.all, tally.all)
        report.isPartition = grouped.group?.isMany != true
        if !report.isPartition { report.remarks.append(.severalEach) }
        report.remarks.append(.measured(tally.all.measured, of: tally.all.all))
        report.remarks += try remarks(resolved, unanswered, request, in: db)
        return report
    }

    /// What an agent worked on and finished: neither merged nor spam.
    private static func resolved(_ request: ReportRequest) -> Query {
        request.asked.narrowed(by: .asking(.status, anyOf: [.status(.resolved), .status(.closed)]))
            .narrowed(by: Query.asking(.is, .flag(.merged)).negated)
            .narrowed(by: Query.asking(.resolution, .resolution(.spam)).negated)
    }

    /// What was resolved, and how much of it with an answer that was there.
    private struct Resolved {
        var (all, measured, answered) = (0, 0, 0)

        mutating func add(isMeasured: Bool, isAnswered: Bool) {
            all += 1
            measured += isMeasured ? 1 : 0
            answered += isMeasured && isAnswered ? 1 : 0
        }

        mutating func add(_ other: Resolved) {
            (all, measured) = (all + other.all, measured + other.measured)
            answered += other.answered
        }
    }

    private static func tally(
        _ resolved: Query, _ request: ReportRequest, in db: any Transaction
    ) throws -> (groups: GroupTally<Resolved>, unanswered: MatchingTickets) {
        let answered = try AnswerUses.tickets(in: db)
        var tally = try GroupTally(request, startingWith: Resolved(), in: db)
        var unanswered = try MatchingTickets(in: db)
        try request.eachTicket(of: resolved, telling: "ticket.category_id", MissingData.history, in: db) {
            row, ticket in
            let (isAnswered, isMeasured) = (answered.contains(ticket), try row.flag(3))
            try tally.count(row, ticket: ticket) { $0.add(isMeasured: isMeasured, isAnswered: isAnswered) }
            if !isAnswered { unanswered.add(ticket, in: try row.optionalInteger(2)) }
        }
        return (tally, unanswered)
    }

    private static let most = 5

    private static func remarks(
        _ resolved: Query, _ unanswered: MatchingTickets, _ request: ReportRequest, in db: any Transaction
    ) throws -> [Remark] {
        let used = try AnswerUses.mostTaken(most, in: db)
        let gaps = try gaps(resolved, unanswered, request, in: db)
        return (used.isEmpty ? [] : [.taken(used)]) + gaps.map(Remark.gap)
    }

    /// What was resolved again and again for the same cause, and never with an answer that was there.
    private static func gaps(
        _ resolved: Query, _ tickets: MatchingTickets, _ request: ReportRequest, in db: any Transaction
    ) throws -> [Remark.Gap] {
        let unanswered = resolved.narrowed(by: .asking(.no, .part(.answer)))
        let tally = try CauseTally(of: tickets, in: db)
        return CausePairs(tally, request.queryContext).repeated.prefix(most).map { pair in
            let place = TicketGroup.category.asking(.path(pair.path))
            let query = unanswered.narrowed(by: place).narrowed(by: .asking(.cause, .text(pair.cause.text), .equals))
            return Remark.Gap(
                path: pair.path, cause: pair.cause.text, tickets: pair.count.all, query: query,
                reading: request.reading)
        }
    }
}
