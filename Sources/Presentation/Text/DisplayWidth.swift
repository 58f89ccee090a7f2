/// How many columns of a terminal a text fills: two for East Asian wide characters and emoji, none for what
/// combines or is invisible, one for the rest, ambiguous characters included.
package enum DisplayWidth {
    package static func of(_ text: String) -> Int {
        if isPlainASCII(text) { return text.utf8.count }
        return text.reduce(0) { $0 + of($1) }
    }

    /// One character as people see it may be many code points: a flag, a family, a letter with accents.
    package static func of(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return 0 }
        if scalars.count == 1 { return of(first) }
        if isFlag(first) || shownAsEmoji(scalars) { return 2 }
        return scalars.reduce(0) { $0 + of($1) }
    }

    package static func of(_ scalar: Unicode.Scalar) -> Int {
        let code = scalar.value
        if code < 0x300 { return isControl(code) ? 0 : 1 }
        if isInvisible(scalar) { return 0 }
        return WideScalars.contains(code) || isWideEmoji(scalar) ? 2 : 1
    }

    /// Stands where a text was cut.
    package static let cut = "…"

    /// The text when it fits, else as many whole characters as leave room for `…`.
    package static func truncated(_ text: String, to columns: Int) -> String {
        guard of(text) > columns else { return text }
        guard columns > 0 else { return "" }
        var kept = ""
        var room = columns - 1
        for character in text {
            room -= of(character)
            if room < 0 { break }
            kept.append(character)
        }
        return kept + cut
    }

    /// The text with spaces after it, or before it, up to that width; a wider text stays as it is.
    package static func padded(_ text: String, to columns: Int, alignment: Alignment = .left) -> String {
        let space = String(repeating: " ", count: max(0, columns - of(text)))
        return alignment == .left ? text + space : space + text
    }

    private static func isPlainASCII(_ text: String) -> Bool { text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }

    private static func isControl(_ code: UInt32) -> Bool { code < 0x20 || (code >= 0x7F && code < 0xA0) }

    private static func isFlag(_ scalar: Unicode.Scalar) -> Bool { (0x1F1E6...0x1F1FF).contains(scalar.value) }

    /// An emoji that asks for its colourful form, or is put together from several.
    private static func shownAsEmoji(_ scalars: Character.UnicodeScalarView) -> Bool {
        guard let first = scalars.first, first.properties.isEmoji else { return false }
        return scalars.dropFirst().contains { $0 == "\u{FE0F}" || $0 == "\u{20E3}" || $0.properties.isEmojiModifier }
            || isWideEmoji(first)
    }

    private static func isWideEmoji(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x231A && scalar.properties.isEmojiPresentation
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Most Chinese text is decided here, without a look at its properties.
        case 0x4E00...0x9FFF, 0x115F: return false
        // Signs that are written before a number or a letter: of the class of invisible ones, yet seen.
        case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: return false
        // Vowels and final consonants of Hangul stand inside the syllable that a leading consonant opened.
        case 0x1160...0x11FF, 0xD7B0...0xD7FB: return true
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .lineSeparator, .paragraphSeparator: return true
        default: return scalar.properties.isDefaultIgnorableCodePoint
        }
    }
}
