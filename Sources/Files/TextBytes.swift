/// Reading the bytes of a text that a person wrote, whichever program saved it.
package enum TextBytes {
    /// A text, and the encoding that its bytes are in.
    package struct Read: Equatable, Sendable {
        package var text: String
        package var encoding: TextEncoding
    }

    /// The text without a mark of byte order: UTF-8, UTF-16 with a mark or plainly so, else GB18030 where all of it is.
    /// - Returns: nil for what is no text in any of them, so that no character is lost.
    package static func read(_ bytes: [UInt8]) -> Read? {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let plain = String(
            validating: bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...], as: UTF8.self)
        if let plain, !plain.utf8.contains(0) { return Read(text: plain, encoding: .utf8) }
        let encoding = TextEncoding.detected(in: bytes[...])
        guard encoding != .utf8 else { return plain.map { Read(text: $0, encoding: .utf8) } }
        var decoder = TextDecoder(encoding)
        let decoded = decoder.decode(bytes) + decoder.finish()
        let text = String(decoding: decoded, as: UTF8.self)
        return text.unicodeScalars.contains("\u{FFFD}") ? nil : Read(text: text, encoding: encoding)
    }

    /// The text in an encoding that somebody names.
    /// - Returns: nil where a character is none in it.
    package static func read(_ bytes: [UInt8], as encoding: TextEncoding) -> Read? {
        var decoder = TextDecoder(encoding)
        let text = String(decoding: decoder.decode(bytes) + decoder.finish(), as: UTF8.self)
        return text.unicodeScalars.contains("\u{FFFD}") ? nil : Read(text: text, encoding: encoding)
    }
}

extension TextEncoding {
    /// How many bytes a character takes in it.
    package func width(of scalar: Unicode.Scalar) -> Int {
        switch self {
        case .utf8: UTF8.width(scalar)
        case .utf16LittleEndian, .utf16BigEndian: UTF16.width(scalar) * 2
        case .utf32LittleEndian, .utf32BigEndian: 4
        case .gb18030: scalar.isASCII ? 1 : scalar.value > 0xFFFF ? 4 : 2
        case .big5: scalar.isASCII ? 1 : 2
        case .latin1, .windows1252: 1
        }
    }

    /// The bytes of the mark of byte order that a file begins with, which is no part of its text.
    package func markLength(of bytes: [UInt8]) -> Int {
        switch self {
        case .utf8: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        case .utf16LittleEndian: bytes.starts(with: [0xFF, 0xFE]) ? 2 : 0
        case .utf16BigEndian: bytes.starts(with: [0xFE, 0xFF]) ? 2 : 0
        case .utf32LittleEndian: bytes.starts(with: [0xFF, 0xFE, 0, 0]) ? 4 : 0
        case .utf32BigEndian: bytes.starts(with: [0, 0, 0xFE, 0xFF]) ? 4 : 0
        case .gb18030, .big5, .latin1, .windows1252: 0
        }
    }
}
