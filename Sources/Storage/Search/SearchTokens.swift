import Workflow

/// Cuts texts into the tokens that the search index holds (`design.md`, section 6), one space between two.
///
/// Text is folded first (NFKC, case, width; invisible scalars vanish). Then
/// - each Han, Kana or Hangul character, each letter of another script that puts no spaces between words, and each
///   symbol (emoji, `+`, `=` …) is a token,
/// - letters and digits make words; a letter beside a digit begins a new one,
/// - a run of punctuation, control characters and line ends is one border token, `|`; it takes in the spaces around,
/// - a run of spaces is a gap token, `_`, except between two words of letters or two of digits, where nothing but a
///   space can stand. So `域名 证书` is not `域名证书`, `h 265` is not `h265`, and English text needs no gaps.
///
/// `|` and `_` are punctuation themselves, so no word holds them. One value cuts the texts of one row, with a border
/// between them.
package struct SearchTokens: Sendable {
    /// Stands for punctuation and the end of a line or text.
    package static let border = UInt8(ascii: "|")
    /// Stands for spaces that matter.
    package static let gap = UInt8(ascii: "_")

    /// What the last token is.
    private(set) var last = Last.nothing
    private var owesGap = false

    enum Last: Sendable {
        case nothing, border, letters, digits, single
    }

    package init() {}

    /// Appends the tokens of one more text of the row.
    package mutating func append(_ text: String, to buffer: inout [UInt8]) {
        owesGap = false
        if last != .nothing { putBorder(&buffer) }
        buffer.reserveCapacity(buffer.count + text.utf8.count * 3 / 2)
        var text = text
        text.withUTF8 { bytes in cut(bytes, &buffer) }
    }

    /// The tokens of the texts of one row.
    package static func line(_ texts: [String]) -> String {
        var tokens = SearchTokens()
        var buffer: [UInt8] = []
        for text in texts { tokens.append(text, to: &buffer) }
        return String(decoding: buffer, as: UTF8.self)
    }

    private mutating func cut(_ bytes: UnsafeBufferPointer<UInt8>, _ buffer: inout [UInt8]) {
        var index = 0
        while index < bytes.count {
            let step = SearchStep(bytes, at: index)
            switch step.kind {
            case .letter: putLetter(step.byte, &buffer)
            case .digit: putDigit(step.byte, &buffer)
            case .single:
                beginToken(.single, &buffer)
                for offset in 0..<step.length { buffer.append(bytes[index + offset]) }
            case .symbol:
                beginToken(.single, &buffer)
                buffer.append(step.byte)
            case .space: owesGap = true
            case .border: putBorder(&buffer)
            case .nothing: break
            case .unfolded:
                index = cutUnfolded(bytes, from: index, &buffer)
                continue
            }
            index += step.length
        }
    }

    /// Cuts the run of scalars that need the full tables, and returns where it ends.
    private mutating func cutUnfolded(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ buffer: inout [UInt8]
    ) -> Int {
        var end = start
        while end < bytes.count {
            let step = SearchStep(bytes, at: end)
            if step.kind != .unfolded { break }
            end += step.length
        }
        let run = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
        for scalar in compatibilityFolded(run).unicodeScalars { put(scalar, &buffer) }
        return end
    }

    private mutating func put(_ scalar: Unicode.Scalar, _ buffer: inout [UInt8]) {
        switch SearchStep.Kind(folded: scalar) {
        case .letter:
            // A mark without a letter before it stands alone.
            let isMark = scalar.properties.generalCategory.isMark
            let isLone = isMark && (last != .letters || owesGap)
            if isLone || last != .letters || owesGap { beginToken(isLone ? .single : .letters, &buffer) }
        case .digit:
            if last != .digits || owesGap { beginToken(.digits, &buffer) }
        case .single, .symbol, .unfolded: beginToken(.single, &buffer)
        case .space:
            owesGap = true
            return
        case .border: return putBorder(&buffer)
        case .nothing: return
        }
        buffer.append(contentsOf: UTF8.encode(scalar).unsafelyUnwrapped)
    }

    @inline(__always)
    private mutating func putLetter(_ byte: UInt8, _ buffer: inout [UInt8]) {
        if last != .letters || owesGap { beginToken(.letters, &buffer) }
        buffer.append(byte)
    }

    @inline(__always)
    private mutating func putDigit(_ byte: UInt8, _ buffer: inout [UInt8]) {
        if last != .digits || owesGap { beginToken(.digits, &buffer) }
        buffer.append(byte)
    }

    @inline(__always)
    private mutating func putBorder(_ buffer: inout [UInt8]) {
        owesGap = false
        guard last != .border else { return }
        if last != .nothing { buffer.append(0x20) }
        buffer.append(SearchTokens.border)
        last = .border
    }

    /// The space before the next token, and the gap token that is owed when both neighbours need it.
    @inline(__always)
    private mutating func beginToken(_ next: Last, _ buffer: inout [UInt8]) {
        if last != .nothing { buffer.append(0x20) }
        if owesGap {
            owesGap = false
            if last != .nothing, last != .border, next == .single || next != last {
                buffer.append(SearchTokens.gap)
                buffer.append(0x20)
            }
        }
        last = next
    }
}
