import Reporting
import Storage
import Testing
import Workflow

struct BucketTests {
    private func queryContext(_ zone: ZoneOffsets) -> QueryContext {
        QueryContext(
            agent: nil, now: Instant(milliseconds: 1_800_000_000_000), zone: zone, categories: CategoryTree([]))
    }

    private func period(_ text: String) throws -> ReportPeriod {
        let date = try #require(DateExpression(text))
        return try #require(ReportPeriod(date, queryContext(.utc)))
    }

    private func joined(_ from: String, _ to: String) throws -> ReportPeriod {
        let (first, last) = (try period(from).first, try period(to).last)
        return try #require(ReportPeriod(first: first, last: last))
    }

    @Test func `RE-02 the year 2026 has an ISO week 53, and its last days belong to it`() throws {
        let buckets = try Bucket.all(.week, in: try joined("2026-12-20", "2027-01-12"))
        #expect(buckets.map(\.name) == ["2026-W51", "2026-W52", "2026-W53", "2027-W01", "2027-W02"])
        #expect(buckets[2].period.text == "2026-12-28..2027-01-03")
    }

    @Test func `RE-02 a month or a quarter ends with its last day, over the end of a year too`() throws {
        let months = try Bucket.all(.month, in: try joined("2026-11-15", "2027-02-10"))
        #expect(months.map(\.name) == ["2026-11", "2026-12", "2027-01", "2027-02"])
        #expect(months.map(\.period.days) == [16, 31, 31, 10])
        let quarters = try Bucket.all(.quarter, in: try joined("2026", "2027"))
        #expect(
            quarters.map(\.name) == ["2026Q1", "2026Q2", "2026Q3", "2026Q4", "2027Q1", "2027Q2", "2027Q3", "2027Q4"])
    }

    @Test(arguments: Bucket.Unit.allCases)
    func `RE-02 every day is in exactly one bucket of a name that queries read`(unit: Bucket.Unit) throws {
        let period = try joined("2019-12-25", "2028-01-05")
        let buckets = try Bucket.all(unit, in: period)
        #expect(buckets.map(\.period.days).reduce(0, +) == period.days)
        #expect(zip(buckets, buckets.dropFirst()).allSatisfy { $0.period.last + 1 == $1.period.first })
        for bucket in buckets.dropFirst().dropLast() { #expect(try self.period(bucket.name) == bucket.period) }
    }

    @Test func `RE-02 a day on which the clock is set has 23 or 25 hours`() throws {
        // Central Europe in 2026: forward on 29 March at 01:00 UTC, back on 25 October at 01:00 UTC.
        let berlin = ZoneOffsets { 1_774_746_000..<1_792_890_000 ~= $0 ? 7200 : 3600 }
        func hours(_ text: String) throws -> Int64 {
            let instants = try period(text).instants(berlin)
            return (instants.upperBound - instants.lowerBound) / 3_600_000
        }
        #expect(try [hours("2026-03-28"), hours("2026-03-29"), hours("2026-10-25")] == [24, 23, 25])
    }

    @Test func `RE-02 an instant near midnight falls on its local day, and empty days are shown`() throws {
        var desk = try ReportDesk(seed: 1, from: 1_774_743_000_000)
        // 2026-03-29 08:10 in Shanghai, then a minute before and at the midnight after the next day.
        for instant in [1_774_743_000_000, 1_774_886_340_000, 1_774_886_400_000] as [Int64] {
            desk.pass(instant - desk.now)
            _ = try desk.store.file(NewTicket(title: "t"), desk.context())
        }
        desk.pass(ReportDesk.day)
        let report = try desk.report(.volume) { $0.bucket = .day }
        let told = report.rows.map { "\($0.label) \($0[.created])" }
        #expect(
            told == [
                "bucket(\"2026-03-29\") count(1)", "bucket(\"2026-03-30\") count(1)", "bucket(\"2026-03-31\") count(1)",
                "bucket(\"2026-04-01\") count(0)",
            ])
    }

    @Test(arguments: [
        ("2026-03", "2026-02-01..2026-02-28"), ("2026Q1", "2025-10-01..2025-12-31"), ("2026", "2025-01-01..2025-12-31"),
        ("2026-W10", "2026-02-23..2026-03-01"), ("2026-03-02", "2026-03-01"),
    ])
    func `the period before is as many months or days`(text: String, before: String) throws {
        #expect(try period(text).before.text == before)
    }
}
