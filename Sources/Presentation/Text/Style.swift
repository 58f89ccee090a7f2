/// How a piece of text stands out on a terminal that has colours. Never the only signal.
package enum Style: String, Sendable {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case blue = "34"
    case magenta = "35"
    case cyan = "36"
    case boldRed = "1;31"
    case hit = "1;33"

    /// The text between the sequence that switches the style on and the one that ends it.
    package func applied(to text: String) -> String { "\u{1B}[" + rawValue + "m" + text + "\u{1B}[0m" }
}

extension Style {
    /// The text without the sequences that `applied` puts around it, for measuring.
    package static func removed(from text: String) -> String {
        guard text.utf8.contains(0x1B) else { return text }
        var plain = String.UnicodeScalarView()
        var isInSequence = false
        for scalar in text.unicodeScalars {
            if scalar == "\u{1B}" { isInSequence = true }
            if !isInSequence { plain.append(scalar) }
            if scalar == "m" { isInSequence = false }
        }
        return String(plain)
    }
}
