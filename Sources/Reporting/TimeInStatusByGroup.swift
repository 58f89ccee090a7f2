import Storage
import Workflow

/// How much time tickets stood in each status, by what they have now, period by period, or both. It is the time that lies in the
/// periods, whenever the tickets came; so the figures of all periods add up to those of the whole.
enum TimeInStatusByGroup {
    private static let statuses = Status.allCases.filter(\.isOpen)

    static func made(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        if let group = request.group, group.isMany {
            throw UsageError.report(.severalEach(report: request.kind.rawValue, group: group.rawValue))
        }
        let sum: Measure = request.clock == .business ? .businessSum : .sum
        var report = Report(
            .timeInStatus, of: request, keys: [request.group?.key ?? .bucket], columns: [],
            main: sum.at(.status(.open), isOnly: true))
        let period = try request.period ?? known(request, in: db)
        var buckets: [Bucket] = []
        if let unit = request.bucket, let period { buckets = try Bucket.all(unit, in: period) }
        guard request.group != nil || !buckets.isEmpty else { return report }
        let most = CustomCells.mostColumns
        if request.group != nil && buckets.count > most {
            throw UsageError.report(.tooManyColumns(buckets.count, most: most))
        }
        let (groups, places) = try groups(request, in: db)
        let line = BucketLine(buckets, request.queryContext.zone)
        let spans = buckets.isEmpty ? [period?.instants(request.queryContext.zone) ?? .min..<(.max)] : line.spans
        // The tickets that stood somewhere then may have come at any time.
        let all = request.ofAllTimes
        let stays = try StatusStays(all, spans: spans, groups: places, count: groups.count, in: db)
        let whole = stays.parts.reduce(stays.none(spans.count)) { sum, part in
            zip(sum, part).map { zip($0, $1).map(+) }
        }
        // That nothing is known of a time does not make it zero.
        func set(_ parts: [[Int64]], of measured: Int, in row: inout Report.Row) {
            guard measured > 0 else { return }
            for status in statuses {
                let lengths = parts[Int(status.rawValue) - 1]
                row.set(sum.at(.status(status), isOnly: true), to: length(lengths.reduce(0, +), request))
                guard request.group != nil, !buckets.isEmpty else { continue }
                for (place, bucket) in buckets.enumerated() {
                    let measure = sum.at(.part(.status(status), of: .bucket(bucket.name)), isOnly: true)
                    row.set(measure, to: length(lengths[place], request))
                }
            }
        }
        if request.group == nil {
            for (place, bucket) in buckets.enumerated() {
                var row = Report.Row(.bucket(bucket.name))
                row.part = bucket.part
                set(whole.map { [$0[place]] }, of: stays.measured, in: &row)
                report.add(row)
            }
        } else {
            for (place, group) in groups.enumerated() {
                var row = Report.Row(group.label)
                row.count(
                    .tickets, group.tickets, all.asked.narrowed(by: request.group?.asking(group.label) ?? .everything))
                set(stays.parts[place], of: stays.measuredOfGroup[place], in: &row)
                report.add(row)
            }
        }
        set(whole, of: stays.measured, in: &report.total)
        report.total.count(.tickets, stays.tickets, all.asked)
        report.across = request.group == nil || buckets.isEmpty ? .status : .bucket
        report.columns = columns(sum, buckets, request)
        report.remarks = [.measured(stays.measured, of: stays.tickets)]
        return report
    }

    private static func columns(_ sum: Measure, _ buckets: [Bucket], _ request: ReportRequest) -> [Measure] {
        let whole = statuses.map { sum.at(.status($0), isOnly: true) }
        guard request.group != nil else { return whole }
        let parts = buckets.flatMap { bucket in
            statuses.map { sum.at(.part(.status($0), of: .bucket(bucket.name)), isOnly: true) }
        }
        return parts + whole + [.tickets]
    }

    private static func length(_ milliseconds: Int64, _ request: ReportRequest) -> Figure {
        request.clock == .business ? .work(milliseconds) : .length(milliseconds)
    }

    /// Since the desk began, up to now.
    private static func known(_ request: ReportRequest, in db: any Transaction) throws -> ReportPeriod? {
        let extent = try CreationCounts.extent(request.query, request.queryContext, in: db)
        return extent.flatMap { ReportPeriod.since($0.first, upTo: $0.last, request.queryContext) }
    }

    private typealias Group = (label: Label, tickets: Int)

    /// The groups, the largest first, and to which of them each ticket belongs.
    private static func groups(
        _ request: ReportRequest, in db: any Transaction
    ) throws -> ([Group], PerTicket<Int32>) {
        let all = request.ofAllTimes
        guard request.group != nil else { return ([(.all, 0)], try PerTicket(0, in: db)) }
        var tally = try GroupTally(all, startingWith: [Int64](), in: db)
        try all.eachTicket(in: db) { row, ticket in
            try tally.count(row, ticket: ticket) { $0.append(ticket) }
        }
        var places = try PerTicket(Int32(-1), in: db)
        var groups: [Group] = []
        for (label, tickets) in try tally.sorted(by: \.count, { $0 += $1 }) {
            for ticket in tickets { places[ticket] = Int32(groups.count) }
            groups.append((label, tickets.count))
        }
        return (groups, places)
    }
}

extension ReportRequest {
    fileprivate var ofAllTimes: ReportRequest {
        var request = self
        request.period = nil
        return request
    }
}

extension StatusStays {
    /// By status, no time in so many spans.
    fileprivate func none(_ spans: Int) -> [[Int64]] {
        Array(repeating: Array(repeating: 0, count: spans), count: Status.allCases.count)
    }
}

extension Report {
    /// What the days of its period are about: nil where its figures lie in them, whenever the tickets came.
    package var date: Query.Field? { kind == .timeInStatus && keys != [.status] ? nil : kind.date }
}
