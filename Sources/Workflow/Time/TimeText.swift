/// Instants (milliseconds since 1970 in UTC) as text, and back. Offsets are seconds east of Greenwich.
package enum TimeText {
    /// The instants that a desk keeps: the years 1970 to 9999, which have four digits. Further away, a report of months would
    /// have more of them than anybody reads.
    package static let years: ClosedRange<Int64> = 0...253_402_300_799_999

    /// The instants that can be read and reckoned with: the years 1 to 9999.
    package static let readable: ClosedRange<Int64> = -62_135_596_800_000...253_402_300_799_999

    /// `2026-03-02T09:12:00+08:00`; milliseconds appear only when there are any, offset 0 is `Z`.
    /// Offsets of old local times that are no whole minutes are rounded down to one: the instant stays the same.
    package static func rfc3339(_ instant: Int64, offset: Int) -> String {
        let minutes = (offset - (offset % 60 + 60) % 60) / 60
        let time = CivilTime(milliseconds: instant + Int64(minutes) * 60_000)
        let fraction = time.millisecond == 0 ? "" : "." + padded(time.millisecond, to: 3)
        return date(time) + "T" + clock(time) + ":" + padded(time.second, to: 2) + fraction + zone(minutes: minutes)
    }

    /// `2026-03-02 09:12`
    package static func local(_ instant: Int64, offset: Int) -> String {
        let time = CivilTime(milliseconds: instant + Int64(offset) * 1000)
        return date(time) + " " + clock(time)
    }

    /// `03-02 09:12`
    package static func shortLocal(_ instant: Int64, offset: Int) -> String {
        let time = CivilTime(milliseconds: instant + Int64(offset) * 1000)
        return padded(time.month, to: 2) + "-" + padded(time.day, to: 2) + " " + clock(time)
    }

    /// As short as it is clear: `09:12` of today, `03-02` of this year, else `2025-11`.
    package static func brief(_ instant: Int64, now: Int64, offset: Int) -> String {
        let time = CivilTime(milliseconds: instant + Int64(offset) * 1000)
        let today = CivilTime(milliseconds: now + Int64(offset) * 1000)
        guard time.year == today.year else { return String(date(time).prefix(7)) }
        let isToday = time.month == today.month && time.day == today.day
        return isToday ? String(clock(time).prefix(5)) : padded(time.month, to: 2) + "-" + padded(time.day, to: 2)
    }

    /// `2026-03-02`
    package static func localDate(_ instant: Int64, offset: Int) -> String {
        date(CivilTime(milliseconds: instant + Int64(offset) * 1000))
    }

    /// Reads RFC 3339: a space may stand for the `T`, digits past milliseconds are dropped, second 60 is the first
    /// second of the next minute. Nil when the text is anything else; a zone is required.
    package static func instant(rfc3339 text: String) -> Int64? {
        var scanner = DigitScanner(text)
        guard let date = scanner.date(), scanner.take(oneOf: "Tt "), let time = scanner.timeOfDay(),
            let offset = scanner.zoneOffset(), scanner.isAtEnd
        else { return nil }
        let days = Int64(CivilTime.dayNumber(year: date.year, month: date.month, day: date.day))
        return days * 86_400_000 + Int64(time) - Int64(offset) * 1000
    }

    /// `2026-03-02`, of milliseconds since 1970-01-01 00:00 on the same clock.
    package static func day(ofLocal milliseconds: Int64) -> String { date(CivilTime(milliseconds: milliseconds)) }

    private static func date(_ time: CivilTime) -> String {
        let year = time.year < 0 ? "-" + padded(-time.year, to: 4) : padded(time.year, to: 4)
        return year + "-" + padded(time.month, to: 2) + "-" + padded(time.day, to: 2)
    }

    private static func clock(_ time: CivilTime) -> String {
        padded(time.hour, to: 2) + ":" + padded(time.minute, to: 2)
    }

    private static func zone(minutes: Int) -> String {
        guard minutes != 0 else { return "Z" }
        let size = abs(minutes)
        return (minutes < 0 ? "-" : "+") + padded(size / 60, to: 2) + ":" + padded(size % 60, to: 2)
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
