/// A name boiled down to a number: without spaces, colons, brackets, emphasis, emoji, leading numbers and letter case.
struct NameKey: Hashable, Sendable {
    let value: UInt64

    /// Enough to count the names of one file.
    var short: UInt32 { UInt32(truncatingIfNeeded: value) }

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    init(_ name: StaticString) {
        let bytes = Bytes(start: name.utf8Start, count: name.utf8CodeUnitCount)
        self = NameKey.pair(of: bytes, in: 0..<bytes.count).whole
    }

    init(_ name: String) {
        var name = name
        self = name.withUTF8 { NameKey.pair(of: Bytes(rebasing: $0[...]), in: 0..<$0.count).whole }
    }

    private init(value: UInt64) { self.value = value }

    /// The key of a whole name, and of the part before a bracket when it ends in one: `解答（已脱敏）`.
    static func pair(of bytes: Bytes, in range: Range<Int>) -> (whole: NameKey, stem: NameKey?) {
        var hash = seed
        var stem: NameKey?
        var at = numberEnd(bytes, range)
        while at < range.upperBound {
            let width = noiseWidth(bytes, at, range.upperBound)
            if width > 0 {
                at += width
                continue
            }
            let byte = bytes[at]
            if stem == nil, hash != seed, isBracket(bytes, at, range.upperBound) { stem = NameKey(value: hash) }
            if byte >= 0xE4, byte <= 0xE9, at + 2 < range.upperBound {
                let packed = UInt32(byte) << 16 | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2])
                let simple = Traditional.simplified(packed)
                for shift in [16, 8, 0] as [UInt32] {
                    hash = (hash ^ UInt64(simple >> shift & 0xFF)) &* 0x100_0000_01B3
                }
                at += 3
                continue
            }
            let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
            hash = (hash ^ UInt64(lower)) &* 0x100_0000_01B3
            at += 1
        }
        return (NameKey(value: hash), stem)
    }

    private static func isBracket(_ bytes: Bytes, _ at: Int, _ limit: Int) -> Bool {
        bytes[at] == 0x28 || bytes[at] == 0xEF && bytes.has("（", at: at, limit: limit)
    }

    /// How many bytes at `at` say nothing about the name; 0 when they do.
    @inline(__always)
    private static func noiseWidth(_ bytes: Bytes, _ at: Int, _ limit: Int) -> Int {
        switch bytes[at] {
        case 0x20, 0x09, 0x2A, 0x5F, 0x60, 0x3A, 0x5B, 0x5D, 0x2D: return 1
        case 0xE2: return isSymbol(bytes, at, limit) ? 3 : 0
        case 0xE3: return isQuotation(bytes, at, limit) ? 3 : 0
        case 0xEF: return isWideSign(bytes, at, limit) ? 3 : 0
        case 0xF0: return at + 4 <= limit && bytes[at + 1] == 0x9F ? 4 : 0
        default: return 0
        }
    }

    /// Arrows, dingbats and joiners (U+200D, U+2180…U+2BFF).
    private static func isSymbol(_ bytes: Bytes, _ at: Int, _ limit: Int) -> Bool {
        guard at + 3 <= limit else { return false }
        return (0x86...0xAF).contains(bytes[at + 1]) || bytes[at + 1] == 0x80 && bytes[at + 2] == 0x8D
    }

    /// The wide space and the brackets 《》「」『』【】.
    private static func isQuotation(_ bytes: Bytes, _ at: Int, _ limit: Int) -> Bool {
        guard at + 3 <= limit, bytes[at + 1] == 0x80 else { return false }
        return bytes[at + 2] == 0x80 || (0x8A...0x91).contains(bytes[at + 2])
    }

    /// `：`, `［`, `］` and the sign that makes an emoji of the one before.
    private static func isWideSign(_ bytes: Bytes, _ at: Int, _ limit: Int) -> Bool {
        bytes.isWideColon(at: at, limit: limit) || bytes.has("［", at: at, limit: limit)
            || bytes.has("］", at: at, limit: limit) || bytes.has("\u{FE0F}", at: at, limit: limit)
    }

    /// Where the number of `1. 问题描述`, `二、问题描述` or `（3）问题描述` is over; the start when there is none.
    @inline(__always)
    private static func numberEnd(_ bytes: Bytes, _ range: Range<Int>) -> Int {
        let start = bytes.skippingBlanks(range.lowerBound, limit: range.upperBound)
        guard start < range.upperBound, Ordinal.mayBegin(in: bytes, at: start, limit: range.upperBound) else {
            return start
        }
        guard let ordinal = Ordinal.plain(in: bytes, start..<range.upperBound), ordinal.end < range.upperBound
        else { return start }
        return ordinal.end
    }
}
