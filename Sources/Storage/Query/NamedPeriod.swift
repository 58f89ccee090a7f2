/// Periods that are called by a name: `today`, `lastmonth`, `本周`.
package enum NamedPeriod: String, CaseIterable, Sendable, QueryVocabulary {
    case today, yesterday, tomorrow
    case thisweek, lastweek, nextweek
    case thismonth, lastmonth, nextmonth
    case thisquarter, lastquarter, nextquarter
    case thisyear, lastyear, nextyear

    var names: [String] {
        switch self {
        case .today: ["today", "今天", "今日"]
        case .yesterday: ["yesterday", "昨天", "昨日"]
        case .tomorrow: ["tomorrow", "明天", "明日"]
        case .thisweek: ["thisweek", "this-week", "本周", "这周", "本星期"]
        case .lastweek: ["lastweek", "last-week", "上周", "上星期"]
        case .nextweek: ["nextweek", "next-week", "下周", "下星期"]
        case .thismonth: ["thismonth", "this-month", "本月", "这个月"]
        case .lastmonth: ["lastmonth", "last-month", "上月", "上个月"]
        case .nextmonth: ["nextmonth", "next-month", "下月", "下个月"]
        case .thisquarter: ["thisquarter", "this-quarter", "本季度", "本季"]
        case .lastquarter: ["lastquarter", "last-quarter", "上季度", "上季", "上个季度"]
        case .nextquarter: ["nextquarter", "next-quarter", "下季度", "下季"]
        case .thisyear: ["thisyear", "this-year", "今年", "本年"]
        case .lastyear: ["lastyear", "last-year", "去年", "上年"]
        case .nextyear: ["nextyear", "next-year", "明年"]
        }
    }

    /// How many periods after the present one.
    var shift: Int {
        switch self {
        case .today, .thisweek, .thismonth, .thisquarter, .thisyear: 0
        case .yesterday, .lastweek, .lastmonth, .lastquarter, .lastyear: -1
        case .tomorrow, .nextweek, .nextmonth, .nextquarter, .nextyear: 1
        }
    }
}
