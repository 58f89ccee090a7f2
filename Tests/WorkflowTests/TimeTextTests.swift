import Testing
import Workflow

struct TimeTextTests {
    // 2026-03-02 01:12:00 UTC
    private let instant: Int64 = 1_772_413_920_000

    @Test func `an instant is written with the offset of its zone`() {
        #expect(TimeText.rfc3339(instant, offset: 28_800) == "2026-03-02T09:12:00+08:00")
        #expect(TimeText.rfc3339(instant, offset: 0) == "2026-03-02T01:12:00Z")
        #expect(TimeText.rfc3339(instant + 7, offset: -12_600) == "2026-03-01T21:42:00.007-03:30")
    }

    @Test func `an offset with seconds is rounded without moving the instant`() {
        let text = TimeText.rfc3339(instant, offset: 29_143)
        #expect(text == "2026-03-02T09:17:00+08:05")
        #expect(TimeText.instant(rfc3339: text) == instant)
        #expect(TimeText.instant(rfc3339: TimeText.rfc3339(instant, offset: -17_762)) == instant)
    }

    @Test func `people see short forms`() {
        #expect(TimeText.local(instant, offset: 28_800) == "2026-03-02 09:12")
        #expect(TimeText.shortLocal(instant, offset: 28_800) == "03-02 09:12")
        #expect(TimeText.localDate(instant, offset: 28_800) == "2026-03-02")
    }

    @Test(arguments: [
        ("2026-03-02T09:12:00+08:00", Int64(1_772_413_920_000)), ("2026-03-02 01:12:00.25z", 1_772_413_920_250),
        ("1969-12-31T23:59:59.999Z", -1), ("2024-02-29T00:00:00Z", 1_709_164_800_000),
        ("2016-12-31T23:59:60Z", 1_483_228_800_000), ("0001-01-01T00:00:00Z", -62_135_596_800_000),
        ("2026-03-02T01:12:00.123456789Z", 1_772_413_920_123),
    ])
    func `RFC 3339 is read`(text: String, instant: Int64) {
        #expect(TimeText.instant(rfc3339: text) == instant)
    }

    @Test(arguments: [
        "", "2026-03-02", "2026-03-02T09:12:00", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-3-2T09:12:00Z",
        "2026-03-02T24:00:00Z", "2026-03-02T09:12:00+8:00", "2026-03-02T09:12:00Zx", "2026-03-02T09:12:00.Z",
    ])
    func `what is not RFC 3339 is refused`(text: String) {
        #expect(TimeText.instant(rfc3339: text) == nil)
    }

    @Test(arguments: Array(stride(from: -800_000, through: 800_000, by: 4_999)))
    func `a day and its number are the same day`(dayNumber: Int) {
        let date = CivilTime.date(dayNumber: dayNumber)
        #expect(CivilTime.dayNumber(year: date.year, month: date.month, day: date.day) == dayNumber)
        #expect((1...CivilTime.days(inMonth: date.month, of: date.year)).contains(date.day))
    }

    @Test func `the second of March 2026 is a Monday`() {
        #expect(CivilTime(year: 2026, month: 3, day: 2).weekday == 1)
        #expect(CivilTime(year: 1969, month: 12, day: 28).weekday == 7)
    }
}
