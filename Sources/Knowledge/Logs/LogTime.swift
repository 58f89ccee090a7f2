import Workflow

/// Finds the moment that a line of a log begins with.
package struct LogTime: Sendable {
    private let zone: TimeZoneRules
    private let now: Instant

    /// - Parameter zone: where the log was written, for moments that do not say.
    package init(zone: TimeZoneRules, now: Instant) {
        self.zone = zone
        self.now = now
    }

    private static let reach = 96
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    /// Nil where no moment stands near the beginning of the line.
    package func moment(of line: String) -> Instant? {
        let text = Array(line.utf8.prefix(Self.reach))
        var at = 0
        while at + 8 <= text.count {
            if at == 0 || !SignatureMatching.isWord(text[at - 1]) {
                if let found = numeric(text, at) ?? named(text, at) { return found }
            }
            at += 1
        }
        return nil
    }

    /// `2026-03-02T09:12:31Z`, `2026/03/02 09:12:31`, `03-02 09:12:31.5`.
    private func numeric(_ text: [UInt8], _ start: Int) -> Instant? {
        var scan = LogScan(text, start)
        guard let first = scan.number(4) ?? scan.number(2), let sign = scan.sign("-/.") else { return nil }
        guard let second = scan.number(2) else { return nil }
        var (year, month, day) = (0, first, second)
        if first > 31 {
            guard scan.sign("-/.") == sign, let third = scan.number(2) else { return nil }
            (year, month, day) = (first, second, third)
        }
        guard scan.sign("T -_.") != nil else { return nil }
        return clock(&scan, year: year, month: month, day: day)
    }

    /// `Mar  2 09:12:31`, `02/Mar/2026:09:12:31 +0800`, `Mon Mar 02 09:12:31 2026`.
    private func named(_ text: [UInt8], _ start: Int) -> Instant? {
        var scan = LogScan(text, start)
        if let day = scan.number(2), scan.sign("/ -") != nil {
            guard let month = scan.month(Self.months), scan.sign("/ -") != nil, let year = scan.number(4),
                scan.sign(": ") != nil
            else { return nil }
            return clock(&scan, year: year, month: month, day: day)
        }
        scan = LogScan(text, start)
        guard let month = scan.month(Self.months), scan.sign(" ") != nil else { return nil }
        _ = scan.sign(" ")
        guard let day = scan.number(2) ?? scan.number(1), scan.sign(" ") != nil else { return nil }
        return clock(&scan, year: 0, month: month, day: day)
    }

    private func clock(_ scan: inout LogScan, year: Int, month: Int, day: Int) -> Instant? {
        guard let hour = scan.number(2), scan.sign(":.-") != nil, let minute = scan.number(2) else { return nil }
        let second = scan.sign(":.-") != nil ? scan.number(2) ?? 0 : 0
        guard (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second < 61 else { return nil }
        if scan.sign(".,") != nil { _ = scan.digits() }
        var year = year
        if year == 0, scan.sign(" ") != nil {
            year = scan.number(4).flatMap { (1970...2100).contains($0) ? $0 : nil } ?? 0
        }
        let offset = scan.offset()
        return instant(year, month, day, hour * 3_600 + minute * 60 + second, offset)
    }

    /// A log without years is of this one, or of the last where that would be to come.
    private func instant(_ year: Int, _ month: Int, _ day: Int, _ second: Int, _ offset: Int?) -> Instant? {
        let thisYear = CivilTime(milliseconds: now.milliseconds).year
        for year in year > 0 ? [year] : [thisYear, thisYear - 1] {
            let local =
                (Int64(CivilTime.dayNumber(year: year, month: month, day: day)) * 86_400 + Int64(second)) * 1_000
            let found = offset.map { local - Int64($0) * 1_000 } ?? zone.instant(ofLocal: local)
            if found <= now.milliseconds + 86_400_000 { return Instant(milliseconds: found) }
        }
        return nil
    }
}

/// Reads numbers and signs one after the other.
private struct LogScan {
    private let text: [UInt8]
    private var at: Int

    init(_ text: [UInt8], _ at: Int) {
        self.text = text
        self.at = at
    }

    /// So many digits and no more.
    mutating func number(_ count: Int) -> Int? {
        guard at + count <= text.count else { return nil }
        var value = 0
        for byte in text[at..<at + count] {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        if at + count < text.count, text[at + count] >= 0x30, text[at + count] <= 0x39 { return nil }
        at += count
        return value
    }

    mutating func digits() -> Int {
        let start = at
        while at < text.count, text[at] >= 0x30, text[at] <= 0x39 { at += 1 }
        return at - start
    }

    mutating func sign(_ signs: StaticString) -> UInt8? {
        guard at < text.count else { return nil }
        for place in 0..<signs.utf8CodeUnitCount where signs.utf8Start[place] == text[at] {
            at += 1
            return text[at - 1]
        }
        return nil
    }

    mutating func month(_ names: [String]) -> Int? {
        guard at + 3 <= text.count else { return nil }
        let name = String(decoding: text[at..<at + 3].map { $0 | 0x20 }, as: UTF8.self)
        guard let place = names.firstIndex(of: name) else { return nil }
        at += 3
        return place + 1
    }

    /// Seconds east of Greenwich; nil where nothing is said.
    mutating func offset() -> Int? {
        if sign("Zz") != nil { return 0 }
        _ = sign(" ")
        guard let side = sign("+-"), let hours = hourAndMinute() else { return nil }
        return side == 0x2D ? -hours : hours
    }

    private mutating func hourAndMinute() -> Int? {
        if let both = number(4) { return (both / 100) * 3_600 + (both % 100) * 60 }
        guard let hours = number(2), sign(":") != nil, let minutes = number(2) else { return nil }
        return hours * 3_600 + minutes * 60
    }
}
