import Storage
import Workflow

/// One event of an iCalendar file.
struct CalendarEvent {
    let line: Int
    private(set) var summary = ""
    private var start: CalendarLine?
    private var end: CalendarLine?
    private var length: CalendarLine?
    private var rule: CalendarLine?
    private var more: CalendarLine?
    private var without: Set<Int> = []
    private var isCancelled = false
    /// What the feed says itself: a make-up day of work, or a day off.
    private var special: Bool?

    init(_ line: Int) { self.line = line }

    mutating func read(_ line: CalendarLine) {
        switch line.name {
        case "SUMMARY": summary = line.text
        case "DTSTART": start = line
        case "DTEND": end = line
        case "DURATION": length = line
        case "RRULE": rule = line
        case "RDATE", "EXRULE", "RECURRENCE-ID": more = line
        case "EXDATE": without.formUnion(line.value.split(separator: ",").compactMap { Self.day($0.prefix(8)) })
        case "STATUS": isCancelled = line.value.uppercased() == "CANCELLED"
        case "X-APPLE-SPECIAL-DAY": special = line.value.uppercased() == "ALTERNATE-WORKDAY"
        default: break
        }
    }

    /// Whether it is a day on which the desk works although it usually does not. Feeds of Chinese holidays say so in the summary.
    var isWork: Bool {
        if let special { return special }
        let text = folded(summary)
        if ["不上班", "不用上班", "无需上班", "non-working", "nonworking"].contains(where: { text.contains($0) }) {
            return false
        }
        return ["班", "working day", "workday", "work day", "make-up day", "makeup day"].contains { text.contains($0) }
    }

    /// Why an event tells no days.
    struct Fault: Error {
        let reason: CalendarFile.Reason
    }

    /// All days of it; of what comes every year those in these years.
    func days(from firstYear: Int, to lastYear: Int) throws(Fault) -> [Int] {
        if isCancelled { throw Fault(reason: .cancelled) }
        if let more { throw Fault(reason: .repeats(more.name)) }
        let span = try span()
        guard let rule else { return span.filter { !without.contains($0) } }
        guard let yearly = YearlyRepeat(rule.value, from: span.lowerBound) else {
            throw Fault(reason: .repeats(rule.value))
        }
        return yearly.starts(from: firstYear, to: lastYear).filter { !without.contains($0) }
            .flatMap { $0..<($0 + span.count) }
    }

    private static let mostDays = 366

    private func span() throws(Fault) -> Range<Int> {
        guard let start else { throw Fault(reason: .noDate) }
        let first = try wholeDay(start)
        var next = first + 1
        if let end {
            // Many feeds end a single day on that day, though the end is the first day that is free again.
            let last = try wholeDay(end)
            guard last >= first else { throw Fault(reason: .badDate(end.value)) }
            next = max(last, first + 1)
        } else if let length {
            guard let days = Self.days(length.value) else { throw Fault(reason: .timed) }
            next = first + days
        }
        guard next - first <= Self.mostDays else { throw Fault(reason: .tooLong(days: next - first)) }
        return first..<next
    }

    /// A date, or midnight of one by the clock of the place.
    private func wholeDay(_ line: CalendarLine) throws(Fault) -> Int {
        let value = line.value
        guard value.utf8.count == 8 || value.utf8.count >= 15, let day = Self.day(value.prefix(8)) else {
            throw Fault(reason: .badDate(value))
        }
        guard value.utf8.count == 8 || value.dropFirst(8) == "T000000" else { throw Fault(reason: .timed) }
        return day
    }

    private static func day(_ text: Substring) -> Int? {
        guard text.utf8.count == 8, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let number = Int(text),
            let date = CivilDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
        else { return nil }
        return CivilTime.dayNumber(year: date.year, month: date.month, day: date.day)
    }

    /// `P3D`, `P1W`
    private static func days(_ text: String) -> Int? {
        guard text.first == "P", let unit = text.last, let count = Int(text.dropFirst().dropLast()),
            1...mostDays ~= count
        else { return nil }
        switch unit {
        case "D": return count
        case "W": return count * 7
        default: return nil
        }
    }
}

/// `FREQ=YEARLY` on the same day of the year, perhaps so often or up to a day.
private struct YearlyRepeat {
    private let start: (year: Int, month: Int, day: Int)
    private var interval = 1
    private var count: Int?
    private var until: Substring?

    /// - Returns: nil for a rule that says anything else.
    init?(_ text: String, from first: Int) {
        start = CivilTime.date(dayNumber: first)
        var isYearly = false
        for part in text.uppercased().split(separator: ";") {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2 else { return nil }
            switch (pair[0], pair[1]) {
            case ("FREQ", let value): isYearly = value == "YEARLY"
            case ("INTERVAL", let value):
                guard let years = Int(value), years > 0 else { return nil }
                interval = years
            case ("COUNT", let value):
                guard let times = Int(value), times > 0 else { return nil }
                count = times
            case ("UNTIL", let value): until = value.prefix(8)
            case ("BYMONTH", let value): guard Int(value) == start.month else { return nil }
            case ("BYMONTHDAY", let value): guard Int(value) == start.day else { return nil }
            case ("WKST", _): continue
            default: return nil
            }
        }
        guard isYearly else { return nil }
    }

    func starts(from firstYear: Int, to lastYear: Int) -> [Int] {
        (firstYear...lastYear).compactMap { year in
            let past = year - start.year
            guard past >= 0, past % interval == 0, count.map({ past / interval < $0 }) ?? true,
                let date = CivilDate(year: year, month: start.month, day: start.day)
            else { return nil }
            if let until, let last = Int(until), year * 10_000 + start.month * 100 + start.day > last { return nil }
            return CivilTime.dayNumber(year: date.year, month: date.month, day: date.day)
        }
    }
}
