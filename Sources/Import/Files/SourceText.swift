import Files

/// A file as its readers want it, in UTF-8, and how its places are found again in the bytes that are kept.
package struct SourceText: Sendable {
    /// As they came.
    package let original: [UInt8]
    /// In UTF-8; the same where they were that, or no encoding that is known.
    package let bytes: [UInt8]
    /// Nil where nothing was decoded.
    package let encoding: TextEncoding?
    /// The bytes were looked at, and all are UTF-8.
    let isUTF8: Bool

    /// - Parameter encoding: where somebody names it; else it is recognised.
    /// - Throws: `FileError.unknownEncoding` where the bytes are not in the encoding that was named.
    package init(_ original: [UInt8], as encoding: TextEncoding? = nil, path: String) throws(FileError) {
        self.original = original
        if let encoding, encoding != .utf8 {
            guard let read = TextBytes.read(original, as: encoding) else { throw .unknownEncoding(path) }
            bytes = Array(read.text.utf8)
            self.encoding = encoding
            isUTF8 = true
            return
        }
        let isValid = original.withUnsafeBufferPointer { InvalidUTF8.first(in: $0) } == nil
        guard encoding == nil, !isValid || SourceText.isMarked(original), let read = TextBytes.read(original),
            read.encoding != .utf8
        else {
            bytes = original
            self.encoding = nil
            isUTF8 = isValid
            return
        }
        bytes = Array(read.text.utf8)
        self.encoding = read.encoding
        isUTF8 = true
    }

    private static func isMarked(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
            || bytes.starts(with: [0, 0, 0xFE, 0xFF])
    }

    /// Finds places of the text in the original, in ascending order.
    package struct Places {
        private let source: SourceText
        private var text = 0
        private var original: Int

        init(_ source: SourceText) {
            self.source = source
            original = source.encoding?.markLength(of: source.original) ?? 0
        }

        mutating func original(_ range: Range<Int>) -> Range<Int> {
            guard source.encoding != nil else { return range }
            let start = move(to: range.lowerBound)
            return start..<move(to: range.upperBound)
        }

        private mutating func move(to place: Int) -> Int {
            guard let encoding = source.encoding else { return place }
            if place < text {
                text = 0
                original = encoding.markLength(of: source.original)
            }
            for scalar in String(decoding: source.bytes[text..<place], as: UTF8.self).unicodeScalars {
                original += encoding.width(of: scalar)
            }
            text = place
            return original
        }
    }
}
