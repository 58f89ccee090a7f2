import Storage
import Workflow

/// What a report is asked for.
package struct ReportRequest: Sendable {
    package var kind: ReportKind
    /// What the person asked.
    package var query: Query
    package var queryContext: QueryContext
    package var period: ReportPeriod?
    package var bucket: Bucket.Unit?
    /// The buckets themselves, where they are others than those of the period: such as those that each is compared with.
    package var buckets: [Bucket]?
    package var comparison = ReportComparison.previous
    package var group: TicketGroup?
    /// Who did it, in place of what tickets are told apart by now.
    package var fact: FactGroup?
    /// What a report of resolutions measures.
    package var resolution = ResolutionSpan.full
    package var clock = Clock.both
    /// With which options the desk was read, so that a printed command finds the same.
    package var reading = ReportReading()
    /// No mean is told of fewer.
    package var leastForMean = 5
    package var calendar: WorkCalendar?
    /// What happened to the tickets of its query, where it is read for several reports.
    var history: ReportHistory?
    /// What a report of one's own tells.
    package var shape = CustomShape()

    /// Which time is told.
    package enum Clock: Sendable {
        case wall, business, both
    }

    package init(_ kind: ReportKind, _ query: Query, _ queryContext: QueryContext) {
        self.kind = kind
        self.query = query
        self.queryContext = queryContext
    }

    /// The tickets that are counted: those of the query, in the period by the report's own date.
    package var asked: Query {
        guard let date = kind.date, let period else { return query.narrowed(by: .everything) }
        return query.narrowed(by: period.asking(date))
    }

    package func condition(_ query: Query? = nil, in db: any Transaction) throws -> TicketCondition {
        try TicketCondition(query ?? asked, queryContext, in: db)
    }

    /// Hands over the tickets of a query, the rows of one together: first what it is told apart by, then its number, then the
    /// columns that are asked for. A ticket with several tags has several rows.
    /// - Parameter inOrder: by their numbers, where what is asked of each stands in that order too.
    func eachTicket(
        of query: Query? = nil, telling columns: String..., inOrder: Bool = false, in db: any Transaction,
        _ body: (any RowInPlace, Int64) throws -> Void
    ) throws {
        let condition = try condition(query, in: db)
        let order = inOrder || group?.isMany == true ? " ORDER BY ticket.id" : ""
        let told = ["\(group?.column ?? "NULL")", "ticket.id"] + columns
        let sql = """
            SELECT \(told.joined(by: ", ")) FROM ticket \(group?.join ?? "") WHERE \(condition.sql)\(order)
            """
        try db.eachInPlace(sql, condition.values) { try body($0, try $0.integer(1)) }
    }

    /// What the first column says where a report tells nothing apart by itself.
    var key: ReportKey { fact.flatMap { ReportKey(rawValue: $0.rawValue) } ?? group?.key ?? .all }

    /// Whether its rows are periods.
    private var isCutByTime: Bool { kind.isBucketed && group == nil || !kind.takesBoth && bucket != nil }

    /// How many days earlier the days and weeks are that its own are compared with; nil for longer ones.
    var shift: Int? {
        guard isCutByTime, let period, [.day, .week].contains(unit(of: period)) else { return nil }
        return period.shift(comparison)
    }

    private func unit(of period: ReportPeriod) -> Bucket.Unit { bucket ?? Bucket.usual(for: period) }

    /// To reckon business time with, where it is told.
    var worked: WorkedTime? { clock == .wall ? nil : calendar.map(WorkedTime.init) }

    /// The same, of the period before.
    package var before: ReportRequest? {
        guard let period else { return nil }
        var request = self
        request.period = period.before(comparison)
        guard isCutByTime, let before = request.period else { return request }
        let unit = unit(of: period)
        let months = ReportPeriod.months(from: before.first, to: period.first)
        request.buckets = try? Bucket.all(unit, in: period).map {
            $0.before(comparison, unit, shift: period.shift(comparison), months: months)
        }
        return request
    }
}
