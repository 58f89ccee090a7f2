import Testing
import Workflow
@testable import App

@testable import Desk

/// Calendars where clocks change: the rules of the zones are this machine's.
struct ZonedCalendarTests {
    private func berlin(_ week: WeekHours) throws -> WorkCalendar {
        WorkCalendar(zone: try ZoneFile.rules(named: "Europe/Berlin"), week: week)
    }

    private func at(_ text: String) -> Instant {
        Instant(milliseconds: TimeText.instant(rfc3339: text) ?? .min)
    }

    @Test func `SLA-10 four hours around the clock end an hour later on the clock in spring and earlier in autumn`()
        throws
    {
        let always = try berlin(.always)
        let four: Int64 = 4 * 3_600_000
        #expect(always.due(from: at("2026-03-29T00:00:00+01:00"), after: four) == at("2026-03-29T05:00:00+02:00"))
        #expect(always.due(from: at("2026-10-25T00:00:00+02:00"), after: four) == at("2026-10-25T03:00:00+01:00"))
        #expect(always.start(before: at("2026-03-29T05:00:00+02:00"), of: four) == at("2026-03-29T00:00:00+01:00"))
        #expect(always.start(before: at("2026-10-25T03:00:00+01:00"), of: four) == at("2026-10-25T00:00:00+02:00"))
    }

    @Test func `SLA-11 half past one to half past three has one hour when clocks go forward`() throws {
        let night = try berlin(try WeekHours(text: "Sun 01:30-03:30"))
        func hours(_ from: String, _ to: String) -> Int64 { night.elapsed(from: at(from), to: at(to)) / 3_600_000 }
        #expect(hours("2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00") == 1)
        #expect(hours("2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00") == 3)
        #expect(hours("2026-03-22T00:00:00+01:00", "2026-03-23T00:00:00+01:00") == 2)
    }

    @Test(arguments: ["Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Africa/Casablanca"])
    func `SLA-35 a year of business time is what counting every half minute gives`(name: String) throws {
        let week = try WeekHours(text: "Mon-Fri 09:00-12:00,13:30-18:00; Sat 22:00-24:00; Sun 00:00-03:15")
        let calendar = WorkCalendar(zone: try ZoneFile.rules(named: name), week: week)
        let start = at("2026-01-01T00:00:00Z")
        var count: Int64 = 0
        var now = start.milliseconds
        for _ in 0..<(2 * 1440 * 365) {
            let local = now + Int64(calendar.zone.offset(at: now)) * 1000
            let day = WorkCalendar.day(ofLocal: local)
            let minute = Int((local - Int64(day) * WorkCalendar.dayLength) / 60_000)
            let hours = calendar.hours(onDay: day)
            if hours.intervals.contains(where: { $0.contains(minute) }) { count += 30_000 }
            now += 30_000
        }
        #expect(calendar.elapsed(from: start, to: Instant(milliseconds: now)) == count)
        let due = try #require(calendar.due(from: start, after: count))
        #expect(calendar.elapsed(from: start, to: due) == count)
    }

    @Test func `a century of business time costs no walk through its days`() throws {
        let usual = try berlin(.usual)
        let start = at("2026-01-01T00:00:00Z")
        let length: Int64 = 37 * 5200 * 3_600_000
        let due = try #require(usual.due(from: start, after: length))
        #expect(usual.elapsed(from: start, to: due) == length)
        #expect(usual.start(before: due, of: length).map { usual.elapsed(from: $0, to: due) } == length)
    }
}
