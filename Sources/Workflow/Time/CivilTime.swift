/// A date and time of day as calendars and clocks show it, in the Gregorian calendar, without a zone.
package struct CivilTime: Equatable, Sendable {
    package var year: Int
    package var month: Int
    package var day: Int
    package var hour: Int
    package var minute: Int
    package var second: Int
    package var millisecond: Int

    package init(
        year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, millisecond: Int = 0
    ) {
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
        self.millisecond = millisecond
    }

    /// What a clock shows that counts these milliseconds since 1970-01-01 00:00 on that same clock.
    package init(milliseconds: Int64) {
        let dayNumber = Self.floor(milliseconds, by: 86_400_000)
        let rest = Int(milliseconds - dayNumber * 86_400_000)
        let date = Self.date(dayNumber: Int(dayNumber))
        self.init(
            year: date.year, month: date.month, day: date.day, hour: rest / 3_600_000, minute: rest / 60_000 % 60,
            second: rest / 1000 % 60, millisecond: rest % 1000)
    }

    /// Milliseconds since 1970-01-01 00:00 on the same clock.
    package var milliseconds: Int64 {
        let days = Int64(Self.dayNumber(year: year, month: month, day: day))
        return days * 86_400_000 + Int64(hour * 3_600_000 + minute * 60_000 + second * 1000 + millisecond)
    }

    /// Monday is 1, Sunday is 7.
    package var weekday: Int {
        let number = Self.dayNumber(year: year, month: month, day: day) + 3
        return number - Int(Self.floor(Int64(number), by: 7)) * 7 + 1
    }

    /// Days from 1970-01-01; a day past its month's end counts on into the next month.
    package static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        // Years begin in March here, so that a leap day is the last day of its year.
        let marchYear = month > 2 ? year : year - 1
        let marchMonth = (month + 9) % 12
        let leapDays = floor(marchYear, by: 4) - floor(marchYear, by: 100) + floor(marchYear, by: 400)
        return marchYear * 365 + leapDays + (marchMonth * 153 + 2) / 5 + day - 719_469
    }

    /// The date that lies so many days after 1970-01-01.
    package static func date(dayNumber: Int) -> (year: Int, month: Int, day: Int) {
        let sinceMarch0 = dayNumber + 719_468
        let era = floor(sinceMarch0, by: 146_097)
        let dayOfEra = sinceMarch0 - era * 146_097
        let leapDays = dayOfEra / 1460 - dayOfEra / 36_524 + dayOfEra / 146_096
        let yearOfEra = (dayOfEra - leapDays) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    package static func isLeap(year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// How many days that month has; `month` is 1…12.
    package static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year: year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Division that rounds down, so that instants before 1970 belong to the right day.
    private static func floor<Number: BinaryInteger>(_ number: Number, by divisor: Number) -> Number {
        let quotient = number / divisor
        return number % divisor < 0 ? quotient - 1 : quotient
    }
}
