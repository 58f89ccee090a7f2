/// Makes foreign text harmless for a terminal. Data may hold escape sequences that move the cursor, change colours
/// or answer to the shell, and controls that turn the reading order of everything after them.
package enum SafeText {
    private static let replacement: Unicode.Scalar = "\u{FFFD}"

    /// One line: line ends become `⏎`, tabs a space, other control characters `�`.
    package static func line(_ text: String) -> String { harmless(text, lineEnd: "⏎", tab: " ") }

    /// A line in a sentence about it: no longer than anybody reads there.
    package static func short(_ text: String) -> String { DisplayWidth.truncated(line(text), to: 120) }

    /// A text of many lines: line ends stay, a tab becomes four spaces, other control characters `�`.
    package static func block(_ text: String) -> String { harmless(text, lineEnd: "\n", tab: "    ") }

    /// A text of many lines for a terminal: harmless, and every line isolated by itself.
    package static func isolatedBlock(_ text: String) -> String {
        block(text).split(separator: "\n", omittingEmptySubsequences: false).map { TextDirection.isolated(String($0)) }
            .joined(by: "\n")
    }

    /// C0, DEL and C1.
    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }

    private static func harmless(_ text: String, lineEnd: Unicode.Scalar, tab: String) -> String {
        guard text.unicodeScalars.contains(where: isHandled) else { return text }
        var safe = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where previous == "\r": break
            case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": safe.append(lineEnd)
            case "\t": safe.append(contentsOf: tab.unicodeScalars)
            default: safe.append(isControl(scalar) ? replacement : scalar)
            }
            previous = scalar
        }
        return String(safe)
    }

    private static func isHandled(_ scalar: Unicode.Scalar) -> Bool {
        isControl(scalar) || scalar == "\u{2028}" || scalar == "\u{2029}"
    }
}
