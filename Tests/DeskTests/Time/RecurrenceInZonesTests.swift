import App
import Testing
import Workflow

struct RecurrenceInZonesTests {
    private func day(_ text: String) throws -> Int { try #require(CalendarDays.day(text)) }

    @Test func `a time that clocks skip comes when they are set forward, and one that comes twice comes once`() throws {
        let berlin = try ZoneFile.rules(named: "Europe/Berlin")
        // 2026-03-29 02:30 is skipped, 2026-10-25 02:30 comes twice.
        let daily = Recurrence(.every, minute: 150)
        let skipped = daily.instant(onDay: try day("2026-03-29"), berlin)
        #expect(TimeText.rfc3339(skipped.milliseconds, offset: 0) == "2026-03-29T01:30:00Z")
        let twice = daily.instant(onDay: try day("2026-10-25"), berlin)
        #expect(TimeText.rfc3339(twice.milliseconds, offset: 0) == "2026-10-25T00:30:00Z")
        #expect(daily.lastDay(by: twice, berlin) == (try day("2026-10-25")))
    }
}
