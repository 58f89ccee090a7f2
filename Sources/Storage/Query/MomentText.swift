import Workflow

/// Reads a moment as a person says it: a date, a time of today, a day and a time, a day of the week, a length from now.
package struct MomentText {
    /// Whether what a person says lies before or after now.
    package enum Direction: Sendable {
        case past, future
    }

    private let now: Instant
    private let zone: ZoneOffsets
    private let direction: Direction

    private init(now: Instant, zone: ZoneOffsets, direction: Direction) {
        self.now = now
        self.zone = zone
        self.direction = direction
    }

    /// `2bd`, `+3d`, `3天后`, `2026-12-01`, `2026-12-01T09:00+08:00`, `周五`, `next friday`, `14:00`, `明天 14:00`,
    /// `下午3点`. A day is its start. Nil for all else. The calendar is asked for only where business time is spoken of.
    package static func read(
        _ text: String, _ direction: Direction, now: Instant, zone: ZoneOffsets,
        calendar: () throws -> WorkCalendar?
    ) throws -> Instant? {
        guard text.utf8.count <= 100 else { return nil }
        let moment = MomentText(now: now, zone: zone, direction: direction)
        let plain = folded(text)
        if let length = Query.Length(plain) { return try moment.reckoned(length, calendar) }
        if case .relative(let amount)? = DateExpression(plain) {
            let calendar = amount.unit.isBusiness ? try calendar() : nil
            return amount.added(to: now.milliseconds, zone, calendar).map { Instant(milliseconds: $0) }
        }
        if let milliseconds = TimeText.instant(rfc3339: text) { return Instant(milliseconds: milliseconds) }
        return moment.day(plain) ?? moment.dayAndTime(plain)
    }

    /// Whether a text says a time of day, and not only a day.
    package static func namesTime(_ text: String) -> Bool {
        let plain = folded(text)
        return plain.contains(":") || plain.contains("点") || plain.hasSuffix("am") || plain.hasSuffix("pm")
    }

    private func reckoned(_ length: Query.Length, _ calendar: () throws -> WorkCalendar?) throws -> Instant? {
        let calendar = length.isBusiness ? try calendar() : nil
        return direction == .future
            ? length.end(from: now, zone: zone, calendar: calendar)
            : length.start(before: now, zone: zone, calendar: calendar)
    }

    private func day(_ text: String) -> Instant? {
        if let number = weekday(text) { return Instant(milliseconds: zone.utc(number * WorkCalendar.dayLength)) }
        let date = DateExpression(text)
        if case .annual(let month, let day)? = date { return annual(month, day) }
        guard let interval = date?.interval(now: now.milliseconds, zone: zone) else { return nil }
        return Instant(milliseconds: interval.lowerBound)
    }

    /// The next such day of a year, or in the past the last one.
    private func annual(_ month: Int, _ day: Int) -> Instant? {
        let year = Int(CivilDate.parts(ofDayNumber: today).year)
        let years = direction == .future ? Array(year...year + 8) : Array((year - 8...year).reversed())
        let days = years.compactMap { CivilDate(year: $0, month: month, day: day)?.dayNumber }
        let found = days.first { direction == .future ? $0 > today : $0 <= today }
        return found.map { Instant(milliseconds: zone.utc($0 * WorkCalendar.dayLength)) }
    }

    private var today: Int64 { Int64(WorkCalendar.day(ofLocal: zone.local(now.milliseconds))) }

    /// The day of a word such as `周五`: the next one, or in the past the last one.
    private func weekday(_ text: String) -> Int64? {
        let prefixes: [(String, Int64?)] = [
            ("下周", 1), ("下星期", 1), ("next ", 1), ("上周", -1), ("上星期", -1), ("last ", -1), ("本周", 0), ("本星期", 0),
            ("this ", 0),
        ]
        for (prefix, weeks) in prefixes where text.hasPrefix(prefix) {
            let rest = String(text.dropFirst(prefix.count))
            guard let weeks, let weekday = WeekHours.weekday(rest) ?? WeekHours.weekday("周" + rest) else { continue }
            return CivilDate.monday(of: today) + weeks * 7 + Int64(weekday) - 1
        }
        guard let weekday = WeekHours.weekday(text) else { return nil }
        let day = CivilDate.monday(of: today) + Int64(weekday) - 1
        if direction == .future { return day > today ? day : day + 7 }
        return day < today ? day : day - 7
    }

    /// A time of day, after a day or alone.
    private func dayAndTime(_ text: String) -> Instant? {
        guard let (rest, time) = Self.clock(endOf: text) else { return nil }
        let day: Int64
        if rest.isEmpty {
            day = today
        } else if let number = weekday(rest) {
            day = number
        } else if let expression = DateExpression(rest), expression.isDay,
            let interval = expression.interval(now: now.milliseconds, zone: zone)
        {
            day = Int64(WorkCalendar.day(ofLocal: zone.local(interval.lowerBound)))
        } else {
            return nil
        }
        return Instant(milliseconds: zone.utc(day * WorkCalendar.dayLength + time))
    }

    /// What stands before a time of day at the end of a text, and the time.
    private static func clock(endOf text: String) -> (rest: String, time: Int64)? {
        for start in text.indices where start == text.startIndex || !text[text.index(before: start)].isNumber {
            guard let time = clock(String(text[start...])) else { continue }
            var rest = text[..<start]
            while rest.last == " " { rest.removeLast() }
            return (String(rest), time)
        }
        return nil
    }

    /// `09:12`, `9:12:30`, `9点`, `9点半`, `9点05分`, `下午3点`, `3pm` in milliseconds.
    private static func clock(_ text: String) -> Int64? {
        let parts: [(String, Int)] = [("上午", 0), ("早上", 0), ("中午", 0), ("下午", 12), ("晚上", 12)]
        let part = parts.first { text.hasPrefix($0.0) }
        var scanner = TermScanner(part.map { String(text.dropFirst($0.0.count)) } ?? text)
        guard var hour = scanner.number(digits: 1...2) else { return nil }
        var (minute, second) = (0, 0)
        if scanner.skip(":") {
            guard let minutes = scanner.number(digits: 2...2) else { return nil }
            minute = minutes
            if scanner.skip(":") {
                guard let seconds = scanner.number(digits: 2...2) else { return nil }
                second = seconds
            }
        } else if scanner.skip("点") {
            if scanner.skip("半") {
                minute = 30
            } else if let minutes = scanner.number(digits: 1...2) {
                minute = minutes
                _ = scanner.skip("分")
            }
        } else if let half = ["am": 0, "pm": 12][scanner.word()], part == nil, 1...12 ~= hour {
            hour = hour % 12 + half
        } else {
            return nil
        }
        if let part, hour < 12 { hour += part.1 }
        guard scanner.isAtEnd, hour < 24, minute < 60, second < 60 else { return nil }
        return Int64((hour * 60 + minute) * 60 + second) * 1000
    }
}

extension DateExpression {
    fileprivate var isDay: Bool {
        switch self {
        case .day, .annual, .named(.today), .named(.yesterday), .named(.tomorrow), .named(.overmorrow),
            .named(.ereyesterday), .named(.monthStart), .named(.monthEnd), .named(.yearEnd):
            true
        default: false
        }
    }
}
