import Storage
import Workflow

/// Days of the local calendar, from the first to the last.
package struct ReportPeriod: Equatable, Sendable {
    /// Days since 1970.
    package let first: Int
    package let last: Int

    package init?(first: Int, last: Int) {
        guard first <= last else { return nil }
        self.first = first
        self.last = last
    }

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

    /// The period of the same length right before: as many months where it is whole months, else as many days.
    package var before: ReportPeriod {
        let (start, end) = (CivilTime.date(dayNumber: first), CivilTime.date(dayNumber: last + 1))
        if start.day == 1, end.day == 1 {
            let months = (end.year - start.year) * 12 + end.month - start.month
            let zero = start.year * 12 + start.month - 1 - months
            let earlier = CivilTime.dayNumber(year: zero / 12, month: zero % 12 + 1, day: 1)
            return ReportPeriod(first: earlier, last: first - 1) ?? self
        }
        return ReportPeriod(first: first - days, last: first - 1) ?? self
    }

    /// `2026-01-01..2026-03-31`
    package var text: String { Self.text(first) + (days > 1 ? ".." + Self.text(last) : "") }

    package static func text(_ day: Int) -> String {
        TimeText.localDate(Int64(day) * WorkCalendar.dayLength, offset: 0)
    }

    /// The tickets whose date lies in it.
    package func asking(_ field: Query.Field) -> Query {
        guard let from = Self.date(first) else { return .everything }
        guard days > 1, let to = Self.date(last) else { return .asking(field, .date(from)) }
        return .asking(field, .span(.date(from), .date(to)))
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
