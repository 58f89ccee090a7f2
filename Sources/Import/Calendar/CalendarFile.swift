import Files
import Workflow

/// The days of an iCalendar file (RFC 5545) that are holidays or make-up days of work.
///
/// Whole days only; an event at a time of day is no holiday, but may be a day of work. What is not taken is told with its line
/// and the reason.
package struct CalendarFile: Equatable, Sendable {
    /// Days without work, and days with it.
    package private(set) var holidays: Set<Int> = []
    package private(set) var workdays: Set<Int> = []
    package private(set) var skipped: [Skip] = []
    /// What each day is called.
    package private(set) var names: [Int: String] = [:]
    /// What the feed calls itself: what it said before it may take back.
    package private(set) var feed: String
    /// What each event became, in the order of the file.
    package private(set) var events: [Event] = []

    package struct Event: Equatable, Sendable {
        package let line: Int
        package let summary: String
        package let days: ClosedRange<Int>
        package let isWork: Bool
    }

    /// What was left out, and why.
    package struct Skip: Equatable, Sendable {
        package let line: Int
        package let summary: String
        package let reason: Reason
    }

    package enum Reason: Equatable, Sendable {
        case timed
        /// A day that is remembered, on which nobody is free.
        case observance
        case cancelled
        case noDate
        case badDate(String)
        case tooLong(days: Int)
        /// It comes again in a way that is not read.
        case repeats(String)
        /// A task or a journal entry.
        case noEvent(String)
    }

    /// More than any feed of holidays has.
    package static let limit = 10_000_000
    /// How many years from this one on what comes every year is told for.
    package static let yearsAhead = 5

    /// - Parameter thisYear: the first year of what comes every year.
    /// - Throws: `FileError.tooLarge`, `.notText`, `.notCalendar`, `.cutOff`
    package init(
        _ bytes: [UInt8], path: String, thisYear: Int, zone: TimeZoneRules = .utc
    ) throws(FileError) {
        feed = path.split(separator: "/").last.map { String($0) } ?? path
        guard bytes.count <= Self.limit else {
            throw .tooLarge(path, bytes: bytes.count, limit: Self.limit)
        }
        guard let lines = CalendarLine.lines(of: bytes) else { throw .notText(path) }
        guard let first = lines.first, first.name == "BEGIN", first.value.uppercased() == "VCALENDAR" else {
            throw .notCalendar(path)
        }
        var open: [(name: String, line: Int)] = []
        var event: CalendarEvent?
        var isNamed = false
        for line in lines {
            let component = line.value.uppercased()
            switch line.name {
            case "BEGIN":
                open.append((component, line.number))
                if component == "VEVENT" || Self.others.contains(component) { event = CalendarEvent(line.number) }
            case "END":
                guard let last = open.popLast(), last.name == component else { throw .cutOff(path, line: line.number) }
                if component == "VEVENT", let event { take(event, thisYear, zone) }
                if Self.others.contains(component), let event { skip(event, .noEvent(component)) }
            case _ where open.isEmpty: throw .cutOff(path, line: line.number)
            default:
                if open.count == 1, line.name == "X-WR-CALNAME" || (line.name == "PRODID" && !isNamed) {
                    feed = line.text
                    isNamed = isNamed || line.name == "X-WR-CALNAME"
                }
                // What stands inside of an event, such as an alarm, has dates of its own.
                if let name = open.last?.name, name == "VEVENT" || Self.others.contains(name) { event?.read(line) }
            }
        }
        if let left = open.last { throw .cutOff(path, line: left.line) }
    }

    private static let others = ["VTODO", "VJOURNAL"]

    private mutating func skip(_ event: CalendarEvent, _ reason: Reason) {
        skipped.append(Skip(line: event.line, summary: event.summary, reason: reason))
    }

    private mutating func take(_ event: CalendarEvent, _ thisYear: Int, _ zone: TimeZoneRules) {
        do {
            let days = try event.days(from: thisYear, to: thisYear + Self.yearsAhead, zone)
            for day in days {
                if event.isWork { workdays.insert(day) } else { holidays.insert(day) }
                if names[day] == nil || event.isWork { names[day] = event.summary }
            }
            for run in Self.runs(days) {
                events.append(Event(line: event.line, summary: event.summary, days: run, isWork: event.isWork))
            }
        } catch {
            skip(event, error.reason)
        }
    }

    /// Days that follow one another, together.
    private static func runs(_ days: [Int]) -> [ClosedRange<Int>] {
        var runs: [ClosedRange<Int>] = []
        for day in days {
            if let last = runs.last, last.upperBound + 1 == day {
                runs[runs.count - 1] = last.lowerBound...day
            } else {
                runs.append(day...day)
            }
        }
        return runs
    }

    // MARK: Putting them into a calendar

    /// Days that were holidays in the file, and have working hours in the calendar that stay.
    package func kept(in days: CalendarDays) -> [Int] {
        holidays.subtracting(workdays).filter { days[$0].shift != nil && days[$0].source != feed }.sorted()
    }

    /// Days that the same feed told of before, in the years of this file, and does not any more.
    package func takenBack(in days: CalendarDays) -> [Int] {
        let told = holidays.union(workdays)
        let years = Set(told.map { CivilTime.date(dayNumber: $0).year })
        return days.changes.filter { day, change in
            change.source == feed && !told.contains(day) && years.contains(CivilTime.date(dayNumber: day).year)
        }.keys.sorted()
    }

    /// Marks the days, and takes back those that the feed told of before. Hours that a person gave a day stay as they are; a
    /// make-up day gets those of a full day.
    package func mark(_ days: inout CalendarDays, weeks: WeekHistory) {
        for day in takenBack(in: days) { forget(day, &days) }
        for day in holidays where !workdays.contains(day) {
            if days[day].source == feed { forget(day, &days) }
            let isNew = days[day].isNothing
            set(day, &days, isNew) { $0.isHoliday = true }
        }
        for day in workdays {
            let week = weeks.week(onDay: day)
            guard let full = week.days.max(by: { $0.length < $1.length }) else { return }
            if days[day].source == feed { forget(day, &days) }
            guard days[day].shift == nil else { continue }
            set(day, &days, days[day].isNothing) { $0.shift = full }
        }
    }

    /// The same in a calendar whose hours were always those.
    package func mark(_ days: inout CalendarDays, week: WeekHours) { mark(&days, weeks: WeekHistory(week)) }

    private func forget(_ day: Int, _ days: inout CalendarDays) {
        var change = days[day]
        (change.isHoliday, change.shift, change.name, change.source) = (false, nil, nil, nil)
        days[day] = change
    }

    // What a person said of the day before is theirs: no feed takes it back.
    private func set(
        _ day: Int, _ days: inout CalendarDays, _ isNew: Bool, _ change: (inout CalendarDays.Change) -> Void
    ) {
        var changed = days[day]
        change(&changed)
        if changed.name == nil, let name = names[day], !name.isEmpty { changed.name = name }
        if isNew || !changed.breaks.isEmpty && changed.source == nil && days[day].shift == nil && !days[day].isHoliday {
            changed.source = feed
        }
        days[day] = changed
    }
}
