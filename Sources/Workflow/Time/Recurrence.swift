/// Something that is done again and again: every day, on a weekday, or on the first of the month, from a time of day on.
package struct Recurrence: Equatable, Sendable {
    package enum Days: Equatable, Sendable {
        case every
        /// 1 is Monday.
        case weekday(Int)
        case firstOfMonth
    }

    package let days: Days
    /// Since midnight.
    package let minute: Int

    package init(_ days: Days, minute: Int = 0) {
        self.days = days
        self.minute = minute
    }

    /// `day`, `week`, `month` or a weekday, in either language, and a time of day where it is not midnight: `monday 07:00`.
    /// - Returns: nil for any other text.
    package init?(_ text: String) {
        let words = folded(text).split(separator: " ").map { String($0) }
        guard let first = words.first, words.count <= 2 else { return nil }
        switch first {
        case "day", "daily", "每天", "每日": days = .every
        case "week", "weekly", "每周": days = .weekday(1)
        case "month", "monthly", "每月": days = .firstOfMonth
        default:
            let name = first.hasPrefix("每") ? String(first.dropFirst()) : first
            guard let weekday = WeekHours.weekday(name) else { return nil }
            days = .weekday(weekday)
        }
        guard words.count == 2 else {
            minute = 0
            return
        }
        guard let time = Self.minute(words[1]) else { return nil }
        minute = time
    }

    private static func minute(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ 1...2 ~= $0.utf8.count && $0.utf8.allSatisfy { 48...57 ~= $0 } }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
        else { return nil }
        return hour * 60 + minute
    }

    /// As `init` reads it.
    package var text: String {
        let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        let day =
            switch days {
            case .every: "day"
            case .weekday(let number): names[number - 1]
            case .firstOfMonth: "month"
            }
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return minute == 0 ? day : "\(day) \(padded(minute / 60)):\(padded(minute % 60))"
    }

    /// The last of its days that had begun by then: days since 1970-01-01.
    package func lastDay(by instant: Instant, _ zone: TimeZoneRules) -> Int {
        let local = CivilTime(
            milliseconds: instant.milliseconds + Int64(zone.offset(at: instant.milliseconds)) * 1000)
        let today = CivilTime.dayNumber(year: local.year, month: local.month, day: local.day)
        var day = local.hour * 60 + local.minute >= minute ? today : today - 1
        while !includes(day) { day -= 1 }
        return day
    }

    /// The first of its days after that one.
    package func nextDay(after day: Int) -> Int {
        var next = day + 1
        while !includes(next) { next += 1 }
        return next
    }

    /// When a day's turn comes.
    package func instant(onDay day: Int, _ zone: TimeZoneRules) -> Instant {
        Instant(milliseconds: zone.instant(ofLocal: Int64(day) * 86_400_000 + Int64(minute) * 60_000))
    }

    private func includes(_ day: Int) -> Bool {
        switch days {
        case .every: true
        case .weekday(let number): WorkCalendar.weekday(of: day) == number
        case .firstOfMonth: CivilTime.date(dayNumber: day).day == 1
        }
    }
}
