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
            let end = at
            if take(":") || take("："), let seconds = number(2...2), seconds <= 60 {
                second = seconds
                let end = at
                if take("."), at < words.count, let digits = words[at].number {
                    fraction = Int(Double(digits) * 1000 / Self.power(words[at].digits))
                    at += 1
                } else {
                    at = end
                }
            } else {
                at = end
            }
        } else if take("点") || take("时") {
            let end = at
            if let minutes = number(1...2), minutes < 60, take("分") || at == words.count {
                minute = minutes
                let end = at
                if let seconds = number(1...2), take("秒") { second = seconds } else { at = end }
            } else {
                // `10点20个文件`: the figure counts something else.
                at = end
            }
        } else if !isHalf {
            return nil
        }
        switch half ?? latinHalf() {
        case .morning where hour == 12: hour = 0
        case .noon where hour < 6, .afternoon where hour < 12: hour += 12
        case .some where hour > 12 && half == nil: return nil
        default: break
        }
        return ((hour * 60 + minute) * 60 + second) * 1000 + fraction
    }

    private static func power(_ digits: Int) -> Double { (0..<min(digits, 12)).reduce(1.0) { power, _ in power * 10 } }

    private enum Half { case morning, noon, afternoon }

    private static let halves: [(first: String, second: String, half: Half)] = [
        ("上", "午", .morning), ("早", "上", .morning), ("早", "晨", .morning), ("清", "晨", .morning), ("凌", "晨", .morning),
        ("中", "午", .noon), ("下", "午", .afternoon), ("晚", "上", .afternoon), ("傍", "晚", .afternoon),
    ]

    private mutating func chineseHalf() -> Half? {
        guard at + 1 < words.count,
            let found = Self.halves.first(where: { $0.first == words[at].text && $0.second == words[at + 1].text })
        else { return nil }
        at += 2
        return found.half
    }

    private var isHalf: Bool {
        let next = at < words.count && words[at].text == " " ? at + 1 : at
        return next < words.count && ["am", "pm"].contains(words[next].text)
    }

    private mutating func latinHalf() -> Half? {
        guard isHalf else { return nil }
        _ = take(" ")
        if take("am") { return .morning }
        return take("pm") ? .afternoon : nil
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
        // `10:20 -5 degrees` names no zone.
        let isApart = at > start
        if let offset = offset(), !isApart || words[at - 1].digits >= 2 { return offset }
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
