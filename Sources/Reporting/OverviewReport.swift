import Storage
import Workflow

/// A desk at a glance: what a manager asks every week, each with what it was in the period before. Every figure is that of the
/// report that tells it by itself.
package struct OverviewReport: Sendable {
    package let asked: Query
    package let period: ReportPeriod
    package let comparison: ReportComparison
    /// The days that it is compared with.
    package var before: ReportPeriod { period.before(comparison) }
    /// The tickets of the query, and those of them that came at an unknown time.
    package let tickets: Int
    package let timeless: Int
    /// The first day of the desk, where it is later than the period before: nothing is known of the days until then.
    package let beginning: ReportPeriod?
    package private(set) var headlines: [Headline] = []
    /// One after another as they are read.
    package private(set) var sections: [Report] = []
    /// Whether lengths are told in business time.
    private let hasCalendar: Bool
    /// The totals of the reports of the period before.
    private var totalsBefore: [ReportKind: Report.Row] = [:]

    /// A figure that is told before all tables.
    package struct Headline: Sendable {
        package enum Name: String, CaseIterable, Sendable {
            case created, resolved, open, response, resolution, breached, attainment
        }

        /// Whether more of it is good or bad; of what only comes neither.
        package enum Sense: Sendable {
            case moreIsBetter, moreIsWorse, neither
        }

        package var sense: Sense {
            switch name {
            case .created: .neither
            case .resolved, .attainment: .moreIsBetter
            case .open, .response, .resolution, .breached: .moreIsWorse
            }
        }

        /// Nil where it is neither better nor worse.
        package var isBetter: Bool? {
            guard let x = now.number, let y = before.number, x != y, sense != .neither else { return nil }
            return (x > y) == (sense == .moreIsBetter)
        }

        package let name: Name
        package let now: Figure
        package let before: Figure
        /// Nine of ten are no longer, where it is a length.
        package let p90: Figure?
        /// The same week by week, where that is told.
        package let line: [Double?]
        /// The tickets that it counts, where each counts once.
        package let drill: Report.Row.Drill?
    }

    /// - Parameter request: its kind does not matter; no period means the last thirty days.
    package init(_ request: ReportRequest, in db: any Transaction) throws {
        var request = request
        let period = request.period ?? ReportPeriod.lastDays(30, request.queryContext)
        request.period = period
        self.period = period
        hasCalendar = request.calendar != nil
        if hasCalendar { request.clock = .business }
        comparison = request.comparison
        let unit = Bucket.ofOverview(period)
        asked = request.query
        tickets = try TicketCounts.count(request.query, request.queryContext, in: db)
        timeless = try TicketCounts.count(
            request.query.narrowed(by: .asking(.created, .none)), request.queryContext, in: db)
        beginning = try Self.beginning(request, in: db)
        // Measured once, for both periods.
        if let slaContext = SLAContext(request.queryContext) {
            request.queryContext.promises = try SLAStates(slaContext, in: db)
        }
        let history = try ReportHistory.shared(by: request, in: db)
        for kind in Self.kinds {
            var request = request
            if Self.ofHistory.contains(kind) || kind == .aging { request.history = history }
            if kind.isBucketed || Self.lengths.contains(kind) { request.bucket = unit }
            sections.append(try section(kind, request, in: db))
        }
        headlines = Headline.Name.allCases.map(headline)
    }

    package static let kinds: [ReportKind] = [
        .volume, .backlog, .response, .resolution, .sla, .aging, .category, .cause, .quality,
    ]
    private static let ofHistory: [ReportKind] = [.volume, .backlog, .resolution]
    private static let lengths: [ReportKind] = [.response, .resolution]

    /// No ticket came at a known time: what goes by that time is told of all tickets, and compared with nothing.
    package var isTimeless: Bool { tickets > 0 && timeless == tickets }

    /// Whether the desk was there at the end of the period before.
    private var knowsBefore: Bool { beginning.map { $0.first <= before.last } ?? true }

    package subscript(kind: ReportKind) -> Report? { sections.first { $0.kind == kind } }

    private mutating func section(
        _ kind: ReportKind, _ request: ReportRequest, in db: any Transaction
    ) throws -> Report {
        var request = request
        request.kind = kind
        if kind == .aging { return try aging(request, in: db) }
        if isTimeless && (kind.date != nil || kind.goesByCreation) {
            request.period = nil
            return try kind.made(request, in: db)
        }
        var report: Report
        if let before = request.before, kind != .backlog || knowsBefore {
            let pair = try Report.pair(request, before, in: db)
            report = pair.now
            totalsBefore[kind] = pair.before.total
            report.compare(with: pair.before)
        } else {
            report = try kind.made(request, in: db)
        }
        if Self.lengths.contains(kind) { report.target = try Self.target(kind, isWork: hasCalendar, in: db) }
        if kind == .volume && isTimeless {
            report.forgetTimeless()
            totalsBefore[kind]?.forgetTimeless()
        }
        if kind.goesByCreation && timeless > 0 { report.remarks.append(.withoutTime(timeless)) }
        return report
    }

    /// What the last policy promises, which is for all that no other is for; nil where it goes by another clock.
    private static func target(_ kind: ReportKind, isWork: Bool, in db: any Transaction) throws -> Int64? {
        guard let terms = try SLAPolicies.all(in: db).last?.terms else { return nil }
        switch terms.target(kind == .response ? .first : .resolve, .normal) {
        case .work(let length) where isWork: return length
        case .wall(let length) where !isWork: return length
        default: return nil
        }
    }

    /// What is open now, beside what was open at the end of the period before, as old as it was then.
    private func aging(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        var now = request
        now.period = nil
        var report = try ReportKind.aging.made(now, in: db)
        // What a query of statuses found then cannot be asked by the statuses of today.
        guard try knowsBefore && request.query.listed(in: db) == request.query.narrowedToOpen else { return report }
        var then = now
        let last = ReportPeriod(first: before.last, last: before.last) ?? period
        let end = last.instants(request.queryContext.zone).upperBound
        guard end <= request.queryContext.now.milliseconds else { return report }
        then.query = request.query.spelledOut.narrowed(by: last.asking(.openAt))
        then.queryContext.now = Instant(milliseconds: end - 1)
        let history = try ReportHistory.of(request, in: db)
        report.compare(with: try AgingReport.made(then, at: end, history, in: db))
        return report
    }

    private var median: (Measure, Measure) {
        hasCalendar ? (.businessMedian, .businessP90) : (.median, .p90)
    }

    private func headline(_ name: Headline.Name) -> Headline {
        func headline(_ kind: ReportKind, _ measure: Measure, p90: Measure? = nil) -> Headline {
            let now = self[kind]?.total.knowing(measure)
            let rows = self[kind]?.keys == [.bucket] ? self[kind]?.rows ?? [] : []
            return Headline(
                name: name, now: now?[measure] ?? .unknown,
                before: totalsBefore[kind]?.knowing(measure)?[measure] ?? .unknown,
                p90: p90.map { now?[$0] ?? .unknown },
                line: rows.map { kind == .backlog || $0.part == nil ? $0[measure].number : nil },
                drill: now?.drills.first { $0.measure == measure })
        }
        return switch name {
        case .created: headline(.volume, .created)
        case .resolved: headline(.volume, .solved)
        case .open: headline(.backlog, .count)
        case .response: headline(.response, median.0, p90: median.1)
        case .resolution: headline(.resolution, median.0, p90: median.1)
        case .breached: headline(.sla, .breached)
        case .attainment: headline(.sla, .rate)
        }
    }

    /// Nothing is known of the desk before its first operation.
    private static func beginning(_ request: ReportRequest, in db: any Transaction) throws -> ReportPeriod? {
        guard let first = try OperationLog.beginning(in: db), let before = request.before?.period else { return nil }
        let day = WorkCalendar.day(ofLocal: request.queryContext.zone.local(first.milliseconds))
        return day > before.first ? ReportPeriod(first: day, last: day) : nil
    }
}

extension Report.Row {
    /// Nil where no promise of any ticket could be measured: that none was broken is not known then.
    fileprivate func knowing(_ measure: Measure) -> Report.Row? {
        let measured: [Measure] = [.met, .breached, .unanswered, .running, .paused]
        return measure == .breached && !measured.contains { self[$0].whole > 0 } ? nil : self
    }
}

extension Report {
    /// Without a known time nobody can say when tickets came: how many did in a period is not known, which is no zero.
    fileprivate mutating func forgetTimeless() {
        columns.removeAll { [.previous, .change].contains($0) }
        remarks.removeAll { if case .withoutTime = $0 { false } else { true } }
        if !total.hasMoves { rows = [] }
        total.forgetTimeless()
        for index in rows.indices { rows[index].forgetTimeless() }
    }
}

extension Report.Row {
    private static let moves: [Measure] = [.solved, .reopened, .merged]

    fileprivate var hasMoves: Bool { Self.moves.contains { self[$0].whole > 0 } }

    /// What the desk itself saw happen is known, where anything did; what was done elsewhere before is not.
    fileprivate mutating func forgetTimeless() {
        for measure in [.created, .net] + (hasMoves ? [] : Self.moves) { forget(measure) }
    }
}
