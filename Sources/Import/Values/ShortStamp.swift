import Workflow

/// Which part of `03/11/23` is the day.
enum DayOrder: Sendable {
    case dayFirst, monthFirst

    /// What the stamps of one talk tell together: a part above 12 is no month, and a talk goes on in time. Nil where that leaves
    /// both, or neither.
    init?(of stamps: [ShortStamp]) {
        let possible = DayOrder.possible(stamps)
        let ordered = possible.count == 1 ? possible : possible.filter { DayOrder.goesOn(stamps, $0) }
        guard ordered.count == 1 else { return nil }
        self = ordered[0]
    }

    /// What the days in columns of times tell: one part above 12 says it for all of them. Rows stand in any order.
    init?(of tables: [RowTable], _ places: [TicketPlace], in bytes: Bytes) {
        var stamps: [ShortStamp] = []
        for place in places.prefix(DayOrder.sampled) {
            let table = tables[place.table]
            let times = table.columns.indices.filter { [.created, .closed].contains(table.columns[$0].field) }
            guard !times.isEmpty else { continue }
            let cells = table.cells(
                of: place.start..<place.body.upperBound, goesOn: place.level == RowTable.levelGoingOn, in: bytes)
            stamps += times.compactMap { $0 < cells.count ? ShortStamp(day: cells[$0]) : nil }
        }
        let possible = stamps.isEmpty ? [] : DayOrder.possible(stamps)
        guard possible.count == 1 else { return nil }
        self = possible[0]
    }

    /// The first rows say how all are written.
    private static let sampled = 500

    private static func possible(_ stamps: [ShortStamp]) -> [DayOrder] {
        [DayOrder.dayFirst, .monthFirst].filter { order in stamps.allSatisfy { $0.time(order) != nil } }
    }

    private static func goesOn(_ stamps: [ShortStamp], _ order: DayOrder) -> Bool {
        let times = stamps.compactMap { $0.time(order)?.milliseconds }
        return zip(times, times.dropFirst()).allSatisfy { $0 <= $1 }
    }
}

/// A time of day behind a day of two or three short figures, as messengers export it: `[03/11/23, 09:39:23]`, `3.11.23, 09:39 -`,
/// `11/3/23, 9:39 PM -`.
struct ShortStamp {
    private let first: Int
    private let second: Int
    private let year: Int
    /// Since midnight, in milliseconds.
    private let clock: Int
    /// Where what follows begins.
    let end: Int

    // More takes no stamp.
    private static let longest = 40

    /// A day that is a whole text, with a time of day or without.
    init?(day text: [UInt8]) {
        let stamp = text.withUnsafeBufferPointer { bytes -> ShortStamp? in
            let inside = bytes.trimmed(0..<bytes.count)
            return ShortStamp(inside, in: bytes, needsClock: false).flatMap { $0.end == inside.upperBound ? $0 : nil }
        }
        guard let stamp else { return nil }
        self = stamp
    }

    init?(_ text: Range<Int>, in bytes: Bytes, needsClock: Bool = true) {
        var start = text.lowerBound
        while start < text.upperBound, [0x5B, 0x28].contains(bytes[start]) { start += 1 }
        guard start + 6 <= text.upperBound, ShortStamp.mayBegin(at: start, in: bytes) else { return nil }
        var limit = min(text.upperBound, start + ShortStamp.longest)
        while limit < text.upperBound, limit > start, bytes[limit] & 0xC0 == 0x80 { limit -= 1 }
        var reader = TimeReader(bytes.text(start..<limit))
        guard let day = reader.shortDay() else { return nil }
        let dayEnd = reader.at
        let clock = reader.clockBehindDay()
        if clock == nil, needsClock { return nil }
        if clock == nil { reader.at = dayEnd }
        (first, second, year) = day
        self.clock = clock ?? 0
        var end = start + reader.words[reader.at - 1].end
        while end < text.upperBound, let width = EntryTime.gap(at: end, text.upperBound, in: bytes) { end += width }
        self.end = end
    }

    /// One figure or two, a sign, and a figure.
    private static func mayBegin(at start: Int, in bytes: Bytes) -> Bool {
        guard bytes[start].isDigit else { return false }
        let sign = bytes[start + 1].isDigit ? start + 2 : start + 1
        return [0x2F, 0x2E, 0x2D].contains(bytes[sign]) && bytes[sign + 1].isDigit
    }

    /// Nil where the order makes it no day.
    func time(_ order: DayOrder) -> SourceTime? {
        let (month, day) = order == .dayFirst ? (second, first) : (first, second)
        guard (1...12).contains(month), (1970...9999).contains(year),
            (1...CivilTime.days(inMonth: month, of: year)).contains(day)
        else { return nil }
        let days = Int64(CivilTime.dayNumber(year: year, month: month, day: day))
        return SourceTime(milliseconds: days * 86_400_000 + Int64(clock))
    }
}

extension TimeReader {
    fileprivate mutating func shortDay() -> (Int, Int, Int)? {
        guard let first = number(1...2) else { return nil }
        for sign in ["/", ".", "-"] where take(sign) {
            guard let second = number(1...2), take(sign), let year = number(2...4), words[at - 1].digits != 3 else {
                return nil
            }
            return (first, second, words[at - 1].digits == 2 ? 2000 + year : year)
        }
        return nil
    }

    fileprivate mutating func clockBehindDay() -> Int? {
        _ = take(" ")
        _ = take("at") && take(" ")
        return timeOfDay()
    }
}
