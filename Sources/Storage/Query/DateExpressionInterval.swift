import Workflow

private let dayMilliseconds: Int64 = 86_400_000

extension DateExpression {
    /// The instants that the expression names, as a half-open interval of milliseconds UTC: a day lasts from its
    /// local start to the start of the next, a minute that was typed a minute, a relative date one millisecond.
    /// Nil for business days and hours without a calendar.
    package func interval(now: Int64, zone: ZoneOffsets, calendar: WorkCalendar? = nil) -> Range<Int64>? {
        switch self {
        case .year, .quarter, .month, .week, .day: return DateExpression.days(dayNumbers, zone)
        case .instant(let date, let time, let secondsEast):
            let local = date.dayNumber * dayMilliseconds + time.milliseconds
            let start = secondsEast.map { local - $0 * 1000 } ?? zone.utc(local)
            return start..<(start + time.precision)
        case .annual(let month, let day):
            let today = DateExpression.floored(zone.local(now), by: dayMilliseconds)
            let year = Int(CivilDate.parts(ofDayNumber: today).year)
            let days = (year - 8...year + 8).compactMap { CivilDate(year: $0, month: month, day: day)?.dayNumber }
            guard let nearest = days.min(by: { abs($0 - today) < abs($1 - today) }) else { return nil }
            return DateExpression.days(nearest..<(nearest + 1), zone)
        case .named(let period):
            let today = DateExpression.floored(zone.local(now), by: dayMilliseconds)
            return DateExpression.days(period.dayNumbers(today: today), zone)
        case .now: return now..<(now + 1)
        case .relative(let amount):
            guard let start = amount.added(to: now, zone, calendar) else { return nil }
            return start..<(start + 1)
        }
    }

    /// The days of a period of the calendar; empty for what is no such period.
    private var dayNumbers: Range<Int64> {
        switch self {
        case .year(let year): return DateExpression.months(year: year, after: 0, count: 12)
        case .quarter(let year, let quarter):
            return DateExpression.months(year: year, after: (quarter - 1) * 3, count: 3)
        case .month(let year, let month): return DateExpression.months(year: year, after: month - 1, count: 1)
        case .week(let year, let week):
            let monday = CivilDate.monday(ofWeek: week, year: year)
            return monday..<(monday + 7)
        case .day(let date): return date.dayNumber..<(date.dayNumber + 1)
        case .instant, .annual, .named, .now, .relative: return 0..<0
        }
    }

    private static func days(_ numbers: Range<Int64>, _ zone: ZoneOffsets) -> Range<Int64> {
        let start = zone.utc(numbers.lowerBound * dayMilliseconds)
        return start..<max(start, zone.utc(numbers.upperBound * dayMilliseconds))
    }

    fileprivate static func months(year: Int, after months: Int, count: Int) -> Range<Int64> {
        let start = CivilDate.dayNumber(year: year, monthsAfterJanuary: months)
        return start..<CivilDate.dayNumber(year: year, monthsAfterJanuary: months + count)
    }

    fileprivate static func floored(_ value: Int64, by unit: Int64) -> Int64 {
        value >= 0 ? value / unit : (value - unit + 1) / unit
    }
}

extension NamedPeriod {
    fileprivate func dayNumbers(today: Int64) -> Range<Int64> {
        let (year, month, _) = CivilDate.parts(ofDayNumber: today)
        switch self {
        case .monthStart:
            let start = DateExpression.months(year: year, after: month - 1, count: 1).lowerBound
            return start..<(start + 1)
        case .monthEnd, .yearEnd:
            let last = self == .yearEnd ? 12 : month
            let end = DateExpression.months(year: year, after: last - 1, count: 1).upperBound
            return (end - 1)..<end
        case .today, .yesterday, .tomorrow, .overmorrow, .ereyesterday:
            return (today + Int64(shift))..<(today + Int64(shift) + 1)
        case .thisweek, .lastweek, .nextweek:
            let monday = CivilDate.monday(of: today) + Int64(shift) * 7
            return monday..<(monday + 7)
        case .thismonth, .lastmonth, .nextmonth:
            return DateExpression.months(year: year, after: month - 1 + shift, count: 1)
        case .thisquarter, .lastquarter, .nextquarter:
            return DateExpression.months(year: year, after: (month - 1) / 3 * 3 + shift * 3, count: 3)
        case .thisyear, .lastyear, .nextyear:
            return DateExpression.months(year: year + shift, after: 0, count: 12)
        }
    }
}

extension Query.Amount {
    /// The instant so far from now. Days and longer keep the local time of day; a day the month does not have
    /// becomes its last. Nil for business units without a calendar.
    func added(to now: Int64, _ zone: ZoneOffsets, _ calendar: WorkCalendar?) -> Int64? {
        let local = zone.local(now)
        switch unit {
        case .minute, .hour: return now + count * (unit.milliseconds ?? 0)
        case .day, .week: return zone.utc(local + count * (unit.milliseconds ?? 0))
        case .month: return zone.utc(shifted(local, months: Int(count)))
        case .year: return zone.utc(shifted(local, months: Int(count) * 12))
        case .businessHour, .businessDay: return addedInBusinessTime(to: now, calendar)
        }
    }

    private func shifted(_ local: Int64, months: Int) -> Int64 {
        let today = DateExpression.floored(local, by: dayMilliseconds)
        let (year, month, day) = CivilDate.parts(ofDayNumber: today)
        let target = DateExpression.months(year: year, after: month - 1 + months, count: 1)
        let moved = target.lowerBound + min(Int64(day), target.upperBound - target.lowerBound) - 1
        return local + (moved - today) * dayMilliseconds
    }
}
