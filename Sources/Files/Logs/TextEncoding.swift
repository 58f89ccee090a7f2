/// How the characters of a log are written.
package enum TextEncoding: String, CaseIterable, Sendable {
    case utf8 = "utf-8"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    case utf32LittleEndian = "utf-32le"
    case utf32BigEndian = "utf-32be"
    case gb18030, big5
    case latin1 = "iso-8859-1"
    case windows1252 = "windows-1252"

    /// As people write it: `GBK`, `utf16`, `UTF-8`.
    package init?(name: String) {
        switch name.lowercased().filter({ $0 != "-" && $0 != "_" }) {
        case "utf8": self = .utf8
        case "utf16", "utf16le": self = .utf16LittleEndian
        case "utf16be": self = .utf16BigEndian
        case "utf32", "utf32le": self = .utf32LittleEndian
        case "utf32be": self = .utf32BigEndian
        case "gb18030", "gbk", "gb2312", "cp936": self = .gb18030
        case "big5", "cp950", "big5hkscs": self = .big5
        case "latin1", "iso88591": self = .latin1
        case "windows1252", "cp1252": self = .windows1252
        default: return nil
        }
    }

    /// What the beginning of a log looks like: a mark of byte order, or NUL beside nearly every sign; else UTF-8, unless it is none
    /// and reads well as GB18030.
    package static func detected(in start: ArraySlice<UInt8>) -> TextEncoding {
        if start.starts(with: [0xFF, 0xFE, 0, 0]) { return .utf32LittleEndian }
        if start.starts(with: [0, 0, 0xFE, 0xFF]) { return .utf32BigEndian }
        if start.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if start.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        let pairs = min(start.count, 4_096) / 2
        guard pairs >= 8 else { return .utf8 }
        var zeros = [0, 0]
        for place in 0..<pairs * 2 where start[start.startIndex + place] == 0 { zeros[place & 1] += 1 }
        if zeros[1] * 5 > pairs * 2, zeros[0] * 20 < pairs { return .utf16LittleEndian }
        if zeros[0] * 5 > pairs * 2, zeros[1] * 20 < pairs { return .utf16BigEndian }
        if isUTF8(start) { return .utf8 }
        if Big5.reads(start) { return .big5 }
        return GB18030.reads(start) ? .gb18030 : .utf8
    }

    /// The last bytes may be the beginning of a character.
    private static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
        String(validating: bytes.dropLast(0), as: UTF8.self) != nil
            || (1...3).contains { String(validating: bytes.dropLast($0), as: UTF8.self) != nil }
    }
}

/// Turns bytes of an encoding into UTF-8, block by block.
struct TextDecoder {
    private let encoding: TextEncoding
    private var rest: [UInt8] = []
    private var isFirst = true
    private var table: [UInt16] = []

    init(_ encoding: TextEncoding) {
        self.encoding = encoding
        if encoding == .gb18030 { table = GB18030.table() }
        if encoding == .big5 { table = Big5.table() }
    }

    mutating func decode(_ block: [UInt8]) -> [UInt8] {
        switch encoding {
        case .utf8: return withoutMark(block)
        case .utf16LittleEndian, .utf16BigEndian: return withoutMark(utf16(rest + block))
        case .utf32LittleEndian, .utf32BigEndian: return withoutMark(utf32(rest + block))
        case .gb18030, .big5:
            let all = rest + block
            let (text, used) = encoding == .big5 ? Big5.decode(all, table) : GB18030.decode(all, table)
            rest = Array(all[used...])
            return text
        case .latin1, .windows1252: return block.flatMap { Array(String(Self.western($0, encoding)).utf8) }
        }
    }

    /// 80 to 9F of Windows' Western code page; U+FFFD where it has nothing.
    private static let windows: [UInt16] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
        0x017D, 0xFFFD,
        0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD,
        0x017E, 0x0178,
    ]

    private static func western(_ byte: UInt8, _ encoding: TextEncoding) -> Unicode.Scalar {
        guard encoding == .windows1252, (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
        return Unicode.Scalar(windows[Int(byte) - 0x80]) ?? "\u{FFFD}"
    }

    private mutating func utf32(_ bytes: [UInt8]) -> [UInt8] {
        var text = String.UnicodeScalarView()
        var at = 0
        while at + 3 < bytes.count {
            let quad = encoding == .utf32LittleEndian ? Array(bytes[at..<at + 4].reversed()) : Array(bytes[at..<at + 4])
            text.append(Unicode.Scalar(quad.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }) ?? "\u{FFFD}")
            at += 4
        }
        rest = Array(bytes[at...])
        return Array(String(text).utf8)
    }

    /// What is left when no more comes: half a character.
    mutating func finish() -> [UInt8] { rest.isEmpty ? [] : Array("\u{FFFD}".utf8) }

    private mutating func withoutMark(_ text: [UInt8]) -> [UInt8] {
        defer { if !text.isEmpty { isFirst = false } }
        return isFirst && text.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(text.dropFirst(3)) : text
    }

    private mutating func utf16(_ bytes: [UInt8]) -> [UInt8] {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var at = 0
        while at + 1 < bytes.count {
            let (low, high) = encoding == .utf16LittleEndian ? (bytes[at], bytes[at + 1]) : (bytes[at + 1], bytes[at])
            units.append(UInt16(high) << 8 | UInt16(low))
            at += 2
        }
        // The first half of a pair waits for the second.
        if let last = units.last, (0xD800...0xDBFF).contains(last) {
            units.removeLast()
            at -= 2
        }
        rest = Array(bytes[at...])
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
