/// What is told of many lengths of time.
package struct Statistics: Equatable, Sendable {
    package let count: Int
    package let sum: Int64
    package let median: Int64?
    /// Nine of ten are no longer.
    package let p90: Int64?
    package let longest: Int64?

    package init(_ lengths: [Int64]) {
        let sorted = lengths.sorted()
        count = sorted.count
        sum = sorted.reduce(0, +)
        longest = sorted.last
        guard count > 0 else {
            median = nil
            p90 = nil
            return
        }
        median = (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
        // The nearest rank: a value that was measured, never one between two.
        p90 = sorted[(count * 9 + 9) / 10 - 1]
    }

    /// Nil of fewer than `least`: a mean of a few tells of the few.
    package func mean(least: Int) -> Int64? { count >= max(1, least) ? sum / Int64(count) : nil }
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
