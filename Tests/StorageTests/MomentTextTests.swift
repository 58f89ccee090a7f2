import Storage
import Testing
import Workflow

struct MomentTextTests {
    // Monday, 2026-03-02 09:12 in Shanghai.
    private let now = Instant(milliseconds: TimeText.instant(rfc3339: "2026-03-02T09:12:00+08:00") ?? 0)
    private let zone = ZoneOffsets.fixed(secondsEast: 8 * 3600)

    private func read(_ text: String, _ direction: MomentText.Direction) throws -> String? {
        let calendar = WorkCalendar(zone: TimeZoneRules(name: "+08:00", offset: 8 * 3600))
        let found = try MomentText.read(text, direction, now: now, zone: zone, calendar: { calendar })
        return found.map { TimeText.rfc3339($0.milliseconds, offset: 8 * 3600).replacing("+08:00", with: "") }
    }

    @Test(arguments: [
        ("2bd", "2026-03-04T09:12:00"), ("2 工作日", "2026-03-04T09:12:00"), ("+5bd", "2026-03-09T09:12:00"),
        ("4bh", "2026-03-02T14:42:00"), ("4工作小时", "2026-03-02T14:42:00"), ("+3d", "2026-03-05T09:12:00"),
        ("3天后", "2026-03-05T09:12:00"), ("3d4h", "2026-03-05T13:12:00"), ("周五", "2026-03-06T00:00:00"),
        ("周一", "2026-03-09T00:00:00"), ("下周五", "2026-03-13T00:00:00"), ("friday", "2026-03-06T00:00:00"),
        ("next fri 14:00", "2026-03-13T14:00:00"), ("14:00", "2026-03-02T14:00:00"), ("下午3点", "2026-03-02T15:00:00"),
        ("明天 9点半", "2026-03-03T09:30:00"), ("明天9:30", "2026-03-03T09:30:00"), ("tomorrow 3pm", "2026-03-03T15:00:00"),
        ("2026-12-01", "2026-12-01T00:00:00"), ("2028-02-29", "2028-02-29T00:00:00"),
        ("2026-12-01 10:30", "2026-12-01T10:30:00"), ("2026年12月1日", "2026-12-01T00:00:00"),
        ("2026-12-01T00:00:00Z", "2026-12-01T08:00:00"), ("１４：００", "2026-03-02T14:00:00"),
    ])
    func `CL-06 a time to come is read as people say it, in both languages`(text: String, meant: String) throws {
        #expect(try read(text, .future) == meant)
    }

    @Test(arguments: [
        ("09:05", "2026-03-02T09:05:00"), ("yesterday 14:00", "2026-03-01T14:00:00"),
        ("昨天 下午2点", "2026-03-01T14:00:00"),
        ("10分钟前", "2026-03-02T09:02:00"), ("2h", "2026-03-02T07:12:00"), ("2bd", "2026-02-26T09:12:00"),
        ("周五", "2026-02-27T00:00:00"), ("周一 10:00", "2026-02-23T10:00:00"),
    ])
    func `CL-06 a time that was is read as people say it, in both languages`(text: String, meant: String) throws {
        #expect(try read(text, .past) == meant)
    }

    @Test(arguments: [
        "", "soon", "2026-02-30", "2027-02-29", "25:00", "9:60", "周八", "13pm", "下午", "a 14:00", "99999999d",
    ])
    func `CL-06 what is no time is none`(text: String) throws {
        #expect(try read(text, .future) == nil)
    }
}
