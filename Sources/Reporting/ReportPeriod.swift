import Storage
import Workflow

/// Days of the local calendar, from the first to the last.
package struct ReportPeriod: Equatable, Sendable {
    /// Days since 1970.
    package let first: Int
    package let last: Int
    /// The last day that was asked for, where it is still to come.
    package private(set) var asked: Int?

    package init?(first: Int, last: Int) {
        guard first <= last else { return nil }
        self.first = first
        self.last = last
    }

    /// The part of it that is over, today included; nil where all of it is to come.
    package func cut(_ queryContext: QueryContext) -> ReportPeriod? {
        let today = WorkCalendar.day(ofLocal: queryContext.zone.local(queryContext.now.milliseconds))
        guard last > today else { return self }
        var part = ReportPeriod(first: first, last: today)
        part?.asked = last
        return part
    }

    /// All days that were asked for.
    package var whole: ReportPeriod { asked.map { ReportPeriod(first: first, days: $0 - first + 1) } ?? self }

    /// The days that a date covers.
    package init?(_ date: DateExpression, _ queryContext: QueryContext) {
        guard let covered = date.interval(now: queryContext.now.milliseconds, zone: queryContext.zone), !covered.isEmpty
        else {
            return nil
        }
        let zone = queryContext.zone
        let (first, last) = (zone.local(covered.lowerBound), zone.local(covered.upperBound - 1))
        self.init(first: WorkCalendar.day(ofLocal: first), last: WorkCalendar.day(ofLocal: last))
    }

    private init(first: Int, days: Int) {
        self.first = first
        last = first + max(days, 1) - 1
    }

    /// So many days, of which the last is today.
    package static func lastDays(_ days: Int, _ queryContext: QueryContext) -> ReportPeriod {
        let today = WorkCalendar.day(ofLocal: queryContext.zone.local(queryContext.now.milliseconds))
        return ReportPeriod(first: today - days + 1, days: days)
    }

    /// From the day of an instant up to today, or up to the day of a later one.
    static func since(_ first: Int64, upTo last: Int64 = .min, _ queryContext: QueryContext) -> ReportPeriod? {
        func day(_ instant: Int64) -> Int { WorkCalendar.day(ofLocal: queryContext.zone.local(instant)) }
        return ReportPeriod(first: day(first), last: day(max(first, last, queryContext.now.milliseconds)))
    }

    package var days: Int { last - first + 1 }

    /// The period of the same length right before: as many months where it is whole months, else as many days. Of a period that
    /// is not over as many days as are.
    package var before: ReportPeriod { before(.previous) }

    /// What it is compared with.
    package func before(_ comparison: ReportComparison) -> ReportPeriod {
        if let months = whole.months {
            let shift = comparison == .year ? (months + 11) / 12 * 12 : months
            let earlier = ReportPeriod(first: Self.shifted(first, months: -shift), days: 1).first
            let end = Self.shifted(whole.last + 1, months: -shift)
            return ReportPeriod(first: earlier, days: asked == nil ? end - earlier : min(days, end - earlier))
        }
        let shift = comparison == .year ? (days + 363) / 364 * 364 : days
        return ReportPeriod(first: first - shift, days: days)
    }

    /// How many days earlier the same days of the week are: of a period that is compared the nearest that do not overlap it.
    package func shift(_ comparison: ReportComparison) -> Int {
        comparison == .year ? (days + 363) / 364 * 364 : (days + 6) / 7 * 7
    }

    /// Whole months from the first of one to the last of another; nil for any other days.
    private var months: Int? {
        let (start, end) = (CivilTime.date(dayNumber: first), CivilTime.date(dayNumber: last + 1))
        guard start.day == 1, end.day == 1 else { return nil }
        return (end.year - start.year) * 12 + end.month - start.month
    }

    static func months(from first: Int, to last: Int) -> Int {
        let (a, b) = (CivilTime.date(dayNumber: first), CivilTime.date(dayNumber: last))
        return (b.year - a.year) * 12 + b.month - a.month
    }

    /// The same day so many months later; the first of a month stays one.
    static func shifted(_ day: Int, months: Int) -> Int {
        let date = CivilTime.date(dayNumber: day)
        let zero = date.year * 12 + date.month - 1 + months
        return CivilTime.dayNumber(year: zero / 12, month: zero % 12 + 1, day: 1) + date.day - 1
    }

    /// `2026-01-01..2026-03-31`
    package var text: String { Self.text(first) + (days > 1 ? ".." + Self.text(last) : "") }

    package static func text(_ day: Int) -> String {
        TimeText.localDate(Int64(day) * WorkCalendar.dayLength, offset: 0)
    }

    /// The tickets whose date lies in it.
    package func asking(_ field: Query.Field) -> Query {
        guard let from = Self.date(first) else { return .everything }
        var asked = Query.asking(field, .date(from))
        if days > 1, let to = Self.date(last) { asked = .asking(field, .span(.date(from), .date(to))) }
        // What happened then happened also to what is in the trash today.
        return field.isPast ? asked.narrowed(by: .asking(.is, .flag(.ever))) : asked
    }

    private static func date(_ day: Int) -> DateExpression? {
        let date = CivilTime.date(dayNumber: day)
        return CivilDate(year: date.year, month: date.month, day: date.day).map(DateExpression.day)
    }

    /// From the first instant of its first day up to that of the day after.
    package func instants(_ zone: ZoneOffsets) -> Range<Int64> {
        let start = zone.utc(Int64(first) * WorkCalendar.dayLength)
        return start..<max(start, zone.utc(Int64(last + 1) * WorkCalendar.dayLength))
    }
}

extension Query.Field {
    /// Whether it asks what happened in a time.
    fileprivate var isPast: Bool {
        switch self {
        case .wasCreated, .wasResolved, .firstResolved, .wasReopened, .wasMerged, .cameBack, .slaMet, .slaBreached,
            .slaUnanswered,
            .slaFirstMet, .slaFirstBreached, .slaFirstUnanswered, .slaNextMet, .slaNextBreached, .slaNextUnanswered,
            .slaResolveMet, .slaResolveBreached:
            true
        default: false
        }
    }
}
