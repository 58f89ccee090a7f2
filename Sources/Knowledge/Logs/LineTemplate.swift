/// A line without what changes from case to case: addresses, numbers, paths, names in quotes become `*`.
struct LineTemplate {
    private(set) var bytes: [UInt8] = []
    /// Where tokens begin in `bytes`.
    private(set) var tokens: [Int] = []

    /// A line is told by its beginning.
    private static let mostTokens = 40

    mutating func make(_ line: UnsafeBufferPointer<UInt8>) {
        bytes.removeAll(keepingCapacity: true)
        tokens.removeAll(keepingCapacity: true)
        var at = 0
        while at < line.count {
            while at < line.count, line[at] <= 0x20 { at += 1 }
            guard at < line.count else { break }
            if tokens.count == Self.mostTokens {
                putStar()
                return
            }
            at = take(line, at)
        }
    }

    /// One token, up to the next blank; within it parts stand between signs.
    private mutating func take(_ line: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        if !bytes.isEmpty { bytes.append(0x20) }
        tokens.append(bytes.count)
        var at = start
        while at < line.count, line[at] > 0x20 {
            let byte = line[at]
            if byte == 0x27 || byte == 0x22 || byte == 0x60, let close = quoteEnd(line, at) {
                putStar()
                at = close
            } else if byte == 0x2F || byte == 0x5C {
                // A path, with all that follows of it.
                putStar()
                while at < line.count, line[at] > 0x20, !isEnd(line[at]) { at += 1 }
            } else if isPart(byte) {
                at = takeWord(line, at)
            } else {
                bytes.append(byte)
                at += 1
                // What is given to a name varies.
                if byte == 0x3D { at = takeValue(line, at) }
            }
        }
        return at
    }

    private mutating func takeWord(_ line: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var at = start
        var seen: UInt8 = 0
        while at < line.count {
            let kind = kinds[Int(line[at])]
            guard kind & 9 != 0 || line[at] == 0x3A && isInner(line, at) else { break }
            seen |= kind
            at += 1
        }
        let hasDigit = seen & 2 != 0
        if hasDigit || seen & 8 != 0 && isHost(line, start, at) {
            putStar()
        } else {
            bytes.append(contentsOf: line[start..<at])
        }
        return at
    }

    /// `a:b` without a blank: a part of an address or of a name.
    private func isInner(_ line: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        at + 1 < line.count && (isPart(line[at + 1]) || line[at + 1] == 0x3A)
    }

    /// `www.example.com`: small letters between points, and no name of a class.
    private func isHost(_ line: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        guard line[start..<end].dropLast().count(where: { $0 == 0x2E }) >= 2 else { return false }
        return line[start..<end].allSatisfy { $0 < 0x41 || $0 > 0x5A } && !isClass(line, start, end)
    }

    /// `org.apache.x`: the names of programs begin with few words.
    private func isClass(_ line: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        Self.packages.contains { word in
            end - start > word.utf8CodeUnitCount
                && (0..<word.utf8CodeUnitCount).allSatisfy { line[start + $0] == word.utf8Start[$0] }
        }
    }

    private static let packages: [StaticString] = [
        "org.", "com.", "net.", "java.", "javax.", "io.", "dfs.", "nova.", "sun.", "scala.",
    ]

    private mutating func takeValue(_ line: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var at = start
        while at < line.count, line[at] > 0x20, !isEnd(line[at]) { at += 1 }
        if at > start { putStar() }
        return at
    }

    private func quoteEnd(_ line: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        let close = line[start]
        var at = start + 1
        while at < line.count, at - start <= 200 {
            if line[at] == close { return at + 1 }
            at += 1
        }
        return nil
    }

    private mutating func putStar() {
        if bytes.last != 0x2A { bytes.append(0x2A) }
    }

    /// What each byte is to a template: a part of a word, a digit, the end of a value.
    private let kinds: [UInt8] = (0...255).map { (byte: Int) in
        let byte = UInt8(byte)
        var kind: UInt8 = 0
        if ByteKind.isWord(byte) || byte >= 0x80 || byte == 0x24 || byte == 0x25 { kind |= 1 }
        if ByteKind.isDigit(byte) || byte == 0x40 { kind |= 2 }
        if [0x2C, 0x3B, 0x29, 0x5D, 0x7D, 0x3E, 0x22, 0x27].contains(byte) { kind |= 4 }
        if byte == 0x2E || byte == 0x2D || byte == 0x40 { kind |= 8 }
        return kind
    }

    @inline(__always)
    private func isPart(_ byte: UInt8) -> Bool { kinds[Int(byte)] & 1 != 0 }

    @inline(__always)
    private func isEnd(_ byte: UInt8) -> Bool { kinds[Int(byte)] & 4 != 0 }

    var hash: UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }

    /// The tokens of a template.
    static func tokens(of template: [UInt8]) -> [ArraySlice<UInt8>] { template.split(separator: 0x20) }
}
