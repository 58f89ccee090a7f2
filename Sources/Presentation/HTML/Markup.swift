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

    /// A text as a browser takes it. Its line ends and tabs stay, white space to a page; what no page may hold, controls and what is
    /// no character by the standard, is shown as U+FFFD; letters that run to the left keep to their place.
    package static func escaped(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isHandled) else { return TextDirection.isolated(text) }
        return lines(text).map { markup(TextDirection.isolated($0)) }.joined(by: "\n")
    }

    /// The lines, each to be isolated by itself since an isolate does not reach beyond its line, without what no page may hold.
    private static func lines(_ text: String) -> [String] {
        var lines: [String.UnicodeScalarView] = [.init()]
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where previous == "\r": break
            case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": lines.append(.init())
            default: lines[lines.count - 1].append(isRefused(scalar) ? "\u{FFFD}" : scalar)
            }
            previous = scalar
        }
        return lines.map { String($0) }
    }

    private static func markup(_ line: String) -> String {
        var safe = String.UnicodeScalarView()
        for scalar in line.unicodeScalars {
            switch scalar {
            case "&": safe.append(contentsOf: "&amp;".unicodeScalars)
            case "<": safe.append(contentsOf: "&lt;".unicodeScalars)
            case ">": safe.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": safe.append(contentsOf: "&quot;".unicodeScalars)
            case "'": safe.append(contentsOf: "&#39;".unicodeScalars)
            default: safe.append(scalar)
            }
        }
        return String(safe)
    }

    private static func isHandled(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "&", "<", ">", "\"", "'", "\n", "\r", "\u{2028}", "\u{2029}": true
        default: isRefused(scalar)
        }
    }

    /// C0 but the tab, DEL, C1 and noncharacters: errors of a parser by the standard of HTML (13.2.3.5), and U+0000 is dropped.
    private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        return value < 0x20 && value != 0x09 || (0x7F...0x9F).contains(value) || (0xFDD0...0xFDEF).contains(value)
            || value & 0xFFFE == 0xFFFE
    }
}
