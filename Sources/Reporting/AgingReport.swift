import Storage
import Workflow

/// How old what is open has become.
package enum AgeBand: Int, CaseIterable, Sendable {
    case day, threeDays, week, twoWeeks, month, older, unknown

    /// Days from which on a ticket belongs to it.
    package var from: Int64 { [0, 1, 3, 7, 14, 30, 0][rawValue] }
    /// Days up to which it does; nil: for ever.
    package var to: Int64? { self == .older || self == .unknown ? nil : AgeBand.allCases[rawValue + 1].from }

    package static let dayLength: Int64 = 86_400_000
}

/// Tickets by their age; open ones unless the query says otherwise.
enum AgingReport {
    static func made(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        var request = request
        request.query = try request.query.listed(in: db)
        var report = Report(.aging, of: request, keys: [.age], columns: [.count, .share, .unassigned])
        report.add(try counts(request, in: db), request)
        let oldest = try oldest(request, in: db)
        if !oldest.isEmpty { report.remarks.append(.oldest(oldest)) }
        return report
    }

    /// What was open at the end of a time, as old as it was then. Whose it was is not told.
    /// - Parameter history: of the tickets that the request asks about, whatever became of them.
    static func made(_ request: ReportRequest, at end: Int64, _ history: ReportHistory, in db: any Transaction) throws
        -> Report
    {
        var counts: [AgeBand: Count] = [:]
        try history.lives.each(in: db) { life in
            var wasOpen = false
            life.eachOpenStay { _, from, until in
                if from < end, until.map({ $0 >= end }) ?? true { wasOpen = true }
            }
            guard wasOpen else { return }
            let band = life.created.map { AgeBand(age: end - 1 - $0) } ?? .unknown
            counts[band, default: (0, 0)].all += 1
        }
        var report = Report(.aging, of: request, keys: [.age], columns: [.count, .share])
        report.add(counts, request)
        return report
    }

    fileprivate typealias Count = (all: Int, unassigned: Int)

    private static func counts(_ request: ReportRequest, in db: any Transaction) throws -> [AgeBand: Count] {
        var condition = try request.condition(in: db)
        let cases = AgeBand.allCases.compactMap { band in
            band.to.map { to in
                let begins = request.queryContext.now.milliseconds - to * AgeBand.dayLength
                return "WHEN ticket.created_at > \(condition.bind(.integer(begins))) THEN \(band.rawValue)"
            }
        }
        let sql = """
            SELECT CASE WHEN ticket.created_at IS NULL THEN \(AgeBand.unknown.rawValue)
                \(cases.joined(by: " ")) ELSE \(AgeBand.older.rawValue) END AS band,
                COUNT(*), COUNT(*) FILTER (WHERE ticket.assignee_id IS NULL)
            FROM ticket WHERE \(condition.sql) GROUP BY band
            """
        var counts: [AgeBand: Count] = [:]
        for row in try db.rows(sql, condition.values) {
            guard let band = AgeBand(rawValue: try row.int(0)) else {
                throw StorageError.wrongValue(column: "band", expected: "a known age")
            }
            counts[band] = (try row.int(1), try row.int(2))
        }
        return counts
    }

    fileprivate static func row(_ label: Label, _ count: Count, of all: Int, _ asked: Query) -> Report.Row {
        var row = Report.Row(label)
        row.count(.count, count.all, asked)
        row.set(.share, to: .share(count.all, all))
        row.count(.unassigned, count.unassigned, asked.narrowed(by: .asking(.assignee, .none)))
        return row
    }

    private static func oldest(_ request: ReportRequest, in db: any Transaction) throws -> [Ticket.Number] {
        let condition = try request.condition(request.asked.narrowed(by: .asking(.created, .any)), in: db)
        let sql = """
            SELECT ticket.id FROM ticket WHERE \(condition.sql)
            ORDER BY ticket.created_at NULLS FIRST, ticket.id LIMIT 10
            """
        return try db.rows(sql, condition.values).map { Ticket.Number(try $0.integer(0)) }
    }
}

extension Report {
    fileprivate mutating func add(_ counts: [AgeBand: AgingReport.Count], _ request: ReportRequest) {
        let all = counts.values.reduce(0) { $0 + $1.all }
        for band in AgeBand.allCases where band != .unknown || counts[band] != nil {
            let asked = request.asked.narrowed(by: band.asking)
            add(AgingReport.row(.band(band), counts[band] ?? (0, 0), of: all, asked))
        }
        let unassigned = counts.values.reduce(0) { $0 + $1.unassigned }
        total = AgingReport.row(.all, (all, unassigned), of: all, request.asked)
    }
}

extension AgeBand {
    /// - Parameter age: milliseconds.
    fileprivate init(age: Int64) {
        self = AgeBand.allCases.first { $0 != .unknown && $0.to.map { age < $0 * AgeBand.dayLength } ?? true } ?? .older
    }

    fileprivate var asking: Query {
        if self == .unknown { return .asking(.created, .none) }
        let upper = to.map { Query.asking(.age, .length(Query.Length([Query.Amount($0, .day)])), .below) }
        guard from > 0 else { return upper ?? .everything }
        let lower = Query.asking(.age, .length(Query.Length([Query.Amount(from, .day)])), .atLeast)
        return upper.map { lower.narrowed(by: $0) } ?? lower
    }
}
