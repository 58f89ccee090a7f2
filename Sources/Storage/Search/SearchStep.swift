/// One scalar of UTF-8 text as the token cutter sees it. The common ones are told from their bytes alone.
struct SearchStep {
    enum Kind {
        /// Part of a word; `byte` is its fold.
        case letter
        case digit
        /// A token by itself, unchanged.
        case single
        /// A token by itself; `byte` is its fold.
        case symbol
        case space
        case border
        /// Invisible.
        case nothing
        /// Combines with the letter before it; only told by the full tables.
        case mark
        /// Needs the full tables.
        case unfolded
    }

    let kind: Kind
    let byte: UInt8
    let length: Int

    @inline(__always)
    private init(_ kind: Kind, _ length: Int, byte: UInt8 = 0) {
        self.kind = kind
        self.byte = byte
        self.length = length
    }

    /// The step at a scalar border; `bytes` are valid UTF-8.
    @inline(__always)
    init(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
        let lead = bytes[index]
        switch lead {
        case 0..<0x80: self.init(ascii: lead, 1, markFollows: SearchStep.hasMark(bytes, at: index + 1))
        // U+4000 to U+9FFF: Han, and the hexagrams.
        case 0xE4...0xE9: self.init(.single, 3)
        case 0xE2, 0xE3, 0xEF: self.init(cjkMarks: bytes, at: index)
        case 0xEA...0xED: self.init(hangul: bytes, at: index)
        case 0xF0...: self.init(fourBytes: bytes, at: index)
        case 0xE0...: self.init(.unfolded, 3)
        case 0xC2 where bytes[index + 1] == 0xB7: self.init(.border, 2)
        case 0xC2 where bytes[index + 1] == 0xA0: self.init(.space, 2)
        default: self.init(.unfolded, 2)
        }
    }

    @inline(__always)
    init(ascii byte: UInt8, _ length: Int, markFollows: Bool) {
        if markFollows {
            self.init(.unfolded, length)
        } else if (byte | 0x20) &- 0x61 < 26 {
            self.init(.letter, length, byte: byte | 0x20)
        } else if byte &- 0x30 < 10 {
            self.init(.digit, length, byte: byte)
        } else {
            self.init(asciiSign: byte, length)
        }
    }

    /// The border itself, `|`, counts as punctuation although Unicode calls it a symbol.
    private init(asciiSign byte: UInt8, _ length: Int) {
        switch byte {
        case 0x20: self.init(.space, length)
        case UInt8(ascii: "$"), UInt8(ascii: "+"), UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">"),
            UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "~"):
            self.init(.symbol, length, byte: byte)
        default: self.init(.border, length)
        }
    }

    /// Whether a combining mark of U+0300 to U+037F stands there, which may merge with the letter before it.
    @inline(__always)
    private static func hasMark(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        index < bytes.count && (bytes[index] == 0xCC || bytes[index] == 0xCD)
    }

    /// U+2000 to U+3FFF and U+F000 to U+FFFF.
    private init(cjkMarks bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
        let scalar =
            UInt32(bytes[index] & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
            | UInt32(bytes[index + 2] & 0x3F)
        switch scalar {
        case 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301F, 0x30FB, 0x2010...0x2016, 0x2018...0x2029:
            self.init(.border, 3)
        case 0x3000: self.init(.space, 3)
        case 0x3400...0x3FFF, 0x3005...0x3007: self.init(.single, 3)
        case 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC...0x30FE:
            self.init(SearchStep.hasVoicing(bytes, at: index + 3) ? .unfolded : .single, 3)
        case 0xFF01...0xFF5E:
            let mark = SearchStep.hasMark(bytes, at: index + 3)
            self.init(ascii: UInt8(truncatingIfNeeded: scalar &- 0xFEE0), 3, markFollows: mark)
        // Arrows, lines and pictures; an arrow may merge with a stroke.
        case 0x2190...0x21FF, 0x2500...0x2767, 0x2794...0x27BF:
            self.init(SearchStep.hasMark(bytes, at: index + 3) ? .unfolded : .single, 3)
        case 0x200B...0x200F, 0xFE00...0xFE0F, 0xFEFF: self.init(.nothing, 3)
        default: self.init(.unfolded, 3)
        }
    }

    /// Whether a combining voice mark of Kana stands there, U+3099 or U+309A.
    private static func hasVoicing(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        index + 2 < bytes.count && bytes[index] == 0xE3 && bytes[index + 1] == 0x82
            && (bytes[index + 2] == 0x99 || bytes[index + 2] == 0x9A)
    }

    /// U+A000 to U+DFFF. A syllable before a lead byte E1, where the Jamo are, may merge with what follows.
    private init(hangul bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
        let pair = UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
        let isSyllable = pair >= 0xEAB0 && (pair < 0xED9E || (pair == 0xED9E && bytes[index + 2] <= 0xA3))
        let mayMerge = index + 3 < bytes.count && bytes[index + 3] == 0xE1
        self.init(isSyllable && !mayMerge ? .single : .unfolded, 3)
    }

    /// U+10000 and up: Han from U+20000 but for the compatibility forms, and the common emoji.
    private init(fourBytes bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
        let scalar =
            UInt32(bytes[index] & 0x07) << 18 | UInt32(bytes[index + 1] & 0x3F) << 12
            | UInt32(bytes[index + 2] & 0x3F) << 6 | UInt32(bytes[index + 3] & 0x3F)
        switch scalar {
        case 0x1F300...0x1F9FF, 0x20000...0x2F7FF, 0x2FA20...0x3FFFD: self.init(.single, 4)
        default: self.init(.unfolded, 4)
        }
    }
}

extension SearchStep.Kind {
    /// The kind of a scalar that is folded already, by the full tables.
    init(folded scalar: Unicode.Scalar) {
        if scalar.isASCII {
            self = SearchStep(ascii: UInt8(scalar.value), 1, markFollows: false).kind
        } else if scalar.isCommonLetter {
            self = .letter
        } else if scalar.standsAlone {
            self = .single
        } else {
            self.init(scalar.properties.generalCategory)
        }
    }

    private init(_ category: Unicode.GeneralCategory) {
        switch category {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: self = .letter
        case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
        case .decimalNumber: self = .digit
        case .spaceSeparator: self = .space
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation, .lineSeparator, .paragraphSeparator, .control:
            self = .border
        default: self = .single
        }
    }
}

extension Unicode.Scalar {
    /// Small letters of accented Latin, Greek and Cyrillic, for which no table is asked.
    fileprivate var isCommonLetter: Bool {
        switch value {
        case 0xDF...0xF6, 0xF8...0xFF, 0x3AC...0x3CE, 0x430...0x481, 0x48B...0x4FF: true
        default: false
        }
    }

    /// Letters and marks of the scripts that put no spaces between words: Han, Kana, Bopomofo, Hangul, Thai, Lao,
    /// Burmese, Khmer. Their punctuation is left to its category.
    fileprivate var standsAlone: Bool {
        if properties.isIdeographic { return true }
        switch value {
        case 0x0E01...0x0E4E, 0x0E81...0x0ECE, 0x1000...0x103F, 0x1780...0x17D3, 0x1100...0x11FF,
            0x3041...0x309F, 0x30A1...0x30FA, 0x30FC...0x312F, 0x3131...0x318E, 0x31A0...0x31BF, 0x31F0...0x31FF,
            0xA960...0xA97F, 0xAC00...0xD7FF, 0x1AFF0...0x1B16F:
            return true
        default: return false
        }
    }
}
