import Workflow

extension DateExpression {
    /// Reads a date of `spec/cli.md`, section 5, in either language: `2026-01-01`, `2026-01`, `2026-W05`, `2026Q1`,
    /// `2026年1月1日`, `yesterday`, `上月`, `-7d`, `3天前`, `2026-01-01T09:00+08:00`. Nil for all else, also for a day
    /// that does not exist.
    package init?(_ text: String) {
        let text = folded(text)
        if let date = DateExpression(figures: text) {
            self = date
        } else if let figures = ChineseNumerals.figures(in: text), let date = DateExpression(figures: figures) {
            self = date
        } else {
            return nil
        }
    }

    private init?(figures text: String) {
        if let period = NamedPeriod(queryName: text) {
            self = .named(period)
        } else if ["now", "现在", "此刻"].contains(text) {
            self = .now
        } else if let amount = Query.Amount(relative: text) {
            self = .relative(amount)
        } else if let date = DateExpression.calendar(text) {
            self = date
        } else {
            return nil
        }
    }

    private static func calendar(_ text: String) -> DateExpression? {
        var scanner = TermScanner(text)
        if let annual = annual(text) { return annual }
        guard let year = scanner.number(digits: 4...4), year > 0 else { return nil }
        if scanner.isAtEnd { return .year(year) }
        if scanner.skip("年") { return chinese(year, &scanner) }
        let separator = scanner.skip(anyOf: "-", "/")
        if separator != "/", let period = scanner.skip(anyOf: "q", "w") {
            return period == "q" ? quarter(year, &scanner) : week(year, &scanner)
        }
        guard let separator, let month = scanner.number(digits: 1...2), 1...12 ~= month else { return nil }
        if scanner.isAtEnd { return .month(year: year, month) }
        guard scanner.skip(separator), let day = scanner.number(digits: 1...2),
            let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        return scanner.isAtEnd ? .day(date) : instant(date, &scanner)
    }

    /// `12月1日`, whose year goes without saying.
    private static func annual(_ text: String) -> DateExpression? {
        var scanner = TermScanner(text)
        // A leap day has to be there in some years only.
        guard let month = scanner.number(digits: 1...2), scanner.skip("月"), let day = scanner.number(digits: 1...2),
            scanner.skip(anyOf: "日", "号") != nil, scanner.isAtEnd, CivilDate(year: 2024, month: month, day: day) != nil
        else { return nil }
        return .annual(month: month, day: day)
    }

    private static func chinese(_ year: Int, _ scanner: inout TermScanner) -> DateExpression? {
        if scanner.isAtEnd { return .year(year) }
        guard let month = scanner.number(digits: 1...2), 1...12 ~= month, scanner.skip("月") else { return nil }
        if scanner.isAtEnd { return .month(year: year, month) }
        guard let day = scanner.number(digits: 1...2), let date = CivilDate(year: year, month: month, day: day),
            scanner.skip(anyOf: "日", "号") != nil, scanner.isAtEnd
        else { return nil }
        return .day(date)
    }

    private static func quarter(_ year: Int, _ scanner: inout TermScanner) -> DateExpression? {
        guard let quarter = scanner.number(digits: 1...1), 1...4 ~= quarter, scanner.isAtEnd else { return nil }
        return .quarter(year: year, quarter)
    }

    private static func week(_ year: Int, _ scanner: inout TermScanner) -> DateExpression? {
        guard let week = scanner.number(digits: 1...2), 1...CivilDate.weeks(in: year) ~= week, scanner.isAtEnd else {
            return nil
        }
        return .week(year: year, week)
    }

    private static func instant(_ date: CivilDate, _ scanner: inout TermScanner) -> DateExpression? {
        guard scanner.skip(anyOf: "t", " ") != nil, let time = ClockTime(&scanner) else { return nil }
        if scanner.isAtEnd { return .instant(date, time, secondsEast: nil) }
        guard let secondsEast = offset(&scanner), scanner.isAtEnd else { return nil }
        return .instant(date, time, secondsEast: secondsEast)
    }

    /// `z`, `+08:00`, `+0800`, `+08`
    private static func offset(_ scanner: inout TermScanner) -> Int64? {
        if scanner.skip("z") { return 0 }
        guard let sign = scanner.skip(anyOf: "+", "-") else { return nil }
        var hours = 0
        var minutes = 0
        if let both = scanner.number(digits: 4...4) {
            (hours, minutes) = both.quotientAndRemainder(dividingBy: 100)
        } else {
            guard let figures = scanner.number(digits: 2...2) else { return nil }
            hours = figures
            if scanner.skip(":") {
                guard let figures = scanner.number(digits: 2...2) else { return nil }
                minutes = figures
            }
        }
        guard hours <= 18, minutes < 60 else { return nil }
        return Int64((hours * 60 + minutes) * 60) * (sign == "-" ? -1 : 1)
    }
}

extension ClockTime {
    /// `09:00`, `09:00:05`, `09:00:05.25`; figures behind the milliseconds are dropped.
    fileprivate init?(_ scanner: inout TermScanner) {
        guard let hour = scanner.number(digits: 2...2), scanner.skip(":"),
            let minute = scanner.number(digits: 2...2)
        else { return nil }
        var second: Int?
        var millisecond: Int?
        if scanner.skip(":") {
            guard let figures = scanner.number(digits: 2...2) else { return nil }
            second = figures
            if scanner.skip(".") {
                guard let figures = ClockTime.milliseconds(&scanner) else { return nil }
                millisecond = figures
            }
        }
        self.init(hour: hour, minute: minute, second: second, millisecond: millisecond)
    }

    private static func milliseconds(_ scanner: inout TermScanner) -> Int? {
        var value = 0
        var count = 0
        while let figure = scanner.digit() {
            if count < 3 { value = value * 10 + figure }
            count += 1
        }
        guard count > 0 else { return nil }
        for _ in count..<max(count, 3) { value *= 10 }
        return value
    }
}

/// Numbers as they are written out: `三天后`, `两周前`, `二十分钟`, `十二月一日`.
enum ChineseNumerals {
    private static let digits: [Character: Int] = [
        "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]

    /// The text with figures in place of numbers below a hundred; nil when it holds none.
    static func figures(in text: String) -> String? {
        guard text.contains(where: { $0 == "十" || digits[$0] != nil }) else { return nil }
        var figures = ""
        var rest = text[...]
        while let first = rest.first {
            let run = rest.prefix { $0 == "十" || digits[$0] != nil }
            if run.isEmpty {
                figures.append(first)
                rest = rest.dropFirst()
            } else {
                guard let number = number(String(run)) else { return nil }
                figures += String(number)
                rest = rest.dropFirst(run.count)
            }
        }
        return figures
    }

    private static func number(_ text: String) -> Int? {
        guard let ten = text.firstIndex(of: "十") else {
            return text.count == 1 ? text.first.flatMap { digits[$0] } : nil
        }
        let (tens, ones) = (text[..<ten], text[text.index(after: ten)...])
        guard tens.count <= 1, ones.count <= 1, !ones.contains("十") else { return nil }
        return (tens.first.flatMap { digits[$0] } ?? 1) * 10 + (ones.first.flatMap { digits[$0] } ?? 0)
    }
}
