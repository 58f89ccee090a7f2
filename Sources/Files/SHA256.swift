import CSHA256

/// SHA-256 (FIPS 180-4): tells files of equal content apart from all others.
package enum SHA256 {
    /// The 32 bytes of the hash.
    package static func digest(_ bytes: [UInt8]) -> [UInt8] { digest(bytes, usesInstructions: true) }

    /// - Parameter usesInstructions: those that some processors have for it, where this one has them.
    static func digest(_ bytes: [UInt8], usesInstructions: Bool) -> [UInt8] {
        bytes.withUnsafeBytes { bytes in
            let whole = bytes.count / 64 * 64
            let end = lastBlocks(bytes[whole...], of: bytes.count)
            return SHA256Constants.words.withUnsafeBufferPointer { constants in
                withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
                    var state = SHA256State(constants, schedule, usesInstructions: usesInstructions)
                    state.add(UnsafeRawBufferPointer(rebasing: bytes[..<whole]))
                    end.withUnsafeBytes { state.add($0) }
                    return state.bytes
                }
            }
        }
    }

    /// What is left of the bytes, a one bit, zeros, and how many bits there were.
    private static func lastBlocks(_ rest: Slice<UnsafeRawBufferPointer>, of count: Int) -> [UInt8] {
        var blocks = Array(rest) + [0x80]
        while blocks.count % 64 != 56 { blocks.append(0) }
        let bits = UInt64(count) * 8
        return blocks + stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: bits >> UInt64($0)) }
    }
}

/// The eight words, and how each block of 64 bytes changes them. An import hashes every byte it reads, so nothing in here
/// is an array, which would check its owner and its bounds at every word.
private struct SHA256State {
    private var words = SIMD8<UInt32>(
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)
    private let constants: UnsafeBufferPointer<UInt32>
    private let schedule: UnsafeMutableBufferPointer<UInt32>

    private let usesInstructions: Bool

    init(
        _ constants: UnsafeBufferPointer<UInt32>, _ schedule: UnsafeMutableBufferPointer<UInt32>, usesInstructions: Bool
    ) {
        self.constants = constants
        self.schedule = schedule
        self.usesInstructions = usesInstructions
    }

    var bytes: [UInt8] {
        (0..<8).flatMap { index in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: words[index] >> $0) } }
    }

    mutating func add(_ blocks: UnsafeRawBufferPointer) {
        if usesInstructions, addByInstructions(blocks) { return }
        for start in stride(from: 0, to: blocks.count, by: 64) {
            expand(blocks, from: start)
            mix()
        }
    }

    private mutating func addByInstructions(_ blocks: UnsafeRawBufferPointer) -> Bool {
        guard let start = blocks.baseAddress, let constants = constants.baseAddress else { return false }
        return withUnsafeMutableBytes(of: &words) { words in
            let words = words.assumingMemoryBound(to: UInt32.self).baseAddress
            return csha256_add(words, start.assumingMemoryBound(to: UInt8.self), blocks.count / 64, constants) != 0
        }
    }

    @inline(__always)
    private func expand(_ block: UnsafeRawBufferPointer, from start: Int) {
        for index in 0..<16 {
            let word = block.loadUnaligned(fromByteOffset: start &+ index &* 4, as: UInt32.self)
            schedule[index] = UInt32(bigEndian: word)
        }
        for index in 16..<64 {
            let (early, late) = (schedule[index &- 15], schedule[index &- 2])
            let low = turned(early, 7) ^ turned(early, 18) ^ (early &>> 3)
            let high = turned(late, 17) ^ turned(late, 19) ^ (late &>> 10)
            schedule[index] = schedule[index &- 16] &+ low &+ schedule[index &- 7] &+ high
        }
    }

    @inline(__always)
    private mutating func mix() {
        var (a, b, c, d) = (words[0], words[1], words[2], words[3])
        var (e, f, g, h) = (words[4], words[5], words[6], words[7])
        // Every word moves one place a round; eight rounds bring it back, so none is copied.
        for round in stride(from: 0, to: 64, by: 8) {
            mix(a, b, c, &d, e, f, g, &h, round)
            mix(h, a, b, &c, d, e, f, &g, round &+ 1)
            mix(g, h, a, &b, c, d, e, &f, round &+ 2)
            mix(f, g, h, &a, b, c, d, &e, round &+ 3)
            mix(e, f, g, &h, a, b, c, &d, round &+ 4)
            mix(d, e, f, &g, h, a, b, &c, round &+ 5)
            mix(c, d, e, &f, g, h, a, &b, round &+ 6)
            mix(b, c, d, &e, f, g, h, &a, round &+ 7)
        }
        words &+= SIMD8(a, b, c, d, e, f, g, h)
    }

    @inline(__always)
    private func mix(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
        _ h: inout UInt32, _ round: Int
    ) {
        let high = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
        let first = h &+ high &+ (g ^ (e & (f ^ g))) &+ schedule[round] &+ constants[round]
        let low = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
        d &+= first
        h = first &+ low &+ ((a & b) | (c & (a | b)))
    }
}

@inline(__always)
private func turned(_ word: UInt32, _ count: UInt32) -> UInt32 { word &>> count | word &<< (32 &- count) }

/// The constants are what the standard defines them to be, so they are worked out, not copied: the first 32 bits of the
/// fractions of the cube roots of the first 64 primes.
private enum SHA256Constants {
    static let words = firstPrimes(64).map(cubeRootFraction)

    private static func firstPrimes(_ count: Int) -> [UInt64] {
        var primes: [UInt64] = []
        var candidate: UInt64 = 2
        while primes.count < count {
            if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
            candidate += 1
        }
        return primes
    }

    // The largest r with r³ ≤ prime · 2⁹⁶ is the root times 2³²; its low 32 bits are the fraction.
    private static func cubeRootFraction(of prime: UInt64) -> UInt32 {
        let target = UInt128(prime) << 96
        var root: UInt128 = 0
        for bit in (0..<36).reversed() {
            let next = root | (1 << UInt128(bit))
            if next * next * next <= target { root = next }
        }
        return UInt32(truncatingIfNeeded: root)
    }
}
