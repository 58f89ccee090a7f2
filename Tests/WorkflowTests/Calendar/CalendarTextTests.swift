import Testing
import Workflow

struct CalendarTextTests {
    @Test(arguments: [
        ("Mon-Fri 09:00-12:00,13:30-18:00", "Mon-Fri 09:00-12:00,13:30-18:00"),
        ("周一至周五 09:00–12:00，13:30–18:00", "Mon-Fri 09:00-12:00,13:30-18:00"),
        ("Mon,Wed 9:00-10:00; Sun 20:00-24:00", "Mon 09:00-10:00; Wed 09:00-10:00; Sun 20:00-24:00"),
        ("Sat-Mon 10:00-11:00", "Mon 10:00-11:00; Sat-Sun 10:00-11:00"), ("每天 全天", "Mon-Sun 00:00-24:00"),
    ])
    func `CL-06 hours are read in both languages and written in one`(text: String, written: String) throws {
        let week = try WeekHours(text: text)
        #expect(week.text == written)
        #expect(try WeekHours(text: written) == week)
    }

    @Test(arguments: [
        "Mon", "Mon 9-10", "Mon 25:00-26:00", "Mon 10:00-09:00", "Someday 09:00-10:00", "Mon 09:60-10:00",
    ])
    func `CL-06 hours that are none are refused`(text: String) {
        #expect(throws: CalendarError.self) { try WeekHours(text: text) }
    }

    @Test func `days that differ are written as they are read`() throws {
        let text = """
            2026-10-01..2026-10-07 closed
            2026-10-10 shift 09:00-12:00,13:30-18:00
            2026-10-12 break 15:00-15:30
            """
        #expect(try CalendarDays(text: text).text == text)
        #expect(try CalendarDays(text: "").text == "")
    }

    @Test(arguments: ["2026-02-29", "2026-10-07..2026-10-01", "tomorrow", "2026-10-01..", "0000-00-00"])
    func `CL-06 a day that does not exist is refused`(text: String) {
        #expect(throws: CalendarError.badDate(text)) { try CalendarDays.range(text) }
    }

    @Test func `CL-06 a leap day exists in its year`() throws {
        #expect(try CalendarDays.range("2028-02-29").count == 1)
    }

    @Test(arguments: [
        ("7d", LateReply.within(days: 7)), ("30天", .within(days: 30)), ("reopen", .reopen), ("后续工单", .followUp),
    ])
    func `late replies are read in both languages`(text: String, meant: LateReply) {
        #expect(LateReply(text: text) == meant)
    }

    @Test(arguments: ["0d", "-1d", "4000d", "", "maybe"])
    func `other late replies are none`(text: String) {
        #expect(LateReply(text: text) == nil)
    }

    @Test(arguments: [(6, true), (7, true), (8, false)])
    func `LC-04 the last day of the window counts to its end, on the desk's clock`(days: Int64, reopens: Bool) {
        let zone = WorkCalendarTests.shanghai
        let closed = WorkCalendarTests.instant("2026-03-02 00:01", "+08:00")
        // One minute before midnight in Shanghai, so many days later.
        let reply = Instant(milliseconds: closed.milliseconds + (days * 1440 + 1438) * 60_000)
        #expect(LateReply.within(days: 7).reopens(closedAt: closed, at: reply, in: zone) == reopens)
        #expect(!LateReply.within(days: 7).reopens(closedAt: nil, at: reply, in: zone))
    }
}
