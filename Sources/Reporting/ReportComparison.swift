import Storage
import Workflow

/// What a period is compared with.
package enum ReportComparison: String, CaseIterable, Sendable {
    /// The days right before, and the same days a year before.
    case previous, year
}

extension Report {
    /// Says beside each main figure what it was in the time before. Rows of periods are compared with those that were chosen for
    /// them, one by one; others by what they are about.
    package mutating func compare(with before: Report) {
        columns += [.previous, .change]
        let known = Dictionary(before.rows.map { ($0.label, $0) }) { first, _ in first }
        for index in rows.indices {
            let same =
                keys.first == .bucket
                ? before.rows.indices.contains(index) ? before.rows[index] : nil : known[rows[index].label]
            rows[index].compare(main, with: same, isThere: keys.first == .bucket)
        }
        total.compare(main, with: before.total, isThere: true)
        guard let days = before.period, let period else { return }
        let isByDay = keys.first == .bucket && shift != nil && shift != period.first - days.first
        remarks.append(.comparedWith(days.text, shift: isByDay ? shift : nil))
    }

    /// What grew most first; rows that sum up others are left out, and periods stay in their order.
    package mutating func sortByGrowth() {
        guard keys.first != .bucket else { return }
        func growth(_ row: Row) -> Double { (row[main].number ?? 0) - (row[.previous].number ?? 0) }
        isFlat = true
        rows = rows.filter { !$0.isGroup }.enumerated().sorted { a, b in
            let (x, y) = (growth(a.element), growth(b.element))
            return x != y ? x > y : a.offset < b.offset
        }.map(\.element)
    }

    /// A report, and the one of the period before.
    package static func pair(
        _ request: ReportRequest, _ before: ReportRequest, in db: any Transaction
    ) throws -> (now: Report, before: Report) {
        if !request.isCut {
            let both = try request.kind.made([before, request], in: db)
            var now = both[1]
            now.shift = request.shift
            return (now, both[0])
        }
        var now = try made(request, in: db)
        now.shift = request.shift
        return (now, try made(before, in: db))
    }

    /// A report as it was asked for.
    package static func made(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        try request.isCut ? bucketed(request, in: db) : request.kind.made(request, in: db)
    }

    /// A row for each bucket of the period: the line of totals of each.
    private static func bucketed(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        var buckets = request.buckets ?? []
        if request.buckets == nil, let unit = request.bucket, let period = request.period {
            buckets = try Bucket.all(unit, in: period)
        }
        let parts = buckets.map { bucket in
            var part = request
            part.period = bucket.period
            return part
        }
        let made = try request.kind.made(parts + [request], in: db)
        var report = made[parts.count]
        report.keys = [.bucket]
        // A ticket may count in several periods.
        report.isPartition = report.isPartition && request.kind.date == .created
        report.rows = zip(buckets, made).map { bucket, part in
            var row = part.total
            row.label = .bucket(bucket.name)
            row.part = bucket.part
            return row
        }
        return report
    }
}

extension Report.Row {
    fileprivate mutating func compare(_ main: Measure, with before: Report.Row?, isThere: Bool) {
        let now = self[main]
        var then = before?[main] ?? .unknown
        // What was not there was not there at all.
        if before == nil, !isThere, case .count = now { then = .count(0) }
        set(.previous, to: then)
        guard now.number != nil, then.number != nil else { return set(.change, to: .unknown) }
        set(.change, to: .change(now: now, before: then))
    }
}

extension ReportRequest {
    /// Whether a report that has no periods of its own is asked for each of several.
    fileprivate var isCut: Bool { bucket != nil && !kind.takesBoth }
}
