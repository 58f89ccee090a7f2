/// Finds where a pattern may begin: a table of marks says of four bytes whether they stand in a pattern at all, so that nearly
/// all places of a log are done with after one look. Only every second place is looked at: each pattern is known by two
/// windows beside each other, so that one of them stands at such a place.
struct PatternFilter: Sendable {
    struct Place: Sendable {
        let pattern: Int32
        /// From the beginning of the pattern to the window.
        let offset: Int32
        /// Four other bytes of it, and how far from the window they are.
        let checkKey: UInt32
        let checkDistance: Int32
    }

    private static let factor: UInt32 = 0x9E37_79B1

    /// Bits, as many as are needed so that few places pass by chance.
    let marks: [UInt64]
    private let shift: UInt32
    /// The same four bytes may stand in several patterns; an open table of their first places.
    private let keys: [UInt32]
    private let firsts: [Int32]
    private let counts: [Int32]
    private let mask: Int
    let places: [Place]
    /// Patterns without four plain bytes, which are looked for in each line.
    let short: [Int]

    /// - Parameter sample: a part of the log, by which the rarest window of each pattern is chosen.
    init(_ patterns: [LogPattern], sample: UnsafeBufferPointer<UInt8>) {
        let frequency = WindowFrequency(sample)
        var windows: [(key: UInt32, place: Place)] = []
        var short: [Int] = []
        for (index, pattern) in patterns.enumerated() {
            let found = Self.windows(of: pattern.text, frequency)
            if found.isEmpty { short.append(index) }
            windows += found.map { window in
                let place = Place(
                    pattern: Int32(index), offset: Int32(window.offset), checkKey: window.check.key,
                    checkDistance: Int32(window.check.offset - window.offset))
                return (window.key, place)
            }
        }
        windows.sort { ($0.key, $0.place.pattern) < ($1.key, $1.place.pattern) }
        self.short = short
        places = windows.map(\.place)
        let width = Self.width(for: windows.count)
        shift = UInt32(32 - width)
        var marks = [UInt64](repeating: 0, count: 1 << (width - 6))
        let capacity = max(16, 1 << (Self.log2(max(windows.count, 1)) + 2))
        mask = capacity - 1
        var keys = [UInt32](repeating: 0, count: capacity)
        var firsts = [Int32](repeating: -1, count: capacity)
        var counts = [Int32](repeating: 0, count: capacity)
        var start = 0
        while start < windows.count {
            let key = windows[start].key
            let end = windows[start...].firstIndex { $0.key != key } ?? windows.count
            let hash = key &* Self.factor
            let mark = Int(hash >> UInt32(32 - width))
            marks[mark >> 6] |= 1 << UInt64(mark & 63)
            var slot = Int(hash >> 7) & (capacity - 1)
            while firsts[slot] >= 0 { slot = (slot + 1) & (capacity - 1) }
            (keys[slot], firsts[slot], counts[slot]) = (key, Int32(start), Int32(end - start))
            start = end
        }
        (self.marks, self.keys, self.firsts, self.counts) = (marks, keys, firsts, counts)
    }

    private struct Window {
        var key: UInt32
        var offset: Int
        /// Four other bytes of the pattern, which are compared before all of it is.
        var check: (key: UInt32, offset: Int)
    }

    /// The two windows beside each other that are rarest in the sample; none where the text has no four plain bytes.
    private static func windows(of text: [UInt8], _ frequency: WindowFrequency) -> [Window] {
        let places = LogWindow.places(in: text)
        let best = zip(places, places.dropFirst()).filter { $0 + 1 == $1 }.min {
            frequency[text, $0.0] + frequency[text, $0.1] < frequency[text, $1.0] + frequency[text, $1.1]
        }
        if let best {
            // Within a run of plain bytes the distance is known.
            let run = LogWindow.run(around: best.0, in: places)
            let others = run.filter { abs($0 - best.0) >= 4 }
            let check =
                others.min { frequency[text, $0] < frequency[text, $1] }
                ?? run.max { abs($0 - best.0) < abs($1 - best.0) }
            return [best.0, best.1].map { place in
                Window(key: key(text, place), offset: place, check: (key(text, check ?? place), check ?? place))
            }
        }
        guard let only = places.min(by: { frequency[text, $0] < frequency[text, $1] }) else { return [] }
        // Nothing is known of the byte behind the four: it may be any.
        let own = (key: key(text, only), offset: only)
        let behind = Set((0...255).map { key(Array(text[only + 1..<only + 4]) + [UInt8($0)], 0) })
        return [Window(key: own.key, offset: only, check: own)]
            + behind.map { Window(key: $0, offset: only + 1, check: own) }
    }

    private static func key(_ text: [UInt8], _ place: Int) -> UInt32 {
        text.withUnsafeBufferPointer { bytes in bytes.baseAddress.map { $0.folded(at: place) } ?? 0 }
    }

    private static func log2(_ count: Int) -> Int { Int.bitWidth - 1 - count.leadingZeroBitCount }

    /// 64 marks a window: one place in 64 passes by chance.
    private static func width(for count: Int) -> Int { min(22, max(14, log2(max(count, 1)) + 6)) }

    /// Hears of places between `start` and `end` where four bytes of a pattern stand: of each pattern that stands there of one
    /// at least. Three places are asked for at once, out of eight bytes.
    @inline(__always)
    func scan(_ bytes: LogBytes, from start: Int, to end: Int, _ found: (_ at: Int, _ first: Int, _ count: Int) -> Void)
    {
        let shift = shift
        marks.withUnsafeBufferPointer { marks in
            @inline(__always)
            func isSet(_ key: UInt64) -> UInt64 {
                let hash = (UInt32(truncatingIfNeeded: key) &* Self.factor) &>> shift
                return marks[Int(truncatingIfNeeded: hash &>> 6)] &>> UInt64(hash & 63)
            }
            @inline(__always)
            func look(_ at: Int) {
                let key = bytes.folded(at: at)
                guard isSet(UInt64(key)) & 1 != 0 else { return }
                let (first, count) = lookUp(key)
                if count > 0 { found(at, first, count) }
            }
            var at = start
            while at &+ 8 <= end {
                let eight =
                    UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: at, as: UInt64.self) | 0x2020_2020_2020_2020
                if (isSet(eight) | isSet(eight &>> 16) | isSet(eight &>> 32)) & 1 != 0 {
                    look(at)
                    look(at &+ 2)
                    look(at &+ 4)
                }
                at &+= 6
            }
            // What begins before the last bytes may have its second window too near the end.
            at = max(start, at &- 1)
            while at &+ 4 <= end {
                look(at)
                at &+= 1
            }
        }
    }

    @inline(never)
    private func lookUp(_ key: UInt32) -> (Int, Int) {
        var slot = Int((key &* Self.factor) >> 7) & mask
        while firsts[slot] >= 0 {
            if keys[slot] == key { return (Int(firsts[slot]), Int(counts[slot])) }
            slot = (slot + 1) & mask
        }
        return (0, 0)
    }
}

/// How often four bytes stand in a part of a log, about.
private struct WindowFrequency {
    private var counts = [UInt32](repeating: 0, count: 1 << 16)

    init(_ sample: UnsafeBufferPointer<UInt8>) {
        guard let bytes = sample.baseAddress, sample.count >= 4 else { return }
        for at in 0...(sample.count - 4) { counts[Self.slot(bytes.folded(at: at))] &+= 1 }
    }

    private static func slot(_ key: UInt32) -> Int { Int((key &* 0x85EB_CA6B) >> 16) }

    subscript(text: [UInt8], place: Int) -> UInt32 {
        text.withUnsafeBufferPointer { bytes in bytes.baseAddress.map { counts[Self.slot($0.folded(at: place))] } ?? 0 }
    }
}
