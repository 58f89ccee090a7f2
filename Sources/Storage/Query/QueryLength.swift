import Workflow

extension Query {
    /// A length of time as typed: `3d4h`, `8bh`, `2周`. Wall time and business time never mix in one.
    package struct Length: Hashable, Sendable {
        /// At least one, with positive or zero counts, never months or years.
        package var amounts: [Amount]

        package init(_ amounts: [Amount]) {
            self.amounts = amounts
        }

        package var isBusiness: Bool { amounts.contains { $0.unit.isBusiness } }

        /// The whole in milliseconds; nil for business time, which needs a calendar.
        package var milliseconds: Int64? {
            var sum: Int64 = 0
            for amount in amounts {
                guard let unit = amount.unit.milliseconds else { return nil }
                sum += amount.count * unit
            }
            return sum
        }
    }

    /// A count of one unit of time.
    package struct Amount: Hashable, Sendable {
        /// Negative in dates that lie in the past.
        package var count: Int64
        package var unit: TimeUnit

        package init(_ count: Int64, _ unit: TimeUnit) {
            self.count = count
            self.unit = unit
        }
    }
}

extension Query.Length {
    /// Reads `3d`, `3d4h`, `3d 4h`, `8bh`, `2bd`, `3天4小时`, `30分钟`, `2周`. Nil for all else, also for wall and
    /// business time in one.
    package init?(_ text: String) {
        let plain = folded(text)
        // `三天`, written out.
        var scanner = TermScanner(ChineseNumerals.figures(in: plain) ?? plain)
        var amounts: [Query.Amount] = []
        while !scanner.isAtEnd {
            guard let amount = Query.Amount(&scanner), amount.unit != .month, amount.unit != .year else { return nil }
            amounts.append(amount)
            // Only between two amounts: folding has trimmed the ends.
            _ = scanner.skip(" ")
        }
        let business = amounts.count { $0.unit.isBusiness }
        guard !amounts.isEmpty, amounts.count <= 8, business == 0 || business == amounts.count else { return nil }
        self.init(amounts)
    }
}

extension Query.Amount {
    /// `-7d`, `+2bd`, `7天前`, `3天后`, `最近7天`; `text` is folded.
    init?(relative text: String) {
        var text = text[...]
        var sign: Int64?
        if let (prefix, meant) = Self.signs.first(where: { text.hasPrefix($0.0) }) {
            text = text.dropFirst(prefix.count)
            sign = meant
        } else if let (suffix, meant) = Self.suffixes.first(where: { text.hasSuffix($0.0) }) {
            text = text.dropLast(suffix.count)
            sign = meant
        }
        var scanner = TermScanner(String(text))
        guard let sign, let amount = Query.Amount(&scanner), scanner.isAtEnd else { return nil }
        self.init(amount.count * sign, amount.unit)
    }

    fileprivate init?(_ scanner: inout TermScanner) {
        guard let count = scanner.number(digits: 1...5) else { return nil }
        _ = scanner.skip(" ")
        guard let unit = Query.TimeUnit(queryName: scanner.word()) else { return nil }
        self.init(Int64(count), unit)
    }

    private static let signs: [(String, Int64)] = [
        ("-", -1), ("+", 1), ("最近", -1), ("近", -1), ("过去", -1), ("未来", 1), ("今后", 1),
    ]

    private static let suffixes: [(String, Int64)] = [
        ("以前", -1), ("之前", -1), ("前", -1), ("以后", 1), ("之后", 1), ("后", 1), (" ago", -1),
    ]
}

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
