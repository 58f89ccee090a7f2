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
}
