import Workflow

/// A date as a person says it, not yet placed in a time zone.
package enum DateExpression: Hashable, Sendable {
    case year(Int)
    case quarter(year: Int, Int)
    case month(year: Int, Int)
    /// An ISO week: from Monday, the first holds the year's first Thursday.
    case week(year: Int, Int)
    case day(CivilDate)
    /// A day of a year that is not said: the one nearest to today.
    case annual(month: Int, day: Int)
    /// A point of time to the minute, second or millisecond; local without an offset.
    case instant(CivilDate, ClockTime, secondsEast: Int64?)
    case named(NamedPeriod)
    case now
    /// `-7d`, `+2bd`: so far from now.
    case relative(Query.Amount)
}

extension DateExpression: CustomStringConvertible {
    /// The date in its canonical form, which parses to the same.
    package var description: String {
        switch self {
        case .year(let year): figures(year, 4)
        case .quarter(let year, let quarter): figures(year, 4) + "Q\(quarter)"
        case .month(let year, let month): figures(year, 4) + "-" + figures(month, 2)
        case .week(let year, let week): figures(year, 4) + "-W" + figures(week, 2)
        case .day(let date): date.description
        case .annual(let month, let day): "\(month)月\(day)日"
        case .instant(let date, let time, let secondsEast):
            date.description + "T" + time.description + (secondsEast.map(offset) ?? "")
        case .named(let period): period.queryName
        case .now: "now"
        case .relative(let amount): (amount.count < 0 ? "" : "+") + amount.description
        }
    }

    private func offset(_ secondsEast: Int64) -> String {
        let minutes = Int(secondsEast.magnitude / 60)
        if minutes == 0 { return "Z" }
        return (secondsEast < 0 ? "-" : "+") + figures(minutes / 60, 2) + ":" + figures(minutes % 60, 2)
    }
}

extension CivilDate: CustomStringConvertible {
    package var description: String { figures(year, 4) + "-" + figures(month, 2) + "-" + figures(day, 2) }
}

extension ClockTime: CustomStringConvertible {
    package var description: String {
        let minutes = figures(hour, 2) + ":" + figures(minute, 2)
        guard second != nil || millisecond != nil else { return minutes }
        let seconds = minutes + ":" + figures(second ?? 0, 2)
        return millisecond.map { seconds + "." + figures($0, 3) } ?? seconds
    }
}

extension Query.Length: CustomStringConvertible {
    package var description: String { amounts.map(\.description).joined(by: "") }
}

extension Query.Amount: CustomStringConvertible {
    package var description: String { String(count) + unit.rawValue }
}

private func figures(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
}

/// Periods that are called by a name: `today`, `lastmonth`, `本周`.
package enum NamedPeriod: String, CaseIterable, Sendable, QueryVocabulary {
    case today, yesterday, tomorrow
    case thisweek, lastweek, nextweek
    case thismonth, lastmonth, nextmonth
    case thisquarter, lastquarter, nextquarter
    case thisyear, lastyear, nextyear
    /// The days after tomorrow and before yesterday.
    case overmorrow = "dayaftertomorrow", ereyesterday = "daybeforeyesterday"
    /// The first and the last day of the present month, and the last one of the year.
    case monthStart = "monthstart", monthEnd = "monthend", yearEnd = "yearend"

    var names: [String] {
        switch self {
        case .today: ["today", "今天", "今日"]
        case .yesterday: ["yesterday", "昨天", "昨日"]
        case .tomorrow: ["tomorrow", "明天", "明日"]
        case .thisweek: ["thisweek", "this-week", "本周", "这周", "本星期"]
        case .lastweek: ["lastweek", "last-week", "上周", "上星期"]
        case .nextweek: ["nextweek", "next-week", "下周", "下星期"]
        case .thismonth: ["thismonth", "this-month", "本月", "这个月"]
        case .lastmonth: ["lastmonth", "last-month", "上月", "上个月"]
        case .nextmonth: ["nextmonth", "next-month", "下月", "下个月"]
        case .thisquarter: ["thisquarter", "this-quarter", "本季度", "本季"]
        case .lastquarter: ["lastquarter", "last-quarter", "上季度", "上季", "上个季度"]
        case .nextquarter: ["nextquarter", "next-quarter", "下季度", "下季"]
        case .thisyear: ["thisyear", "this-year", "今年", "本年"]
        case .lastyear: ["lastyear", "last-year", "去年", "上年"]
        case .nextyear: ["nextyear", "next-year", "明年"]
        case .overmorrow: ["dayaftertomorrow", "day-after-tomorrow", "后天", "后日"]
        case .ereyesterday: ["daybeforeyesterday", "day-before-yesterday", "前天", "前日"]
        case .monthStart: ["monthstart", "month-start", "月初", "本月初"]
        case .monthEnd: ["monthend", "month-end", "月底", "月末", "本月底"]
        case .yearEnd: ["yearend", "year-end", "年底", "年末", "今年底"]
        }
    }

    /// How many periods after the present one.
    var shift: Int {
        switch self {
        case .today, .thisweek, .thismonth, .thisquarter, .thisyear: 0
        case .yesterday, .lastweek, .lastmonth, .lastquarter, .lastyear: -1
        case .tomorrow, .nextweek, .nextmonth, .nextquarter, .nextyear: 1
        case .overmorrow: 2
        case .ereyesterday: -2
        case .monthStart, .monthEnd, .yearEnd: 0
        }
    }
}

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

/// A time of day as exactly as it was typed.
package struct ClockTime: Hashable, Sendable {
    package var hour: Int
    package var minute: Int
    package var second: Int?
    package var millisecond: Int?

    package init?(hour: Int, minute: Int, second: Int? = nil, millisecond: Int? = nil) {
        guard 0..<24 ~= hour, 0..<60 ~= minute, 0..<60 ~= second ?? 0, 0..<1000 ~= millisecond ?? 0 else { return nil }
        self.hour = hour
        self.minute = minute
        self.second = second
        self.millisecond = millisecond
    }

    /// Since midnight.
    var milliseconds: Int64 { Int64(((hour * 60 + minute) * 60 + (second ?? 0)) * 1000 + (millisecond ?? 0)) }

    /// How long the minute, second or millisecond that was typed lasts.
    var precision: Int64 {
        if millisecond != nil { return 1 }
        return second != nil ? 1000 : 60_000
    }
}
