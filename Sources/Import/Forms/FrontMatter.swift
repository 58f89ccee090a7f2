/// The block of keys and values at the top of a file, between `---` (YAML) or `+++` (TOML) lines: as much of them as headers need.
struct FrontMatter: Sendable {
    struct Entry: Sendable, Equatable {
        var key: String
        /// Of a list, its items; of a text, itself.
        var values: [String]
    }

    private(set) var entries: [Entry] = []
    /// Behind the line that ends the block.
    private(set) var end = 0

    static let none = FrontMatter()

    private init() {}

    /// Nil when the file does not begin with such a block.
    init?(in bytes: Bytes, from start: Int) {
        let first = bytes.line(at: start, limit: bytes.count)
        let isTOML = bytes.says("+++", at: bytes.trimmed(first.text))
        guard isTOML || bytes.says("---", at: bytes.trimmed(first.text)) else { return nil }
        var at = first.next
        var lines: [String] = []
        while at < bytes.count {
            let line = bytes.line(at: at, limit: bytes.count)
            let text = bytes.trimmed(line.text)
            if bytes.says(isTOML ? "+++" : "---", at: text) || !isTOML && bytes.says("...", at: text) {
                end = line.next
                entries = FrontMatter.entries(lines, isTOML: isTOML)
                if entries.isEmpty { return nil }
                return
            }
            lines.append(bytes.text(line.text))
            // No header is that long; a text that begins with a rule is none.
            if lines.count > 400 { return nil }
            at = line.next
        }
        return nil
    }

    subscript(_ keys: String...) -> String? {
        entries.first { entry in keys.contains { $0 == FrontMatter.folded(entry.key) } }?.values.first
    }

    static func folded(_ key: String) -> String { key.lowercased().replacing("_", with: "").replacing("-", with: "") }

    private static func entries(_ lines: [String], isTOML: Bool) -> [Entry] {
        var entries: [Entry] = []
        var index = 0
        while index < lines.count {
            let line = lines[index]
            index += 1
            let plain = Substring(line).trimmingBlanks
            guard !plain.isEmpty, !plain.hasPrefix("#"), let (key, rest) = keyAndValue(plain, isTOML) else { continue }
            var values: [String] = []
            if rest == "|" || rest == ">" || rest.hasPrefix("|") && rest.utf8.count <= 2
                || rest.hasPrefix(">") && rest.utf8.count <= 2
            {
                var text: [Substring] = []
                while index < lines.count, lines[index].first == " " || lines[index].isEmpty {
                    text.append(Substring(lines[index]).trimmingBlanks)
                    index += 1
                }
                values = [text.joined(separator: rest.hasPrefix("|") ? "\n" : " ")]
            } else if rest.hasPrefix("["), !rest.hasSuffix("]") || rest == "[" {
                var text = String(rest)
                while index < lines.count, !text.hasSuffix("]") {
                    text += " " + Substring(lines[index]).trimmingBlanks
                    index += 1
                }
                values = list(text)
            } else if rest.isEmpty {
                var nested: [String] = []
                while index < lines.count, let item = item(lines[index], isBelow: line) {
                    nested.append(item)
                    index += 1
                }
                values = nested
            } else if let quote = rest.first, quote == "'" || quote == "\"", rest.count(where: { $0 == quote }) % 2 == 1
            {
                // A quotation goes on below; a mark in it is doubled, or stands behind a backslash.
                var text = String(rest)
                while index < lines.count, lines[index].first == " " || lines[index].isEmpty,
                    text.count(where: { $0 == quote }) % 2 == 1
                {
                    text += " " + Substring(lines[index]).trimmingBlanks
                    index += 1
                }
                values = [scalar(text[...])]
            } else {
                values = rest.hasPrefix("[") ? list(String(rest)) : [scalar(rest)]
            }
            entries.append(Entry(key: String(key), values: values.filter { !$0.isEmpty }))
        }
        return entries
    }

    private static func keyAndValue(_ line: Substring, _ isTOML: Bool) -> (Substring, Substring)? {
        guard let sign = line.firstIndex(of: isTOML ? "=" : ":"), sign > line.startIndex else { return nil }
        let key = line[..<sign].trimmingBlanks.trimming("\"'")
        let isKey = key.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" || $0 == "." || $0 == " " }
        return isKey ? (key, line[line.index(after: sign)...].trimmingBlanks) : nil
    }

    /// `- a`, or a key of a map inside, which is kept as it stands.
    private static func item(_ line: String, isBelow parent: String) -> String? {
        let plain = Substring(line).trimmingBlanks
        if plain.hasPrefix("- ") { return scalar(plain.dropFirst(2).trimmingBlanks) }
        if plain == "-" { return "" }
        let depth = line.prefix { $0 == " " }.count
        guard depth > parent.prefix(while: { $0 == " " }).count, !plain.isEmpty else { return nil }
        return String(plain)
    }

    private static func list(_ text: String) -> [String] {
        let inside = Substring(text).trimmingBlanks.dropFirst().dropLast()
        return inside.split(separator: ",").map { scalar($0.trimmingBlanks) }
    }

    /// A value without its quotation marks, and without the remark behind it.
    private static func scalar(_ text: Substring) -> String {
        for quote in ["\"", "'"] where text.hasPrefix(quote) {
            let rest = text.dropFirst()
            if let end = rest.lastIndex(of: Character(quote)) {
                let inside = String(rest[..<end])
                return quote == "\""
                    ? inside.replacing("\\\"", with: "\"").replacing("\\n", with: "\n")
                    : inside.replacing("''", with: "'")
            }
        }
        if let remark = text.firstRange(of: " #") { return String(text[..<remark.lowerBound].trimmingBlanks) }
        return ["null", "~"].contains(text) ? "" : String(text)
    }
}
