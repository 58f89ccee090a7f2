extension Query {
    /// Units of lengths and of relative dates. Months and years are for dates only.
    package enum TimeUnit: String, CaseIterable, Sendable, QueryVocabulary {
        case minute = "m"
        case hour = "h"
        case day = "d"
        case week = "w"
        case month = "mo"
        case year = "y"
        case businessHour = "bh"
        case businessDay = "bd"

        var names: [String] {
            switch self {
            case .minute: ["m", "min", "mins", "minute", "minutes", "分", "分钟"]
            case .hour: ["h", "hr", "hour", "hours", "小时", "个小时", "时"]
            case .day: ["d", "day", "days", "天", "日"]
            case .week: ["w", "week", "weeks", "周", "星期", "个星期", "礼拜"]
            case .month: ["mo", "month", "months", "个月", "月"]
            case .year: ["y", "year", "years", "年"]
            case .businessHour: ["bh", "工作小时", "个工作小时", "工作时"]
            case .businessDay: ["bd", "工作日", "个工作日", "工作天"]
            }
        }

        package var isBusiness: Bool { self == .businessHour || self == .businessDay }

        /// The length of the unit on a clock; nil where it depends on a calendar.
        package var milliseconds: Int64? {
            switch self {
            case .minute: 60_000
            case .hour: 3_600_000
            case .day: 86_400_000
            case .week: 604_800_000
            case .month, .year, .businessHour, .businessDay: nil
            }
        }
    }
}
