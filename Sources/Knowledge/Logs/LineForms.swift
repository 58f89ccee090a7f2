#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What is left of a line when colours, NUL bytes and escapes are taken out: programs write their messages into JSON, and
/// that into JSON again.
enum LineForms {
    /// Signs that show that a line has another form.
    static let marks: [UInt8] = [0x1B, 0x00, 0x5C]

    /// The other forms of a line; none where it is plain.
    static func all(_ bytes: LogBytes, _ line: Range<Int>) -> [[UInt8]] {
        let raw = UnsafeBufferPointer(start: bytes + line.lowerBound, count: line.count)
        var forms: [[UInt8]] = []
        var text: [UInt8]
        if memchr(bytes + line.lowerBound, 0x1B, line.count) != nil
            || memchr(bytes + line.lowerBound, 0, line.count) != nil
        {
            text = stripped(raw)
            forms.append(text)
        } else {
            text = Array(raw)
        }
        for _ in 0..<2 {
            guard text.contains(0x5C) else { break }
            let next = unescaped(text)
            guard next != text else { break }
            forms.append(next)
            text = next
        }
        return forms
    }

    /// Without escape sequences of terminals and NUL bytes.
    private static func stripped(_ raw: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(raw.count)
        var at = 0
        while at < raw.count {
            if raw[at] == 0x1B {
                at = sequenceEnd(raw, at)
            } else {
                if raw[at] != 0 { out.append(raw[at]) }
                at += 1
            }
        }
        return out
    }

    private static func sequenceEnd(_ raw: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var at = start + 1
        guard at < raw.count else { return at }
        if raw[at] == 0x5B {
            at += 1
            while at < raw.count, !(0x40...0x7E).contains(raw[at]) { at += 1 }
            return min(at + 1, raw.count)
        }
        if raw[at] == 0x5D {
            while at < raw.count, raw[at] != 0x07, raw[at] != 0x1B { at += 1 }
            return min(at + 1, raw.count)
        }
        return at + 1
    }

    /// With `\"`, `\n`, `\u4e2d` and their like undone, once.
    static func unescaped(_ text: [UInt8]) -> [UInt8] {
        text.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return [] }
            var out: [UInt8] = []
            out.reserveCapacity(bytes.count)
            var at = 0
            while at < bytes.count {
                let found = memchr(base + at, 0x5C, bytes.count - at)
                let next = found.map { UnsafeRawPointer(base).distance(to: UnsafeRawPointer($0)) } ?? bytes.count
                out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[at..<next]))
                guard next + 1 < bytes.count else {
                    if next < bytes.count { out.append(0x5C) }
                    break
                }
                at = undo(bytes, next, &out)
            }
            return out
        }
    }

    private static func undo(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ out: inout [UInt8]) -> Int {
        switch text[at + 1] {
        case 0x6E, 0x72, 0x74: out.append(0x20)
        case 0x22, 0x5C, 0x2F, 0x27: out.append(text[at + 1])
        case 0x75:
            guard let (scalar, end) = scalar(text, at) else {
                out.append(text[at])
                return at + 1
            }
            out += String(scalar).utf8
            return end
        default:
            out.append(text[at])
            return at + 1
        }
        return at + 2
    }

    /// `\u4e2d`, and two of them for a character beyond the first 65,536.
    private static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> (Unicode.Scalar, end: Int)? {
        guard let first = hex(text, at + 2) else { return nil }
        if (0xD800...0xDBFF).contains(first), at + 7 < text.count, text[at + 6] == 0x5C, text[at + 7] == 0x75,
            let second = hex(text, at + 8), (0xDC00...0xDFFF).contains(second)
        {
            let value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
            return Unicode.Scalar(value).map { ($0, at + 12) }
        }
        return Unicode.Scalar(first).map { ($0, at + 6) }
    }

    private static func hex(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt32? {
        guard at + 4 <= text.count else { return nil }
        var value: UInt32 = 0
        for byte in text[at..<at + 4] {
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
            case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x61 + 10)
            default: return nil
            }
        }
        return value
    }
}

/// Where the marks stand next; each is looked for once.
struct MarkPlaces {
    private let bytes: LogBytes
    private let end: Int
    private var places: [Int]

    init(_ bytes: LogBytes, _ region: Range<Int>) {
        self.bytes = bytes
        end = region.upperBound
        places = LineForms.marks.map { _ in -1 }
    }

    /// The first mark from a place on; places are asked for in order.
    mutating func next(from start: Int) -> Int? {
        var first = end
        for index in places.indices {
            if places[index] < start { places[index] = find(LineForms.marks[index], from: start) }
            first = min(first, places[index])
        }
        return first < end ? first : nil
    }

    private func find(_ mark: UInt8, from start: Int) -> Int {
        guard start < end, let found = memchr(bytes + start, Int32(mark), end - start) else { return end }
        return UnsafeRawPointer(bytes).distance(to: UnsafeRawPointer(found))
    }
}

/// Lines and records of a log.
enum LogRecords {
    /// Where the line begins that holds a place.
    @inline(__always)
    static func lineStart(_ bytes: LogBytes, _ at: Int, from low: Int) -> Int {
        var start = at
        // Eight bytes without a line feed at once.
        while start &- 8 >= low {
            let eight = UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: start &- 8, as: UInt64.self)
            let feeds = eight ^ 0x0A0A_0A0A_0A0A_0A0A
            guard (feeds &- 0x0101_0101_0101_0101) & ~feeds & 0x8080_8080_8080_8080 == 0 else { break }
            start &-= 8
        }
        while start > low, bytes[start - 1] != 0x0A { start -= 1 }
        return start
    }

    /// Where it ends, before its line feed.
    @inline(__always)
    static func lineEnd(_ bytes: LogBytes, _ at: Int, to high: Int) -> Int {
        guard at < high, let found = memchr(bytes + at, 0x0A, high - at) else { return high }
        return UnsafeRawPointer(bytes).distance(to: UnsafeRawPointer(found))
    }

    /// Whether a line belongs to the one before: indented, `at …`, `Caused by`.
    static func continues(_ bytes: LogBytes, _ start: Int, to high: Int) -> Bool {
        guard start < high else { return false }
        if ByteKind.isBlank(bytes[start]) { return true }
        return has("at ", bytes, start, high) || has("Caused by", bytes, start, high) || has("... ", bytes, start, high)
    }

    private static func has(_ word: StaticString, _ bytes: LogBytes, _ at: Int, _ high: Int) -> Bool {
        at + word.utf8CodeUnitCount <= high && memcmp(bytes + at, word.utf8Start, word.utf8CodeUnitCount) == 0
    }

    private static let longestRecord = 1 << 16

    /// The record that a line is in.
    static func record(_ bytes: LogBytes, around line: Range<Int>, in region: Range<Int>) -> Range<Int> {
        var start = line.lowerBound
        while start > region.lowerBound, continues(bytes, start, to: region.upperBound),
            line.upperBound - start < longestRecord
        {
            start = lineStart(bytes, start - 1, from: region.lowerBound)
        }
        var end = line.upperBound
        while end + 1 < region.upperBound, continues(bytes, end + 1, to: region.upperBound), end - start < longestRecord
        {
            end = lineEnd(bytes, end + 1, to: region.upperBound)
        }
        return start..<end
    }
}
