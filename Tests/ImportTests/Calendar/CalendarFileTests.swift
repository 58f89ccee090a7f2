import Testing
import Workflow
@testable import Files

@testable import Import

/// What is read of an iCalendar file, and what is told of the rest.
struct CalendarFileTests {
    private func file(_ events: String..., ending: String = "\r\n") throws -> CalendarFile {
        let lines = ["BEGIN:VCALENDAR", "VERSION:2.0"] + events.flatMap(Self.event) + ["END:VCALENDAR", ""]
        return try read(lines.joined(separator: ending))
    }

    private static func event(_ properties: String) -> [String] {
        ["BEGIN:VEVENT"] + properties.split(separator: "|").map { String($0) } + ["END:VEVENT"]
    }

    private func read(_ text: String) throws -> CalendarFile {
        try CalendarFile(Array(text.utf8), path: "days.ics", thisYear: 2026)
    }

    private func days(_ text: String) throws -> Set<Int> { Set(try CalendarDays.range(text)) }

    @Test(arguments: ["\r\n", "\n"])
    func `the end of whole days is the first day after them`(ending: String) throws {
        let read = try file(
            "DTSTART;VALUE=DATE:20261001|DTEND;VALUE=DATE:20261008|SUMMARY:国庆节 休", ending: ending)
        #expect(read.holidays == (try days("2026-10-01..2026-10-07")))
        #expect(read.workdays.isEmpty && read.skipped.isEmpty)
    }

    @Test(arguments: [
        "DTSTART:20261001", "DTSTART;VALUE=DATE:20261001|DTEND;VALUE=DATE:20261001",
        "DTSTART;VALUE=DATE:20261001|DURATION:P1D",
        "DTSTART;TZID=Asia/Shanghai:20261001T000000|DTEND;TZID=Asia/Shanghai:20261002T000000",
        "BEGIN:VALARM|DTSTART:20300101|TRIGGER:-PT1H|END:VALARM|DTSTART:20261001",
    ])
    func `a single day may be written in several ways`(properties: String) throws {
        #expect(try file(properties + "|SUMMARY:元旦").holidays == (try days("2026-10-01")))
    }

    @Test(arguments: [
        ("国庆节 班", true), ("补班", true), ("春节调休上班日", true), ("Special Working Day", true), ("国庆节", false),
        ("国庆节放假", false), ("调休", false), ("不上班", false), ("Non-working day", false), ("", false),
    ])
    func `the summary says whether it is a day of work`(summary: String, isWork: Bool) throws {
        let read = try file("DTSTART;VALUE=DATE:20261010|SUMMARY:\(summary)")
        #expect(read.workdays == (isWork ? try days("2026-10-10") : []))
        #expect(read.holidays == (isWork ? [] : try days("2026-10-10")))
    }

    @Test func `a feed's own sign goes before its summary`() throws {
        let read = try file("DTSTART:20261010|SUMMARY:国庆节|X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY")
        #expect(read.workdays == (try days("2026-10-10")))
    }

    @Test func `folded lines are joined, also within a character`() throws {
        var bytes = Array("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DA\r\n TE:20261010\r\nSUMMARY:补".utf8)
        let shift = Array("班".utf8)
        bytes += [shift[0], 0x0D, 0x0A, 0x20] + shift.dropFirst()
        bytes += Array("\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".utf8)
        let read = try CalendarFile(bytes, path: "x", thisYear: 2026)
        #expect(read.workdays == (try days("2026-10-10")))
    }

    @Test func `what comes every year is told for this year and five more`() throws {
        let read = try file("DTSTART;VALUE=DATE:20200101|RRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1|SUMMARY:元旦")
        let wanted = try (2026...2031).flatMap { try CalendarDays.range("\($0)-01-01") }
        #expect(read.holidays == Set(wanted))
        let until = try file("DTSTART:20250501|RRULE:FREQ=YEARLY;UNTIL=20271231T000000Z|EXDATE:20260501|SUMMARY:劳动节")
        #expect(until.holidays == (try days("2027-05-01")))
        #expect(try file("DTSTART:20240229|RRULE:FREQ=YEARLY").holidays == (try days("2028-02-29")))
        #expect(try file("DTSTART:20250501|RRULE:FREQ=YEARLY;COUNT=2").holidays == (try days("2026-05-01")))
        #expect(try file("DTSTART:20250501|RRULE:FREQ=YEARLY;INTERVAL=2").holidays.count == 3)
    }

    @Test(arguments: [
        ("DTSTART:20261001T093000Z|SUMMARY:会议", CalendarFile.Reason.timed),
        ("DTSTART;VALUE=DATE:20260230|SUMMARY:x", .badDate("20260230")), ("DTSTART:x", .badDate("x")),
        ("DTSTART:20261001|DTEND:20260901", .badDate("20260901")), ("SUMMARY:无日期", .noDate),
        ("DTSTART:20261001|RRULE:FREQ=WEEKLY", .repeats("FREQ=WEEKLY")),
        ("DTSTART:20261126|RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", .repeats("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH")),
        ("DTSTART:20261001|RDATE:20261003", .repeats("RDATE")), ("DTSTART:20261001|STATUS:CANCELLED", .cancelled),
        ("DTSTART:20260101|DTEND:20280101", .tooLong(days: 730)),
    ])
    func `what is left out is told with its line`(properties: String, reason: CalendarFile.Reason) throws {
        let read = try file("DTSTART:20261225|SUMMARY:圣诞", properties)
        #expect(read.skipped.map(\.reason) == [reason])
        #expect(read.skipped.map(\.line) == [7])
        #expect(read.holidays == (try days("2026-12-25")))
    }

    @Test func `a task is no event`() throws {
        let read = try self.read("BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:买票\nEND:VTODO\nEND:VCALENDAR")
        #expect(read.skipped == [CalendarFile.Skip(line: 2, summary: "买票", reason: .noEvent("VTODO"))])
    }

    @Test(arguments: [
        ("", FileError.notCalendar("days.ics")), ("{\"a\": 1}", .notCalendar("days.ics")),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261001", .cutOff("days.ics", line: 2)),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR", .cutOff("days.ics", line: 3)),
        ("BEGIN:VCALENDAR\nEND:VCALENDAR\nSUMMARY:x", .cutOff("days.ics", line: 3)),
    ])
    func `a file that is none or is cut off is refused whole`(text: String, error: FileError) {
        #expect(throws: error) { try read(text) }
    }

    @Test func `what is no text or too large is refused`() {
        let latin = Array("BEGIN:VCALENDAR\nSUMMARY:".utf8) + [0xD6, 0xD0] + Array("\nEND:VCALENDAR".utf8)
        #expect(throws: FileError.notText("x")) { try CalendarFile(latin, path: "x", thisYear: 2026) }
        let huge = [UInt8](repeating: 0x41, count: CalendarFile.limit + 1)
        #expect(throws: FileError.tooLarge("x", bytes: huge.count, limit: CalendarFile.limit)) {
            try CalendarFile(huge, path: "x", thisYear: 2026)
        }
    }

    @Test func `marking the same days twice is marking them once, and own hours stay`() throws {
        let read = try file(
            "DTSTART:20261001|DTEND:20261004|SUMMARY:国庆节", "DTSTART:20261003|SUMMARY:补班", "DTSTART:20261010|SUMMARY:补班")
        var days = CalendarDays()
        let short = try DayHours(text: "10:00-11:00")
        let second = try CalendarDays.range("2026-10-02").lowerBound
        days[second].shift = short
        #expect(read.kept(in: days) == [second])
        var week = WeekHours.usual
        week[weekday: 6] = short
        read.mark(&days, week: week)
        let once = days
        read.mark(&days, week: week)
        #expect(days == once)
        let text = days.lines.joined(separator: "\n")
        #expect(
            text.hasPrefix(
                "2026-10-01 closed  国庆节\n2026-10-02 closed  国庆节\n2026-10-02 shift 10:00-11:00  国庆节\n2026-10-03 shift"))
        #expect(days[second + 1].shift == week[weekday: 1])
    }
}
