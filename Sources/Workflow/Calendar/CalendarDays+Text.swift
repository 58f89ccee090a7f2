extension CalendarDays {
    /// A line for each day or run of equal days: `2026-10-01..2026-10-07 closed`, `2026-10-10 09:00-12:00`,
    /// `2026-10-10 break 10:00-10:15`.
    package var text: String {
        var lines: [String] = []
        let days = changes.keys.sorted()
        var index = 0
        while index < days.count {
            let first = index
            while index + 1 < days.count, days[index + 1] == days[index] + 1, self[days[index + 1]] == self[days[first]]
            {
                index += 1
            }
            let range = Self.text(ofDay: days[first]) + (first == index ? "" : ".." + Self.text(ofDay: days[index]))
            let change = self[days[first]]
            if change.isHoliday { lines.append("\(range) closed") }
            if let shift = change.shift { lines.append("\(range) shift \(shift.text)") }
            if !change.breaks.isEmpty { lines.append("\(range) break \(change.breaks.text)") }
            index += 1
        }
        return lines.joined(by: "\n")
    }

    /// Reads what `text` writes.
    package init(text: String) throws(CalendarError) {
        self.init()
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ").map { String($0) }
            guard words.count >= 2 else { throw .badDate(String(line)) }
            let hours = words.count > 2 ? try DayHours(text: words[2]) : .none
            for day in try Self.range(words[0]) {
                switch words[1] {
                case "closed": self[day].isHoliday = true
                case "shift": self[day].shift = hours
                case "break": self[day].breaks = hours
                default: throw .badDate(String(line))
                }
            }
        }
    }

    /// `2026-10-01` or `2026-10-01..2026-10-07`, both included, at most ten years.
    package static func range(_ text: String) throws(CalendarError) -> ClosedRange<Int> {
        let plain = folded(text)
        let ends: [String]
        if let dots = plain.firstRange(of: "..") {
            ends = [String(plain[..<dots.lowerBound]), String(plain[dots.upperBound...])]
        } else {
            ends = [plain]
        }
        guard let first = day(ends[0]), let last = day(ends[ends.count - 1]), first <= last, last - first < 3660 else {
            throw .badDate(text)
        }
        return first...last
    }

    private static func day(_ text: String) -> Int? {
        var scanner = DigitScanner(text)
        guard let date = scanner.date(), scanner.isAtEnd else { return nil }
        return CivilTime.dayNumber(year: date.year, month: date.month, day: date.day)
    }

    package static func text(ofDay day: Int) -> String {
        TimeText.localDate(Int64(day) * WorkCalendar.dayLength, offset: 0)
    }
}
