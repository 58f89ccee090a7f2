import Foundation

/// The form in which names are compared: NFKC, lower case, half width, invisible scalars dropped, trimmed, each run
/// of whitespace one space. `ＳＳＬ　证书 ` and `ssl 证书` fold to the same.
package func folded(_ text: String) -> String {
    spaced(text.unicodeScalars.allSatisfy { simplyFolded($0) != nil } ? text : compatibilityFolded(text))
}

/// NFKC and lower case by the full tables, with invisible scalars (joiners, selectors, marks of direction) dropped.
package func compatibilityFolded(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy(\.isStable) { return text.lowercased() }
    // Foundation on Linux leaves the parts of half-width Kana apart (ﾊﾟ); the second mapping joins them.
    let mapped = text.precomposedStringWithCompatibilityMapping.lowercased().precomposedStringWithCanonicalMapping
    var folded = String.UnicodeScalarView()
    for scalar in mapped.unicodeScalars where !scalar.properties.isDefaultIgnorableCodePoint { folded.append(scalar) }
    return String(folded)
}

/// The fold of the scalars that make up nearly all text and need no table: ASCII, Han, full-width ASCII forms, common
/// punctuation, the ideographic space; nil for every other.
package func simplyFolded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x41...0x5A: Unicode.Scalar(scalar.value + 0x20)
    case 0...0x7F, 0x3400...0x4DBF, 0x4E00...0x9FFF: scalar
    // Dashes, quotation marks, and the stops and brackets of Chinese: NFKC leaves them alone.
    case 0x2013, 0x2014, 0x2018...0x201F, 0x3001...0x3003, 0x3008...0x3011: scalar
    case 0xFF21...0xFF3A: Unicode.Scalar(scalar.value - 0xFEE0 + 0x20)
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
    case 0x3000: " "
    default: nil
    }
}

/// Folds the simple scalars of a text and puts its spaces in order; the others are folded already.
private func spaced(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var owesSpace = false
    for original in text.unicodeScalars {
        let scalar = simplyFolded(original) ?? original
        if scalar.isSpace {
            owesSpace = !result.isEmpty
            continue
        }
        if owesSpace { result.append(" ") }
        owesSpace = false
        result.append(scalar)
    }
    return String(result)
}

extension Unicode.Scalar {
    /// White space as Unicode has it.
    package var isSpace: Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// A sign of Chinese, as Japanese has them too.
    package var isHan: Bool { (0x3400...0x4DBF).contains(value) || (0x4E00...0x9FFF).contains(value) }

    /// A letter as Unicode has it; its tables are asked for those only that are neither ASCII nor Han.
    package var isLetter: Bool {
        switch value {
        case 0x41...0x5A, 0x61...0x7A, 0x3400...0x4DBF, 0x4E00...0x9FFF: true
        case 0...0x7F: false
        default: properties.isAlphabetic
        }
    }

    /// Letters that NFKC leaves alone when no combining mark is about: ASCII and the common accented Latin, Greek and
    /// Cyrillic ones. Mapping them would cost a microsecond a word.
    fileprivate var isStable: Bool {
        switch value {
        case 0...0x7F, 0xC0...0xFF, 0x391...0x3A1, 0x3A3...0x3CE, 0x400...0x481, 0x48A...0x52F: true
        default: false
        }
    }
}
