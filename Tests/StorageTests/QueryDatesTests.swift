import Foundation
import Storage
import Testing

struct QueryDatesTests {
    private let shanghai = ZoneOffsets.fixed(secondsEast: 8 * 3600)

    /// Milliseconds of an RFC 3339 time.
    private func instant(_ text: String) throws -> Int64 {
        Int64(try Date(text, strategy: .iso8601).timeIntervalSince1970 * 1000)
    }

    /// A Wednesday, 02:30 in Shanghai; still Tuesday in UTC.
    private func now() throws -> Int64 { try instant("2026-03-03T18:30:00Z") }

    private func zone(_ name: String) throws -> ZoneOffsets {
        let zone = try #require(TimeZone(identifier: name))
        return ZoneOffsets { Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double($0)))) }
    }

    private func bounds(_ query: String, _ zone: ZoneOffsets) throws -> Query.Bounds? {
        guard case .term(let term) = try Query.parse(query).root else { return nil }
        return try term.values[0].bounds(term.comparison, now: now(), zone: zone)
    }

    @Test(arguments: [
        ("2026", "2025-12-31T16:00:00Z", "2026-12-31T16:00:00Z"),
        ("2026Q1", "2025-12-31T16:00:00Z", "2026-03-31T16:00:00Z"),
        ("2026-q4", "2026-09-30T16:00:00Z", "2026-12-31T16:00:00Z"),
        ("2024-02", "2024-01-31T16:00:00Z", "2024-02-29T16:00:00Z"),
        ("2026-W05", "2026-01-25T16:00:00Z", "2026-02-01T16:00:00Z"),
        ("2026-W53", "2026-12-27T16:00:00Z", "2027-01-03T16:00:00Z"),
        ("2024-02-29", "2024-02-28T16:00:00Z", "2024-02-29T16:00:00Z"),
        ("2026/1/5", "2026-01-04T16:00:00Z", "2026-01-05T16:00:00Z"),
        ("2026年1月5日", "2026-01-04T16:00:00Z", "2026-01-05T16:00:00Z"),
        ("today", "2026-03-03T16:00:00Z", "2026-03-04T16:00:00Z"),
        ("昨天", "2026-03-02T16:00:00Z", "2026-03-03T16:00:00Z"),
        ("thisweek", "2026-03-01T16:00:00Z", "2026-03-08T16:00:00Z"),
        ("上周", "2026-02-22T16:00:00Z", "2026-03-01T16:00:00Z"),
        ("本月", "2026-02-28T16:00:00Z", "2026-03-31T16:00:00Z"),
        ("last-month", "2026-01-31T16:00:00Z", "2026-02-28T16:00:00Z"),
        ("lastquarter", "2025-09-30T16:00:00Z", "2025-12-31T16:00:00Z"),
        ("去年", "2024-12-31T16:00:00Z", "2025-12-31T16:00:00Z"),
        ("2026-01-01T09:00", "2026-01-01T01:00:00Z", "2026-01-01T01:01:00Z"),
        ("2026-01-01T09:00:05+02:00", "2026-01-01T07:00:05Z", "2026-01-01T07:00:06Z"),
        ("2026-01-01t09:00z", "2026-01-01T09:00:00Z", "2026-01-01T09:01:00Z"),
        ("-7d", "2026-02-24T18:30:00Z", "2026-03-03T18:30:00.001Z"),
        ("7天前", "2026-02-24T18:30:00Z", "2026-03-03T18:30:00.001Z"),
        ("-4h", "2026-03-03T14:30:00Z", "2026-03-03T18:30:00.001Z"),
    ])
    func `CL-06 a date is an interval of local time`(date: String, from: String, to: String) throws {
        let bounds = try #require(try bounds("created:\(date)", shanghai))
        #expect(try bounds.from == instant(from))
        #expect(try bounds.to == instant(to.replacing(".001", with: "")) + (to.contains(".") ? 1 : 0))
    }

    @Test(arguments: [
        "2025-02-29", "1900-02-29", "2026-13", "2026-00-01", "2026-04-31", "2026-W54", "2025-W53", "2026Q5", "0000",
        "2026-01-01T24:00", "2026-01-01T09:60", "2026-01-01T9:00", "2026-01-01T09:00+25:00", "7d", "-7", "-7x", "-d",
        "今年年", "2026年13月", "2026-01/01", "-100000d", "20260101",
    ])
    func `CL-06 a date that does not exist is refused`(date: String) {
        #expect(refusal("created:\(date)") == .badDate(date, of: .created, at: place(8, date.count)))
    }

    @Test func `after a day begins at its end, before it ends at its start`() throws {
        let start = try instant("2025-12-31T16:00:00Z")
        let end = try instant("2026-01-01T16:00:00Z")
        #expect(try bounds("created:>2026-01-01", shanghai) == Query.Bounds(from: end, to: nil))
        #expect(try bounds("created>=2026-01-01", shanghai) == Query.Bounds(from: start, to: nil))
        #expect(try bounds("created<2026-01-01", shanghai) == Query.Bounds(from: nil, to: start))
        #expect(try bounds("created<=2026-01-01", shanghai) == Query.Bounds(from: nil, to: end))
        #expect(try bounds("created:2026-01-01..2026-01-01", shanghai) == Query.Bounds(from: start, to: end))
        #expect(try bounds("created:..2026-01-01", shanghai) == Query.Bounds(from: nil, to: end))
        #expect(try bounds("created:2026-01-01..", shanghai) == Query.Bounds(from: start, to: nil))
    }

    @Test func `a range that ends before it begins is refused`() throws {
        #expect(throws: QueryError.reversedRange(at: place(8, 22))) {
            try bounds("created:2026-01-02..2026-01-01", shanghai)
        }
    }

    @Test func `business time waits for a calendar`() throws {
        #expect(throws: QueryError.businessTimeNotKnown(at: place(9, 4))) { try bounds("created:>-2bd", shanghai) }
        #expect(throws: QueryError.businessTimeNotKnown(at: place(5, 3))) { try bounds("age:>8bh", shanghai) }
    }

    @Test func `a day of changing clocks has 23 or 25 hours`() throws {
        let berlin = try zone("Europe/Berlin")
        let spring = try #require(try bounds("created:2026-03-29", berlin))
        #expect(spring.from == (try instant("2026-03-28T23:00:00Z")))
        #expect(spring.to == (try instant("2026-03-29T22:00:00Z")))
        let autumn = try #require(try bounds("created:2026-10-25", berlin))
        #expect(autumn.from == (try instant("2026-10-24T22:00:00Z")))
        #expect(autumn.to == (try instant("2026-10-25T23:00:00Z")))
    }

    @Test func `a day that begins in a gap begins when the gap ends`() throws {
        // Clocks went from 24:00 to 01:00.
        let day = try #require(try bounds("created:2018-11-04", try zone("America/Sao_Paulo")))
        #expect(day.from == (try instant("2018-11-04T03:00:00Z")))
        #expect(day.to == (try instant("2018-11-05T02:00:00Z")))
    }

    @Test func `a relative day keeps the local time across a change of clocks`() throws {
        let berlin = try zone("Europe/Berlin")
        guard case .term(let term) = try Query.parse("created:>=-1d").root else {
            Issue.record("not a term")
            return
        }
        let noon = try instant("2026-03-29T10:00:00Z")
        let bounds = try term.values[0].bounds(term.comparison, now: noon, zone: berlin)
        #expect(bounds?.from == (try instant("2026-03-28T11:00:00Z")))
    }

    @Test func `a month before the 31st ends where the shorter month does`() throws {
        let date = try #require(DateExpression("-1mo"))
        let interval = date.interval(now: try instant("2026-03-31T12:00:00Z"), zone: .utc)
        #expect(interval?.lowerBound == (try instant("2026-02-28T12:00:00Z")))
    }

    @Test func `every day of four centuries agrees with Foundation's count`() throws {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = .gmt
        for number in stride(from: -62_000, to: 84_000, by: 97) {
            let parts = calendar.dateComponents(
                [.year, .month, .day, .weekOfYear, .yearForWeekOfYear],
                from: Date(timeIntervalSince1970: Double(number) * 86_400))
            let year = try #require(parts.year), month = try #require(parts.month), day = try #require(parts.day)
            let date = try #require(CivilDate(year: year, month: month, day: day))
            let start = Int64(number) * 86_400_000
            #expect(DateExpression.day(date).interval(now: 0, zone: .utc) == start..<(start + 86_400_000))
            let today = DateExpression.named(.today).interval(now: start + 5, zone: .utc)
            #expect(today?.lowerBound == start)
            let weekYear = try #require(parts.yearForWeekOfYear), week = try #require(parts.weekOfYear)
            let interval = try #require(DateExpression.week(year: weekYear, week).interval(now: 0, zone: .utc))
            #expect(interval.contains(start))
        }
    }

    @Test(arguments: [
        ("3d", Int64(259_200_000)), ("3d4h", 273_600_000), ("\"3d 4h 30m\"", 275_400_000), ("2w", 1_209_600_000),
        ("3天", 259_200_000), ("\"3天 4小时\"", 273_600_000), ("30分钟", 1_800_000), ("2周", 1_209_600_000),
        ("２小时", 7_200_000), ("90min", 5_400_000),
    ])
    func `CL-06 durations read in both languages`(duration: String, milliseconds: Int64) throws {
        #expect(try bounds("age:>=\(duration)", .utc) == Query.Bounds(from: milliseconds, to: nil))
        #expect(try bounds("age:>\(duration)", .utc) == Query.Bounds(from: milliseconds + 1, to: nil))
        #expect(try bounds("age:<\(duration)", .utc) == Query.Bounds(from: nil, to: milliseconds))
        #expect(try bounds("age:<=\(duration)", .utc) == Query.Bounds(from: nil, to: milliseconds + 1))
    }

    @Test func `numbers and priorities have bounds of the same shape`() throws {
        #expect(try bounds("msgs:>5", .utc) == Query.Bounds(from: 6, to: nil))
        #expect(try bounds("msgs:2..5", .utc) == Query.Bounds(from: 2, to: 6))
        #expect(try bounds("1040-1045", .utc) == Query.Bounds(from: 1040, to: 1046))
        #expect(try bounds("prio>=high", .utc) == Query.Bounds(from: 3, to: nil))
        #expect(try bounds("prio:normal..high", .utc) == Query.Bounds(from: 2, to: 4))
        #expect(try bounds("age:1d..3d", .utc) == Query.Bounds(from: 86_400_000, to: 259_200_001))
        #expect(try bounds("cause:none", .utc) == nil)
    }
}
