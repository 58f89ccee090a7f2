import Workflow

/// The one place that decides what reaches a terminal, whatever format it is in: a terminal obeys what it is sent, and a desk
/// holds what strangers wrote. Into a pipe or a file bytes go as they are.
package enum TerminalText {
    /// What the program wrote for people: the colours that it set stay, every other order is taken out.
    package static func styled(_ text: String) -> String { harmless(text, keepingStyles: true) }

    /// What somebody else wrote, as Markdown, CSV or a file: nothing in it is an order.
    package static func foreign(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(where: isSuspect) else { return bytes }
        return Array(harmless(String(decoding: bytes, as: UTF8.self), keepingStyles: false).utf8)
    }

    /// A foreign text in one line, as it may stand on a terminal.
    package static func line(_ text: String) -> String {
        let line = SafeText.line(text)
        return line.utf8.contains(where: isSuspect) ? harmless(line, keepingStyles: false) : line
    }

    // Controls; and the first bytes of C1 controls and of the marks that turn the order of reading.
    private static func isSuspect(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != 0x0A || byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte >= 0xF8
    }

    private static func harmless(_ text: String, keepingStyles: Bool) -> String {
        guard text.utf8.contains(where: isSuspect) else { return text }
        let scalars = Array(text.unicodeScalars)
        var safe = String.UnicodeScalarView()
        var place = 0
        while place < scalars.count {
            if keepingStyles, let end = endOfStyle(scalars, place) {
                safe.append(contentsOf: scalars[place..<end])
                place = end
                continue
            }
            let next = place + 1 < scalars.count ? scalars[place + 1] : nil
            safe.append(shown(scalars[place], before: next, keepingStyles))
            place += 1
        }
        return String(safe)
    }

    private static func shown(
        _ scalar: Unicode.Scalar, before next: Unicode.Scalar?, _ keepingStyles: Bool
    ) -> Unicode.Scalar {
        switch scalar {
        case "\n", "\t": scalar
        case "\r" where next == "\n": scalar
        // Tables isolate what they print themselves.
        case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": keepingStyles ? scalar : "\u{FFFD}"
        default: SafeText.isControl(scalar) ? "\u{FFFD}" : scalar
        }
    }

    /// Behind `ESC [ numbers m`.
    private static func endOfStyle(_ scalars: [Unicode.Scalar], _ place: Int) -> Int? {
        guard scalars[place] == "\u{1B}", place + 1 < scalars.count, scalars[place + 1] == "[" else { return nil }
        var end = place + 2
        while end < scalars.count, ("0"..."9").contains(scalars[end]) || scalars[end] == ";" { end += 1 }
        return end < scalars.count && scalars[end] == "m" ? end + 1 : nil
    }
}
