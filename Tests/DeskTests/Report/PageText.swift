/// A page of HTML as a strict reader takes it: every element closed in its order, every value quoted, every `&` an entity.
struct PageText {
    /// The first thing wrong; nil for none.
    private(set) var fault: String?
    /// The cells of each row of each table.
    private(set) var rows: [[String]] = []
    private(set) var names: Set<String> = []
    /// The texts of the elements of a class.
    private(set) var texts: [(kind: String, text: String)] = []

    private var open: [(name: String, kind: String, text: String)] = []

    init(_ html: String) {
        var rest = html.dropFirst(html.hasPrefix("<!DOCTYPE html>\n") ? 16 : 0)
        while fault == nil, let start = rest.firstIndex(of: "<") {
            read(text: rest[..<start])
            guard let end = rest[start...].firstIndex(of: ">") else {
                fault = "an open tag: \(rest.prefix(40))"
                return
            }
            read(tag: rest[rest.index(after: start)..<end])
            rest = rest[rest.index(after: end)...]
            if open.last?.name == "style", let close = rest.range(of: "</style>") { rest = rest[close.lowerBound...] }
        }
        if fault == nil && !open.isEmpty { fault = "never closed: \(open.map(\.name))" }
    }

    private mutating func read(text: Substring) {
        for place in text.indices where text[place] == "&" {
            let entity = text[place...].prefix { $0 != ";" }
            if !["&amp", "&lt", "&gt", "&quot", "&#39"].contains(String(entity)) {
                fault = "a bare &: \(entity.prefix(20))"
            }
        }
        if text.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\n" }) { fault = "a control: \(text)" }
        if !open.isEmpty { open[open.count - 1].text += Self.plain(text) }
    }

    private mutating func read(tag: Substring) {
        if tag.hasPrefix("/") { return close(String(tag.dropFirst())) }
        let parts = tag.split(separator: " ", maxSplits: 1)
        let name = String(parts.first ?? "").replacing("/", with: "")
        names.insert(name)
        let attributes = parts.count > 1 ? parts[1] : ""
        if attributes.contains("<") || attributes.filter({ $0 == "\"" }).count % 2 > 0 { fault = "quotes: \(tag)" }
        let kind =
            attributes.firstRange(of: "class=\"").map { attributes[$0.upperBound...].prefix { $0 != "\"" } } ?? ""
        if name == "tr" { rows.append([]) }
        if !tag.hasSuffix("/") { open.append((name, String(kind), "")) }
    }

    private mutating func close(_ name: String) {
        guard let last = open.popLast(), last.name == name else { return fault = "</\(name)> closes nothing" }
        if name == "th" || name == "td" { rows[rows.count - 1].append(last.text) }
        texts.append((last.kind, last.text))
        // What stands in an element stands in the one around it; a title is for who points at it.
        if !open.isEmpty && name != "title" { open[open.count - 1].text += last.text }
    }

    private static func plain(_ text: Substring) -> String {
        String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}
