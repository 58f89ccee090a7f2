/// A sum over tokens and their places: equal texts give equal sums, in whatever order the engine tells them.
package struct IndexFingerprint: Equatable, Sendable {
    private var sum: UInt64 = 0

    package init() {}

    package init(_ text: IndexedText) {
        add(text.title, isTitle: true)
        add(text.body, isTitle: false)
    }

    private mutating func add(_ tokens: [UInt8], isTitle: Bool) {
        // FTS5 keeps no more of a token than this.
        let longest = 32_768
        var (hash, length, position) = (FNV.start, 0, 0)
        for byte in tokens {
            if byte != 0x20 {
                if length < longest { hash = FNV.hash(hash, byte) }
                length += 1
            } else if length > 0 {
                add(hash, isTitle: isTitle, position: position)
                (hash, length, position) = (FNV.start, 0, position + 1)
            }
        }
        if length > 0 { add(hash, isTitle: isTitle, position: position) }
    }

    /// One more token, by the hash of its bytes.
    package mutating func add(_ token: UInt64, isTitle: Bool, position: Int) {
        let hash = FNV.hash(FNV.hash(token, isTitle ? UInt8(1) : 2), position)
        sum &+= hash ^ (hash >> 31)
    }
}

/// FNV-1a, a number at a time.
package enum FNV {
    package static let start: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always)
    package static func hash(_ hash: UInt64, _ next: some BinaryInteger) -> UInt64 {
        (hash ^ UInt64(truncatingIfNeeded: next)) &* 0x100_0000_01b3
    }
}
