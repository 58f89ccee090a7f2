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
        var text = text
        text.withUTF8 { bytes in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: TokenBytes.capacity) { scratch in
                var out = TokenBytes(scratch)
                if last != .nothing { putBorder(&out) }
                cut(bytes, &out, &buffer)
                out.move(to: &buffer)
            }
        }
    }

    /// The tokens of the texts of one row.
    package static func line(_ texts: [String]) -> String {
        var tokens = SearchTokens()
        var buffer: [UInt8] = []
        for text in texts { tokens.append(text, to: &buffer) }
        return String(decoding: buffer, as: UTF8.self)
    }

    private mutating func cut(
        _ bytes: UnsafeBufferPointer<UInt8>, _ out: inout TokenBytes, _ buffer: inout [UInt8]
    ) {
        var index = 0
        while index < bytes.count {
            if out.isNearlyFull { out.move(to: &buffer) }
            let step = SearchStep(bytes, at: index)
            switch step.kind {
            case .letter: put(step.byte, .letters, &out)
            case .digit: put(step.byte, .digits, &out)
            case .single:
                beginToken(.single, &out)
                for offset in 0..<step.length { out.put(bytes[index + offset]) }
            case .symbol:
                beginToken(.single, &out)
                out.put(step.byte)
            case .space: owesGap = true
            case .border: putBorder(&out)
            case .nothing: break
            case .mark, .unfolded:
                index = cutUnfolded(bytes, from: index, &out, &buffer)
                continue
            }
            index += step.length
        }
    }

    /// Cuts the run of scalars that need the full tables, and returns where it ends.
    private mutating func cutUnfolded(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ out: inout TokenBytes, _ buffer: inout [UInt8]
    ) -> Int {
        var end = start
        while end < bytes.count {
            let step = SearchStep(bytes, at: end)
            if step.kind != .unfolded { break }
            end += step.length
        }
        let run = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
        for scalar in compatibilityFolded(run).unicodeScalars {
            if out.isNearlyFull { out.move(to: &buffer) }
            put(scalar, &out)
        }
        return end
    }

    private mutating func put(_ scalar: Unicode.Scalar, _ out: inout TokenBytes) {
        switch SearchStep.Kind(folded: scalar) {
        case .letter:
            if last != .letters || owesGap { beginToken(.letters, &out) }
        case .mark:
            // Without a letter before it, it stands alone.
            if last != .letters || owesGap { beginToken(.single, &out) }
        case .digit:
            if last != .digits || owesGap { beginToken(.digits, &out) }
        case .single, .symbol, .unfolded: beginToken(.single, &out)
        case .space:
            owesGap = true
            return
        case .border: return putBorder(&out)
        case .nothing: return
        }
        for byte in scalar.utf8 { out.put(byte) }
    }

    /// One more letter or digit, of the word before it if that is of the kind.
    @inline(__always)
    private mutating func put(_ byte: UInt8, _ kind: Last, _ out: inout TokenBytes) {
        if last != kind || owesGap { beginToken(kind, &out) }
        out.put(byte)
    }

    @inline(__always)
    private mutating func putBorder(_ out: inout TokenBytes) {
        owesGap = false
        guard last != .border else { return }
        if last != .nothing { out.put(0x20) }
        out.put(SearchTokens.border)
        last = .border
    }

    /// The space before the next token, and the gap token that is owed when both neighbours need it.
    @inline(__always)
    private mutating func beginToken(_ next: Last, _ out: inout TokenBytes) {
        if last != .nothing { out.put(0x20) }
        if owesGap {
            owesGap = false
            if last != .nothing, last != .border, next == .single || next != last {
                out.put(SearchTokens.gap)
                out.put(0x20)
            }
        }
        last = next
    }
}
