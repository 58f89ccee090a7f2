/// A line as a person describes it: words as they stand, and names in braces for what changes: `TKT-{ref} – {title}`.
package struct LinePattern: Equatable, Sendable {
    enum Part: Equatable, Sendable {
        /// Blanks in it stand for any blanks.
        case words([UInt8])
        case name(String)
    }

    package let text: String
    let parts: [Part]

    /// The names that a pattern may hold.
    package static let names = ["title", "ref", "number", "status", "priority", "at", "who", "text", "category", "any"]

    /// Nil when a brace is not closed, a name is unknown, or two names stand side by side.
    package init?(_ text: String) {
        var parts: [Part] = []
        var words: [UInt8] = []
        var rest = Substring(text)
        while let sign = rest.first {
            guard sign == "{" else {
                words += Array(String(sign).utf8)
                rest = rest.dropFirst()
                continue
            }
            guard let close = rest.firstIndex(of: "}") else { return nil }
            let name = String(rest[rest.index(after: rest.startIndex)..<close])
            guard Self.names.contains(name) else { return nil }
            if !words.isEmpty { parts.append(.words(words)) }
            if words.isEmpty, case .name = parts.last { return nil }
            words = []
            parts.append(.name(name))
            rest = rest[rest.index(after: close)...]
        }
        if !words.isEmpty { parts.append(.words(words)) }
        guard !parts.isEmpty else { return nil }
        self.text = text
        self.parts = parts
    }

    /// What the names stand for in a text; nil when it is written otherwise.
    /// - Parameter isWhole: nothing may follow; else the last words end the match, and `end` says where.
    func match(_ range: Range<Int>, in bytes: Bytes, isWhole: Bool = true) -> (values: [String: Range<Int>], end: Int)?
    {
        var values: [String: Range<Int>] = [:]
        var at = range.lowerBound
        for (index, part) in parts.enumerated() {
            switch part {
            case .words(let words):
                guard let end = LinePattern.end(of: words, at: at, range.upperBound, in: bytes) else { return nil }
                at = end
            case .name(let name):
                let end: Int
                if index + 1 < parts.count, case .words(let words) = parts[index + 1] {
                    guard let found = LinePattern.first(words, from: at, range.upperBound, in: bytes) else {
                        return nil
                    }
                    end = found
                } else {
                    end = range.upperBound
                }
                let value = bytes.trimmed(at..<end)
                guard !value.isEmpty || name == "text" || name == "any" else { return nil }
                values[name] = value
                at = end
            }
        }
        return isWhole && bytes.skippingSpace(at..<range.upperBound) < range.upperBound ? nil : (values, at)
    }

    private static func first(_ words: [UInt8], from start: Int, _ limit: Int, in bytes: Bytes) -> Int? {
        (start..<limit).first { end(of: words, at: $0, limit, in: bytes) != nil }
    }

    private static func end(of words: [UInt8], at start: Int, _ limit: Int, in bytes: Bytes) -> Int? {
        var at = start
        for byte in words {
            if byte == 0x20 {
                let next = bytes.skippingBlanks(at, limit: limit)
                // A blank at the end of a line was cut off with it.
                guard next > at || at == limit else { return nil }
                at = next
            } else {
                guard at < limit, bytes[at] == byte else { return nil }
                at += 1
            }
        }
        return at
    }

    /// The signs that stand right before a name, such as `TKT-`: people call the ticket by them too.
    func prefix(of name: String) -> Int {
        guard let index = parts.firstIndex(of: .name(name)), index > 0, case .words(let words) = parts[index - 1] else {
            return 0
        }
        return words.reversed().prefix { $0 != 0x20 && $0 != 0x5B && $0 != 0x28 && $0 != 0x23 && $0 != 0x3A }.count
    }
}
