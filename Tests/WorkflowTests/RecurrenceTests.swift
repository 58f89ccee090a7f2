import Testing
import Workflow

struct RecurrenceTests {
    private func recurrence(_ text: String) throws -> Recurrence { try #require(Recurrence(text), "\(text)") }

    private func day(_ text: String) throws -> Int { try #require(CalendarDays.day(text)) }

    @Test(arguments: [
        ("day", "day"), ("Daily 7:05", "day 07:05"), ("每天", "day"), ("monday 07:00", "monday 07:00"), ("周一", "monday"),
        ("每周五 18:30", "friday 18:30"), ("sun", "sunday"), ("week", "monday"), ("month", "month"),
        ("每月 08:00", "month 08:00"),
    ])
    func `days that come again are read in both languages, and written in one way`(text: String, kept: String) throws {
        let read = try recurrence(text)
        #expect(read.text == kept)
        #expect(Recurrence(read.text) == read)
    }

    @Test(arguments: [
        "", "never", "monday 24:00", "monday 7", "monday 07:60", "monday 07:00 x", "07:00", "mo", "day +7:00",
    ])
    func `anything else is none`(text: String) { #expect(Recurrence(text) == nil) }

    @Test func `the last day is the one whose time of day has come, on the clocks of the zone`() throws {
        let shanghai = TimeZoneRules.fixed(named: "+08:00") ?? .utc
        // Monday, 2026-03-09, 06:59 and 07:00 in Shanghai.
        let before = Instant(milliseconds: 1_773_010_740_000)
        let monday = try recurrence("monday 07:00")
        #expect(monday.lastDay(by: before, shanghai) == (try day("2026-03-02")))
        #expect(
            monday.lastDay(by: Instant(milliseconds: before.milliseconds + 60_000), shanghai) == (try day("2026-03-09"))
        )
        #expect(monday.lastDay(by: before, .utc) == (try day("2026-03-02")))
        #expect(try recurrence("day").lastDay(by: before, .utc) == day("2026-03-08"))
        #expect(try recurrence("month").lastDay(by: before, shanghai) == day("2026-03-01"))
        #expect(monday.nextDay(after: try day("2026-03-02")) == (try day("2026-03-09")))
        #expect(try recurrence("month").nextDay(after: day("2026-12-01")) == day("2027-01-01"))
        #expect(
            monday.instant(onDay: try day("2026-03-09"), shanghai)
                == Instant(milliseconds: before.milliseconds + 60_000))
    }
}
