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
        // Years begin in March here, so that the leap day is the last; 146 097 days make 400 years.
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int64(era * 146_097 + dayOfEra - 719_468)
    }

    /// Year, month and day of a day number; the year may be any.
    static func parts(ofDayNumber number: Int64) -> (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// The day number of the first day of the month that lies so many months after January of the year.
    static func dayNumber(year: Int, monthsAfterJanuary months: Int) -> Int64 {
        let years = (months >= 0 ? months : months - 11) / 12
        return dayNumber(year: year + years, month: months - years * 12 + 1, day: 1)
    }

    static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

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
