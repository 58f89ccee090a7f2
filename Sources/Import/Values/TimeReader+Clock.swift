/// Times of day, and zones.
extension TimeReader {
    // 10:20, 10:20:01.5, 10:20 PM, 下午3点20分, 10时20分
    mutating func timeOfDay() -> Int? {
        let half = chineseHalf()
        guard var hour = number(1...2), hour <= 24 else { return nil }
        var (minute, second, fraction) = (0, 0, 0)
        if take(":") || take("：") {
            guard let minutes = number(2...2), minutes < 60 else { return nil }
            minute = minutes
            if take(":") || take("：") {
                guard let seconds = number(2...2), seconds <= 60 else { return nil }
                second = seconds
                if take(".") {
                    guard at < words.count, let digits = words[at].number else { return nil }
                    fraction = Int(Double(digits) * 1000 / Self.power(words[at].digits))
                    at += 1
                }
            }
        } else if take("点") || take("时") {
            if let minutes = number(1...2) {
                guard minutes < 60, take("分") || at == words.count else { return nil }
                minute = minutes
                if let seconds = number(1...2) {
                    guard take("秒") else { return nil }
                    second = seconds
                }
            }
        } else if !isHalf {
            return nil
        }
        if let isAfternoon = half ?? latinHalf() {
            guard hour <= 12 || half != nil else { return nil }
            if isAfternoon, hour < 12 { hour += 12 }
            if !isAfternoon, hour == 12 { hour = 0 }
        }
        return ((hour * 60 + minute) * 60 + second) * 1000 + fraction
    }

    private static func power(_ digits: Int) -> Double { (0..<min(digits, 12)).reduce(1.0) { power, _ in power * 10 } }

    private mutating func chineseHalf() -> Bool? {
        if take("上") || take("早") || take("凌") {
            at += at < words.count ? 1 : 0
            return false
        }
        if take("下") || take("晚") {
            at += at < words.count ? 1 : 0
            return true
        }
        return nil
    }

    private var isHalf: Bool {
        let next = at < words.count && words[at].text == " " ? at + 1 : at
        return next < words.count && ["am", "pm"].contains(words[next].text)
    }

    private mutating func latinHalf() -> Bool? {
        guard isHalf else { return nil }
        _ = take(" ")
        if take("am") { return false }
        return take("pm") ? true : nil
    }

    /// Seconds east of Greenwich; nil where no zone is named.
    mutating func zone() -> Int? {
        let start = at
        _ = take(" ")
        for (name, hours) in [("z", 0), ("utc", 0), ("gmt", 0), ("cst", nil), ("pst", -8), ("est", -5)]
            as [(String, Int?)]
        {
            guard take(name) else { continue }
            guard let hours else { break }
            if let offset = offset() { return offset }
            return hours * 3600
        }
        if at == start || words[start].text == " ", let offset = offset() { return offset }
        at = start
        return nil
    }

    private mutating func offset() -> Int? {
        let start = at
        let isWest = take("-") || take("−")
        guard isWest || take("+"), at < words.count, let first = words[at].number else {
            at = start
            return nil
        }
        let digits = words[at].digits
        at += 1
        var (hours, minutes) = digits >= 3 ? (first / 100, first % 100) : (first, 0)
        if digits <= 2, take(":") {
            guard let rest = number(2...2) else { return nil }
            minutes = rest
        }
        guard hours <= 14, minutes < 60 else { return nil }
        hours *= 3600
        return (hours + minutes * 60) * (isWest ? -1 : 1)
    }
}
