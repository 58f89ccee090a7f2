/// Reads the bytes of a TZif file (RFC 9636), versions 1 to 4.
struct TimeZoneFile {
    private struct Header {
        let version: UInt8
        let utFlags, standardFlags, leaps, times, types, characters: Int

        func size(secondBytes: Int) -> Int {
            times * (secondBytes + 1) + types * 6 + characters + leaps * (secondBytes + 4) + standardFlags + utFlags
        }
    }

    private static let headerSize = 44
    private let bytes: [UInt8]
    private let damaged: TimeZoneError

    init(_ bytes: [UInt8], name: String) {
        self.bytes = bytes
        damaged = .damaged(name)
    }

    func rules(named name: String) throws(TimeZoneError) -> TimeZoneRules {
        let first = try header(at: 0)
        guard first.version >= UInt8(ascii: "2") else { return try rules(first, at: 0, secondBytes: 4, name: name) }
        let start = Self.headerSize + first.size(secondBytes: 4)
        return try rules(try header(at: start), at: start, secondBytes: 8, name: name)
    }

    private func header(at start: Int) throws(TimeZoneError) -> Header {
        guard bytes.count >= start + Self.headerSize, bytes[start..<start + 4].elementsEqual("TZif".utf8) else {
            throw damaged
        }
        let counts = (0..<6).map { Int(number(at: start + 20 + $0 * 4, bytes: 4) & 0xFFFF_FFFF) }
        // The limit keeps the sums below from overflowing; real files stay far under it.
        guard counts.allSatisfy({ $0 < 1_000_000 }), counts[4] > 0 else { throw damaged }
        return Header(
            version: bytes[start + 4], utFlags: counts[0], standardFlags: counts[1], leaps: counts[2],
            times: counts[3], types: counts[4], characters: counts[5])
    }

    private func rules(
        _ header: Header, at start: Int, secondBytes: Int, name: String
    ) throws(TimeZoneError) -> TimeZoneRules {
        let times = start + Self.headerSize
        let indexes = times + header.times * secondBytes
        let types = indexes + header.times
        let end = times + header.size(secondBytes: secondBytes)
        // Files that count leap seconds (`right/…`) use another clock than everybody else.
        guard end <= bytes.count, header.leaps == 0 else { throw damaged }
        let offsets = (0..<header.types).map { Int(number(at: types + $0 * 6, bytes: 4)) }
        var transitions: [TimeZoneRules.Transition] = []
        for place in 0..<header.times {
            let type = Int(bytes[indexes + place])
            let second = number(at: times + place * secondBytes, bytes: secondBytes)
            guard type < offsets.count, transitions.last.map({ $0.second < second }) ?? true else { throw damaged }
            transitions.append(TimeZoneRules.Transition(second: second, offset: offsets[type]))
        }
        return TimeZoneRules(
            name: name, firstOffset: offsets[0], transitions: transitions,
            rule: secondBytes == 8 ? try footer(at: end) : nil)
    }

    private func footer(at start: Int) throws(TimeZoneError) -> YearlyRule? {
        guard start < bytes.count, bytes[start] == 0x0A,
            let end = bytes[(start + 1)...].firstIndex(of: 0x0A)
        else { throw damaged }
        guard end > start + 1 else { return nil }
        guard let rule = YearlyRule(posix: bytes[(start + 1)..<end]) else { throw damaged }
        return rule
    }

    /// A signed big-endian number of 4 or 8 bytes.
    private func number(at start: Int, bytes count: Int) -> Int64 {
        let pattern = bytes[start..<start + count].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return count == 4 ? Int64(Int32(truncatingIfNeeded: pattern)) : Int64(bitPattern: pattern)
    }
}

extension TimeZoneRules {
    /// The rules in the bytes of a TZif file.
    package init(name: String, file bytes: [UInt8]) throws(TimeZoneError) {
        self = try TimeZoneFile(bytes, name: name).rules(named: name)
    }
}
