/// The bytes of a part of a log, and the questions that are asked of them most.
typealias LogBytes = UnsafePointer<UInt8>

/// What a byte is, looked up rather than asked: hundreds of millions of them go by.
enum ByteKind {
    /// Small letters for capitals.
    static let small: [UInt8] = (0...255).map { (byte: Int) in
        byte >= 0x41 && byte <= 0x5A ? UInt8(byte | 0x20) : UInt8(byte)
    }

    @inline(__always)
    static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == 0x5F
    }

    @inline(__always)
    static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    @inline(__always)
    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

extension UnsafePointer<UInt8> {
    /// Four bytes as a number, letters made small. Other bytes may fall together: whoever asks looks at them again.
    @inline(__always)
    func folded(at place: Int) -> UInt32 {
        UnsafeRawPointer(self).loadUnaligned(fromByteOffset: place, as: UInt32.self) | 0x2020_2020
    }
}
