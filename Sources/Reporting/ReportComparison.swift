import Storage
import Workflow

extension Report {
    /// Says beside each main figure what it was in the period before. Rows of periods are compared in their order, others by
    /// what they are about.
    package mutating func compare(with before: Report) {
        columns += [.previous, .change]
        let known = Dictionary(before.rows.map { ($0.label, $0) }) { first, _ in first }
        for index in rows.indices {
            let same =
                kind.isBucketed
                ? before.rows.indices.contains(index) ? before.rows[index] : nil : known[rows[index].label]
            rows[index].compare(main, with: same)
        }
        total.compare(main, with: before.total)
    }

    /// A report, and the one of the period before.
    package static func pair(
        _ request: ReportRequest, _ before: ReportRequest, in db: any Transaction
    ) throws -> (now: Report, before: Report) {
        if request.kind == .backlog, case let (now, then?) = try BacklogReport.made(request, after: before, in: db) {
            return (now, then)
        }
        if request.kind == .quality {
            let both = try QualityReport.made([request, before], in: db)
            return (both[0], both[1])
        }
        return (try made(request, in: db), try made(before, in: db))
    }

    /// A report as it was asked for.
    package static func made(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        let isCut = request.bucket != nil && !request.kind.isBucketed
        return try isCut ? bucketed(request, in: db) : request.kind.made(request, in: db)
    }

    /// A row for each bucket of the period: the line of totals of each.
    private static func bucketed(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        var report = try request.kind.made(request, in: db)
        report.keys = [.bucket]
        report.rows = []
        guard let unit = request.bucket, let period = request.period else { return report }
        for bucket in Bucket.all(unit, in: period) {
            var part = request
            part.period = bucket.period
            var row = try request.kind.made(part, in: db).total
            row.label = .bucket(bucket.name)
            report.add(row)
        }
        return report
    }
}

extension Report.Row {
    fileprivate mutating func compare(_ main: Measure, with before: Report.Row?) {
        let now = self[main]
        var then = before?[main] ?? .unknown
        // What was not there was not there at all.
        if before == nil, case .count = now { then = .count(0) }
        set(.previous, to: then)
        guard let now = now.number, let then = then.number else { return set(.change, to: .unknown) }
        set(.change, to: .change(now: now, before: then))
    }
}
