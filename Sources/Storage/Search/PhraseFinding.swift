#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Looks for a phrase in texts, as the index would find it there.
struct PhraseFinding {
    private static let space = UInt8(ascii: " ")
    private let wanted: [UInt8]
    /// One text's tokens after another's.
    private var tokens: [UInt8] = []

    init(_ phrase: SearchPhrase) {
        wanted = Array((phrase.endsInPrefix ? " \(phrase.tokens)" : " \(phrase.tokens) ").utf8)
    }

    mutating func isIn(_ text: String) -> Bool {
        var cutter = SearchTokens()
        tokens.removeAll(keepingCapacity: true)
        tokens.append(Self.space)
        cutter.append(text, to: &tokens)
        tokens.append(Self.space)
        return tokens.withUnsafeBufferPointer { $0.holds(wanted) }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether some bytes stand in these, one behind the other. Comparing characters would take fifty times as long.
    func holds(_ wanted: [UInt8]) -> Bool {
        guard let first = wanted.first else { return true }
        guard var place = UnsafeRawPointer(baseAddress), count >= wanted.count else { return false }
        let end = place + (count - wanted.count)
        while place <= end, let found = memchr(place, Int32(first), end - place + 1) {
            if memcmp(found, wanted, wanted.count) == 0 { return true }
            place = UnsafeRawPointer(found) + 1
        }
        return false
    }
}
