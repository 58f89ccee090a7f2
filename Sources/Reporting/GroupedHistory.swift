import Storage
import Workflow

/// What came and went, and what was open, for each team, agent, category or whatever else tickets have now; one row for each, and
/// a column for each bucket where they are asked for.
enum GroupedHistory {
    static func made(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        guard let group = request.group else { throw UsageError.report(.noGroup(report: request.kind.rawValue)) }
        guard !group.isMany else {
            throw UsageError.report(.severalEach(report: request.kind.rawValue, group: group.rawValue))
        }
        let isVolume = request.kind == .volume
        let measures: [Measure] = isVolume ? [.created, .solved] : [.count]
        let all: [Measure] =
            isVolume ? [.created, .solved, .reopened, .merged, .net] : [.count, .new, .opened, .pending, .hold]
        var report = Report(
            request.kind, of: request, keys: [group.key], columns: [], main: isVolume ? .created : .count)
        guard let period = try request.period ?? known(request, in: db) else { return report }
        let buckets = try request.bucket.map { try Bucket.all($0, in: period) } ?? []
        let history = try Reading(request, period, buckets, in: db)
        let columns = buckets.map { Label.bucket($0.name) }
        report.across = buckets.isEmpty ? nil : .bucket
        report.columns =
            columns.flatMap { column in measures.map { $0.at(column, isOnly: measures.count == 1) } } + all
        for (label, counts) in history.groups.filter({ !$0.counts.isEmpty }) {
            report.add(row(label, counts, group.asking(label), request, period, buckets))
        }
        report.total = row(.all, history.whole, .everything, request, period, buckets)
        report.isPartition = false
        return report
    }

    private static func known(_ request: ReportRequest, in db: any Transaction) throws -> ReportPeriod? {
        try OperationLog.beginning(in: db).flatMap { ReportPeriod.since($0.milliseconds, request.queryContext) }
    }

    private static func row(
        _ label: Label, _ counts: Counts, _ asked: Query, _ request: ReportRequest, _ period: ReportPeriod,
        _ buckets: [Bucket]
    ) -> Report.Row {
        var row = Report.Row(label)
        let query = request.query.narrowed(by: asked)
        if request.kind == .volume {
            set(counts.moves.all, counts.net, query, period, nil, in: &row)
            for (place, bucket) in buckets.enumerated() {
                set(counts.moves.buckets[place], 0, query, bucket.period, .bucket(bucket.name), in: &row)
            }
        } else {
            set(counts.open(at: buckets.count), query, period, nil, in: &row)
            for (place, bucket) in buckets.enumerated() {
                set(counts.open(at: place), query, bucket.period, .bucket(bucket.name), in: &row)
            }
        }
        return row
    }

    private static func set(
        _ counts: BucketMoves.Counts, _ net: Int, _ query: Query, _ period: ReportPeriod, _ column: Label?,
        in row: inout Report.Row
    ) {
        func measure(_ measure: Measure) -> Measure { column.map { measure.at($0, isOnly: false) } ?? measure }
        row.count(measure(.created), counts.created, query.narrowed(by: period.asking(.wasCreated)))
        row.count(measure(.solved), counts.resolved, query.narrowed(by: period.asking(.wasResolved)))
        guard column == nil else { return }
        row.count(.reopened, counts.reopened, query.narrowed(by: period.asking(.wasReopened)))
        row.count(.merged, counts.merged, query.narrowed(by: period.asking(.wasMerged)))
        row.count(.net, net)
    }

    private static func set(
        _ counts: StatusCounts, _ query: Query, _ period: ReportPeriod, _ column: Label?, in row: inout Report.Row
    ) {
        let day = ReportPeriod(first: period.last, last: period.last)
        let asked = query.narrowed(by: day?.asking(.openAt) ?? .everything)
        row.count(column.map { Measure.count.at($0, isOnly: true) } ?? .count, counts.open, asked)
        guard column == nil else { return }
        for (status, measure) in CategoryReport.statuses where status.isOpen { row.count(measure, counts[status]) }
    }

    /// What is counted of some tickets.
    fileprivate struct Counts {
        var moves: BucketMoves
        var past: PastStatuses
        let times: [Int64]
        /// The instants after each bucket, and after the whole period last.
        let ends: [Int64]
        let start: Int64

        func open(at place: Int) -> StatusCounts { past.counts[times.partitioningIndex { $0 >= ends[place] }] }
        var net: Int {
            let counts = past.counts
            func open(_ time: Int64) -> Int { counts[times.partitioningIndex { $0 >= time }].open }
            return open(ends[ends.count - 1]) - open(start)
        }

        var isEmpty: Bool {
            moves.all.created + moves.all.resolved + moves.all.reopened + moves.all.merged == 0
                && past.counts.allSatisfy { $0.open == 0 }
        }
    }

    fileprivate struct Reading {
        private(set) var groups: [(label: Label, counts: Counts)] = []
        private(set) var whole: Counts

        init(
            _ request: ReportRequest, _ period: ReportPeriod, _ buckets: [Bucket], in db: any Transaction
        ) throws {
            let line = BucketLine(buckets, request.queryContext.zone)
            let span = period.instants(request.queryContext.zone)
            let ends = buckets.indices.map(line.end) + [span.upperBound]
            let times = Set(ends + [span.lowerBound]).sorted()
            let empty = Counts(
                moves: BucketMoves(line, whole: span), past: PastStatuses(before: times), times: times, ends: ends,
                start: span.lowerBound)
            whole = empty
            var tally = try GroupTally(request, startingWith: [Int64](), in: db)
            try request.eachTicket(of: request.query.narrowed(by: .asking(.is, .flag(.ever))), in: db) { row, ticket in
                try tally.count(row, ticket: ticket) { $0.append(ticket) }
            }
            var places = try PerTicket(Int32(-1), in: db)
            for (label, tickets) in try tally.sorted(by: \.count, { $0 += $1 }) {
                for ticket in tickets { places[ticket] = Int32(groups.count) }
                groups.append((label, empty))
            }
            try ReportHistory.of(request, in: db).each(in: db) { life, moves in
                whole.moves.add(life, moves)
                whole.past.add(life)
                let place = Int(places[life.ticket])
                guard place >= 0 else { return }
                groups[place].counts.moves.add(life, moves)
                groups[place].counts.past.add(life)
            }
        }
    }
}
