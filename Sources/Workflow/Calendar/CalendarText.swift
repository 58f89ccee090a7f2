/// Why a calendar, or a part of one, cannot be.
package enum CalendarError: Error, Equatable, Sendable, CustomStringConvertible {
    case badDays(String)
    case badTimes(String)
    case badDate(String)
    /// Nothing would ever be due.
    case noWorkingTime
    case unknown(String, nearest: String?)
    case exists(String)

    package var description: String {
        switch self {
        case .badDays(let text): "\(text) names no days of the week"
        case .badTimes(let text): "\(text) is no list of times"
        case .badDate(let text): "\(text) is no day"
        case .noWorkingTime: "a calendar needs working time"
        case .unknown(let name, _): "no calendar \(name)"
        case .exists(let name): "there is a calendar \(name)"
        }
    }
}

extension DayHours {
    /// `09:00-12:00,13:30-18:00`; `closed` for none.
    package var text: String {
        guard !isEmpty else { return "closed" }
        return intervals.map { "\(Self.clock($0.lowerBound))-\(Self.clock($0.upperBound))" }.joined(by: ",")
    }

    /// Reads what `text` writes, with dashes and commas of either width, and `休息` for none.
    package init(text: String) throws(CalendarError) {
        let plain = folded(text)
        guard !["closed", "none", "off", "休息", "休", "无"].contains(plain) else {
            self = .none
            return
        }
        guard !["24h", "allday", "全天"].contains(plain) else {
            self = .wholeDay
            return
        }
        var intervals: [Range<Int>] = []
        for part in plain.split(whereSeparator: { $0 == "," || $0 == "、" }) {
            let ends = part.split(whereSeparator: { "-–—~".contains($0) }).map { String($0) }
            guard ends.count == 2, let start = Self.minute(ends[0]), let end = Self.minute(ends[1]), start < end else {
                throw .badTimes(text)
            }
            intervals.append(start..<end)
        }
        guard !intervals.isEmpty else { throw .badTimes(text) }
        self.init(intervals)
    }

    private static func minute(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count == 2, 1...2 ~= parts[0].utf8.count,
            parts.allSatisfy({ $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60
        else { return nil }
        let time = hour * 60 + minute
        return time <= 1440 ? time : nil
    }

    private static func clock(_ minute: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(minute / 60)):\(two(minute % 60))"
    }
}

extension WeekHours {
    private static let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    /// `Mon-Fri 09:00-12:00,13:30-18:00; Sat 10:00-12:00`, days without work left out.
    package var text: String {
        var parts: [String] = []
        var day = 0
        while day < 7 {
            let first = day
            while day < 6 && days[day + 1] == days[first] { day += 1 }
            if !days[first].isEmpty {
                let range = first == day ? Self.names[first] : "\(Self.names[first])-\(Self.names[day])"
                parts.append("\(range) \(days[first].text)")
            }
            day += 1
        }
        return parts.joined(by: "; ")
    }

    /// Reads what `text` writes.
    package init(text: String) throws(CalendarError) {
        self = .never
        for part in text.split(whereSeparator: { $0 == ";" || $0 == "；" }) {
            let words = part.split(separator: " ").map { String($0) }
            guard words.count >= 2 else { throw .badTimes(String(part)) }
            let hours = try DayHours(text: Array(words.dropFirst()).joined(by: ","))
            // A day that is named twice has both.
            for weekday in try Self.weekdays(words[0]) {
                self[weekday: weekday] = self[weekday: weekday].joined(with: hours)
            }
        }
    }

    /// Sets the hours of `Mon-Fri`, `周一至周五`, `Sat,Sun`.
    package mutating func set(_ days: String, to hours: DayHours) throws(CalendarError) {
        for weekday in try Self.weekdays(days) { self[weekday: weekday] = hours }
    }

    /// 1 is Monday. Ranges may go over the end of the week.
    package static func weekdays(_ text: String) throws(CalendarError) -> [Int] {
        let plain = folded(text)
        if ["daily", "everyday", "每天"].contains(plain) { return Array(1...7) }
        var found: [Int] = []
        for part in plain.split(whereSeparator: { $0 == "," || $0 == "、" }) {
            let ends = part.split(whereSeparator: { "-–—~至到".contains($0) }).map { weekday(String($0)) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2 else {
                throw .badDays(text)
            }
            var day = first
            found.append(day)
            while day != last {
                day = day % 7 + 1
                found.append(day)
            }
        }
        guard !found.isEmpty else { throw .badDays(text) }
        return found
    }

    /// A day of the week in either language; 1 is Monday. The text is folded.
    package static func weekday(_ text: String) -> Int? {
        let chinese = ["一", "二", "三", "四", "五", "六", "日"]
        for prefix in ["周", "星期", "礼拜"] where text.hasPrefix(prefix) {
            let rest = String(text.dropFirst(prefix.count))
            return rest == "天" ? 7 : chinese.firstIndex(of: rest).map { $0 + 1 }
        }
        let english = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        guard text.count >= 3 else { return nil }
        return english.firstIndex { $0.hasPrefix(text) }.map { $0 + 1 }
    }
}

extension CalendarError {
    /// What programs know it by.
    package var identity: ErrorIdentity {
        switch self {
        case .badDays, .badTimes, .badDate, .exists: ErrorIdentity("calendar", .usage)
        case .noWorkingTime: ErrorIdentity("calendar", .refused)
        case .unknown: ErrorIdentity("calendar", .unknownValue)
        }
    }
}
