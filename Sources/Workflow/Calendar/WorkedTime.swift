/// Working time between a great many instants: what a calendar says of each day is kept. The results are those of
/// `WorkCalendar.elapsed`.
package final class WorkedTime {
    private let calendar: WorkCalendar
    private var days: [Day?]

    private struct Day {
        /// The work of all days before it.
        var before: Int64
        var hours: DayHours
    }

    /// Days are kept up to the end of the year 2099; later ones are reckoned each time.
    private static let kept = 47_482

    package init(_ calendar: WorkCalendar) {
        self.calendar = calendar
        days = Array(repeating: nil, count: Self.kept)
    }

    package func elapsed(from start: Instant, to end: Instant) -> Int64 {
        guard start < end else { return 0 }
        let change = calendar.zone.nextChange(after: start.milliseconds)
        let offset = Int64(calendar.zone.offset(at: start.milliseconds)) * 1000
        // Where the clock is set in between, each part of it has its own days.
        guard change.map({ $0 >= end.milliseconds }) ?? true,
            let before = work(beforeLocal: start.milliseconds + offset),
            let after = work(beforeLocal: end.milliseconds + offset)
        else { return calendar.elapsed(from: start, to: end) }
        return after - before
    }

    private func work(beforeLocal local: Int64) -> Int64? {
        let day = WorkCalendar.day(ofLocal: local)
        guard day >= 0, day < Self.kept else { return nil }
        let known = days[day] ?? Day(before: calendar.work(beforeDay: day), hours: calendar.hours(onDay: day))
        if days[day] == nil { days[day] = known }
        return known.before + known.hours.worked(before: local - Int64(day) * WorkCalendar.dayLength)
    }
}
