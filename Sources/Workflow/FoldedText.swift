import Foundation

/// The form in which names are compared: NFKC, lower case, half width, invisible scalars dropped, trimmed, each run
/// of whitespace one space. `ＳＳＬ　证书 ` and `ssl 证书` fold to the same.
package func folded(_ text: String) -> String {
    spaced(text.unicodeScalars.allSatisfy { simplyFolded($0) != nil } ? text : compatibilityFolded(text))
}

/// NFKC and lower case by the full tables, with invisible scalars (joiners, selectors, marks of direction) dropped.
package func compatibilityFolded(_ text: String) -> String {
    let mapped = text.precomposedStringWithCompatibilityMapping.lowercased()
    var folded = String.UnicodeScalarView()
    folded.append(contentsOf: mapped.unicodeScalars.lazy.filter { !$0.properties.isDefaultIgnorableCodePoint })
    return String(folded)
}

/// The fold of the scalars that make up nearly all text and need no table: ASCII, Han, full-width ASCII forms, the
/// ideographic space; nil for every other.
package func simplyFolded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x41...0x5A: Unicode.Scalar(scalar.value + 0x20)
    case 0...0x7F, 0x3400...0x4DBF, 0x4E00...0x9FFF: scalar
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
        if scalar.properties.isWhitespace {
            owesSpace = !result.isEmpty
            continue
        }
        if owesSpace { result.append(" ") }
        owesSpace = false
        result.append(scalar)
    }
    return String(result)
}
