/// A page of HTML as it grows. Every element that is opened is closed, and what stands in it is escaped here and nowhere else: a
/// text of the desk cannot become markup.
package struct Markup {
    private(set) var html = ""

    package typealias Attributes = KeyValuePairs<String, String>

    /// An element with others in it.
    mutating func element(
        _ name: StaticString, _ attributes: Attributes = [:], _ body: (inout Markup) -> Void
    ) {
        open(name, attributes)
        html += ">"
        body(&self)
        html += "</\(name)>"
    }

    /// An element that holds a text.
    mutating func element(_ name: StaticString, _ attributes: Attributes = [:], text: String) {
        element(name, attributes) { $0.text(text) }
    }

    /// An element that holds nothing.
    package mutating func empty(_ name: StaticString, _ attributes: Attributes = [:]) {
        open(name, attributes)
        html += "/>"
    }

    package mutating func text(_ text: String) { html += Self.escaped(text) }

    /// Ends a line, so that the file can be read and compared.
    mutating func newLine() { html += "\n" }

    mutating func doctype() { html += "<!DOCTYPE html>\n" }

    /// Our own style, which holds nothing of the desk.
    mutating func style(_ css: StaticString) { html += "<style>\(css)</style>\n" }

    private mutating func open(_ name: StaticString, _ attributes: Attributes) {
        html += "<\(name)"
        for (name, value) in attributes { html += " \(name)=\"" + Self.escaped(value) + "\"" }
    }

    /// One line, harmless: controls are shown and not obeyed, and letters that run to the left keep to their place.
    package static func escaped(_ text: String) -> String {
        let text = TextDirection.isolated(SafeText.line(text))
        guard text.utf8.contains(where: isHandled) else { return text }
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": safe += "&amp;"
            case "<": safe += "&lt;"
            case ">": safe += "&gt;"
            case "\"": safe += "&quot;"
            case "'": safe += "&#39;"
            // No characters, by the standard: a strict reader refuses them.
            case "\u{FFFE}", "\u{FFFF}": safe.unicodeScalars.append("\u{FFFD}")
            default: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }

    // The last: the first byte of what may be no character.
    private static func isHandled(_ byte: UInt8) -> Bool {
        byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x27 || byte == 0xEF
    }
}
