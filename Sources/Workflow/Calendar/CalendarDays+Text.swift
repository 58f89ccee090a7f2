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
            let about = Self.about(change)
            if change.isHoliday { lines.append("\(range) closed\(about)") }
            if let shift = change.shift { lines.append("\(range) shift \(shift.text)\(about)") }
            if !change.breaks.isEmpty { lines.append("\(range) break \(change.breaks.text)") }
            index += 1
        }
        return lines.joined(by: "\n")
    }

    /// Reads what `text` writes.
    package init(text: String) throws(CalendarError) {
        self.init()
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
            let words = parts[0].split(separator: " ").map { String($0) }
            guard words.count >= 2 else { throw .badDate(String(line)) }
            let hours = words.count > 2 ? try DayHours(text: words[2]) : .none
            for day in try Self.range(words[0]) {
                var change = self[day]
                switch words[1] {
                case "closed": change.isHoliday = true
                case "shift": change.shift = hours
                case "break": change.breaks = hours
                default: throw .badDate(String(line))
                }
                if parts.count > 1, !parts[1].isEmpty { change.name = parts[1] }
                if parts.count > 2, !parts[2].isEmpty { change.source = parts[2] }
                self[day] = change
            }
        }
    }

    /// The lines of `text` as people read them: the name of a day behind it, without where it came from.
    package var lines: [String] {
        text.split(separator: "\n").map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).prefix(2).filter { !$0.isEmpty }
                .joined(separator: "  ")
        }
    }

    private static func about(_ change: Change) -> String {
        func plain(_ text: String) -> String {
            String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }).trimmed
        }
        let (name, source) = (plain(change.name ?? ""), plain(change.source ?? ""))
        return name.isEmpty && source.isEmpty ? "" : "\t\(name)" + (source.isEmpty ? "" : "\t\(source)")
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

    package static func day(_ text: String) -> Int? {
        var scanner = DigitScanner(text)
        guard let date = scanner.date(), scanner.isAtEnd else { return nil }
        return CivilTime.dayNumber(year: date.year, month: date.month, day: date.day)
    }

    package static func text(ofDay day: Int) -> String {
        TimeText.localDate(Int64(day) * WorkCalendar.dayLength, offset: 0)
    }
}
