/// What is told of many lengths of time.
package struct Statistics: Equatable, Sendable {
    package let count: Int
    package let sum: Int64
    package let median: Int64?
    /// Nine of ten are no longer.
    package let p90: Int64?
    package let longest: Int64?

    package init(_ lengths: [Int64]) {
        var lengths = lengths
        count = lengths.count
        sum = lengths.reduce(0, +)
        longest = lengths.max()
        guard count > 0 else {
            median = nil
            p90 = nil
            return
        }
        // The nearest rank: a value that was measured, never one between two.
        p90 = lengths.ranked((count * 9 + 9) / 10 - 1)
        let lower = lengths.ranked((count - 1) / 2)
        median = (lower + lengths.ranked(count / 2)) / 2
    }

    /// Nil of fewer than `least`: a mean of a few tells of the few.
    package func mean(least: Int) -> Int64? { count >= max(1, least) ? sum / Int64(count) : nil }
}

extension [Int64] {
    /// The value that would stand at a place if all were sorted. Afterwards it stands there, no smaller one behind it and no
    /// larger one before it: of a hundred thousand, a few are wanted.
    mutating func ranked(_ place: Int) -> Int64 {
        var (low, high) = (0, count - 1)
        while low < high {
            let pivot = self[low + (high - low) / 2]
            var (left, right) = (low, high)
            while left <= right {
                while self[left] < pivot { left += 1 }
                while self[right] > pivot { right -= 1 }
                guard left <= right else { break }
                swapAt(left, right)
                left += 1
                right -= 1
            }
            if place <= right {
                high = right
            } else if place >= left {
                low = left
            } else {
                return self[place]
            }
        }
        return self[place]
    }
}

extension Figure {
    static func length(orUnknown length: Int64?) -> Figure { length.map(Figure.length) ?? .unknown }
    static func work(orUnknown length: Int64?) -> Figure { length.map(Figure.work) ?? .unknown }
}

extension Report.Row {
    /// Sets the figures of lengths of time, by the clock and in business time.
    mutating func set(_ wall: [Int64], business: [Int64]?, _ request: ReportRequest) {
        if request.clock != .business {
            let all = Statistics(wall)
            set(.median, to: .length(orUnknown: all.median))
            set(.p90, to: .length(orUnknown: all.p90))
            set(.mean, to: .length(orUnknown: all.mean(least: request.leastForMean)))
            set(.longest, to: .length(orUnknown: all.longest))
            set(.sum, to: all.count > 0 ? .length(all.sum) : .unknown)
        }
        guard let business, request.clock != .wall else { return }
        let all = Statistics(business)
        set(.businessMedian, to: .work(orUnknown: all.median))
        set(.businessP90, to: .work(orUnknown: all.p90))
        set(.businessMean, to: .work(orUnknown: all.mean(least: request.leastForMean)))
        set(.businessLongest, to: .work(orUnknown: all.longest))
        set(.businessSum, to: all.count > 0 ? .work(all.sum) : .unknown)
    }
}

extension ReportRequest {
    /// The columns of lengths of time that were asked for.
    var lengthColumns: [Measure] {
        switch clock {
        case .wall: [.median, .p90, .mean, .longest]
        case .business: [.businessMedian, .businessP90, .businessMean, .businessLongest]
        case .both: [.median, .p90, .mean, .longest, .businessMedian, .businessP90]
        }
    }

    var mainLength: Measure { clock == .business ? .businessMedian : .median }
}
