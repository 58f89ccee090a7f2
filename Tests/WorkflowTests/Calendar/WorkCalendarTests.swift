import Testing
import Workflow

/// The calendar CN1 of the edge cases: Shanghai, Monday to Friday, 09:00 to 12:00 and 13:30 to 18:00.
struct WorkCalendarTests {
    static let shanghai = TimeZoneRules(name: "Asia/Shanghai", offset: 8 * 3600)
    private let usual = WorkCalendar(zone: shanghai)

    private func at(_ text: String) -> Instant { Self.instant(text, "+08:00") }

    static func instant(_ text: String, _ zone: String) -> Instant {
        Instant(milliseconds: TimeText.instant(rfc3339: text + (text.count == 16 ? ":00" : "") + zone) ?? .min)
    }

    private let hour: Int64 = 3_600_000
    private let minute: Int64 = 60_000

    @Test func `SLA-01 an hour from Friday half past five is due on Monday at half past nine`() {
        #expect(usual.due(from: at("2026-03-06 17:30"), after: hour) == at("2026-03-09 09:30"))
    }

    @Test func `SLA-02 half an hour from lunch is due after lunch`() {
        #expect(usual.due(from: at("2026-03-02 12:10"), after: 30 * minute) == at("2026-03-02 14:00"))
    }

    @Test func `SLA-03 a Sunday counts nothing, which is 0 and not unknown`() {
        let sunday = at("2026-03-08 23:00")
        #expect(usual.due(from: sunday, after: 15 * minute) == at("2026-03-09 09:15"))
        #expect(usual.elapsed(from: at("2026-03-08 00:00"), to: sunday) == 0)
    }

    @Test func `SLA-04 what is due at the end of a day is due then, and a second later over by no business time`() {
        let due = usual.due(from: at("2026-03-02 17:00"), after: hour)
        #expect(due == at("2026-03-02 18:00"))
        #expect(usual.elapsed(from: at("2026-03-02 18:00"), to: at("2026-03-02 18:00:01")) == 0)
    }

    @Test func `SLA-05 a target of nothing is due at once, and one of years is found without walking there`() throws {
        let start = at("2026-03-02 09:00")
        #expect(usual.due(from: start, after: 0) == start)
        // A week has 37.5 hours.
        #expect(usual.due(from: start, after: 75 * hour / 2) == at("2026-03-06 18:00"))
        #expect(usual.due(from: start, after: 75 * hour / 2 + 1) == at("2026-03-09 09:00").later(1))
        let far = try #require(usual.due(from: start, after: 100_000 * hour))
        #expect(usual.elapsed(from: start, to: far) == 100_000 * hour)
        #expect(usual.start(before: far, of: 100_000 * hour) == start)
    }

    @Test func `SLA-06 around the clock four hours over midnight are four hours`() {
        let always = WorkCalendar(zone: Self.shanghai, week: .always)
        #expect(always.due(from: at("2026-03-02 22:00"), after: 4 * hour) == at("2026-03-03 02:00"))
    }

    private var autumn: WorkCalendar {
        get throws {
            var days = CalendarDays()
            for day in try CalendarDays.range("2026-10-01..2026-10-07") { days[day].isHoliday = true }
            for day in try CalendarDays.range("2026-10-10") { days[day].shift = WeekHours.usual[weekday: 5] }
            return WorkCalendar(zone: Self.shanghai, days: days)
        }
    }

    @Test func `SLA-07 two hours from the eve of the holidays are due on the morning after them`() throws {
        #expect(try autumn.due(from: at("2026-09-30 17:00"), after: 2 * hour) == at("2026-10-08 10:00"))
    }

    @Test func `SLA-08 a make-up Saturday counts like a Friday, and the Sunday after does not`() throws {
        let calendar = try autumn
        #expect(calendar.elapsed(from: at("2026-10-10 00:00"), to: at("2026-10-11 00:00")) == 15 * hour / 2)
        #expect(calendar.elapsed(from: at("2026-10-11 00:00"), to: at("2026-10-12 00:00")) == 0)
    }

    @Test func `SLA-09 a shift goes before a holiday of the same day, and a break takes away from it`() throws {
        var days = CalendarDays()
        for day in try CalendarDays.range("2026-10-01") {
            days[day].isHoliday = true
            days[day].shift = DayHours([600..<720])
            days[day].breaks = DayHours([630..<660])
        }
        let calendar = WorkCalendar(zone: Self.shanghai, days: days)
        #expect(calendar.elapsed(from: at("2026-10-01 00:00"), to: at("2026-10-02 00:00")) == 90 * minute)
        #expect(calendar.due(from: at("2026-10-01 10:20"), after: 20 * minute) == at("2026-10-01 11:10"))
    }

    @Test func `SLA-12 an interval to midnight and one from midnight are one`() throws {
        let week = try WeekHours(text: "Mon 20:00-24:00; Tue 00:00-02:00")
        let calendar = WorkCalendar(zone: Self.shanghai, week: week)
        #expect(calendar.due(from: at("2026-03-02 23:30"), after: hour) == at("2026-03-03 00:30"))
    }

    @Test func `SLA-13 overlapping intervals count once, and a calendar without work says so`() throws {
        #expect(try DayHours(text: "09:00-12:00,11:00-13:00,13:00-14:00") == DayHours([540..<840]))
        #expect(!WorkCalendar(zone: .utc, week: .never).hasWorkingTime)
        #expect(WorkCalendar(zone: .utc, week: .never).due(from: at("2026-03-02 09:00"), after: 1) == nil)
    }

    @Test(arguments: [
        ("2026-03-06 17:30", 2, "2026-03-10 17:30"), ("2026-03-07 10:00", 1, "2026-03-09 10:00"),
        ("2026-03-02 12:30", 1, "2026-03-03 13:30"), ("2026-03-02 20:00", 1, "2026-03-04 09:00"),
        ("2026-03-09 10:00", -1, "2026-03-06 10:00"), ("2026-03-08 10:00", -2, "2026-03-05 10:00"),
        ("2026-03-08 10:00", 0, "2026-03-09 09:00"), ("2028-02-28 10:00", 1, "2028-02-29 10:00"),
    ])
    func `CL-06 business days are later days with work, at the same time, moved into work`(
        start: String, days: Int, end: String
    ) {
        #expect(usual.adding(days: days, to: at(start)) == at(end))
    }

    @Test func `CL-06 two business days over a holiday`() throws {
        #expect(try autumn.adding(days: 2, to: at("2026-09-30 10:00")) == at("2026-10-09 10:00"))
        #expect(try autumn.adding(days: 3, to: at("2026-09-30 10:00")) == at("2026-10-10 10:00"))
        #expect(try autumn.adding(days: -3, to: at("2026-10-10 10:00")) == at("2026-09-30 10:00"))
    }

    @Test(arguments: 1...60) func `business time is what counting every minute gives`(seed: Int) {
        var random = SeededNumbers(state: UInt64(seed))
        let calendar = WorkCalendar.random(&random, zone: Self.shanghai)
        let start = at("2026-02-20 00:00").later(Int64(random.next() % 40_000) * minute)
        let end = start.later(Int64(random.next() % 30_000) * minute)
        var count: Int64 = 0
        var time = start
        while time < end {
            if calendar.isWorking(at: time) { count += minute }
            time = time.later(minute)
        }
        #expect(calendar.elapsed(from: start, to: end) == count)
        guard count > 0 else { return }
        // The earliest and the latest instants with just that much between.
        if let due = calendar.due(from: start, after: count) {
            #expect(due <= end && calendar.elapsed(from: start, to: due) == count)
            #expect(calendar.elapsed(from: start, to: due.later(-1)) == count - 1)
        }
        if let back = calendar.start(before: end, of: count) {
            #expect(back >= start && calendar.elapsed(from: back, to: end) == count)
            #expect(calendar.elapsed(from: back.later(1), to: end) == count - 1)
        }
    }
}

extension Instant {
    fileprivate func later(_ milliseconds: Int64) -> Instant { Instant(milliseconds: self.milliseconds + milliseconds) }
}

extension WorkCalendar {
    /// Odd hours and days that differ, in whole minutes.
    fileprivate static func random(_ random: inout SeededNumbers, zone: TimeZoneRules) -> WorkCalendar {
        func hours() -> DayHours {
            let ends = (0..<Int(random.next() % 4)).map { _ in Int(random.next() % 1441) }
            return DayHours(zip(ends, ends.dropFirst()).map { min($0, $1)..<max($0, $1) })
        }
        var days = CalendarDays()
        for _ in 0..<20 {
            let day = 20_500 + Int(random.next() % 60)
            switch random.next() % 3 {
            case 0: days[day].isHoliday = true
            case 1: days[day].shift = hours()
            default: days[day].breaks = hours()
            }
        }
        return WorkCalendar(zone: zone, week: WeekHours((0..<7).map { _ in hours() }), days: days)
    }
}
