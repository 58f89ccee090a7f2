/// When the desk works: a time zone, the times of every week, and the days that differ.
///
/// All sums come from two counts, of working time and of working days since a fixed Monday, which are known for any day
/// without walking there: whole weeks by multiplication, days that differ by sums made once. So a length of a hundred
/// years costs no more than one of an hour.
package struct WorkCalendar: Sendable {
    package let zone: TimeZoneRules
    package let weeks: WeekHistory
    package let days: CalendarDays

    /// Days that differ, ascending; with how much more work and how many more working days they and all before them have.
    private let changedDays: [Int]
    private let extraWork: [Int64]
    private let extraDays: [Int]
    private let eras: [Era]

    /// Hours from a day on, with what was worked of all hours before.
    private struct Era {
        var from: Int
        var work: Int64
        var days: Int
        /// Before each weekday of a week, and of the whole week at the end.
        var weekWork: [Int64]
        var weekDays: [Int]

        init(_ week: WeekHours, from: Int) {
            (self.from, work, days) = (from, 0, 0)
            weekWork = week.days.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.length) }
            weekDays = week.days.reduce(into: [0]) { $0.append(($0.last ?? 0) + ($1.isEmpty ? 0 : 1)) }
        }

        func work(before day: Int) -> Int64 {
            let (week, rest) = WorkCalendar.weekAndRest(day)
            return work + Int64(week) * weekWork[7] + weekWork[rest]
        }

        func days(before day: Int) -> Int {
            let (week, rest) = WorkCalendar.weekAndRest(day)
            return days + week * weekDays[7] + weekDays[rest]
        }
    }

    package static let dayLength: Int64 = 86_400_000

    package init(zone: TimeZoneRules, week: WeekHours = .usual, days: CalendarDays = CalendarDays()) {
        self.init(zone: zone, weeks: WeekHistory(week), days: days)
    }

    package init(zone: TimeZoneRules, weeks: WeekHistory, days: CalendarDays) {
        self.zone = zone
        self.weeks = weeks
        self.days = days
        var eras: [Era] = []
        for next in weeks.eras {
            var era = Era(next.week, from: next.from ?? .min)
            if let last = eras.last {
                era.work = last.work(before: era.from) - era.work(before: era.from)
                era.days = last.days(before: era.from) - era.days(before: era.from)
            }
            eras.append(era)
        }
        self.eras = eras
        changedDays = days.changes.keys.sorted()
        var (work, count): ([Int64], [Int]) = ([0], [0])
        for day in changedDays {
            let usual = weeks.week(onDay: day)[weekday: Self.weekday(of: day)]
            let real = days[day].hours(usual: usual)
            work.append((work.last ?? 0) + real.length - usual.length)
            count.append((count.last ?? 0) + (real.isEmpty ? 0 : 1) - (usual.isEmpty ? 0 : 1))
        }
        extraWork = work
        extraDays = count
    }

    /// Nothing is ever due in a calendar without working time.
    package var hasWorkingTime: Bool {
        !weeks.latest.isEmpty || days.changes.values.contains { $0.shift.map { !$0.isEmpty } ?? false }
    }

    package func hours(onDay day: Int) -> DayHours {
        days[day].hours(usual: weeks.week(onDay: day)[weekday: Self.weekday(of: day)])
    }

    /// 1 is Monday, 7 is Sunday.
    package static func weekday(of day: Int) -> Int { weekAndRest(day).rest + 1 }

    // 1970-01-01 was a Thursday.
    private static func weekAndRest(_ day: Int) -> (week: Int, rest: Int) {
        let sinceMonday = day + 3
        let week = sinceMonday >= 0 ? sinceMonday / 7 : (sinceMonday - 6) / 7
        return (week, sinceMonday - week * 7)
    }

    private func era(before day: Int) -> Era {
        eras.count == 1 ? eras[0] : eras.last { $0.from <= day } ?? eras[0]
    }

    private func changesBefore(_ day: Int) -> Int {
        var (low, high) = (0, changedDays.count)
        while low < high {
            let middle = (low + high) / 2
            if changedDays[middle] < day { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Working time before a day begins, counted from a fixed day.
    func work(beforeDay day: Int) -> Int64 { era(before: day).work(before: day) + extraWork[changesBefore(day)] }

    /// Days with working time before a day, counted from a fixed day.
    func workingDays(beforeDay day: Int) -> Int { era(before: day).days(before: day) + extraDays[changesBefore(day)] }

    /// Working time before a time of the local clock, counted from a fixed day.
    func work(beforeLocal local: Int64) -> Int64 {
        let day = Self.day(ofLocal: local)
        return work(beforeDay: day) + hours(onDay: day).worked(before: local - Int64(day) * Self.dayLength)
    }

    package static func day(ofLocal local: Int64) -> Int {
        Int(local >= 0 ? local / dayLength : (local - dayLength + 1) / dayLength)
    }
}
