import Workflow

/// A day of the Gregorian calendar, always one that exists, in the years 1 to 9999.
package struct CivilDate: Hashable, Sendable {
    package let year: Int
    package let month: Int
    package let day: Int

    package init?(year: Int, month: Int, day: Int) {
        guard 1...9999 ~= year, 1...12 ~= month, 1...CivilDate.days(inMonth: month, of: year) ~= day else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Days since 1970-01-01.
    var dayNumber: Int64 { CivilDate.dayNumber(year: year, month: month, day: day) }

    /// Days from 1970-01-01 to a day that need not exist: day 32 is the next month's first; any month is one of 1 to 12.
    static func dayNumber(year: Int, month: Int, day: Int) -> Int64 {
        Int64(CivilTime.dayNumber(year: year, month: month, day: day))
    }

    /// Year, month and day of a day number; the year may be any.
    static func parts(ofDayNumber number: Int64) -> (year: Int, month: Int, day: Int) {
        CivilTime.date(dayNumber: Int(number))
    }

    /// The day number of the first day of the month that lies so many months after January of the year.
    static func dayNumber(year: Int, monthsAfterJanuary months: Int) -> Int64 {
        let years = (months >= 0 ? months : months - 11) / 12
        return dayNumber(year: year + years, month: months - years * 12 + 1, day: 1)
    }

    static func days(inMonth month: Int, of year: Int) -> Int { CivilTime.days(inMonth: month, of: year) }

    /// The day number of the Monday of the week that holds the day.
    static func monday(of dayNumber: Int64) -> Int64 {
        // 1970-01-01 was a Thursday.
        let sinceMonday = (dayNumber + 3) % 7
        return dayNumber - (sinceMonday >= 0 ? sinceMonday : sinceMonday + 7)
    }

    /// The day number of the Monday of an ISO week; 4 January is always in week 1.
    static func monday(ofWeek week: Int, year: Int) -> Int64 {
        monday(of: dayNumber(year: year, month: 1, day: 4)) + Int64(week - 1) * 7
    }

    /// 52 or 53.
    static func weeks(in year: Int) -> Int {
        Int((monday(ofWeek: 1, year: year + 1) - monday(ofWeek: 1, year: year)) / 7)
    }
}
