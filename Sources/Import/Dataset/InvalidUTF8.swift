/// Finds where bytes stop being UTF-8.
enum InvalidUTF8 {
    static func first(in bytes: Bytes) -> Int? {
        guard let base = bytes.baseAddress else { return nil }
        var at = 0
        while at < bytes.count {
            if bytes[at] < 0x80 {
                at = endOfASCII(base, from: at + 1, bytes.count)
            } else {
                at = endOfHan(base, from: at, bytes.count)
                guard at < bytes.count, bytes[at] >= 0x80 else { continue }
                let length = lengthOfWideCharacter(in: bytes, at: at)
                guard length > 0 else { return at }
                at += length
            }
        }
        return nil
    }

    /// Eight bytes at once.
    @inline(__always)
    private static func endOfASCII(_ base: UnsafePointer<UInt8>, from start: Int, _ count: Int) -> Int {
        var at = start
        let raw = UnsafeRawPointer(base)
        while at + 8 <= count, raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
            at += 8
        }
        while at < count, base[at] < 0x80 { at += 1 }
        return at
    }

    /// Past the characters of three bytes that cannot be wrong; those that begin with E0 or ED could.
    @inline(__always)
    private static func endOfHan(_ base: UnsafePointer<UInt8>, from start: Int, _ count: Int) -> Int {
        var at = start
        let raw = UnsafeRawPointer(base)
        while at + 4 <= count {
            let four = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt32.self))
            guard four & 0x00C0_C0F0 == 0x0080_80E0, four & 0x0F != 0, four & 0x0F != 0x0D else { break }
            at += 3
        }
        return at
    }

    /// 0 when the bytes are no character of two to four bytes: too short, too long a form, a surrogate, out of range.
    @inline(__always)
    private static func lengthOfWideCharacter(in bytes: Bytes, at: Int) -> Int {
        let first = bytes[at]
        let left = bytes.count - at
        if first >= 0xE0, first < 0xF0, left >= 3 {
            let second = bytes[at + 1]
            let isInRange = first == 0xE0 ? second >= 0xA0 : first != 0xED || second < 0xA0
            return isInRange && second & 0xC0 == 0x80 && bytes[at + 2] & 0xC0 == 0x80 ? 3 : 0
        }
        if first >= 0xC2, first < 0xE0, left >= 2 { return bytes[at + 1] & 0xC0 == 0x80 ? 2 : 0 }
        guard first >= 0xF0, first < 0xF5, left >= 4 else { return 0 }
        let second = bytes[at + 1]
        let isInRange = first == 0xF0 ? second >= 0x90 : first != 0xF4 || second < 0x90
        let isContinued = second & bytes[at + 2] & bytes[at + 3] & 0xC0 == 0x80
        return isInRange && isContinued && (second | bytes[at + 2] | bytes[at + 3]) & 0x40 == 0 ? 4 : 0
    }
}
