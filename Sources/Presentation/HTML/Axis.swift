import Reporting
import Workflow

/// An axis from zero with a few round steps.
package struct Axis {
    /// What stands on it.
    package enum Scale {
        case count, share, length, work

        package init?(_ figure: Figure) {
            switch figure {
            case .count, .mean: self = .count
            case .share: self = .share
            case .length: self = .length
            case .work: self = .work
            case .unknown, .change, .mark, .place: return nil
            }
        }
    }

    let scale: Scale
    /// Where it ends, at its last step.
    package let top: Double
    let ticks: [Double]

    package init(_ scale: Scale, most: Double) {
        self.scale = scale
        let step = Self.step(scale, most)
        let steps = max(1, Int((most / step).rounded(.up)))
        ticks = (0...steps).map { Double($0) * step }
        top = Double(steps) * step
    }

    package func label(_ tick: Double, _ words: Words) -> String {
        if tick == 0 { return "0" }
        return switch scale {
        case .count: String(Int(tick))
        case .share: "\(Int((tick * 100).rounded())) %"
        case .length: words.report.length(Int64(tick), false)
        case .work: words.report.length(Int64(tick), true)
        }
    }

    /// 1, 2 or 5 of something, such that four steps or less are enough.
    private static func step(_ scale: Scale, _ most: Double) -> Double {
        let unit = unit(scale, most)
        let wanted = most / unit / 4
        var size = 1.0
        while size < wanted { size *= 10 }
        if size > 1 { size /= 10 }
        return ([1, 2, 5, 10].map { $0 * size }.first { $0 >= wanted } ?? size) * unit
    }

    /// Days, hours, minutes or seconds; of work there are no days. A share is told in hundredths.
    private static func unit(_ scale: Scale, _ most: Double) -> Double {
        switch scale {
        case .count: 1
        case .share: 0.01
        case .length: [86_400_000, 3_600_000, 60_000].first { most >= $0 * 2 } ?? 1000
        case .work: [3_600_000, 60_000].first { most >= $0 * 2 } ?? 1000
        }
    }
}
