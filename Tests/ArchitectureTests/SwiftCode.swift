/// Swift source reduced to what the compiler acts on: comments and the insides of string literals become spaces, what is
/// interpolated into strings stays. Lines keep their numbers.
struct SwiftCode {
    /// What may begin a comment or a text, or end an interpolation.
    private static let special = Array("/\"#()".utf8)

    private let source: [UInt8]
    private var code: [UInt8] = []
    /// The other half: what stands in string literals, all else blank.
    private var texts: [UInt8] = []
    private var at = 0

    static func of(_ text: String) -> String { read(text).code }

    static func read(_ text: String) -> (code: String, texts: String) {
        var reader = SwiftCode(source: Array(text.utf8))
        while reader.at < reader.source.count { reader.readCode() }
        return (String(decoding: reader.code, as: UTF8.self), String(decoding: reader.texts, as: UTF8.self))
    }

    private init(source: [UInt8]) {
        self.source = source
    }

    /// Up to the end, or to the parenthesis that closes an interpolation.
    private mutating func readCode() {
        var depth = 0
        while at < source.count {
            if !Self.special.contains(source[at]) {
                keep()
            } else if has("//") {
                while at < source.count && !has("\n") { blank(1) }
            } else if has("/*") {
                blankComment()
            } else if let hashes = hashesOfText() {
                readText(hashes)
            } else {
                depth += has("(") ? 1 : has(")") ? -1 : 0
                keep()
                if depth <= 0 && code.last == UInt8(ascii: ")") { return }
            }
        }
    }

    private mutating func blankComment() {
        var depth = 0
        repeat {
            let step = has("/*") ? 1 : has("*/") ? -1 : 0
            depth += step
            blank(step == 0 ? 1 : 2)
        } while depth > 0 && at < source.count
    }

    /// The number of `#` before the quote of a string literal that begins here; nil for anything else.
    private func hashesOfText() -> Int? {
        let hashes = source[at...].prefix { $0 == UInt8(ascii: "#") }.count
        return has("\"", after: hashes) ? hashes : nil
    }

    private mutating func readText(_ hashes: Int) {
        let fence = String(repeating: "#", count: hashes)
        let quotes = has("\"\"\"", after: hashes) ? "\"\"\"" : "\""
        blank(hashes + quotes.utf8.count)
        while at < source.count && !has(quotes + fence) {
            if has("\\" + fence + "(") {
                blank(1 + hashes)
                readCode()
            } else {
                blank(has("\\" + fence) ? 2 + hashes : 1, isText: true)
            }
        }
        blank(quotes.utf8.count + hashes)
    }

    private func has(_ text: String, after offset: Int = 0) -> Bool {
        source[min(at + offset, source.count)...].starts(with: text.utf8)
    }

    private mutating func keep() {
        code.append(source[at])
        texts.append(Self.blank(source[at]))
        at += 1
    }

    private mutating func blank(_ count: Int, isText: Bool = false) {
        for byte in source[min(at, source.count)..<min(at + count, source.count)] {
            code.append(Self.blank(byte))
            texts.append(isText ? byte : Self.blank(byte))
        }
        at += count
    }

    private static func blank(_ byte: UInt8) -> UInt8 { byte == UInt8(ascii: "\n") ? byte : UInt8(ascii: " ") }
}
