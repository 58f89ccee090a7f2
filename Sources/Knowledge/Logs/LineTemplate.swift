#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A line without what changes from case to case: addresses, numbers, paths, names in quotes become `*`.
struct LineTemplate {
    /// The template stands in its first bytes; it is kept from line to line.
    private var room: [UInt8] = []
    private var count = 0

    var bytes: [UInt8] { Array(room[..<count]) }

    mutating func make(_ line: UnsafeBufferPointer<UInt8>) {
        // A sign replaces one byte at least; one may follow at the end.
        if room.count < line.count + 2 { room = Array(repeating: 0, count: line.count + 2) }
        count = room.withUnsafeMutableBufferPointer { room in
            kinds.withUnsafeBufferPointer { kinds in
                guard let out = room.baseAddress, let kinds = kinds.baseAddress else { return 0 }
                var writer = TemplateWriter(line: line, out: out, kinds: kinds)
                writer.write()
                return writer.count
            }
        }
    }

    var hash: UInt64 {
        room.withUnsafeBytes { room in
            var hash = UInt64(count) &* Self.odd
            var at = 0
            while at &+ 8 <= count {
                hash = Self.mixed(hash, room.loadUnaligned(fromByteOffset: at, as: UInt64.self))
                at &+= 8
            }
            while at < count {
                hash = Self.mixed(hash, UInt64(room[at]))
                at &+= 1
            }
            return hash
        }
    }

    private static let odd: UInt64 = 0x9E37_79B9_7F4A_7C15

    @inline(__always)
    private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let (high, low) = (hash ^ word).multipliedFullWidth(by: odd)
        return high ^ low &+ word
    }

    /// What each byte is to a template.
    private let kinds: [UInt8] = (0...255).map { (byte: Int) in
        let byte = UInt8(byte)
        var kind: UInt8 = 0
        if ByteKind.isWord(byte) || byte >= 0x80 || byte == 0x24 || byte == 0x25 { kind |= TemplateWriter.part }
        if ByteKind.isDigit(byte) || byte == 0x40 { kind |= TemplateWriter.digit }
        if [0x2C, 0x3B, 0x29, 0x5D, 0x7D, 0x3E, 0x22, 0x27].contains(byte) { kind |= TemplateWriter.end }
        if byte == 0x2E || byte == 0x2D || byte == 0x40 { kind |= TemplateWriter.joint }
        return kind
    }
}

/// Goes through one line.
private struct TemplateWriter {
    static let part: UInt8 = 1
    static let digit: UInt8 = 2
    static let end: UInt8 = 4
    static let joint: UInt8 = 8

    let line: UnsafeBufferPointer<UInt8>
    let out: UnsafeMutablePointer<UInt8>
    let kinds: UnsafePointer<UInt8>
    var count = 0

    /// A line is told by its beginning.
    private static let mostTokens = 40

    mutating func write() {
        var at = 0
        var tokens = 0
        while at < line.count {
            while at < line.count, line[at] <= 0x20 { at &+= 1 }
            guard at < line.count else { break }
            if tokens == Self.mostTokens { return putStar() }
            tokens &+= 1
            if count > 0 { put(0x20) }
            at = takeToken(at)
        }
    }

    @inline(__always)
    private mutating func put(_ byte: UInt8) {
        out[count] = byte
        count &+= 1
    }

    @inline(__always)
    private mutating func putStar() {
        if count == 0 || out[count &- 1] != 0x2A { put(0x2A) }
    }

    /// Up to the next blank; within it parts stand between signs.
    private mutating func takeToken(_ start: Int) -> Int {
        var at = start
        while at < line.count, line[at] > 0x20 {
            let byte = line[at]
            if kinds[Int(byte)] & Self.part != 0 {
                at = takeWord(at)
            } else if byte == 0x27 || byte == 0x22 || byte == 0x60, let close = quoteEnd(at) {
                putStar()
                at = close
            } else if byte == 0x2F || byte == 0x5C {
                // A path, with all that follows of it.
                putStar()
                at = valueEnd(at)
            } else {
                put(byte)
                at &+= 1
                // What is given to a name varies.
                if byte == 0x3D {
                    let end = valueEnd(at)
                    if end > at { putStar() }
                    at = end
                }
            }
        }
        return at
    }

    /// A word is written as it is read, and taken back where it turns out to vary.
    private mutating func takeWord(_ start: Int) -> Int {
        let before = count
        var at = start
        var seen: UInt8 = 0
        while at < line.count {
            let byte = line[at]
            let kind = kinds[Int(byte)]
            guard kind & (Self.part | Self.joint) != 0 || byte == 0x3A && isInner(at) else { break }
            seen |= kind
            put(byte)
            at &+= 1
        }
        if seen & Self.digit != 0 || seen & Self.joint != 0 && isHost(start, at) {
            count = before
            putStar()
        }
        return at
    }

    private func valueEnd(_ start: Int) -> Int {
        var at = start
        while at < line.count, line[at] > 0x20, kinds[Int(line[at])] & Self.end == 0 { at &+= 1 }
        return at
    }

    /// `a:b` without a blank: a part of an address or of a name.
    private func isInner(_ at: Int) -> Bool {
        at + 1 < line.count && (kinds[Int(line[at + 1])] & Self.part != 0 || line[at + 1] == 0x3A)
    }

    /// `www.example.com`: small letters between points, and no name of a class.
    private func isHost(_ start: Int, _ end: Int) -> Bool {
        guard line[start..<end].dropLast().count(where: { $0 == 0x2E }) >= 2 else { return false }
        return line[start..<end].allSatisfy { $0 < 0x41 || $0 > 0x5A } && !isClass(start, end)
    }

    /// `org.apache.x`: the names of programs begin with few words.
    private func isClass(_ start: Int, _ end: Int) -> Bool {
        Self.packages.contains { word in
            end - start > word.utf8CodeUnitCount
                && (0..<word.utf8CodeUnitCount).allSatisfy { line[start + $0] == word.utf8Start[$0] }
        }
    }

    private static let packages: [StaticString] = [
        "org.", "com.", "net.", "java.", "javax.", "io.", "dfs.", "nova.", "sun.", "scala.",
    ]

    private func quoteEnd(_ start: Int) -> Int? {
        let rest = min(line.count - start - 1, 200)
        guard rest > 0, let base = line.baseAddress, let found = memchr(base + start + 1, Int32(line[start]), rest)
        else { return nil }
        return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found)) + 1
    }
}
