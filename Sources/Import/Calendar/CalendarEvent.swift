import Storage
import Workflow

/// One event of an iCalendar file.
struct CalendarEvent {
    let line: Int
    private(set) var summary = ""
    /// What else the feed says of its kind.
    private var kinds = ""
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
        case "DESCRIPTION", "CATEGORIES": kinds += " " + folded(line.text)
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

    /// Whether it is a day on which the desk works although it usually does not. Feeds say so in the summary, each in its
    /// language, or in what they say of its kind.
    var isWork: Bool {
        if let special { return special }
        let text = folded(summary)
        if Self.offDuty.contains(where: { text.contains($0) }) { return false }
        return Self.onDuty.contains { text.contains($0) }
            || ["working day on", "work day", "рабочий день выходного"].contains { kinds.contains($0) }
    }

    private static let offDuty = [
        "不上班", "不用上班", "无需上班", "non-working", "nonworking", "нерабоч", "不補班", "不补班", "munkaszünet", "arbeitsfrei",
    ]
    private static let onDuty = [
        "班", "working day", "workday", "work day", "working saturday", "working sunday", "make-up day", "makeup day",
        "рабочий день", "рабочая суббота", "рабочее воскресенье", "munkanap", "arbeitstag", "día laborable", "出勤日",
    ]

    /// Whether it is only remembered, and nobody is free: feeds list such days among holidays.
    var isObservance: Bool {
        guard !isWork else { return false }
        let text = kinds
        if ["public holiday", "bank holiday", "national holiday"].contains(where: { text.contains($0) }) {
            return false
        }
        return [
            "observance", "season", "clock change", "daylight saving", "optional holiday", "restricted holiday", "庆祝日",
            "纪念日",
        ]
        .contains { text.contains($0) }
    }

    /// Why an event tells no days.
    struct Fault: Error {
        let reason: CalendarFile.Reason
    }

    /// All days of it; of what comes every year those in these years.
    /// - Parameter zone: whose days they are, where an event is told in UTC.
    func days(from firstYear: Int, to lastYear: Int, _ zone: TimeZoneRules) throws(Fault) -> [Int] {
        if isCancelled { throw Fault(reason: .cancelled) }
        if isObservance { throw Fault(reason: .observance) }
        if let more { throw Fault(reason: .repeats(more.name)) }
        let span = try span(zone)
        guard let rule else { return span.filter { !without.contains($0) } }
        guard let yearly = YearlyRepeat(rule.value, from: span.lowerBound) else {
            throw Fault(reason: .repeats(rule.value))
        }
        return yearly.starts(from: firstYear, to: lastYear).filter { !without.contains($0) }
            .flatMap { $0..<($0 + span.count) }
    }

    private static let mostDays = 366

    private func span(_ zone: TimeZoneRules) throws(Fault) -> Range<Int> {
        guard let start else { throw Fault(reason: .noDate) }
        let (first, time) = try local(start, zone)
        // A day of work may be told with its hours: it is that day.
        if isWork, time > 0 { return first..<(first + 1) }
        guard time == 0 else { throw Fault(reason: .timed) }
        var next = first + 1
        if let end {
            // Many feeds end a single day on that day, though the end is the first day that is free again.
            let (last, rest) = try local(end, zone)
            if isWork, rest > 0 { return first..<(max(first, last) + 1) }
            guard rest == 0 else { throw Fault(reason: .timed) }
            guard last >= first else { throw Fault(reason: .badDate(end.value)) }
            next = max(last, first + 1)
        } else if let length {
            guard let days = Self.days(length.value) else { throw Fault(reason: .timed) }
            next = first + days
        }
        guard next - first <= Self.mostDays else { throw Fault(reason: .tooLong(days: next - first)) }
        return first..<next
    }

    /// A day, and how many seconds of it are over: a date has none. What is told in UTC is told by the clock of the place.
    private func local(_ line: CalendarLine, _ zone: TimeZoneRules) throws(Fault) -> (day: Int, seconds: Int64) {
        let value = line.value
        guard value.utf8.count == 8 || value.utf8.count >= 15, let day = Self.day(value.prefix(8)) else {
            throw Fault(reason: .badDate(value))
        }
        guard value.utf8.count > 8 else { return (day, 0) }
        let digits = value.dropFirst(9).prefix(6)
        guard value.dropFirst(8).first == "T", digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let time = Int64(digits)
        else { throw Fault(reason: .badDate(value)) }
        let seconds = time / 10_000 * 3600 + time / 100 % 100 * 60 + time % 100
        guard value.hasSuffix("Z") else { return (day, seconds) }
        let utc = Int64(day) * 86_400 + seconds
        let there = utc + Int64(zone.offset(at: utc * 1000))
        let local = WorkCalendar.day(ofLocal: there * 1000)
        return (local, there - Int64(local) * 86_400)
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
