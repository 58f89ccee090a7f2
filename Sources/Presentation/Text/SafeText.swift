/// Makes foreign text harmless for a terminal. Data may hold escape sequences that move the cursor, change colours
/// or answer to the shell, and controls that turn the reading order of everything after them.
package enum SafeText {
    private static let replacement: Unicode.Scalar = "\u{FFFD}"

    /// One line: line ends become `⏎`, tabs a space, other control characters `�`.
    package static func line(_ text: String) -> String { harmless(text, lineEnd: "⏎", tab: " ") }

    /// A text of many lines: line ends stay, a tab becomes four spaces, other control characters `�`.
    package static func block(_ text: String) -> String { harmless(text, lineEnd: "\n", tab: "    ") }

    /// Wraps a line that holds right-to-left letters or direction controls in isolates (FSI … PDI), so that what
    /// stands beside it keeps its place. Isolates inside the text are balanced: it cannot close ours.
    package static func isolated(_ line: String) -> String {
        guard line.unicodeScalars.contains(where: turnsDirection) else { return line }
        var safe = String.UnicodeScalarView()
        safe.append("\u{2068}")
        var open = 0
        for scalar in line.unicodeScalars {
            if (0x2066...0x2068).contains(scalar.value) { open += 1 }
            if scalar == "\u{2069}" {
                if open == 0 { continue }
                open -= 1
            }
            safe.append(scalar)
        }
        safe.append(contentsOf: repeatElement("\u{2069}", count: open + 1))
        return String(safe)
    }

    /// A text of many lines for a terminal: harmless, and every line isolated by itself.
    package static func isolatedBlock(_ text: String) -> String {
        block(text).split(separator: "\n", omittingEmptySubsequences: false).map { isolated(String($0)) }
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

    private static func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Before the first right-to-left script, and most Chinese text, decided at once.
        case 0..<0x590, 0x2E80...0xD7FF: false
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        case 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
