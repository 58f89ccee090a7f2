import Files
import Workflow

/// The days of an iCalendar file (RFC 5545) that are holidays or make-up days of work.
///
/// Whole days only; an event at a time of day is no holiday. What is not taken is told with its line and the reason.
package struct CalendarFile: Equatable, Sendable {
    /// Days without work, and days with it.
    package private(set) var holidays: Set<Int> = []
    package private(set) var workdays: Set<Int> = []
    package private(set) var skipped: [Skip] = []

    /// What was left out, and why.
    package struct Skip: Equatable, Sendable {
        package let line: Int
        package let summary: String
        package let reason: Reason
    }

    package enum Reason: Equatable, Sendable {
        case timed
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
    package init(_ bytes: [UInt8], path: String, thisYear: Int) throws(FileError) {
        guard bytes.count <= Self.limit else {
            throw .tooLarge(path, bytes: bytes.count, limit: Self.limit)
        }
        guard let lines = CalendarLine.lines(of: bytes) else { throw .notText(path) }
        guard let first = lines.first, first.name == "BEGIN", first.value.uppercased() == "VCALENDAR" else {
            throw .notCalendar(path)
        }
        var open: [(name: String, line: Int)] = []
        var event: CalendarEvent?
        for line in lines {
            let component = line.value.uppercased()
            switch line.name {
            case "BEGIN":
                open.append((component, line.number))
                if component == "VEVENT" || Self.others.contains(component) { event = CalendarEvent(line.number) }
            case "END":
                guard let last = open.popLast(), last.name == component else { throw .cutOff(path, line: line.number) }
                if component == "VEVENT", let event { take(event, thisYear) }
                if Self.others.contains(component), let event { skip(event, .noEvent(component)) }
            case _ where open.isEmpty: throw .cutOff(path, line: line.number)
            default:
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

    private mutating func take(_ event: CalendarEvent, _ thisYear: Int) {
        do {
            for day in try event.days(from: thisYear, to: thisYear + Self.yearsAhead) {
                if event.isWork { workdays.insert(day) } else { holidays.insert(day) }
            }
        } catch {
            skip(event, error.reason)
        }
    }

    // MARK: Putting them into a calendar

    /// Days that were holidays in the file, and have working hours in the calendar that stay.
    package func kept(in days: CalendarDays) -> [Int] {
        holidays.subtracting(workdays).filter { days[$0].shift != nil }.sorted()
    }

    /// Marks the days. Hours that a day has already stay as they are; a make-up day gets those of a full day.
    package func mark(_ days: inout CalendarDays, week: WeekHours) {
        for day in holidays where !workdays.contains(day) { days[day].isHoliday = true }
        guard let full = week.days.max(by: { $0.length < $1.length }) else { return }
        for day in workdays where days[day].shift == nil { days[day].shift = full }
    }
}
