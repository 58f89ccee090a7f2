/// The working times of one day: half-open intervals of minutes since midnight, ascending and apart from one another.
/// Intervals that overlap or touch are one, so that nothing counts twice.
package struct DayHours: Hashable, Sendable {
    package let intervals: [Range<Int>]

    package static let none = DayHours([])
    package static let wholeDay = DayHours([0..<1440])

    package init(_ intervals: [Range<Int>]) {
        var merged: [Range<Int>] = []
        let inside = intervals.map { $0.clamped(to: 0..<1440) }.filter { !$0.isEmpty }
        for interval in inside.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, interval.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, interval.upperBound)
            } else {
                merged.append(interval)
            }
        }
        self.intervals = merged
    }

    package var isEmpty: Bool { intervals.isEmpty }

    /// How long is worked, in milliseconds.
    package var length: Int64 { intervals.reduce(0) { $0 + Int64($1.count) } * 60_000 }

    /// What is left when the breaks are taken out.
    package func without(_ breaks: DayHours) -> DayHours {
        var left = intervals
        for pause in breaks.intervals {
            left = left.flatMap { interval in
                [
                    interval.lowerBound..<max(interval.lowerBound, min(interval.upperBound, pause.lowerBound)),
                    min(interval.upperBound, max(interval.lowerBound, pause.upperBound))..<interval.upperBound,
                ].filter { !$0.isEmpty }
            }
        }
        return DayHours(left)
    }

    package func joined(with other: DayHours) -> DayHours { DayHours(intervals + other.intervals) }

    /// How long is worked before a time of day, all in milliseconds.
    func worked(before time: Int64) -> Int64 {
        intervals.reduce(0) { sum, interval in
            let start = Int64(interval.lowerBound) * 60_000
            return sum + max(0, min(time, Int64(interval.upperBound) * 60_000) - start)
        }
    }

    /// The earliest time of day before which so much was worked; the day's end when that is more than the day has.
    func firstTime(withWorked wanted: Int64) -> Int64 {
        guard wanted > 0 else { return 0 }
        var left = wanted
        for interval in intervals {
            let length = Int64(interval.count) * 60_000
            if left <= length { return Int64(interval.lowerBound) * 60_000 + left }
            left -= length
        }
        return 86_400_000
    }

    /// The latest time of day before which no more than that was worked.
    func lastTime(withWorked wanted: Int64) -> Int64 {
        var left = wanted
        for interval in intervals {
            let length = Int64(interval.count) * 60_000
            if left < length { return Int64(interval.lowerBound) * 60_000 + max(0, left) }
            left -= length
        }
        return 86_400_000
    }
}
