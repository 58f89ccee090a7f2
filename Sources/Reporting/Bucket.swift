import Storage
import Workflow

/// A day, week, month, quarter or year of a report, or the part of it that lies in the report's period.
package struct Bucket: Equatable, Sendable {
    package enum Unit: String, CaseIterable, Sendable {
        case day, week, month, quarter, year
    }

    package let name: String
    package let period: ReportPeriod
    /// All days of that name, of which the period may be a part.
    package let whole: ReportPeriod

    package var isPart: Bool { period != whole }
    /// Nil where it is whole.
    var part: Report.Row.Part? { isPart ? Report.Row.Part(days: period.days, of: whole.days) : nil }

    /// More than anybody reads, and than a report should hold.
    package static let most = 5000

    /// All that the period touches, one after another, empty ones too.
    /// - Throws: `ReportMisuse.tooManyPeriods`
    package static func all(_ unit: Unit, in period: ReportPeriod) throws(UsageError) -> [Bucket] {
        let count = period.days / unit.fewestDays
        guard count <= most else { throw .report(.tooManyPeriods(count, most: most)) }
        var buckets: [Bucket] = []
        var day = period.first
        while day <= period.last {
            let (name, next) = named(day, unit)
            if let part = ReportPeriod(first: day, last: min(period.last, next - 1)) {
                let first = start(of: day, unit)
                let whole = ReportPeriod(first: first, last: next - 1) ?? part
                buckets.append(Bucket(name: name, period: part, whole: whole))
            }
            day = next
        }
        return buckets
    }

    /// What suits so many days, where nobody says.
    package static func usual(for period: ReportPeriod) -> Unit {
        period.days <= 45 ? .day : period.days <= 200 ? .week : .month
    }

    /// The days that it is compared with: of a part as many of them, at the same place.
    func before(_ comparison: ReportComparison, _ unit: Unit, shift days: Int, months: Int) -> Bucket {
        guard unit != .day, unit != .week else {
            let moved = ReportPeriod(first: period.first - days, last: period.last - days) ?? period
            return Bucket(name: Self.named(moved.first, unit).name, period: moved, whole: moved)
        }
        let first = ReportPeriod.shifted(whole.first, months: -months)
        let last = ReportPeriod.shifted(whole.last + 1, months: -months) - 1
        let all = ReportPeriod(first: first, last: last) ?? whole
        let from = min(first + period.first - whole.first, last)
        let upTo = isPart ? min(from + period.days - 1, last) : last
        return Bucket(
            name: Self.named(first, unit).name, period: ReportPeriod(first: from, last: upTo) ?? all, whole: all)
    }

    private static func start(of day: Int, _ unit: Unit) -> Int {
        let date = CivilTime.date(dayNumber: day)
        switch unit {
        case .day: return day
        case .week: return day - WorkCalendar.weekday(of: day) + 1
        case .month: return CivilTime.dayNumber(year: date.year, month: date.month, day: 1)
        case .quarter: return CivilTime.dayNumber(year: date.year, month: (date.month - 1) / 3 * 3 + 1, day: 1)
        case .year: return CivilTime.dayNumber(year: date.year, month: 1, day: 1)
        }
    }

    /// What an overview tells of a period by: weeks rather than days.
    package static func ofOverview(_ period: ReportPeriod) -> Unit {
        period.days <= 13 ? .day : period.days <= 100 ? .week : .month
    }

    /// What the period that holds a day is called, and the day after it.
    private static func named(_ day: Int, _ unit: Unit) -> (name: String, next: Int) {
        let date = CivilTime.date(dayNumber: day)
        switch unit {
        case .day: return (ReportPeriod.text(day), day + 1)
        case .week:
            // A week belongs to the year of its Thursday.
            let monday = day - WorkCalendar.weekday(of: day) + 1
            let year = CivilTime.date(dayNumber: monday + 3).year
            let week = (monday + 3 - CivilTime.dayNumber(year: year, month: 1, day: 1)) / 7 + 1
            return (four(year) + "-W" + (week < 10 ? "0" : "") + String(week), monday + 7)
        case .month:
            let name = four(date.year) + "-" + (date.month < 10 ? "0" : "") + String(date.month)
            return (name, firstDay(date.year, monthsAfterJanuary: date.month))
        case .quarter:
            let quarter = (date.month - 1) / 3 + 1
            return ("\(four(date.year))Q\(quarter)", firstDay(date.year, monthsAfterJanuary: quarter * 3))
        case .year: return (four(date.year), firstDay(date.year, monthsAfterJanuary: 12))
        }
    }

    private static func firstDay(_ year: Int, monthsAfterJanuary months: Int) -> Int {
        CivilTime.dayNumber(year: year + months / 12, month: months % 12 + 1, day: 1)
    }

    private static func four(_ year: Int) -> String {
        String(repeating: "0", count: max(0, 4 - String(year).utf8.count)) + String(year)
    }
}

/// The buckets of a report by the instants at which they begin.
struct BucketLine {
    let buckets: [Bucket]
    private let starts: [Int64]
    private let ends: [Int64]

    init(_ buckets: [Bucket], _ zone: ZoneOffsets) {
        self.buckets = buckets
        let spans = buckets.map { $0.period.instants(zone) }
        starts = spans.map(\.lowerBound)
        ends = spans.map(\.upperBound)
    }

    var spans: [Range<Int64>] { buckets.indices.map { start(of: $0)..<end(of: $0) } }

    /// The position of the bucket that holds an instant.
    func position(of instant: Int64) -> Int? {
        guard let first = starts.first, let last = ends.last, instant >= first, instant < last else { return nil }
        let position = starts.partitioningIndex { $0 > instant } - 1
        return instant < ends[position] ? position : nil
    }

    /// The first instant after a bucket.
    func end(of position: Int) -> Int64 { ends[position] }
    func start(of position: Int) -> Int64 { starts[position] }
}

extension Bucket.Unit {
    /// Of the shortest of its kind, so that a count of them is never too high by much.
    fileprivate var fewestDays: Int {
        switch self {
        case .day: 1
        case .week: 7
        case .month: 31
        case .quarter: 92
        case .year: 366
        }
    }
}
